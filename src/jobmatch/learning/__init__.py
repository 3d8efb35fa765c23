"""Learning: outcomes → pairs → what they move in the weights → a model, judged before it takes over."""
