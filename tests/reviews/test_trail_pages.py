"""The history of a review, and what administrators see of accounts and doors."""

import csv
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.urls import reverse

from agencies.models import PostKind
from audit import trail
from audit.kinds import KIND_WORDS, Kind
from audit.models import ActorKind
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.reviews import ReviewFactory, playing
from tests.pages.reading import Html

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
READ_IT = [
    Role.CSP_OFFICER, Role.INDEPENDENT_CHAIR, Role.REVIEW_SECRETARY, Role.CSP_CHAIR, Role.AUDITOR,
]  # fmt: skip


@pytest.fixture
def review():
    return ReviewFactory(at_stage=Stage.EVIDENCE)


@pytest.fixture
def officer(client, review):
    person = playing(Role.CSP_OFFICER, to=review, full_name="Olu Fenn")
    client.force_login(person)
    return person


def record(event, review, *, by=None, at=AT, **ids):
    return trail.record(event, by=by, at=at, review_ref=review.reference, **ids)


def history(review, name="history"):
    return reverse(f"reviews:{name}", args=[review.reference])


def whats(response):
    """Return the events of a page, newest first."""
    after = response.content.decode().partition('aria-label="Events"')[2]
    table = after[after.index("<tbody") : after.index("</tbody>")] + "</tbody>"
    return [" ".join(cell.text.split()) for cell in Html(table).all("td")[::3]]


def lines(response):
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", ["history", "history-file"])
def test_only_those_who_answer_for_the_review_see_it(client, review, name):
    for role in READ_IT:
        client.force_login(playing(role, to=review))
        assert client.get(history(review, name)).status_code == 200
    for role in (Role.PANEL_MEMBER, Role.ADVISER, Role.NEIGHBOURING_OFFICER):
        client.force_login(playing(role, to=review))
        assert client.get(history(review, name)).status_code == 404
    client.force_login(PostFactory(partnership=review.partnership, kind="ADMINISTRATOR").user)
    assert client.get(history(review, name)).status_code == 404


def test_changes_reads_and_exports_stand_in_one_place(client, review, officer):
    other = ReviewFactory(at_stage=Stage.EVIDENCE)
    record("evidence.asked", review, by=officer)
    record("people.looked_at", review, by=officer, route="reviews:people")
    record("chronology.exported", review, by=officer, names="named")
    record("access.refused", review, by=UserFactory(full_name="Kit Moor"), route="families:sheet")
    record("imr.accepted", other, by=officer)

    page = client.get(history(review))

    assert whats(page)[:4] == [
        "Page not opened: refused, or not there (family compartment, the sheet of the family)",
        "Composite chronology exported",
        "Names and pseudonyms looked at",
        "Agency asked for evidence",
    ]
    text = Html(page.content.decode()).text
    assert "Kit Moor" in text
    assert "Agency's report accepted" not in text


@pytest.mark.parametrize("role", [Role.CSP_CHAIR, Role.AUDITOR])
def test_who_reads_no_family_compartment_is_not_told_of_it(client, review, officer, role):
    visitor = UserFactory(full_name="Kit Moor")
    client.force_login(playing(role, to=review))
    record("evidence.asked", review, by=officer)
    for event in ("family.looked_at", "family.entry_recorded"):
        record(event, review, by=visitor)
    for event in ("access.refused", "document.downloaded"):
        record(event, review, by=visitor, route="families:original")
    record("document.downloaded", review, by=officer, route="actionplans:plan-file")

    page = client.get(history(review))

    assert whats(page)[:2] == [
        "Document downloaded (the action plan as a file)",
        "Agency asked for evidence",
    ]
    assert "amily" not in Html(page.content.decode()).text
    assert "Kit Moor" not in page.text  # nor among the people to narrow it to
    file = client.get(history(review, "history-file")).text
    assert "Kit Moor" not in file
    assert "amily" not in file


class TestNarrowing:
    @pytest.fixture(autouse=True)
    def _events(self, review, officer):
        self.kit = UserFactory(full_name="Kit Moor")
        record("evidence.asked", review, by=officer)
        record("people.looked_at", review, by=self.kit, at=AT + timedelta(hours=1), route="a:b")
        record("document.downloaded", review, by=self.kit, at=AT + timedelta(days=3), route="a:b")

    def test_to_a_person(self, client, review):
        page = client.get(history(review), {"person": self.kit.pk})

        assert whats(page) == ["Document downloaded", "Names and pseudonyms looked at"]
        assert "Notified" not in Html(page.content.decode()).text  # the stages are another matter

    def test_to_a_kind(self, client, review):
        assert whats(client.get(history(review), {"kind": "read"})) == [
            "Names and pseudonyms looked at"
        ]

    def test_to_days_of_this_country(self, client, review):
        """Half past eleven at night in winter is the same day in London as in Greenwich."""
        asked = {"from_on_day": 2, "from_on_month": 3, "from_on_year": 2026}
        until = {"to_on_day": 2, "to_on_month": 3, "to_on_year": 2026}

        found = whats(client.get(history(review), asked | until))
        assert "Agency asked for evidence" in found
        assert "Names and pseudonyms looked at" not in found
        assert len(whats(client.get(history(review), {**asked, "person": self.kit.pk}))) == 2

    @pytest.mark.parametrize(
        "asked",
        [{"person": "x"}, {"person": "999999"}, {"kind": "secret"}, {"from_on_day": "40"}],
    )
    def test_to_what_cannot_be_says_so(self, client, review, asked):
        page = client.get(history(review), asked)

        assert page.status_code == 200
        assert "There is a problem" in page.content.decode()

    def test_to_nothing(self, client, review):
        assert (
            "Nothing to show" in client.get(history(review), {"kind": "refusal"}).content.decode()
        )


