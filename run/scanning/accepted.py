"""The findings that we accept, each with its reason. Whatever is not here fails the scan."""

from run.scanning.findings import Accepted

PROGRAMS = "run.py starts our own programs, by lists of words, with no shell and nothing typed."
CHECKER = "It tells the type checker what the line before or the database has made certain."
OPENS_NOTHING = "The word says that there is none; it opens nothing."
ROLES = "The words are codes of roles and tables, written in this repository; nothing is typed."
LOOPBACK = "The scan speaks plain HTTP on loopback. Behind https every cookie is Secure."
PICTURE = "The library draws it from numbers: no words of anybody stand in it."

ACCEPTED: tuple[Accepted, ...] = (
    Accepted("bandit", "B404 *", "run/*", PROGRAMS),
    Accepted("bandit", "B603 *", "run/*", PROGRAMS),
    Accepted("bandit", "B606 *", "run/packages.py", PROGRAMS),
    Accepted("bandit", "B101 *", "actionplans/queries/evidence.py", CHECKER),
    Accepted("bandit", "B101 *", "chronologies/queries/composite.py", CHECKER),
    Accepted("bandit", "B101 *", "dhr/benchmark/chronologies.py", CHECKER),
    Accepted("bandit", "B101 *", "dhr/demonstration/chronologies/chronology.py", CHECKER),
    Accepted("bandit", "B101 *", "reviews/forms/trail.py", CHECKER),
    Accepted("bandit", "B105 *", "panels/operations/invitations.py", OPENS_NOTHING),
    Accepted("bandit", "B105 *", "run/static.py", OPENS_NOTHING),
    Accepted("bandit", "B105 *", "stewards/queries/accounts.py", OPENS_NOTHING),
    Accepted("bandit", "B106 *", "panels/models/invitee.py", OPENS_NOTHING),
    Accepted(
        *("bandit", "B108 *", "run/folder.py"),
        "The folder is made by mkdtemp, is its owner's alone, and is checked before it is used.",
    ),
    Accepted("bandit", "B308 *", "accounts/new_secret.py", PICTURE),
    Accepted("bandit", "B703 *", "accounts/new_secret.py", PICTURE),
    Accepted("bandit", "B608 *", "dhr/row_policies.py", ROLES),
    Accepted("wapiti", "Secure Flag cookie", "GET /", LOOPBACK),
)
