"""Writing minutes, agreeing them, and doing what they ask."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from panels.models import ItemKind
from panels.operations import actions, minutes
from panels.operations.minutes import Minute
from reviews.access import Refused, Role
from tests.documents import samples
from tests.factories.documents import DocumentFactory
from tests.factories.panels import (
    AT,
    MeetingFactory,
    MeetingItemFactory,
    PanelMemberFactory,
)
from tests.factories.reviews import playing
from tests.panels.saying import day, page, text

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
DECISION = {"kind": "DECISION", "words": "Ask the school.", "heading": "Terms of reference"}


@pytest.fixture
def meeting(review):
    return MeetingFactory(review=review, past=True)


@pytest.fixture
def path(review, meeting):
    return page("add-item", review.reference, meeting.number)


class TestWriting:
    def test_minutes_stand_in_the_order_of_the_agenda(self, signed_in, review, meeting, path):
        for words, heading in [
            ("Last", ""),
            ("Second", "Terms of reference"),
            ("First", "Welcome"),
        ]:
            signed_in.post(path, {"kind": "DISCUSSION", "words": words, "heading": heading})

        shown = text(signed_in.get(meeting.get_absolute_url()))
        shown = shown[shown.index("Minutes</h2>") :]

        assert shown.index("First") < shown.index("Second") < shown.index("Last")
        assert "Under no item of the agenda" in shown
        assert "Draft" in shown

    def test_another_paragraph_follows_under_the_same_heading(self, signed_in, meeting, path):
        response = signed_in.post(path, {**DECISION, "another": "yes"}, follow=True)

        assert "Paragraph 1 is written." in text(response)
        assert '<option value="Terms of reference" selected>' in response.content.decode()

    @pytest.mark.parametrize("under", ["0", "9", "x", ""])
    def test_a_heading_that_is_not_there_is_none(self, signed_in, path, under):
        assert "selected" not in text(signed_in.get(f"{path}?under={under}")).replace(
            '<option value="" selected>', ""
        )

    def test_a_meeting_without_agenda_asks_for_no_heading(self, signed_in, review):
        bare = MeetingFactory(review=review, past=True, agenda=[])
        path = page("add-item", review.reference, bare.number)
        assert "Under which item" not in text(signed_in.get(path))

        signed_in.post(path, {"kind": "DISCUSSION", "words": "Said.", "another": "yes"})

        assert bare.items.get().heading == ""

    def test_an_action_has_an_owner_and_a_day(self, signed_in, review, meeting, path):
        owner = PanelMemberFactory(review=review, full_name="Ines Okafor")
        said = {"kind": "ACTION", "words": "Ring the coroner.", "owner": owner.pk,
                "owner_words": "ignored", **day("due_on", date(2026, 3, 20))}  # fmt: skip

        response = signed_in.post(path, said, follow=True)

        assert "Ines Okafor" in text(response)
        assert "20 March 2026" in text(response)
        item = meeting.items.get()
        assert (item.owner, item.owner_words, item.due_on) == (owner, "", date(2026, 3, 20))

    def test_an_action_may_be_somebody_elses(self, signed_in, meeting, path):
        said = {"kind": "ACTION", "words": "Secure records.", "owner_words": "All agencies"}

        response = signed_in.post(path, said, follow=True)

        assert meeting.items.get().whose == "All agencies"
        assert "No day set" in text(response)

    def test_an_action_is_somebodys(self, signed_in, meeting, path):
        response = signed_in.post(path, {"kind": "ACTION", "words": "Ring somebody."})

        assert "Say whose action this is" in text(response)
        assert "Ring somebody." in text(response)
        assert not meeting.items.exists()

    def test_a_decision_is_owed_by_nobody(self, signed_in, review, meeting, path):
        owner = PanelMemberFactory(review=review)
        said = {**DECISION, "owner": owner.pk, **day("due_on", date(2026, 3, 20))}

        signed_in.post(path, said)

        item = meeting.items.get()
        assert (item.owner, item.due_on) == (None, None)

    def test_a_script_cannot_give_an_action_to_a_stranger(self, officer, meeting):
        stranger = PanelMemberFactory()

        with pytest.raises(Refused, match="no member of this panel"):
            minutes.add_item(
                meeting=meeting,
                minute=Minute(kind=ItemKind.ACTION, words="Ring.", owner=stranger),
                today=TODAY,
                by=officer,
                at=AT,
            )

    @pytest.mark.parametrize(
        ("stage", "words"),
        [
            ({}, "This meeting is still to come."),
            ({"past": True, "called_off_on": date(2026, 2, 1)}, "This meeting was called off."),
            ({"past": True, "minutes_agreed_on": date(2026, 2, 20)}, "These minutes are agreed."),
        ],
    )
    def test_some_meetings_take_no_minutes(self, signed_in, review, stage, words):
        meeting = MeetingFactory(review=review, **stage)

        response = signed_in.post(page("add-item", review.reference, meeting.number), DECISION)

        assert words in text(response)
        assert "Ask the school." in text(response)
        assert not meeting.items.exists()


class TestCorrecting:
    def test_a_paragraph_is_changed(self, signed_in, review, meeting):
        item = MeetingItemFactory(meeting=meeting, heading="An item since renamed")
        path = page("change-item", review.reference, meeting.number, item.number)
        assert "An item since renamed" in text(signed_in.get(path))

        response = signed_in.post(
            path, {**DECISION, "heading": "An item since renamed"}, follow=True
        )

        assert "Paragraph 1 is changed." in text(response)
        assert "Ask the school." in text(response)
        assert "An item since renamed" in text(response)

    def test_a_done_action_stays_an_action(self, signed_in, review, meeting):
        item = MeetingItemFactory(meeting=meeting, action=True, done_on=TODAY, done_recorded_at=AT)

        response = signed_in.post(
            page("change-item", review.reference, meeting.number, item.number), DECISION
        )

        assert "This action is marked done. It cannot become something else." in text(response)

    def test_a_paragraph_is_taken_out_of_a_draft_only(self, signed_in, review, meeting):
        item, kept = MeetingItemFactory.create_batch(2, meeting=meeting)

        response = signed_in.post(
            page("remove-item", review.reference, meeting.number, item.number), follow=True
        )
        assert "Paragraph 1 is taken out." in text(response)

        type(meeting).objects.update(minutes_agreed_on=TODAY)
        refused = signed_in.post(page("remove-item", review.reference, meeting.number, kept.number))
        assert refused.status_code == 403
        assert "These minutes are agreed." in text(refused)
        assert list(meeting.items.all()) == [kept]


class TestAttaching:
    def test_a_document_is_attached_and_read_by_the_panel(self, signed_in, review, meeting):
        path = page("attach-minutes", review.reference, meeting.number)
        file = SimpleUploadedFile("minutes.pdf", samples.pdf())

        response = signed_in.post(path, {"minutes": file}, follow=True)

        assert "minutes.pdf" in text(response)
        signed_in.force_login(playing(Role.PANEL_MEMBER, to=review))
        handed_out = signed_in.get(page("minutes-file", review.reference, meeting.number))
        assert handed_out.getvalue().startswith(b"%PDF")

    def test_there_is_nothing_to_download_before(self, signed_in, review, meeting):
        path = page("minutes-file", review.reference, meeting.number)

        assert signed_in.get(path).status_code == 404

    def test_a_later_document_takes_its_place(self, signed_in, review):
        meeting = MeetingFactory(review=review, past=True, minutes=DocumentFactory())
        path = page("attach-minutes", review.reference, meeting.number)
        assert "takes the place of the document" in text(signed_in.get(path))

        signed_in.post(path, {"minutes": SimpleUploadedFile("second.pdf", samples.pdf())})

        meeting.refresh_from_db()
        assert meeting.minutes.original_name == "second.pdf"

    def test_agreed_minutes_stay(self, signed_in, review):
        meeting = MeetingFactory(review=review, past=True, minutes_agreed_on=TODAY)
        path = page("attach-minutes", review.reference, meeting.number)

        response = signed_in.post(
            path, {"minutes": SimpleUploadedFile("second.pdf", samples.pdf())}
        )

        assert "These minutes are agreed." in text(response)

    def test_no_file_is_said(self, signed_in, review, meeting):
        path = page("attach-minutes", review.reference, meeting.number)

        assert "Select the minutes" in text(signed_in.post(path, {"minutes": ""}))


class TestAgreeing:
    def agree(self, client, meeting, on):
        path = page("agree-minutes", meeting.review.reference, meeting.number)
        return client.post(path, {"where": "otherwise", **day("agreed_on", on)}, follow=True)

    def test_agreed_minutes_do_not_change_until_the_agreement_is_taken_back(
        self, signed_in, review
    ):
        meeting = MeetingItemFactory(meeting__review=review).meeting

        shown = text(self.agree(signed_in, meeting, date(2026, 2, 26)))

        assert "The minutes are agreed." in shown
        assert "26 February 2026" in shown
        assert "Write minutes" not in shown
        undo = page("reopen-minutes", review.reference, meeting.number)
        assert f'action="{undo}"' in shown
        assert "The minutes are a draft again." in text(signed_in.post(undo, follow=True))
        assert "Write minutes" in text(signed_in.get(meeting.get_absolute_url()))

    @pytest.mark.parametrize(
        ("on", "words"),
        [
            (date(2026, 3, 3), "The agreement must be today or in the past"),
            (date(2026, 2, 1), "The minutes must be agreed on or after the meeting"),
        ],
    )
    def test_a_day_that_cannot_be_is_refused(self, signed_in, review, on, words):
        meeting = MeetingItemFactory(meeting__review=review).meeting

        assert words in text(self.agree(signed_in, meeting, on))

    def test_there_must_be_something_to_agree(self, signed_in, meeting):
        assert "There are no minutes yet." in text(self.agree(signed_in, meeting, TODAY))


class TestActions:
    @pytest.fixture
    def owner(self, review):
        return PanelMemberFactory(review=review, user=playing(Role.PANEL_MEMBER, to=review))

    @pytest.fixture
    def action(self, meeting, owner):
        return MeetingItemFactory(meeting=meeting, action=True, owner=owner)

    @pytest.fixture
    def path(self, review, action):
        return page("mark-done", review.reference, action.meeting.number, action.number)

    def test_the_owner_marks_it_done_and_can_take_that_back(
        self, client, review, owner, action, path
    ):
        client.force_login(owner.user)
        assert "Mark as done" in text(client.get(action.meeting.get_absolute_url()))

        response = client.post(path, {"note": "Rang twice.", **day("done_on", TODAY)}, follow=True)

        assert "Action 1 is done." in text(response)
        assert "Rang twice." in text(response)
        assert "Marked as done on 2 March 2026: Rang twice." in text(client.get(path))
        undo = page("mark-not-done", review.reference, action.meeting.number, action.number)
        assert "Action 1 is open again." in text(client.post(undo, follow=True))
        action.refresh_from_db()
        assert not action.is_done

    def test_whoever_runs_the_panel_marks_it_for_them(self, signed_in, officer, action, path):
        signed_in.post(path, day("done_on", TODAY))

        action.refresh_from_db()
        assert (action.is_done, action.done_recorded_by) == (True, officer)

    def test_a_colleague_does_not(self, client, review, action, path):
        client.force_login(playing(Role.PANEL_MEMBER, to=review))

        assert client.get(path).status_code == 404
        assert client.post(path, day("done_on", TODAY)).status_code == 404
        assert "Mark as done" not in text(client.get(action.meeting.get_absolute_url()))

    @pytest.mark.parametrize(
        ("on", "words"),
        [
            (date(2026, 3, 3), "The day must be today or in the past"),
            (date(2026, 2, 1), "The action must be done on or after the meeting"),
        ],
    )
    def test_a_day_that_cannot_be_is_refused(self, signed_in, path, on, words):
        response = signed_in.post(path, {"note": "Kept words", **day("done_on", on)})

        assert words in text(response)
        assert "Kept words" in text(response)

    def test_a_decision_is_not_done(self, signed_in, officer, review, meeting):
        item = MeetingItemFactory(meeting=meeting)

        assert signed_in.get(page("mark-done", review.reference, 1, item.number)).status_code == 404
        with pytest.raises(Refused, match="Only an action can be done"):
            actions.mark_done(item=item, done_on=TODAY, today=TODAY, by=officer, at=AT)

    def test_agreed_minutes_do_not_stop_an_action(self, signed_in, review, action, path):
        type(action.meeting).objects.update(minutes_agreed_on=TODAY)

        signed_in.post(path, day("done_on", TODAY))

        action.refresh_from_db()
        assert action.is_done

    def test_a_late_action_is_late(self, meeting):
        late = MeetingItemFactory(meeting=meeting, action=True, due_on=date(2026, 3, 1))
        open_ended = MeetingItemFactory(meeting=meeting, action=True, due_on=None)

        assert late.is_late(TODAY)
        assert not open_ended.is_late(TODAY)
