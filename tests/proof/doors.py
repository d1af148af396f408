"""What the product answers by its own doors and rules: a line for each line of the oracle."""

from django.http import Http404
from django.urls import reverse

import actionplans.access
import actionplans.rules.plan
import anonymity.rules
import chronologies.rules
import chronologies.views.doors
import composite.queries.scope
import composite.views.doors
import costs.rules
import evidence.access
import evidence.rules.imr_queries
import evidence.rules.imr_reading
import families.queries.doors
import families.rules
import panels.access
import publications.access
import publications.queries.liaison
import publications.rules.submissions
import reports.access
import reports.rules.sections
from agencies.models import User
from families.models import FamilyContact
from reviews import access
from reviews.access import Permission as P
from reviews.access import Refused
from reviews.models import AgencyInvolvement, Review
from tests.proof.oracle import Deed, Thing
from tests.proof.scene import Asked


def fresh(asked: Asked) -> Asked:
    """Ask as the next request would, with nothing remembered."""
    return Asked(User.objects.get(pk=asked.user.pk), asked.scene, asked.part)


def opens(door, *args) -> bool:
    try:
        door(*args)
    except (Http404, Refused):
        return False
    return True


def _review(permission):
    def door(asked):
        access.review_or_404(asked.user, asked.reference, permission)

    return door


def _part(permission):
    def door(asked):
        access.involvement_or_404(asked.user, asked.reference, asked.part.of.pk, permission)

    return door


def _raw(asked):
    chronologies.views.doors.submission_or_404(
        asked.user, asked.reference, asked.part.of.pk, asked.part.chronology.number
    )


def _entry(asked):
    chronologies.views.doors.entry_or_404(asked.user, asked.reference, asked.part.entry.pk)


def _asked(asked):
    part = composite.views.doors.own_part_or_404(asked.user, asked.reference, asked.part.of.pk)
    composite.views.doors.question_or_404(part, asked.part.question.pk)


def _composite(asked):
    review = Review.objects.get(pk=asked.scene.review.pk)
    scope = composite.queries.scope.scope_of(review, asked.user)
    if asked.part.entry in scope.entries:
        assert opens(_entry, asked), "the composite shows an entry whose page is closed"
    else:
        assert not asked.part.chronology.is_released, "the composite lacks what is released"


def _version(asked):
    rows = evidence.models.ImrVersion.objects.select_related("imr__involvement__review")
    evidence.rules.imr_reading.check_can_read(asked.user, rows.get(pk=asked.part.version.pk))


def _status(asked):
    evidence.access.imr_or_404(asked.user, asked.reference, asked.part.of.pk, P.EVIDENCE_STATUS)


def _queries(asked):
    evidence.access.query_or_404(
        asked.user, asked.reference, asked.part.of.pk, asked.part.query.number, P.IMR_QUERY_READ
    )


def _meeting(asked):
    panels.access.meeting_or_404(
        asked.user, asked.reference, asked.scene.meeting.number, P.PANEL_READ
    )


def _family(asked):
    families.queries.doors.contact_or_404(asked.user, asked.reference, asked.scene.contact.pk)


def _draft(asked):
    reports.access.draft_or_404(asked.user, asked.reference, asked.scene.draft.number)


def _pack(asked):
    """Inside the review by its round; for the Home Office on the liaison's own pages."""
    readable = publications.queries.liaison.readable(asked.user).filter(pk=asked.scene.review.pk)
    packs = publications.queries.liaison.packs_of(asked.scene.review)
    if readable.exists() and packs:
        return
    publications.access.item_or_404(
        asked.user, asked.reference, asked.scene.pack.round, asked.scene.item.pk
    )


def _letter(asked):
    publications.access.round_or_404(asked.user, asked.reference, asked.scene.pack.round, P.QA_READ)


