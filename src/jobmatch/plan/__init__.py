"""The plan: which of N1 to N6 a client needs, when each is due, how often to follow up, what was promised."""
