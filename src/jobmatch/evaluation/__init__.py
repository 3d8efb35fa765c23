"""Evaluation: tables in, numbers out; knows no model."""
