"""
The working text as one Word file to write in, and what became of it when it comes back.

`outline` has the places of the file; `writing` makes it; `blocks` writes what a report is made of.
"""
