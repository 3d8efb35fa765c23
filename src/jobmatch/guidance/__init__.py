"""Guidance: what to ask next, and which smallest change of an expectation would bring more jobs."""
