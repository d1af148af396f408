"""Writing what an agency sends: page by page, line by line."""

from datetime import date

import pytest

from documents.models import Route
from evidence.cycle import ImrState
from evidence.models import (
    EnquiryAnalysis,
    PointKind,
    ReturnKind,
    Tier,
)
from evidence.operations import imr_drafts, imr_points
from panels.queries.terms import lines_of_enquiry
from reviews.access import Refused, Role
from tests.evidence.imrs import *  # noqa: F403
from tests.evidence.saying import address, day, errors, fetched, text, word_file
from tests.factories.evidence import (
    EvidenceRequestFactory,
    ImrFactory,
    ImrPointFactory,
    ImrVersionFactory,
    ScopingReturnFactory,
    agreed_terms,
)
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db

BY_EMAIL = {
    "received_via": Route.EMAIL,
    "on_behalf_of": "Bo Lind",
    "given_on": date(2026, 1, 30),
    "original": None,
}


@pytest.fixture
def imr(part, author):
    return ImrFactory(involvement=part, by=author)


@pytest.fixture
def mine(when, author):
    """What every operation of the author is told last."""
    return {"by": author, "at": when["at"]}


@pytest.fixture
def write(imr, mine, when):
    def write(**values):
        return imr_drafts.write_part(imr=imr, values=values, today=when["today"], **mine)

    return write


class TestDraft:
    def test_the_first_words_begin_it(self, imr, write):
        version = write(extent="LITTLE", facts="Seen twice.")
        imr.refresh_from_db()
        assert imr.state == ImrState.DRAFT
        assert (version.number, version.facts) == (1, "Seen twice.")
        assert write(records_read="The index.") == version
        version.refresh_from_db()
        assert version.facts == "Seen twice."

    def test_it_begins_with_what_the_agency_said_before(self, imr, part, write):
        ScopingReturnFactory(
            request__involvement=part, return_kind=ReturnKind.SUMMARY, account="Seen in March."
        )
        assert write(records_read="The index.").facts == "Seen in March."

    def test_an_impossible_day_is_refused(self, write):
        with pytest.raises(Refused) as refusal:
            write(feedback_to_staff_on=date(2026, 2, 3))
        assert refusal.value.field == "feedback_to_staff_on"

    def test_nobody_writes_before_they_are_named(self, part, mine, when):
        imr = ImrFactory(involvement=part)
        with pytest.raises(Refused, match="First confirm who writes it"):
            imr_drafts.write_part(imr=imr, values={"facts": "x"}, today=when["today"], **mine)

    def test_another_author_confirms_first(self, imr, part, when):
        other = {"by": playing(Role.IMR_AUTHOR, to=part), "at": when["at"]}
        with pytest.raises(Refused, match="Ada Moss is named as the author"):
            imr_drafts.write_part(imr=imr, values={"facts": "x"}, today=when["today"], **other)

    def test_an_author_with_a_part_in_it_does_not_write(self, imr, write):
        imr.author.answers = {**imr.author.answers, "MANAGED": True}
        imr.author.save()
        with pytest.raises(Refused, match="had a part in the events"):
            write(facts="x")

    def test_nothing_is_written_once_it_is_not_asked_for(self, imr, part, write):
        EvidenceRequestFactory(involvement=part, tier=Tier.NOTHING)
        with pytest.raises(Refused, match="Nothing is asked for now"):
            write(facts="x")

    def test_nothing_is_written_while_it_waits_for_sign_off(self, imr, write):
        ImrVersionFactory(imr=imr, frozen=True)
        with pytest.raises(Refused, match="waits for sign-off"):
            write(facts="x")

    def test_nothing_is_written_into_what_was_signed_off(self, part, author, mine, when):
        imr = ImrFactory(involvement=part, by=author, at=ImrState.RECEIVED)
        with pytest.raises(Refused, match="Begin another one"):
            imr_drafts.write_part(imr=imr, values={"facts": "x"}, today=when["today"], **mine)

    def test_nothing_is_written_after_the_review_ended(self, imr, review, write):
        type(review).objects.update(stage="CONCLUDED")
        with pytest.raises(Refused, match="ended"):
            write(facts="x")

    def test_the_officer_does_not_write_in_an_agencys_own_draft(self, imr, officer, when, write):
        write(facts="Ours.")
        with pytest.raises(Refused, match="own author is writing"):
            imr_drafts.write_part(
                imr=imr, values={"facts": "x"}, today=when["today"], by=officer, at=when["at"]
            )

    def test_frozen_words_cannot_be_saved_over(self, part):
        version = ImrVersionFactory(imr__involvement=part, frozen=True)
        point = ImrPointFactory.build(version=version)
        version.facts = "Other words."
        with pytest.raises(ValueError, match="frozen"):
            version.save()
        with pytest.raises(ValueError, match="frozen"):
            point.save()
        with pytest.raises(ValueError, match="frozen"):
            point.delete()


