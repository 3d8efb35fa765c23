"""Places: a location text → a place, by the names and points of the gazetteer."""
