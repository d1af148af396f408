"""
What is asked of the whole story before the panel meets. One check a file, named like its function.

A check is a pure function: told the story, the register and the options, it returns what a person
should look at, each with its reason. None changes anything and none decides. All are listed in
`all_checks`.
"""
