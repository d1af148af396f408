"""
How fast the pages answer, with as much in the database as some years leave there.

`filling` multiplies the demonstration, `pages` finds what can be opened, `measuring` opens it,
`figures` says what came out. Run as `python3 run.py bench`, in a throw-away database.
"""
