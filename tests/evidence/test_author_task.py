"""The task of whoever writes for an agency: five steps, resumed at any time."""

import pytest
from django.utils.module_loading import import_string

from documents.models import Route
from evidence.cycle import ImrState
from evidence.models import Tier
from evidence.queries.steps import Step, author_task, steps_of
from pages.parts import Task
from reviews.access import Role
from tests.evidence.imrs import *  # noqa: F403
from tests.evidence.saying import address, text
from tests.factories.agencies import UserFactory
from tests.factories.evidence import (
    EnquiryAnalysisFactory,
    EvidenceRequestFactory,
    ImrFactory,
    ImrPointFactory,
    ImrQueryFactory,
    ImrVersionFactory,
)
from tests.factories.reviews import AgencyInvolvementFactory, playing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _steps_of_this_app_alone(monkeypatch, settings):
    """Other apps add steps of their own, and test them."""
    ours = [path for path in settings.EVIDENCE_STEPS if path.startswith("evidence.")]
    makers = tuple(import_string(path) for path in ours)
    monkeypatch.setattr("evidence.queries.steps.step_makers", lambda: makers)


@pytest.fixture
def seen(part, when):
    """The tasks a reader sees, by name."""

    def seen(reader):
        task = author_task(reader, part, today=when["today"])
        return {row.name: row for step in steps_of(task) for row in step.tasks}

    return seen


def titles(part, reader, today):
    return [step.title for step in steps_of(author_task(reader, part, today=today))]


class TestSteps:
    def test_there_are_five(self, part, author, when):
        ImrFactory(involvement=part)
        assert titles(part, author, when["today"]) == [
            "Confirm who you are and that you are independent",
            "Read what is asked",
            "Upload the IMR",
            "Say what you found",
            "Senior sign-off",
        ]

    def test_a_chronology_alone_needs_no_author(self, part, author, when):
        EvidenceRequestFactory(involvement=part, tier=Tier.CHRONOLOGY)
        assert titles(part, author, when["today"]) == ["Read what is asked"]

    def test_another_app_adds_its_own(self, part, author, when, settings, monkeypatch):
        EvidenceRequestFactory(involvement=part, tier=Tier.CHRONOLOGY)
        added = Step("Send the chronology", [Task("A file", "To do")])
        monkeypatch.setattr("evidence.queries.steps.step_makers", lambda: (lambda task: added,))
        assert titles(part, author, when["today"]) == ["Send the chronology"]

    def test_before_the_author_is_named_only_the_first_is_open(self, part, author, seen):
        ImrFactory(involvement=part)
        tasks = seen(author)
        assert tasks["Name, post and independence"].href == address(part, "declare-author")
        assert [name for name, row in tasks.items() if row.href] == [
            "Name, post and independence",
            "The people, the period, the lines of enquiry and how to search",
        ]

    def test_what_is_left_is_said(self, part, author, seen):
        ImrFactory(involvement=part, by=author)
        tasks = seen(author)
        assert tasks["Name, post and independence"].status == "Ada Moss"
        assert tasks["What you found"].status == "To do"
        assert tasks["The lines of enquiry"].status == "0 of 2 answered"
        assert tasks["Recommendations"].status == "If there is any"
        assert tasks["The document, as Word or PDF"].status == "To do"
        last = tasks["Somebody senior, who did not write it, signs it off"]
        assert last.status == "Cannot start yet"
        assert "Say how much you found." in last.hint

    def test_what_is_done_is_said(self, part, author, seen):
        imr = ImrFactory(involvement=part, by=author, at=ImrState.DRAFT)
        ImrPointFactory(version=imr.latest)
        for enquiry in part.review.terms_of_reference.get().enquiries.all():
            EnquiryAnalysisFactory(version=imr.latest, enquiry=enquiry)
        tasks = seen(author)
        assert tasks["What you found"].status == "Written"
        assert tasks["The lines of enquiry"].status == "2 of 2 answered"
        assert tasks["Recommendations"].status == "1"
        assert tasks["The document, as Word or PDF"].status == "Uploaded"
        last = tasks["Somebody senior, who did not write it, signs it off"]
        assert (last.status, last.href) == ("To ask for", address(part, "imr-ask-sign-off"))

    def test_a_summary_needs_no_file_and_no_lines(self, part, author, seen):
        ImrFactory(involvement=part, by=author, asked=Tier.SUMMARY)
        tasks = seen(author)
        assert "The lines of enquiry" not in tasks
        assert tasks["The document, as Word or PDF"].status == "If there is one"

    def test_an_author_with_a_part_in_it_is_told(self, part, author, seen):
        imr = ImrFactory(involvement=part, by=author)
        imr.author.answers = {"MANAGED": True}
        imr.author.save()
        assert seen(author)["Name, post and independence"].status == "Somebody else must write"

    def test_the_senior_person_comes_to_sign_off(self, part, author, senior, seen):
        imr = ImrFactory(involvement=part, by=author, at=ImrState.DRAFT)
        type(imr.latest).objects.update(submitted_at=imr.recorded_at, sha256="0" * 64)
        name = "Somebody senior, who did not write it, signs it off"
        assert seen(senior)[name].href == address(part, "imr-sign-off")
        assert seen(author)[name].status == "Waiting for sign-off"
        assert seen(author)[name].href == ""

    def test_what_is_kept_back_is_sent_from_there(self, part, author, senior, seen):
        ImrFactory(involvement=part, by=author, at=ImrState.AGENCY_SIGNED_OFF)
        name = "Somebody senior, who did not write it, signs it off"
        assert seen(senior)[name].href == address(part, "imr-send")
        assert seen(senior)[name].status == "Signed off on 29 January 2026, not sent yet"

    def test_what_is_sent_is_done(self, part, author, senior, seen):
        ImrFactory(involvement=part, by=author, at=ImrState.RECEIVED)
        last = seen(senior)["Somebody senior, who did not write it, signs it off"]
        assert (last.status, last.href) == ("Signed off on 29 January 2026, sent", "")
        assert last.is_done


