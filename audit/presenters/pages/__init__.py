"""
What each page is called in the trail: in plain words, for whoever reads who was refused what.

A page is known to the trail by the name of its address; a test finds the one that is missing here.
Words of a page that is gone stay: the trail still speaks of it.
"""

from audit.presenters.pages import (
    accounts,
    actionplans,
    agencies,
    chronologies,
    composite,
    costs,
    evidence,
    families,
    panels,
    portfolio,
    publications,
    reminders,
    reports,
    reviews,
    stewards,
    timescales,
)

PAGES = {
    "accounts": accounts.PAGES,
    "actionplans": actionplans.PAGES,
    "agencies": agencies.PAGES,
    "chronologies": chronologies.PAGES,
    "composite": composite.PAGES,
    "costs": costs.PAGES,
    "evidence": evidence.PAGES,
    "families": families.PAGES,
    "panels": panels.PAGES,
    "portfolio": portfolio.PAGES,
    "publications": publications.PAGES,
    "reminders": reminders.PAGES,
    "reports": reports.PAGES,
    "reviews": reviews.PAGES,
    "stewards": stewards.PAGES,
    "timescales": timescales.PAGES,
}


def words_for(route: str) -> str:
    """Say what a page is, or nothing of one that the trail has no words for."""
    app, _, page = route.partition(":")
    return PAGES.get(app, {}).get(page, "")
