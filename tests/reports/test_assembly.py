"""The report says what the record says, in the order of a report, and nobody's true name."""

from datetime import date

import pytest

from evidence.cycle import ImrState
from reports.models import SectionKind
from reports.published.age_bands import age_band
from reports.published.numbering import lettered, numbered
from reports.published.report import Bullets, Table
from reports.published.text import as_text
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import report_from
from tests.factories.actionplans import RecommendationFactory
from tests.factories.agencies import AgencyFactory
from tests.factories.evidence import (
    ImrFactory,
    ScopingChaseFactory,
    ScopingRequestFactory,
    ScopingReturnFactory,
)
from tests.factories.panels import (
    AT,
    IndependenceDeclarationFactory,
    MeetingFactory,
    PanelMemberFactory,
    no_connection,
)
from tests.factories.reports import ReportSectionFactory
from tests.factories.reviews import AgencyInvolvementFactory, PersonFactory, ReviewFactory
from tests.factories.terms import TermsOfReferenceFactory
from tests.reports.full import agree, fill

pytestmark = pytest.mark.django_db
TODAY = date(2026, 9, 16)


def report_of(review):
    return report_from(record_of(review, today=TODAY), version="Draft 1")


def chapter(report, key):
    every = [*report.chapters, *report.appendices]
    return next(one for one in every if one.key == key)


def rows(report, key):
    return [row for block in chapter(report, key).blocks if isinstance(block, Table)
            for row in block.rows]  # fmt: skip


def words(report, key):
    return [block.text for block in chapter(report, key).blocks if hasattr(block, "text")]


@pytest.fixture
def whole(review):
    return report_of(fill(review))


def test_an_empty_record_makes_a_short_report():
    review = ReviewFactory(died_on=None)

    report = report_of(review)

    assert report.title == "Report into the death of the person who died"
    assert report.month == ""
    assert [one.title for one in numbered(report.chapters)] == ["1. Introduction", "2. Timescales"]
    assert "The panel has not met yet." in as_text(report)
    assert lettered(report.appendices) == []


def test_a_panel_that_met_once_met_once(review):
    MeetingFactory(review=review, held_on=date(2026, 3, 3))
    assert "The panel met once." in as_text(report_of(review))


def test_its_chapters_stand_in_the_order_of_a_report(whole):
    keys = [one.key for one in whole.chapters if one.blocks]

    assert keys == [
        "tribute", "condolences", "introduction", "timescales", "confidentiality", "terms",
        "methodology", "involvement", "contributors", "panel", "author", "parallel", "equality",
        "dissemination", "local-learning", "facts", "chronology", "overview", "analysis-agencies",
        "analysis-enquiries", "analysis-equality", "conclusions", "lessons", "recommendations",
    ]  # fmt: skip
    assert all(one.blocks for one in whole.summary)
    assert [one.title for one in lettered(whole.appendices)] == [
        "Appendix A. Terms of reference",
        "Appendix B. Statements of independence",
        "Appendix C. Single-agency action plan",
        "Appendix D. Multi-agency action plan",
        "Appendix E. Glossary",
    ]


def test_the_title_page(whole):
    assert whole.title == "Report into the death of Maris"
    assert whole.label == "Domestic homicide review"
    assert (whole.month, whole.completed) == ("January 2026", "September 2026")
    assert whole.author == "Alex Moor"


def test_a_review_may_have_a_title_of_its_own(review):
    review.pseudonym_title = "Maris and Tam"

    assert report_of(review).title == "Report into the death of Maris and Tam"


def test_timescales_are_months(whole):
    said = dict(rows(whole, "timescales"))

    assert said["The partnership was told of the death"] == "January 2026"
    assert said["It decided to hold a review"] == "February 2026"
    assert said["The Home Office was told of the decision"] == "February 2026"
    assert said["The panel first met"] == "March 2026"
    assert said["The terms of reference were agreed"] == "February 2026"
    assert said["Meetings of the panel"] == "2, the last in September 2026"


def test_people_stand_under_pseudonyms_with_bands_of_age(whole):
    assert rows(whole, "confidentiality") == [
        ("Maris", "Person who died", "35 to 44"),
        ("Jonas", "Alleged perpetrator (former partner)", "35 to 44"),
        ("Child A", "Child", "–"),
    ]


def test_a_perpetrator_is_alleged_until_somebody_found_otherwise(review, whole):
    jonas = review.people.get(role="PERPETRATOR")
    jonas.found_responsible = True
    jonas.save()

    said = rows(report_of(review), "confidentiality")
    assert ("Jonas", "Perpetrator (former partner)", "35 to 44") in said