class TestEnquiries:
    @pytest.fixture
    def say(self, imr, review, mine):
        def say(number=1, **said):
            enquiry = lines_of_enquiry(review)[number - 1]
            return imr_drafts.write_analysis(imr=imr, enquiry=enquiry, **said, **mine)

        return say

    def test_a_line_is_answered_here_or_in_the_document_or_by_nothing(self, imr, say):
        say(1, text="Nobody asked.")
        say(1, text="Nobody asked her alone.", where="page 4")
        say(2, has_nothing=True)
        one, two = EnquiryAnalysis.objects.order_by("enquiry__number")
        assert (one.text, one.where) == ("Nobody asked her alone.", "page 4")
        assert two.has_nothing

    @pytest.mark.parametrize(
        ("said", "field"),
        [({"text": " "}, "text"), ({"text": "x", "has_nothing": True}, "has_nothing")],
    )
    def test_it_says_something_or_nothing(self, say, said, field):
        with pytest.raises(Refused) as refusal:
            say(**said)
        assert refusal.value.field == field

    def test_a_line_worded_anew_is_the_same_line(self, imr, review, say):
        first = say(1, text="Nobody asked.")
        later = agreed_terms(review, lines=0)
        worded = first.enquiry
        worded.pk, worded.terms, worded.text = None, later, "Who asked?"
        worded.save()

        again = say(1, text="Nobody ever asked.")

        assert again.pk == first.pk
        assert again.enquiry.text == "Who asked?"

    def test_lines_show_what_is_said_and_go_on_to_the_next(self, sign_in, imr, part, author):
        browser = sign_in(author)
        listed = browser.get(address(part, "imr-enquiries"))
        assert text(listed).count("Nothing said yet") == 2

        said = {"text": "Nobody asked.", "another": "yes"}
        answer = browser.post(address(part, "imr-enquiry", 1), said)
        assert answer["Location"] == address(part, "imr-enquiry", 2)
        answer = browser.post(answer["Location"], {"where": "page 9", "another": "yes"})
        assert answer["Location"] == address(part, "imr-enquiries")
        words = text(browser.get(address(part, "imr-enquiries")))
        assert "Nobody asked." in words
        assert "In the document: page 9" in words
        browser.post(address(part, "imr-enquiry", 2), {"has_nothing": "on"})
        assert "hold nothing on this line" in text(browser.get(address(part, "imr-enquiries")))

    def test_a_refusal_keeps_what_was_typed(self, sign_in, imr, part, author):
        said = {"where": "page 9", "has_nothing": "on"}
        answer = sign_in(author).post(address(part, "imr-enquiry", 1), said)
        assert list(errors(answer)) == ["has_nothing"]
        assert answer.context["form"]["where"].value() == "page 9"

    def test_a_line_that_is_not_there(self, sign_in, imr, part, author):
        assert sign_in(author).get(address(part, "imr-enquiry", 7)).status_code == 404

    def test_without_terms_there_is_nothing_to_answer(self, sign_in, imr, part, author, review):
        review.terms_of_reference.all().delete()
        words = text(sign_in(author).get(address(part, "imr-enquiries")))
        assert "No lines of enquiry are agreed yet" in words


class TestPoints:
    @pytest.fixture
    def add(self, imr, mine, when):
        def add(text, kind=PointKind.LEARNING, **known):
            return imr_points.add_point(
                imr=imr, kind=kind, text=text, today=when["today"], **known, **mine
            )

        return add

    def texts(self, imr):
        points = imr.latest.points.filter(kind=PointKind.LEARNING).order_by("number")
        return [(point.number, point.text) for point in points]

    def test_lines_keep_their_order_through_every_change(self, imr, add, mine, when):
        one, two, three = add("One"), add("Two"), add("Three")
        add("Elsewhere", kind=PointKind.GOOD_PRACTICE)

        imr_points.move_point_up(imr=imr, point=three, **mine)
        assert self.texts(imr) == [(1, "One"), (2, "Three"), (3, "Two")]
        imr_points.move_point_up(imr=imr, point=one, **mine)
        assert self.texts(imr)[0] == (1, "One")
        imr_points.remove_point(imr=imr, point=one, **mine)
        assert self.texts(imr) == [(1, "Three"), (2, "Two")]
        imr_points.change_point(imr=imr, point=two, text="2", today=when["today"], **mine)
        assert self.texts(imr) == [(1, "Three"), (2, "2")]

    def test_an_action_has_a_day_that_is_possible(self, add):
        assert add("Done.", kind=PointKind.ACTION_TAKEN, done_on=date(2026, 1, 30)).done_on
        with pytest.raises(Refused) as refusal:
            add("Done.", kind=PointKind.ACTION_TAKEN, done_on=date(2027, 1, 1))
        assert refusal.value.field == "done_on"

    def test_they_are_written_in_the_browser(self, sign_in, imr, part, author):
        browser, page = sign_in(author), address(part, "imr-points", "action-taken")
        assert "None yet." in text(browser.get(page))
        said = {"text": "A new form.", **day("done_on", date(2026, 1, 30))}
        browser.post(page, said)
        browser.post(page, {"text": "A second form."})
        words = text(browser.get(page))
        assert "A new form." in words
        assert "Done on 30 January 2026" in words
        first, second = imr.latest.points.all()

        change = address(part, "change-point", second.pk)
        assert "A second form." in text(browser.get(change))
        assert browser.post(change, {"text": "Another form."})["Location"] == page
        browser.post(address(part, "move-point-up", second.pk))
        browser.post(address(part, "remove-point", first.pk))
        assert [point.text for point in imr.latest.points.all()] == ["Another form."]

    @pytest.mark.parametrize("page", ["imr-points", "change-point"])
    def test_bad_input_is_said_and_kept(self, sign_in, imr, part, author, page, add):
        point = add("Done.", kind=PointKind.ACTION_TAKEN)
        where = {"imr-points": "action-taken", "change-point": point.pk}[page]
        browser = sign_in(author)
        answer = browser.post(address(part, page, where), {"text": ""})
        assert errors(answer) == {"text": ["Describe the action already taken"]}
        said = {"text": "Kept.", **day("done_on", date(2027, 1, 1))}
        answer = browser.post(address(part, page, where), said)
        assert list(errors(answer)) == ["done_on"]
        assert answer.context["form"]["text"].value() == "Kept."

    def test_a_kind_or_point_that_is_not_there(self, sign_in, imr, part, author):
        browser = sign_in(author)
        elsewhere = ImrPointFactory()
        assert browser.get(address(part, "imr-points", "rumours")).status_code == 404
        assert browser.get(address(part, "change-point", elsewhere.pk)).status_code == 404


