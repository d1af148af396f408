"""
What a partnership decides on once for many findings: a code that stays, and how it is called.

A finding carries the code (`Finding.policy`); pages group by it: "41 by policy (dates to the day)".
Certificates and remembered decisions name codes, so none is ever given another meaning.
"""

POLICIES: dict[str, str] = {
    # A
    "true_names": "True names and initials",
    "nobody_known": "Names of nobody in the register",
    "dates_of_birth": "Dates of birth",
    "numbers": "Numbers and addresses of one person",
    # B
    "other_reviews": "Text of another review",
    # C
    "unread": "What no check can read",
    "placeholders": "Placeholders and what editing left",
    "unfinished": "Sentences that end too soon",
    # D
    "pseudonyms": "Pseudonyms misspelt or standing for nobody",
    "who_is_meant": "A pseudonym where the other is meant",
    # E
    "day_of_death": "The day of the death",
    "dates_to_the_day": "Dates to the day",
    "times_of_day": "Times of day",
    "exact_ages": "Exact ages and years of birth",
    "weeks_of_pregnancy": "Weeks of a pregnancy",
    # F
    "places_of_the_review": "Places of this review",
    "schools": "Schools, nurseries and children’s centres",
    "practices": "Surgeries, wards and clinics",
    "refuges": "Refuges and hostels",
    "other_places": "Other named places",
    "streets": "Streets, blocks and estates",
    "homes": "Homes and places of work by town",
    "relatives": "Where relatives and friends live",
    # G
    "sex_of_children": "The sex of a child",
    "ages_of_children": "The age of a child",
    "births_of_children": "When a child was born",
    "contact": "Who sees a child, where and when",
    "whereabouts": "Where somebody who lives on can be found",
    "immigration": "Immigration",
    "health": "The health of somebody who lives on",
    "complainants": "Who reported a sexual offence",
    # H
    "quotations": "Quotations that can be searched for",
    "generalised": "What gives away a fact published less exactly",
    "distinctions": "What only one person ever was",
    "methods": "How somebody took their life",
    # I
    "professionals": "Professionals and others who are named",
    # J
    "events": "Days and outcomes that disagree",
    "weekdays": "Weekdays that were others",
    "counts": "Counts that disagree",
    "promises": "Promises of anonymity that are not kept",
    # K
    "structure": "What should be there and is not",
}
