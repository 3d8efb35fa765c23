"""Level: how hard a client is to help, by rules held against the postings at hand."""
