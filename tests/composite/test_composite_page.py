"""The story of all agencies: in one order, for those who may, each row leading back to its file."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chronologies import rules
from chronologies.models import ChronologyEntry
from composite.queries.scope import Scope
from reviews import access
from reviews.access import Refused, Role
from tests.chronologies.world import (
    GOOD,
    MONTH,
    UNDATED,
    agency_of,
    ready,
    shown,
)
from tests.factories.chronologies import ChronologyEntryFactory, ChronologySubmissionFactory
from tests.factories.reviews import PersonFactory, playing
from tests.pages.reading import Html
from tests.reviews.acting import downloaded

pytestmark = pytest.mark.django_db
KEPT = ("period_from", "period_to", "words")


def story(review, **asked):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return f"{reverse('composite:composite', args=[review.reference])}?{query}"


def narrowed(client, review, **asked):
    """Narrow the story on its page; return what is shown then."""
    kept = {name: asked.pop(name) for name in KEPT if name in asked}
    if not kept:
        return shown(client.get(story(review, **asked)))
    query = story(review, **asked).partition("?")[2]
    page = f"{reverse('composite:narrow', args=[review.reference])}?{query}"
    return shown(client.post(page, kept, follow=True))


@pytest.fixture
def other(review):
    return agency_of(review, "Beech Trust", short_name="Beech")


@pytest.fixture
def their_author(other):
    return playing(Role.IMR_AUTHOR, to=other)


def test_all_agencies_stand_in_one_order(client, released, other, their_author, member, review):
    released(("23/05/2016", "", "x", "Second.", ""), ("", "", "x", "Last.", ""))
    released(("2016", "", "x", "First.", ""), GOOD, part=other, by=their_author)
    client.force_login(member)

    page = shown(client.get(story(review)))

    order = [page.index(words) for words in ("First.", "Home visit.", "Second.", "Last.")]
    assert order == sorted(order)
    text = Html(page).text
    for words in ("4 entries", "22 May 2016, 14:30", "written: 22/05/2016 14:30", "Beech", "row 3"):
        assert words in text


@pytest.mark.parametrize(
    ("role", "is_released", "may_read"),
    [
        (Role.PANEL_MEMBER, False, False),
        (Role.PANEL_MEMBER, True, True),
        (Role.INDEPENDENT_CHAIR, False, True),
        (Role.REVIEW_SECRETARY, False, True),
        (Role.CSP_OFFICER, False, True),
        (Role.CSP_CHAIR, True, False),
        (Role.ADVISER, True, False),
        (Role.HOME_OFFICE_LIAISON, True, False),
        (Role.IMR_AUTHOR, False, True),
        (Role.SENIOR_SIGN_OFF, False, True),
        (Role.AGENCY_CONTACT, True, False),
    ],
)
def test_check_can_read_entry(client, sent, chair, part, review, role, is_released, may_read):
    submission = ready(sent(GOOD), release_by=chair if is_released else None)
    entry = submission.entries.get()
    place = part if role in (Role.IMR_AUTHOR, Role.SENIOR_SIGN_OFF, Role.AGENCY_CONTACT) else review
    reader = playing(role, to=place)

    assert access.allows(rules.check_can_read_entry, reader, entry) is may_read
    client.force_login(reader)
    address = reverse("composite:entry", args=[review.reference, entry.pk])
    assert client.get(address).status_code == (200 if may_read else 404)


def test_another_agency_reads_nothing_before_release(
    client, sent, review, other, their_author, part
):
    submission = ready(sent(GOOD))
    entry = submission.entries.get()
    client.force_login(their_author)
    for address in (
        story(review),
        reverse("composite:entry", args=[review.reference, entry.pk]),
        reverse("composite:agency-composite", args=[review.reference, part.pk]),
        submission.get_absolute_url(),
        submission.address("entries"),
        submission.address("file"),
        reverse("chronologies:chronology", args=[review.reference, part.pk]),
    ):
        assert client.get(address).status_code == 404
    own = reverse("composite:agency-composite", args=[review.reference, other.pk])
    assert "Nothing is released yet" in shown(client.get(own))


def test_after_release_an_author_reads_all_and_opens_only_their_own(
    client, released, review, other, their_author
):
    released(GOOD)
    client.force_login(their_author)
    own = reverse("composite:agency-composite", args=[review.reference, other.pk])

    page = shown(client.get(own))

    assert "Home visit." in page
    assert "Take it with you" not in page
    entry = ChronologyEntry.objects.get()
    page = shown(client.get(reverse("composite:entry", args=[review.reference, entry.pk])))
    assert "Home visit." in page
    assert "The row as it is in the file" not in page


def test_people_of_the_review_have_a_page_of_their_own(client, review, part, officer):
    client.force_login(officer)
    own = reverse("composite:agency-composite", args=[review.reference, part.pk])
    assert client.get(own).url == story(review)[:-1]


def test_what_an_entry_says_besides_stands_beside_it(client, part, review, chair):
    submission = ChronologySubmissionFactory(involvement=part, released=True)
    entry = ChronologyEntryFactory(
        submission=submission,
        comment="Late.",
        notes=[["Ward", "7B"], ["", "x"]],
        reading_notes=["No year is written."],
    )
    client.force_login(chair)
    text = Html(shown(client.get(story(review)))).text
    for words in ("Agency comment", "Late.", "Ward: 7B"):
        assert words in text
    page = shown(client.get(reverse("composite:entry", args=[review.reference, entry.pk])))
    assert "How its date was read" in page


def test_an_entry_leads_back_to_its_row_and_file(client, sent, review, chair, author):
    submission = sent(("?22/05/2016 (Monday)", "", "Case system", "Home visit.", "Late."))
    entry = submission.entries.get()
    client.force_login(chair)

    page = shown(client.get(reverse("composite:entry", args=[review.reference, entry.pk])))

    for words in ("22 May 2016", "in doubt", "Date of contact", "row 2", "Late.", "not released"):
        assert words in page
    assert b"Home visit." in downloaded(client, submission.address("file"))
    client.force_login(author)
    assert "My work" in shown(
        client.get(reverse("composite:entry", args=[review.reference, entry.pk]))
    )


class TestNarrowing:
    @pytest.fixture
    def page(self, client, released, other, their_author, member, review):
        released(GOOD, MONTH, UNDATED)
        school = ("before March 2015", "", "x", "At the école “Nord”.", "100 % sure")
        released(("before March 2015", "", "x", "Early.", ""), school, part=other, by=their_author)
        client.force_login(member)
        return lambda **asked: Html(narrowed(client, review, **asked)).text

    @pytest.mark.parametrize(
        ("asked", "there", "not_there"),
        [
            ({"agency": "beech-trust"}, ["Early."], ["Home visit."]),
            ({"period_from": "June 2016"}, ["Letter sent."], ["Home visit.", "Called back."]),
            ({"period_to": "22 May 2016"}, ["Home visit.", "Early."], ["Letter sent."]),
            ({"words": "VISIT"}, ["Home visit."], ["Letter sent."]),
            ({"words": "late."}, ["Letter sent."], ["Home visit."]),
            ({"words": "ome VIS"}, ["Home visit."], ["Letter sent."]),
            ({"words": "ÉCOLE “"}, ["At the école “Nord”."], ["Home visit."]),
            ({"words": "nord"}, ["At the école “Nord”."], ["Home visit."]),
            ({"words": "ecole"}, ["No entry fits"], ["Home visit."]),
            ({"words": "_"}, ["No entry fits"], ["Home visit."]),
            ({"words": "100 %"}, ["100 % sure"], ["Home visit."]),
            ({"period_from": "2017"}, ["No entry fits"], ["Home visit."]),
            ({"period_from": "soon"}, ["Write a day, a month or a year", "Home visit."], []),
            ({"period_to": "31/02/2016"}, ["Write a day, a month or a year"], []),
            ({"period_from": "2017", "period_to": "2016"}, ["must end on or after"], []),
            ({"agency": "nobody"}, ["No entry fits"], []),
            ({"after": "999999999"}, ["Home visit."], []),
            ({"weight": "HEAVY", "person": "x", "enquiry": "x"}, ["Home visit."], []),
            ({"weight": "KEY"}, ["No entry fits"], ["Home visit."]),
        ],
    )
    def test_part_of_the_story(self, page, asked, there, not_there):
        text = page(**asked)
        assert [words for words in there if words not in text] == []
        assert [words for words in not_there if words in text] == []

    def test_no_day_and_no_word_stands_in_an_address(self, client, page, review):
        done = client.post(
            reverse("composite:narrow", args=[review.reference]) + "?agency=alder-trust",
            {"period_from": "May 2016", "words": "visit"},
        )
        assert done["Location"] == f"{story(review)}agency=alder-trust"
        assert "Home visit." in page()  # and it stays so on the next page
        assert "Letter sent." not in page()
        client.post(reverse("composite:narrow", args=[review.reference]))
        assert "Letter sent." in page()

    def test_what_cannot_be_read_stands_on_a_page_whose_links_work(self, client, page, review):
        narrow = reverse("composite:narrow", args=[review.reference])
        done = client.post(narrow, {"period_from": "soon"})
        assert (done.status_code, done["Location"]) == (302, story(review)[:-1])
        assert "Write a day, a month or a year" in page()
        assert 'value="soon"' in shown(client.get(story(review)))

    def test_looking_closer_keeps_the_words(self, client, page, review):
        page(words="visit")
        narrow = reverse("composite:narrow", args=[review.reference])
        text = Html(shown(client.post(narrow, {"zoom": "2016"}, follow=True))).text
        assert "Home visit." in text
        assert "Letter sent." not in text

    def test_what_is_kept_of_it_is_sealed(self, client, page, review):
        page(words="visit", period_from="May 2016")
        assert "visit" not in str(dict(client.session))
        assert "2016" not in str(dict(client.session))

    def test_a_period_says_what_it_leaves_out(self, page):
        assert "Entries without any date are in no period" in page(period_from="2016")


class TestNames:
    @pytest.fixture
    def named(self, released, review):
        review.died_on = date(2016, 5, 22)
        review.save()
        PersonFactory(review=review, true_name="Zoe Quarto", pseudonym="Maris")
        return released(("22/05/2016", "", "Ms Quarto’s file", "Zoe’s door was broken.", ""))

    def test_as_written_or_with_pseudonyms(self, client, named, review, member):
        client.force_login(member)
        assert "Zoe’s door was broken." in shown(client.get(story(review)))

        page = shown(client.get(story(review, names="pseudonyms")))

        assert "Maris’s door was broken." in page
        assert "Maris’s file" in page
        assert "22/05/2016" not in page
        assert "22 May" not in page
        assert "Quarto" not in page

    def test_who_may_not_read_names_reads_pseudonyms_and_cannot_search(
        self, client, named, review, member, monkeypatch
    ):
        monkeypatch.setattr("composite.queries.scope.may_name", lambda *_: False)
        monkeypatch.setattr("composite.views.entries.may_name", lambda *_: False)
        client.force_login(member)
        page = narrowed(client, review, words="nowhere to be found")
        assert "Maris’s door was broken." in page
        assert "As the agencies wrote them" not in page
        entry = named.entries.get()
        page = shown(client.get(reverse("composite:entry", args=[review.reference, entry.pk])))
        assert "Maris’s door was broken." in page
        assert "Zoe" not in page


@pytest.mark.parametrize("rows", [3, 30])
@pytest.mark.parametrize("names", ["", "pseudonyms"])
def test_the_page_asks_as_often_whatever_there_is(
    client, review, member, rows, names, django_assert_max_num_queries
):
    for _ in range(rows // 3):
        submission = ChronologySubmissionFactory(involvement__review=review, released=True)
        for _ in range(3):
            ChronologyEntryFactory(submission=submission)
    client.force_login(member)
    narrowed(client, review, words="visit")
    savepoints_of_the_test = 2
    with django_assert_max_num_queries(17 + savepoints_of_the_test):
        page = client.get(story(review, names=names))
    assert f"{rows} entries" in shown(page)


@pytest.mark.parametrize("rows", [3, 30])
@pytest.mark.parametrize("page", ["submission", "entries"])
def test_the_pages_of_a_file_ask_as_often_whatever_there_is(
    client, sent, author, page, rows, django_assert_max_num_queries
):
    wrong = [(f"31/02/20{n:02}", "", "x", "Seen.", "") for n in range(rows)]
    submission = sent(*wrong, *[(*UNDATED[:3], f"Call {n}", "") for n in range(rows)])
    client.force_login(author)
    with django_assert_max_num_queries(14):
        assert client.get(submission.address(page)).status_code == 200


def test_a_stranger_is_refused_in_words(released, review):
    entry = released(GOOD).entries.get()
    adviser = playing(Role.ADVISER, to=review)
    with pytest.raises(Refused, match="read the composite chronology"):
        rules.check_can_read_entry(adviser, entry)
    with pytest.raises(Refused, match="read an agency"):
        rules.check_can_read_submission(adviser, entry.submission)


def test_words_are_looked_for_once_a_page(client, released, review, member):
    released(GOOD, MONTH)
    client.force_login(member)
    client.post(reverse("composite:narrow", args=[review.reference]), {"words": "letter"})
    with CaptureQueriesContext(connection) as asked:
        page = shown(client.get(reverse("composite:composite", args=[review.reference])))
    assert "Letter sent." in page
    assert "Home visit." not in page
    looks = [query for query in asked if "'%letter%'" in query["sql"].lower()]
    assert len(looks) == 1


def test_thousands_have_a_comma(client, sent, review, chair, monkeypatch):
    submission = ready(sent(GOOD))
    monkeypatch.setattr(Scope, "counts", lambda *_: {submission.pk: 3108})
    client.force_login(chair)

    text = Html(shown(client.get(story(review)))).text
    assert "3,108 entries, all agencies in one order." in text
    assert "Alder Trust 3,108" in text


def test_so_they_have_on_the_pages_of_a_file(client, part, chair):
    submission = ChronologySubmissionFactory(
        involvement=part,
        signed_off=True,
        rows_read=3108,
        rows_imported=3108,
        other_tables=[{"label": "Table 2", "rows": 29000, "why": "no column of dates was found"}],
    )
    client.force_login(chair)

    assert "3,108 entries" in Html(shown(client.get(submission.address("release")))).text
    assert "Table 2, 29,000 rows" in Html(shown(client.get(submission.get_absolute_url()))).text
