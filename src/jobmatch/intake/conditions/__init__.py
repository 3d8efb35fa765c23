"""Conditions: who the client is, what they have and can, and on what terms they would work."""
