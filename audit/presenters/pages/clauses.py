PAGES = {
    "add": "add a clause",
    "begin": "begin a library of clauses",
    "bring-back": "bring a clause back",
    "change": "change a clause",
    "clause": "a clause",
    "library": "a library of clauses",
    "retire": "retire a clause",
}
