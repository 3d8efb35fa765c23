"""The work of the day with a casebook: one function a command, as in ``workflows``."""
