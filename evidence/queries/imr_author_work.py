"""What an agency's own people have to do about evidence: write, answer, sign off."""

from collections.abc import Mapping
from datetime import date
from operator import itemgetter

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from evidence.models import (
    AuthorDeclaration,
    EnquiryAnalysis,
    ImrQuery,
    ImrVersion,
)
from evidence.models.author_declaration import lets_write
from evidence.models.imr_version import ImrVersionQuerySet
from evidence.models.tier import REPORTS, ReportKind
from evidence.queries.enquiries import standing_lines
from evidence.queries.reports import standing_reports
from evidence.rules.completeness import WRITTEN, Gap, Part, Written, gaps_in
from reviews.access import Held, Permission
from reviews.models import AgencyInvolvement
from reviews.queries.asking import Question, Row, told
from reviews.queries.work import Task, WorkItem, place, together, told_in_part

# Every step that an author has still to take, due with the whole


def reports_begun(held: Held, today: date) -> Mapping[str, Question]:
    """Ask how far each report is: who writes it, what is written, on which lines something is."""
    mine = held.parts(Permission.IMR_WRITE)
    author = "involvement__imr__author__"
    last = last_versions().filter(imr__involvement__in=mine)
    reviews = AgencyInvolvement.objects.filter(pk__in=mine).values("review")
    lines = standing_lines().filter(terms__review__in=reviews)
    said = AuthorDeclaration.objects.filter(user=held.user, imr__involvement__in=mine)
    return {
        "reports": told_in_part(
            standing_reports(involvement__in=mine),
            tier="tier",
            due_on="due_on",
            answers=f"{author}answers",
            decided=f"{author}decided",
            is_mine=Q(**{f"{author}user": held.user}),
        ),
        "declared": told(
            said, part="imr__involvement_id", declaration="pk", answers="answers", decided="decided"
        ),
        "versions": told(
            last,
            part="imr__involvement_id",
            is_closed=Q(submitted_at__isnull=False) | Q(sign_off__isnull=False),
            is_given_back=~Q(given_back_note=""),
            **WRITTEN,
        ),
        "lines": told(lines, review="terms__review_id", root="root", number="number"),
        "said": told(
            EnquiryAnalysis.objects.filter(version__in=last),
            part="version__imr__involvement_id",
            root="enquiry__root",
        ),
    }


def write(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    versions = {row["part"]: row for row in found["versions"]}
    declared = {
        row["part"]: row for row in sorted(found["declared"], key=itemgetter("declaration"))
    }
    return [
        item(report, words, page)
        for report in found["reports"]
        for words, page in steps_left(
            report,
            versions.get(report["part"], {}),
            declared.get(report["part"]),
            open_lines(report, found),
        )
    ]


def steps_left(
    report: Row, version: Row, declared: Row | None, lines: list[int]
) -> list[tuple[str, str]]:
    """
    Return what this person has still to do, as words and the name of the page.

    version: the last one; empty before the first words.
    declared: what this person declared last.
    lines: the numbers of the lines of enquiry on which nothing is said.
    """
    kind = REPORTS[report["tier"]]
    if report["answers"] is None or not may_write(report, kind):
        if declared and not may_write(declared, kind):
            return []
        return [(f"Confirm that you can write the {kind.noun}", "declare-author")]
    if not report["is_mine"] or version.get("is_closed"):
        return []
    written = Written(**{name: version.get(name, False) for name in WRITTEN})
    missing = gaps_in(written, kind, lines)
    return steps_of_draft(kind.noun, missing, is_given_back=version.get("is_given_back", False))


def may_write(row: Row, kind: ReportKind) -> bool:
    return lets_write(row["answers"], kind, row["decided"] or "")


def steps_of_draft(noun: str, missing: list[Gap], *, is_given_back: bool) -> list[tuple[str, str]]:
    parts = {gap.part for gap in missing}
    found = {
        f"Change the {noun} as asked before sign-off": is_given_back,
        f"Say what you found for the {noun}": bool(parts - {Part.DOCUMENT}),
        f"Upload the {noun}": Part.DOCUMENT in parts,
        f"Ask for sign-off of the {noun}": not parts and not is_given_back,
    }
    return [(words, "author-task") for words, is_left in found.items() if is_left]


def open_lines(report: Row, found: Mapping[str, list[Row]]) -> list[int]:
    said = {row["root"] for row in found["said"] if row["part"] == report["part"]}
    lines = (row for row in found["lines"] if row["review"] == report["review_id"])
    return sorted(row["number"] for row in lines if row["root"] not in said)


reports_to_write = Task(reports_begun, write)


# Questions of the panel to the agencies this person writes for


def questions_open(held: Held, today: date) -> Mapping[str, Question]:
    asked = ImrQuery.objects.open().filter(
        imr__involvement__in=held.parts(Permission.IMR_QUERY_ANSWER)
    )
    return {"questions": told_in_part(asked, "imr__involvement__", due_on="due_on")}


def answer(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        WorkItem(
            what=f"Answer {len(rows)} question{'' if len(rows) == 1 else 's'} of the panel",
            why=f"Asked of {rows[0]['agency']} about what it sent",
            href=reverse("evidence:imr-queries", args=[rows[0]["reference"], rows[0]["part"]]),
            due_on=min(row["due_on"] for row in rows),
            **place(rows[0]),
        )
        for rows in together(found["questions"], "part")
    ]


questions_to_answer = Task(questions_open, answer)


# What waits for somebody senior: to sign off, and to send where it was kept back

SENIOR = {"to sign": ("Sign off", "imr-sign-off"), "to send": ("Send", "imr-send")}


def reports_before_seniors(held: Held, today: date) -> Mapping[str, Question]:
    requests = standing_reports(involvement__in=held.parts(Permission.IMR_SIGN_OFF))
    last = last_versions().filter(imr__involvement=OuterRef("involvement"))
    to_sign = last.filter(submitted_at__isnull=False, sign_off__isnull=True)
    to_send = last.filter(sign_off__isnull=False, received_on__isnull=True)
    others = requests.exclude(involvement__imr__author__user=held.user)
    return {
        "to sign": told_in_part(others.filter(Exists(to_sign)), tier="tier", due_on="due_on"),
        "to send": told_in_part(requests.filter(Exists(to_send)), tier="tier", due_on="due_on"),
    }


def sign_off(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return [
        item(report, f"{verb} the {REPORTS[report['tier']].noun}", page)
        for name, (verb, page) in SENIOR.items()
        for report in found[name]
    ]


reports_to_sign_off = Task(reports_before_seniors, sign_off)


def last_versions() -> ImrVersionQuerySet:
    """Return the last version of each report, whatever its state."""
    later = ImrVersion.objects.filter(imr=OuterRef("imr"), number__gt=OuterRef("number"))
    return ImrVersion.objects.filter(~Exists(later))


def item(report: Row, what: str, page: str) -> WorkItem:
    return WorkItem(
        what=f"{what} of {report['agency']}",
        why="Asked of your agency by the panel",
        href=reverse(f"evidence:{page}", args=[report["reference"], report["part"]]),
        due_on=report["due_on"],
        **place(report),
    )
