"""Fit: one comparison a file, client against columns of postings, vectorised over postings.

A comparison gives values in 0..1 and says where they are known; what is not known has no effect on the
score. ``FEATURES`` lists them in the order in which they are shown.
"""
