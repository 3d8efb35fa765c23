"""Guidance: what is missing and what to ask, what a change would open, directions, strengths, training, preparation."""
