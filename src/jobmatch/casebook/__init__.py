"""The casebook: what was done for whom, what became of it, and what is due; events that are only ever added."""