READ = {
    Thing.HOME: _review(P.REVIEW_READ),
    Thing.DECISION: _review(P.DECISION_READ),
    Thing.PEOPLE: _review(P.IDENTITIES_READ),
    Thing.PART: _part(P.INVOLVEMENT_READ),
    Thing.SCOPING: _part(P.SCOPING_READ),
    Thing.TERMS: lambda asked: panels.access.review_with_terms_or_404(asked.user, asked.reference),
    Thing.AGENCY_TERMS: _part(P.TERMS_READ),
    Thing.MEETING: _meeting,
    Thing.RAW: _raw,
    Thing.ENTRY: _entry,
    Thing.COMPOSITE: _composite,
    Thing.ASKED: _asked,
    Thing.STATUS: _status,
    Thing.VERSION: _version,
    Thing.QUERIES: _queries,
    Thing.FAMILY: _family,
    Thing.DRAFT: _draft,
    Thing.TEXT: lambda asked: reports.access.working_text_or_404(asked.user, asked.reference),
    Thing.PLAN: lambda asked: actionplans.access.review_or_404(asked.user, asked.reference),
    Thing.ACTION: lambda asked: actionplans.access.action_or_404(
        asked.user, asked.reference, asked.part.action.pk
    ),
    Thing.PACK: _pack,
    Thing.LETTER: _letter,
    Thing.COSTS: _review(P.COSTS_READ),
    Thing.TRAIL: _review(P.AUDIT_READ),
}


def reads(asked: Asked, thing: Thing) -> bool:
    return opens(READ[thing], asked)


# The same on pages, for some of them

PAGES = {
    Thing.HOME: ("reviews:home", ()),
    Thing.PEOPLE: ("reviews:people", ()),
    Thing.COSTS: ("costs:costs", ()),
    Thing.TRAIL: ("reviews:history", ()),
    Thing.FAMILY: ("families:compartment", ()),
    Thing.PLAN: ("actionplans:plan", ()),
    Thing.MEETING: ("panels:meetings", ()),
    Thing.PART: ("evidence:agency", ("part",)),
    Thing.ENTRY: ("composite:entry", ("entry",)),
    Thing.RAW: ("chronologies:entries", ("part", "chronology")),
    Thing.ASKED: ("composite:question", ("part", "question")),
    Thing.DRAFT: ("reports:draft", ("draft",)),
}


def path_of(asked: Asked, thing: Thing) -> str:
    name, wanted = PAGES[thing]
    numbers = {
        "part": asked.part.of.pk,
        "entry": asked.part.entry.pk,
        "chronology": asked.part.chronology.number,
        "question": asked.part.question.pk,
        "draft": asked.scene.draft.number,
    }
    return reverse(name, args=[asked.reference, *(numbers[one] for one in wanted)])


# What may be done

