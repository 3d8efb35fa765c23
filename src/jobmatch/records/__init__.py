"""Frozen values of the domain: what is known of a client, and what was found for one."""
