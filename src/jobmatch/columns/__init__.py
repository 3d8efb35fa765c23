"""Every column that jobmatch knows, and every heading that people write for it, named once (``columns.toml``)."""
