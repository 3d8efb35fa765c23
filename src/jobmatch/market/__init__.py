"""The market: postings as columns in order of place, their words as impacts, and what lies in reach."""
