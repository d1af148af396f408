import json
from datetime import date

from agencies.models import Actor
from documents.models import Document
from panels.rules.terms import check_gives_nobody_away
from reports.models import Draft, DraftPurpose
from reports.published.report import PublishedReport, as_data
from reviews import access, rules
from reviews.access import Permission, Refused, allows
from reviews.checks.true_names import Finding
from reviews.models import Review

# What is typed about a draft and read with it
WORDS_ABOUT = {"note": "What is new in it", "called": "What its author called it"}


def check_can_make(
    actor: Actor, review: Review, purpose: str, made_on: date, *, today: date
) -> None:
    """Refuse a draft without the right, without a purpose, or of an impossible day."""
    access.require(actor, Permission.DRAFT_WRITE, on=review)
    rules.check_is_open(review)
    if purpose not in DraftPurpose:
        raise Refused("Say what the draft is for", field="purpose")
    rules.check_possible_on(made_on, field="made_on", called="The day it was made", today=today)
    rules.check_after_death(review, made_on, field="made_on", called="The day it was made")


def check_words_about(review: Review, *, note: str, called: str = "") -> None:
    """Refuse words about a draft with a true name: some of those who read it may not know it."""
    rules.check_names_nobody(review, {"note": note, "called": called}, called=WORDS_ABOUT)


def is_held_by_its_words(draft: Draft) -> bool:
    """Whether what is said about a draft holds a true name: it can never be released as it is."""
    return not allows(check_words_about, draft.review, note=draft.note, called=draft.called)


def check_can_take_in(
    actor: Actor, review: Review, original: Document, purpose: str, made_on: date, *, today: date
) -> None:
    """Refuse a version made elsewhere of a day after the review was recorded here."""
    check_can_make(actor, review, purpose, made_on, today=today)
    if not rules.is_before_this_system(review, made_on):
        raise Refused(
            "Only a version of before this review was recorded here is taken in. Bring a later one "
            "back into the working text under “Write in Word”, and make a draft of that.",
            field="made_on",
        )
    if not original.is_open:
        raise Refused(
            "This file is being checked for malware. It is kept: send this again in a minute",
            field="file",
        )


def check_is_new(review: Review, original: Document) -> None:
    """Refuse a file that is a draft already: the same bytes say the same."""
    same = review.drafts.filter(original__sha256=original.sha256).first()
    if same and not is_held_by_its_words(same):
        raise Refused(f"This very file is {same.name.lower()} already", field="file")


def check_says_something_new(last: Draft, said: PublishedReport) -> None:
    """Refuse a draft that would be kept, but for its number, as the last one was."""
    kept, new = last.content, as_data(said)
    if json.dumps(kept, sort_keys=True) == json.dumps(new, sort_keys=True):
        raise Refused(
            f"{last.name} says this already, word for word: nothing of the report has changed "
            "since. No other draft was made.",
            href=last.get_absolute_url(),
        )


def check_can_release(
    actor: Actor,
    draft: Draft,
    found: list[Finding],
    *,
    names_looked_at: bool,
    released_on: date,
    today: date,
) -> None:
    """Refuse to release a draft twice, before it was made, or one that gives somebody away."""
    access.require(actor, Permission.DRAFT_WRITE, on=draft.review)
    rules.check_is_open(draft.review)
    if draft.is_released:
        raise Refused("This draft is released already.")
    rules.check_possible_on(released_on, field="released_on", called="The day", today=today)
    if released_on < draft.made_on:
        raise Refused("The day must be on or after the day it was made", field="released_on")
    check_gives_nobody_away(found, are_looked_at=names_looked_at)
