"""Raw text to values: pure, no pandas, no files but the lexicons beside the code and a service's own places.

What a title names is read in ``work``, what is asked and offered in ``asked`` and ``pay``, where it is in ``places``;
all of them stand on the words, numbers and clauses read beside them.
"""