@pytest.mark.parametrize(
    ("born_on", "band"),
    [
        (None, ""),
        (date(2012, 1, 3), "Under 16"),
        (date(2010, 1, 2), "16 to 19"),
        (date(1961, 1, 3), "55 to 64"),
        (date(1961, 1, 2), "65 or over"),
    ],
)
def test_age_bands_change_on_the_birthday(born_on, band):
    assert age_band(born_on, date(2026, 1, 2)) == band


def test_no_band_without_a_death():
    assert age_band(date(1990, 1, 1), None) == ""


def test_terms_stand_in_short_and_in_full(whole):
    assert "The period under review is March 2021 to January 2026." in words(whole, "terms")
    assert "Media" in words(whole, "terms-in-full")
    assert rows(whole, "equality")


def test_terms_may_have_neither_period_nor_lines_of_enquiry(review):
    terms = TermsOfReferenceFactory(review=review, period_from=None, period_to=None)
    agree(terms)

    assert words(report_of(review), "terms") == ["The terms of reference are appended in full."]


def test_methodology_counts_the_agencies(whole):
    first, second, own = words(whole, "methodology")

    assert first.startswith("5 agencies were asked")
    assert "5 answered; 1 had found nothing." in first
    assert second == (
        "The panel had before it 3 individual management reviews (IMRs) and 3 chronologies."
    )
    assert own == "Words of Methodology."


def test_contributors_have_stars_and_nil_returns_stand_apart(whole):
    assert rows(whole, "contributors") == [
        ("Letter Office", "Letter"),
        ("Tern Valley Service 0*", "IMR and chronology"),
        ("Tern Valley Service 1*", "IMR and chronology"),
        ("Tern Valley Service 2*", "IMR and chronology"),
    ]
    assert chapter(whole, "contributors").blocks[3].items == ("Nowhere Clinic",)


def test_what_is_asked_for_and_not_in_says_so(review):
    part = AgencyInvolvementFactory(review=review, agency__name="Slow Service")
    ScopingReturnFactory(request__involvement=part)
    ImrFactory(involvement=part)

    report = report_of(review)

    assert rows(report, "contributors") == [("Slow Service", "IMR (asked for, not received)")]
    assert words(report, "methodology")[1:] == ["Still outstanding when this was written:"]
    assert chapter(report, "methodology").blocks[2].items == ("Slow Service: IMR",)


def test_what_was_tried_with_silent_agencies_says_how_often_and_to_which_post(review):
    for name, kind in (("Shut Door Ltd", "REFUSED"), ("Quiet Club", "NO_RESPONSE")):
        request = ScopingRequestFactory(involvement__review=review, involvement__agency__name=name)
        ScopingChaseFactory(
            request=request, note="A SECRET", tried_whom="A SECRET", escalated_to="its owner",
            chased_on=date(2026, 4, 2),
        )  # fmt: skip
        ScopingReturnFactory(request=request, return_kind=kind, reason="A SECRET")
    ScopingRequestFactory(involvement__review=review, involvement__agency__name="Slow Service")

    report = report_of(review)

    quiet, waited = [
        one.items for one in chapter(report, "methodology").blocks if isinstance(one, Bullets)
    ]
    assert waited == ("Slow Service: its answer to the first letter",)
    tried = "was asked 2 times, by post and by telephone, between January 2026 and April 2026; "
    assert quiet == (
        f"Quiet Club {tried}this was escalated to its owner. It did not answer.",
        f"Shut Door Ltd {tried}this was escalated to its owner. It refused.",
    )
    assert "SECRET" not in as_text(report)


def test_what_is_held_back_and_who_answered_in_whose_place_stand_by_the_agency(review):
    ScopingReturnFactory(
        request__involvement__review=review,
        request__involvement__agency__name="Old Hospital",
        return_kind="LETTER",
        withheld="A SECRET",
        withheld_basis="PRIVILEGE",
        answered_by=AgencyFactory(name="New Hospital"),
    )

    report = report_of(review)

    said = "Letter, part withheld (legal professional privilege) and answered in its place by "
    assert rows(report, "contributors") == [("Old Hospital", f"{said}New Hospital")]
    assert "SECRET" not in as_text(report)


