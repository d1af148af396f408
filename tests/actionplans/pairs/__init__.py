"""
Invented pairs of what was asked and what an update says, for an action reported done.

`seen` was written before the checks, `unseen` after them, and no check was changed for it. A pair
is (asked, said, in which way they disagree); the last is empty where they agree.
"""
