"""Pay: a text of amounts → what it is worth a month, with its doubts."""