IN_REVIEW = {
    Deed.MOVE: P.STAGE_MOVE,
    Deed.STEP_BACK: P.STAGE_STEP_BACK,
    Deed.PASS: P.GATE_PASS,
    Deed.VERIFY: P.PLAN_VERIFY,
    Deed.RECORD_DECISION: P.DECISION_RECORD,
    Deed.ENTER_DECISION: P.DECISION_ENTER,
    Deed.DECIDE: P.DECISION_MAKE,
    Deed.SIGN: P.SIGN_OFF,
    Deed.PUBLISH: P.PUBLISH,
    Deed.ADMIT: P.ACCESS_MANAGE,
    Deed.NAME: P.IDENTITIES_WRITE,
    Deed.ADD_AGENCIES: P.INVOLVEMENT_MANAGE,
    Deed.ASK: P.SCOPING_SEND,
    Deed.WRITE_PANEL: P.PANEL_WRITE,
    Deed.WRITE_TERMS: P.TERMS_WRITE,
    Deed.AGREE: P.AGREEMENT_GIVE,
    Deed.RECORD_AGREEMENT: P.AGREEMENT_RECORD,
    Deed.ASK_EVIDENCE: P.EVIDENCE_REQUEST,
    Deed.RELEASE: P.CHRONOLOGY_RELEASE,
    Deed.ACCEPT_IMR: P.IMR_ACCEPT,
    Deed.QUERY: P.IMR_QUERY,
    Deed.COMMENT: P.DRAFT_COMMENT,
    Deed.NOTE: P.CHRONOLOGY_NOTE,
    Deed.RECONCILE: P.CHRONOLOGY_RECONCILE,
}
IN_PART = {
    Deed.ANSWER: P.SCOPING_ANSWER,
    Deed.WRITE_IMR: P.IMR_WRITE,
    Deed.SIGN_IMR: P.IMR_SIGN_OFF,
    Deed.ANSWER_QUERY: P.IMR_QUERY_ANSWER,
    Deed.REPORT: P.PLAN_UPDATE,
}
# Rules that ask for a right and for a review that has not ended, and for nothing else
BY_RULE = {
    Deed.SEND_CHRONOLOGY: lambda asked: chronologies.rules.check_can_send(
        asked.user, asked.part.of
    ),
    Deed.WRITE_FAMILY: lambda asked: families.rules.check_can_write(asked.user, asked.scene.review),
    Deed.WRITE_REPORT: lambda asked: reports.rules.sections.check_can_write(
        asked.user, asked.scene.review
    ),
    Deed.WRITE_PLAN: lambda asked: actionplans.rules.plan.check_can_plan(
        asked.user, asked.scene.review
    ),
    Deed.MAKE_PACK: lambda asked: publications.rules.submissions.check_can_make(
        asked.user, asked.scene.review
    ),
    Deed.WRITE_LETTER: lambda asked: publications.rules.submissions.check_can_record(
        asked.user, asked.scene.review
    ),
    Deed.CERTIFY: lambda asked: anonymity.rules.check_can_check(asked.user, asked.scene.review),
    Deed.WRITE_COSTS: lambda asked: costs.rules.check_can_write(asked.user, asked.scene.review),
}


BEHIND_RULES = {
    Deed.SEND_CHRONOLOGY: P.CHRONOLOGY_SUBMIT,
    Deed.WRITE_FAMILY: P.FAMILY_WRITE,
    Deed.WRITE_REPORT: P.DRAFT_WRITE,
    Deed.WRITE_PLAN: P.PLAN_WRITE,
    Deed.MAKE_PACK: P.SUBMISSION_MAKE,
    Deed.WRITE_LETTER: P.QA_WRITE,
    Deed.CERTIFY: P.ANONYMITY_CHECK,
    Deed.WRITE_COSTS: P.COSTS_WRITE,
}
RIGHT_OF = {**IN_REVIEW, **IN_PART, **BEHIND_RULES}


def holds(asked: Asked, permission: str) -> bool:
    """Test for a right in an agency's part, where whatever is held in the review holds too."""
    return access.has(asked.user, P(permission), on=asked.part.of)


def holds_in_own_name(asked: Asked, deed: Deed) -> bool:
    return access.has_own(asked.user, RIGHT_OF[deed], on=asked.part.of)


def does(asked: Asked, deed: Deed) -> bool:
    if deed in BY_RULE:
        asked.part.of.review = asked.scene.review
        return opens(BY_RULE[deed], asked)
    return holds(asked, RIGHT_OF[deed])


# What lists show: the same again, by the other way in

LISTED = {
    Thing.HOME: lambda asked: Review.objects.readable_by(asked.user).filter(
        pk=asked.scene.review.pk
    ),
    Thing.PART: lambda asked: AgencyInvolvement.objects.readable_by(asked.user).filter(
        pk=asked.part.of.pk
    ),
    Thing.FAMILY: lambda asked: FamilyContact.objects.readable_by(asked.user).filter(
        pk=asked.scene.contact.pk
    ),
}


def lists(asked: Asked, thing: Thing) -> bool:
    return LISTED[thing](asked).exists()
