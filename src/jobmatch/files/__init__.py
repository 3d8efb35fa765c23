"""Every file format and every encoding: bytes → tables, rows → files."""
