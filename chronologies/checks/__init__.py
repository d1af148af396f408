"""
What is asked of each row before it becomes an entry. One check a file, named like its function.

A check returns what is wrong, or None. `verdict` puts all of them to every row, so that a person
learns all faults at once.
"""