class TestPage:
    def test_it_says_how_things_stand(self, sign_in, part, author):
        imr = ImrFactory(involvement=part, by=author, asked__whom_to_ring="Ola, 960001")
        browser, page = sign_in(author), address(part, "author-task")
        words = text(browser.get(page))
        assert "Alder Trust, for review" in words
        assert "35 days left" in words
        assert "Ring Ola, 960001" in words
        assert "Read it as it stands" not in words

        version = ImrVersionFactory(imr=imr, given_back_note="Say which team.")
        assert "Say which team." in text(browser.get(page))
        version.delete()
        ImrFactory.reach(imr, ImrState.RECEIVED)
        words = text(browser.get(page))
        assert "has been with the panel since 30 January 2026" in words
        assert "Begin another version" in words
        ImrQueryFactory(imr=imr, version=imr.received)
        assert "asked 1 question about what you sent" in text(browser.get(page))

    def test_it_says_what_the_panel_made_of_it(self, sign_in, part, author):
        ImrFactory(involvement=part, by=author, at=ImrState.ACCEPTED_BY_PANEL)
        words = text(sign_in(author).get(address(part, "author-task")))
        assert "The panel accepted it on 1 February 2026." in words
        assert "Thorough, and plain" in words

    def test_it_says_when_nothing_more_is_asked(self, sign_in, part, author):
        ImrFactory(involvement=part, by=author, at=ImrState.DRAFT)
        EvidenceRequestFactory(involvement=part, tier=Tier.NOTHING)
        words = text(sign_in(author).get(address(part, "author-task")))
        assert "Nothing more is asked of your agency." in words

    @pytest.mark.parametrize("state", [state for state in ImrState if state != "REQUESTED"])
    def test_it_opens_in_every_state_for_the_agencys_people(
        self, sign_in, part, author, senior, state
    ):
        ImrFactory(involvement=part, by=author, at=state)
        for reader in (author, senior, playing(Role.PANEL_MEMBER, to=part)):
            assert sign_in(reader).get(address(part, "author-task")).status_code == 200

    def test_whoever_entered_it_goes_on_with_it(self, desk, part):
        imr = ImrFactory(involvement=part, at=ImrState.DRAFT)
        page = address(part, "author-task")
        assert desk.get(page).status_code == 404
        imr.latest.received_via = Route.EMAIL
        type(imr.latest).objects.update(
            received_via=Route.EMAIL, on_behalf_of="Bo", given_on="2026-01-30"
        )
        assert "What you found" in text(desk.get(page))

    def test_it_is_not_there_for_others(self, client, review, part, chair):
        page = address(part, "author-task")
        client.force_login(playing(Role.IMR_AUTHOR, to=part))
        assert client.get(page).status_code == 404  # nothing is asked yet
        ImrFactory(involvement=part, at=ImrState.RECEIVED)
        strangers = [
            UserFactory(),
            chair,
            playing(Role.AGENCY_CONTACT, to=part),
            playing(Role.PANEL_MEMBER, to=review),
            playing(Role.HOME_OFFICE_LIAISON, to=review),
            playing(Role.IMR_AUTHOR, to=AgencyInvolvementFactory(review=review)),
        ]
        for stranger in strangers:
            client.force_login(stranger)
            assert client.get(page).status_code == 404

    @pytest.mark.parametrize("rows", [3, 30])
    def test_it_costs_the_same_whatever_is_written(
        self, client, part, author, rows, django_assert_max_num_queries
    ):
        imr = ImrFactory(involvement=part, by=author, at=ImrState.ACCEPTED_BY_PANEL)
        draft = ImrVersionFactory(imr=imr, number=2)
        for _ in range(rows):
            ImrPointFactory(version=draft)
        client.force_login(author)
        with django_assert_max_num_queries(16):  # two of them the savepoints of a test
            client.get(address(part, "author-task"))
        with django_assert_max_num_queries(16):
            client.get(address(part, "imr-version", 2))


