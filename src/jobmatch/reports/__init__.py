"""Printable pages."""
