"""The model: what each character of a note tells by two small trained networks."""