@pytest.mark.parametrize("older", ["x", "²", "9" * 30, "-1", ""])
def test_a_page_that_cannot_be_is_the_first(client, review, officer, older):
    assert client.get(history(review), {"older_than": older}).status_code == 200


def test_earlier_pages_keep_what_was_asked_for(client, review, officer):
    for _ in range(51):
        record("people.looked_at", review, by=officer, route="reviews:people")
        record("evidence.asked", review, by=officer)

    first = client.get(history(review), {"kind": "read"})
    link = next(a for a in Html(first.content.decode()).all("a") if a.text.strip() == "Earlier")
    second = client.get(history(review) + link["href"].partition("/history/")[2])

    assert len(whats(first)) == 50
    assert whats(second) == ["Names and pseudonyms looked at"]


@pytest.mark.parametrize("rows", [2, 30])
def test_it_asks_as_often_whatever_the_number(
    client, review, officer, rows, django_assert_max_num_queries
):
    for _ in range(rows):
        record("evidence.asked", review, by=UserFactory())

    with django_assert_max_num_queries(16):
        client.get(history(review))


class TestFile:
    def test_holds_what_was_asked_for_and_nothing_a_spreadsheet_would_run(
        self, client, review, officer
    ):
        record("evidence.asked", review, by=UserFactory(full_name="=1+1"), involvement_id=4)
        record("people.looked_at", review, by=officer, route="reviews:people")

        answer = client.get(history(review, "history-file"), {"kind": "change"})

        heads, *rows = lines(answer)
        asked = next(row for row in rows if row[heads.index("What")] == "Agency asked for evidence")
        assert asked[0] == "2026-03-02T23:30:00+00:00"
        assert asked[heads.index("Who")] == "'=1+1"
        assert asked[heads.index("Records")] == "involvement_id 4"
        assert KIND_WORDS[Kind.READ] not in {row[3] for row in rows}
        assert review.reference in answer["Content-Disposition"]

    def test_holds_every_event(self, client, review, officer, monkeypatch):
        monkeypatch.setattr("audit.queries.IN_A_FILE", 3)
        for number in range(10):
            record("evidence.asked", review, by=officer, number=number)

        rows = lines(client.get(history(review, "history-file"), {"person": officer.pk}))[1:]

        assert [row[5] for row in rows if "number" in row[5]] == [
            f"number {number}" for number in reversed(range(10))
        ]


class TestAdministrators:
    @pytest.fixture
    def administrator(self, client, review):
        post = PostFactory(partnership=review.partnership, kind=PostKind.ADMINISTRATOR)
        client.force_login(post.user)
        return post.user

    def trail(self, review, name="account-trail"):
        return reverse(f"reviews:{name}", args=[review.partnership.slug])

    def test_see_sign_ins_and_refusals_and_nothing_of_a_review(self, client, review, administrator):
        member = playing(Role.PANEL_MEMBER, to=review, full_name="Kit Moor")
        trail.record("account.signed_in", by=member, at=AT)
        trail.record("account.sign_in_failed", by=ActorKind.SIGNED_OUT, at=AT, user_id=member.pk)
        record("access.refused", review, by=UserFactory(), route="families:sheet")
        record("imr.accepted", review, by=member)
        record("people.looked_at", review, by=member, route="reviews:people")

        page = client.get(self.trail(review))

        refused = (
            "Page not opened: refused, or not there (family compartment, the sheet of the family)"
        )
        assert whats(page) == [
            f"{refused} {review.reference}",
            "Sign-in failed",
            "Signed in",
        ]

    def test_of_their_own_partnership(self, client, review, administrator):
        elsewhere = PostFactory()
        trail.record("account.signed_in", by=elsewhere.user, at=AT)

        assert "Nothing to show" in client.get(self.trail(review)).content.decode()
        other = reverse("reviews:account-trail", args=[elsewhere.partnership.slug])
        assert client.get(other).status_code == 404

    def test_take_it_away_as_a_file(self, client, review, administrator):
        trail.record("account.signed_in", by=administrator, at=AT)
        record("imr.accepted", review, by=administrator)

        rows = lines(client.get(self.trail(review, "account-trail-file")))
        assert [row[2] for row in rows[1:]] == ["Signed in"]

    @pytest.mark.parametrize("name", ["account-trail", "account-trail-file"])
    def test_nobody_else_does(self, client, review, name):
        for person in (
            PostFactory(partnership=review.partnership).user,
            playing(Role.CSP_OFFICER, to=review),
            PostFactory(kind=PostKind.ADMINISTRATOR).user,
        ):
            client.force_login(person)
            assert client.get(self.trail(review, name)).status_code == 404

    def test_are_led_there(self, client, review, administrator):
        posts = client.get(reverse("reviews:posts", args=[review.partnership.slug]))

        assert self.trail(review) in posts.content.decode()
