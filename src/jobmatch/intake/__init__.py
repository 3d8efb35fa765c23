"""Intake: a counsellor's notes → a profile, each field with its words, their place and how sure it is.

``notes`` is the door: ``clauses`` cut the note, ``work`` and ``conditions`` read facts from them, the ``model`` reads
beside these rules, ``weighing`` holds both against each other, and ``settle`` makes the facts a profile.
"""
