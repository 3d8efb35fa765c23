"""The command line: parse, call what does it in ``workflows`` or ``casework``, print or write."""
