"""Raw text to values: pure, no pandas, no files but the lexicons beside the code and a service's own places."""
