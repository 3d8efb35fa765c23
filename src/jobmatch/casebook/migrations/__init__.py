"""The way from each schema of the casebook to the next, and back."""
