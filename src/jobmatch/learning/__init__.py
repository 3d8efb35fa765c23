"""Learning, of two kinds.

From outcomes (``train``): pairs → what they move in the weights → a model, judged before it takes over.
From texts (``train_occupations``, ``train_titles``, ``train_screening``, ``train_notes``): the models that read titles,
postings and notes.
"""
