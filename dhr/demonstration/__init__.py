"""
A fictional partnership with three reviews, loaded by `run.py` into a data folder of its own.

Everybody and every place here is invented. Days are counted back from the day of loading, so
that the demonstration never grows old.
"""
