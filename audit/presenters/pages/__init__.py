"""
What each page is called in the trail: in plain words, for whoever reads who was refused what.

A page is known to the trail by the name of its address; a test finds the one that is missing here.
Words of a page that is gone stay: the trail still speaks of it.
"""

from audit.presenters.pages import (
    accounts,
    actionplans,
    agencies,
    agencyfiles,
    anonymity,
    availability,
    chronologies,
    clauses,
    composite,
    costs,
    decisions,
    evidence,
    families,
    learning,
    letters,
    outcomes,
    panels,
    portfolio,
    postoffice,
    proceedings,
    publications,
    questions,
    reminders,
    replies,
    reports,
    reviews,
    stewards,
    timescales,
)

PAGES = {
    "accounts": accounts.PAGES,
    "actionplans": actionplans.PAGES,
    "agencies": agencies.PAGES,
    "agencyfiles": agencyfiles.PAGES,
    "anonymity": anonymity.PAGES,
    "availability": availability.PAGES,
    "chronologies": chronologies.PAGES,
    "clauses": clauses.PAGES,
    "composite": composite.PAGES,
    "costs": costs.PAGES,
    "decisions": decisions.PAGES,
    "evidence": evidence.PAGES,
    "families": families.PAGES,
    "learning": learning.PAGES,
    "letters": letters.PAGES,
    "outcomes": outcomes.PAGES,
    "panels": panels.PAGES,
    "portfolio": portfolio.PAGES,
    "postoffice": postoffice.PAGES,
    "proceedings": proceedings.PAGES,
    "publications": publications.PAGES,
    "questions": questions.PAGES,
    "reminders": reminders.PAGES,
    "replies": replies.PAGES,
    "reports": reports.PAGES,
    "reviews": reviews.PAGES,
    "stewards": stewards.PAGES,
    "timescales": timescales.PAGES,
}


def words_for(route: str) -> str:
    """Say what a page is, or nothing of one that the trail has no words for."""
    app, _, page = route.partition(":")
    return PAGES.get(app, {}).get(page, "")