def test_accepted_connections_print_with_their_reason_and_no_other_does(review):
    said = {"connections": "SECRET", "decided_at": AT, "decided_because": "Another family."}
    chair = PanelMemberFactory(review=review, chair=True, full_name="Alex Moor")
    second = {**no_connection(chair.part), "OTHER_REVIEWS": True}
    IndependenceDeclarationFactory(member=chair, answers=second, decided="ACCEPTED", **said)
    declined = PanelMemberFactory(review=review, full_name="Ines Okafor")
    known = {**no_connection(declined.part), "KNOWN": True}
    IndependenceDeclarationFactory(member=declined, answers=known, decided="DECLINED", **said)
    imr = ImrFactory(
        involvement=AgencyInvolvementFactory(review=review, agency__name="Brook School"),
        at=ImrState.RECEIVED,
    )
    imr.author.answers = {**imr.author.answers, "KNOWS": True}
    imr.author.decided, imr.author.decided_because = "ACCEPTED", "A small school."
    imr.author.decided_at = AT
    imr.author.save()

    report = report_of(review)

    blocks = chapter(report, "independence").blocks
    [items] = [block.items for block in blocks if isinstance(block, Bullets)]
    assert items == (
        "Alex Moor, independent chair: Another family.",
        "The author of the report of Brook School: A small school.",
    )
    assert "SECRET" not in as_text(report)


def test_the_panel_and_who_led_it(whole):
    names = [row[0] for row in rows(whole, "panel")]

    assert names[:2] == ["Alex Moor", "Ines Okafor"]
    assert rows(whole, "panel")[0][1] == "Independent chair and author of the overview report"
    assert rows(whole, "panel")[1][2] == "Head of Safeguarding, Northstead Refuge"
    assert rows(whole, "panel")[2][1] == "Panel member (until February 2026)"
    assert words(whole, "independence")[1:] == ["I never worked here.", "Nor near it."]
    assert "They have declared their independence." in words(whole, "author")[0]


def test_the_chronology_says_what_it_rests_on_and_prints_no_entry(whole):
    assert words(whole, "chronology") == [
        "This chapter rests on 21 entries in the chronologies of 3 agencies.",
        "Words of Chronology.",
    ]


def test_learning_recommendations_and_both_plans(whole):
    assert words(whole, "lessons")[-1] == "Learning point 1. Ask whoever comes alone."
    assert any(line.startswith("Recommendation 3. Tell each other. Addressed to:")
               for line in words(whole, "recommendations"))  # fmt: skip
    single, multi = rows(whole, "single-agency-plan"), rows(whole, "multi-agency-plan")
    assert single[0][0] == "1. Train everybody who answers the door."
    assert single[1][0] == "1, continued"
    assert multi[-1][2] == "No action agreed yet"


def test_a_recommendation_says_which_learning_it_rests_on(review):
    fill(review)
    one = RecommendationFactory(review=review, text="Ask.")
    one.learning_points.set(review.learning_points.all())

    assert any("Ask. (From learning point 1.)" in line
               for line in words(report_of(review), "recommendations"))  # fmt: skip


def test_the_glossary_has_the_terms_used_and_those_its_author_adds(review):
    ReportSectionFactory(review=review, kind=SectionKind.FACTS, text="Two IMRs and a MASH.")
    ReportSectionFactory(
        review=review,
        kind=SectionKind.GLOSSARY,
        text="- Homefinder: a housing scheme\n- no meaning\n\nOther words.",
    )

    report = report_of(review)

    assert [row[0] for row in rows(report, "glossary")] == ["Homefinder", "IMR", "MASH"]
    assert chapter(report, "glossary").blocks[-1].items == ("no meaning",)
    assert "Other words." in words(report, "glossary")


def test_no_true_name_and_no_day_of_the_case_is_in_it(review):
    fill(review)
    PersonFactory(review=review, true_name="Selwyn Quorrel", pseudonym="Tam")

    text = as_text(report_of(review))

    for telling in ("Oriel", "Quorrel", "2 January 2026", "5 May 1990", "1990"):
        assert telling not in text


def test_the_last_version_of_a_section_prints(review):
    ReportSectionFactory(review=review, text="First.")
    ReportSectionFactory(review=review, text="Second.")

    assert words(report_of(review), "facts") == ["Second."]


def test_reading_the_record_costs_the_same_whatever_is_in_it(review, django_assert_num_queries):
    fill(review, agencies=12)
    with django_assert_num_queries(8):
        report_of(type(review).objects.select_related("partnership").get(pk=review.pk))
