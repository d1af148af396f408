"""
A version of the report that was made before the review was recorded here, read from its file.

`lines` reads a Word file or a PDF; `chapters` makes of its lines what prints.
"""
