"""
Would somebody know who this is? What gives people away in a paper that is to leave.

Pure functions over a paper and a register, both plain values: a report can be checked that was
never written here. One check a file, below `checks`; `all_checks` puts them to a paper.
"""