# Every page of writing, for whoever does not write

WRITING = [
    ("declare-author", ()), ("imr-part", ("found",)), ("imr-enquiries", ()), ("imr-enquiry", (1,)),
    ("imr-points", ("learning",)), ("imr-upload", ()), ("imr-ask-sign-off", ()),
]  # fmt: skip


@pytest.mark.parametrize(("page", "more"), WRITING)
def test_only_the_author_opens_the_pages_of_writing(
    sign_in, review, part, author, senior, chair, page, more
):
    ImrFactory(involvement=part, by=author, at=ImrState.DRAFT)
    assert sign_in(author).get(address(part, page, *more)).status_code == 200
    others = [
        UserFactory(),
        senior,
        chair,
        playing(Role.PANEL_MEMBER, to=part),
        playing(Role.PANEL_MEMBER, to=review),
        playing(Role.HOME_OFFICE_LIAISON, to=review),
        playing(Role.IMR_AUTHOR, to=AgencyInvolvementFactory(review=review)),
    ]
    for other in others:
        assert sign_in(other).get(address(part, page, *more)).status_code == 404


@pytest.mark.parametrize("page", ["change-point", "remove-point", "move-point-up"])
def test_only_the_author_changes_lines(sign_in, part, author, senior, officer, page):
    imr = ImrFactory(involvement=part, by=author, at=ImrState.DRAFT)
    point = ImrPointFactory(version=imr.latest)
    for other in (senior, officer, UserFactory()):
        assert sign_in(other).post(address(part, page, point.pk)).status_code == 404
    assert imr.latest.points.get() == point


def test_only_the_author_begins_another_version(sign_in, part, author, senior):
    imr = ImrFactory(involvement=part, by=author, at=ImrState.RECEIVED)
    page = address(part, "imr-begin")
    assert sign_in(senior).post(page).status_code == 404
    assert sign_in(playing(Role.IMR_AUTHOR, to=part)).post(page).status_code == 403
    answer = sign_in(author).post(page, follow=True)
    assert "Version 2 is begun as a copy of the last." in answer.content.decode()
    assert imr.versions.count() == 2
