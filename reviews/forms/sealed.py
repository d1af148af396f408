"""How a form says that an answer is encrypted where it is kept, and who reads it all the same."""

SEALED = "It is kept encrypted."
READ_BY_RUNNERS = (
    f"{SEALED} Only the CSP’s officers, the independent chair and their support read it."
)
READ_BY_PANEL = f"{SEALED} Everybody who reads the panel’s papers reads it."