class TestPages:
    @pytest.mark.parametrize(
        ("slug", "said", "shown"),
        [
            ("found", {"extent": "MUCH", "facts": "Often."}, "Often."),
            ("methods", {"records_read": "All.", "staff_interviewed": "Two nurses"}, "Two nurses"),
            ("policy", {"policy_and_training": "Level 3."}, "Level 3."),
            ("feedback", day("feedback_to_staff_on", date(2026, 1, 30)), "30 January 2026"),
        ],
    )
    def test_each_part_is_saved_and_read(self, sign_in, imr, part, author, slug, said, shown):
        browser = sign_in(author)
        answer = browser.post(address(part, "imr-part", slug), said)
        assert answer["Location"] == address(part, "author-task")
        assert shown in text(browser.get(address(part, "imr-version", 1)))
        again = browser.get(address(part, "imr-part", slug)).context["form"]
        assert any(field.value() for field in again)

    def test_what_is_missing_is_said(self, sign_in, imr, part, author):
        browser = sign_in(author)
        assert errors(browser.post(address(part, "imr-part", "found"), {"facts": "Kept."})) == {
            "extent": ["Say how much you found"]
        }
        wrong = day("feedback_to_staff_on", date(2026, 2, 28))
        assert list(errors(browser.post(address(part, "imr-part", "feedback"), wrong))) == [
            "feedback_to_staff_on"
        ]
        assert browser.get(address(part, "imr-part", "rumours")).status_code == 404

    def test_words_typed_while_it_was_frozen_are_not_lost(self, sign_in, imr, part, author):
        ImrVersionFactory(imr=imr, frozen=True)
        browser, page = sign_in(author), address(part, "imr-part", "policy")
        assert browser.get(page).status_code == 403
        answer = browser.post(page, {"policy_and_training": "Long and careful words."})
        assert "waits for sign-off" in text(answer)
        assert "Long and careful words." in text(answer)

    def test_a_document_is_uploaded_and_replaced(self, sign_in, imr, part, author):
        browser, page = sign_in(author), address(part, "imr-upload")
        assert "Download a template" in text(browser.get(page))
        browser.post(page, {"document": word_file(name="first.docx")})
        browser.post(page, {"document": word_file("Later words.", name="second.docx")})
        assert imr.latest.document.original_name == "second.docx"
        assert "Uploaded already: second.docx" in text(browser.get(page))
        got = browser.get(address(part, "imr-file", 1, "document"))
        assert fetched(got).startswith(b"PK")

    def test_a_wrong_file_is_refused_in_words(self, sign_in, imr, part, author, attached, empty):
        browser, page = sign_in(author), address(part, "imr-upload")
        assert list(errors(browser.post(page, {"nothing": ""}))) == ["document"]
        assert list(errors(browser.post(page, {"document": attached}))) == ["document"]
        assert list(errors(browser.post(page, {"document": empty}))) == ["document"]
        attached.name = "letter.docx"
        assert list(errors(browser.post(page, {"document": attached}))) == ["document"]
        assert imr.latest is None

    def test_a_file_that_comes_too_late_is_refused(self, sign_in, imr, part, author):
        ImrVersionFactory(imr=imr, frozen=True)
        answer = sign_in(author).post(address(part, "imr-upload"), {"document": word_file()})
        assert "waits for sign-off" in text(answer)
