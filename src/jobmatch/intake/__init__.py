"""Intake: a counsellor's notes → a profile, each field with its words, their place and how sure it is."""
