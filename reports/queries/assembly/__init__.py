"""
A report put together from the record and the authored sections.

`record` reads everything at once; each other file makes chapters from what was read; `outline` has
their order; `whole` is the report.
"""
