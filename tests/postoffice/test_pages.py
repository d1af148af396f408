"""The officer sends and follows recommendations; a clerk without an account replies by a link."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document as Word

from actionplans.models import AddresseeAnswer
from agencies.models import Letterhead
from audit.models import AuditEvent
from documents.models import Document
from messaging.models import Message
from postoffice.models import Acknowledgement, Dispatch, DispatchLink, Reply
from reviews.access import Role
from reviews.queries.work import work_of
from tests.actionplans.saying import BY_EMAIL, day, errors, fetched, letter, text
from tests.factories.actionplans import RecommendationFactory
from tests.factories.agencies import PublicBodyFactory
from tests.factories.guests import CODE, GuestCodeFactory
from tests.factories.postoffice import (
    ChaseFactory,
    DispatchFactory,
    DispatchLinkFactory,
    ReplyFactory,
    SentWordsFactory,
)
from tests.factories.publications import PublicationFactory
from tests.factories.reviews import PersonFactory, ReviewFactory, playing
from tests.postoffice.conftest import NOW, TODAY, WORDS

pytestmark = pytest.mark.django_db


def page(name, *args):
    return reverse(f"postoffice:{name}", args=args)


@pytest.fixture
def of(review):
    return lambda name, *more: page(name, review.reference, *more)


@pytest.fixture
def sent(review, body, asked):
    made = DispatchFactory(review=review, body=body, by_link=True, number=1)
    SentWordsFactory(dispatch=made, recommendation=asked)
    return made


class TestTheOfficer:
    def test_puts_together_sends_and_is_told_how_it_stands(
        self, desk, of, review, asked, body, run_queued, mailoutbox
    ):
        PublicationFactory(review=review, recommendations=[{"number": "1", "text": WORDS}])
        assert "Not sent" in text(desk.get(of("review")))
        form = desk.get(f"{of('prepare')}?body={body.pk}").context["form"]
        assert form["recommendations"].value() == [asked.pk]
        gone = desk.post(
            of("prepare"),
            {"body": body.pk, "recommendations": [asked.pk], "signed_by": "Ines Okoro"},
        )
        assert gone.url == of("dispatch", 1)
        shown = text(desk.get(gone.url))
        assert WORDS in shown
        assert "Send by email with a link" in shown

        assert desk.get(of("send", 1)).context["form"]["to"].value() == "post@gas.example"
        with run_queued():
            desk.post(of("send", 1), {"to": "post@gas.example", "chases": "on"})
        [mail] = mailoutbox
        assert mail.to == ["post@gas.example"]
        assert WORDS not in mail.body
        assert "Office for Gas" not in mail.body + mail.subject
        assert "They are asked again by themselves" in text(desk.get(gone.url))
        assert "by 30 March 2026" in text(desk.get(of("review")))

    def test_reads_in_lists_the_words_that_were_sent_and_that_they_differ_by_now(
        self, desk, of, review, sent, asked
    ):
        ReplyFactory(line=sent.lines.get(), kind="IN_PART", words="Some of it.")
        lists = (of("review"), page("out", review.partnership.slug))
        assert all("says something else by now" not in text(desk.get(one)) for one in lists)
        asked.text = "Repeal the rules on gas fittings."
        asked.save()
        for one in lists:
            shown = text(desk.get(one))
            assert WORDS in shown
            assert "Repeal" not in shown
            assert "As sent. The recommendation says something else by now." in shown

    def test_reads_what_keeps_a_letter_here(self, desk, of, review, asked, body):
        DispatchFactory(review=review, body=body, number=3)
        SentWordsFactory(dispatch=Dispatch.objects.get(), recommendation=asked)
        shown = text(desk.get(of("dispatch", 3)))
        assert "No certificate says" in shown
        assert "Check for identifiers" in shown
        assert "Send by email with a link" not in shown
        assert "No certificate says" in str(
            errors(desk.post(of("send", 3), {"to": "a@b.example"}))["__all__"]
        )
        desk.post(of("discard", 3))
        assert not Dispatch.objects.exists()

    def test_enters_what_came_by_letter(self, desk, of, sent, asked):
        line = sent.lines.get()
        desk.post(
            of("acknowledged", 1),
            {**BY_EMAIL, **day("acknowledged_on", date(2026, 3, 1)), "their_reference": "OG/1"},
        )
        assert Acknowledgement.objects.get().their_reference == "OG/1"
        said = {
            **BY_EMAIL, **day("replied_on", TODAY), "kind": "NOT_ACCEPTED", "original": letter(),
        }  # fmt: skip
        where = of("record-reply", 1, line.pk)
        assert list(errors(desk.post(where, said))) == ["words"]
        desk.post(where, {**said, "words": "Not in this way.", "original": letter()})
        reply = Reply.objects.get()
        assert (reply.answer.reason, reply.answer.original) == ("Not in this way.", reply.original)
        shown = text(desk.get(of("dispatch", 1)))
        assert "Not in this way." in shown
        assert "their reference OG/1" in shown
        assert fetched(desk.get(of("reply-file", 1, reply.pk))) == b"What was said."

    def test_asks_again_by_hand_and_notes_what_came_back(self, desk, of, sent):
        asked = {"kind": "LATE", "route": "LINK"}
        assert list(errors(desk.post(of("chase", 1), asked))) == ["to"]
        desk.post(of("chase", 1), {**asked, "to": "new@gas.example"})
        assert DispatchLink.objects.get().link.sent_to == "new@gas.example"
        assert desk.get(of("link-again", 1)).context["form"]["to"].value() == "new@gas.example"
        desk.post(of("link-again", 1), {"to": "newer@gas.example"})
        desk.post(of("chasing", 1), {"on": "yes"})
        desk.post(of("chasing", 1), {"on": "no"})
        desk.post(of("came-back", 1), {**day("on", TODAY), "because": "Moved away"})
        assert "Moved away" in text(desk.get(of("dispatch", 1)))

    def test_records_a_letter_of_long_ago(self, desk, of, review, asked, body):
        DispatchFactory(review=review, body=body, number=2)
        desk.post(of("record-sent", 2), {"route": "POST", **day("sent_on", date(2025, 12, 1))})
        assert Dispatch.objects.get().sent_on == date(2025, 12, 1)

    def test_takes_the_letter_as_a_word_file(self, desk, of, sent):
        content = desk.get(of("letter", 1)).content
        words = "\n".join(line.text for line in Word(BytesIO(content)).paragraphs)
        assert WORDS in words
        assert "Office for Gas" in words
        assert content == desk.get(of("letter", 1)).content

    def test_puts_a_reply_on_the_public_page_and_takes_it_off(self, desk, of, sent):
        reply = ReplyFactory(line=sent.lines.get())
        desk.post(of("release", 1, reply.pk), {"words": "We will."})
        assert "On the public page" in text(desk.get(of("dispatch", 1)))
        desk.post(of("take-back", 1, reply.pk))
        reply.refresh_from_db()
        assert (reply.public_words, reply.released_on) == ("", None)

    def test_is_told_on_my_work_what_to_do(self, officer, sent, review):
        later = TODAY + timedelta(days=29)
        assert "Ask Office for Gas again" in [one.what for one in work_of(officer, today=later)]
        ReplyFactory(line=sent.lines.get(), kind="NOT_OURS")
        found = [one.what for one in work_of(officer, today=later)]
        assert "Send to whom it is for" in found
        other = DispatchFactory(review=review, number=9)
        assert f"Send the recommendations to {other.body_name}" in [
            one.what for one in work_of(officer, today=later)
        ]

    def test_is_led_to_the_plan_once_an_answer_is_missing(self, desk, of, sent):
        ChaseFactory(dispatch=sent, kind="FINAL", answer_by=date(2026, 3, 1))
        assert "Record in the plan that no reply came" in text(desk.get(of("dispatch", 1)))

    def test_the_card_counts(self, desk, review, sent):
        RecommendationFactory(review=review, elsewhere=True)
        assert "1 of 2 sent" in text(desk.get(review.get_absolute_url()))


class TestThePartnership:
    def test_counts_add_up_and_missing_comes_first(self, desk, review, sent):
        RecommendationFactory(review=review, elsewhere=True)
        other = ReviewFactory(partnership=review.partnership)
        RecommendationFactory(review=other, elsewhere=True, text="Of a review of others.")
        where = page("out", review.partnership.slug)
        Dispatch.objects.update(sent_on=date(2026, 1, 20))
        shown = desk.get(where)
        every, *chips = shown.context["standings"]
        assert every.count == sum(one.count for one in chips) == len(shown.context["outs"])
        assert shown.context["outs"][0].standing.value == "Overdue"
        assert len(desk.get(f"{where}?standing=overdue").context["outs"]) == 1
        assert len(desk.get(f"{where}?body={sent.body_id}").context["outs"]) == 1

    def test_the_commissioner_gets_what_was_sent_and_no_more(self, desk, review, sent):
        ReplyFactory(line=sent.lines.get(), words="Kept here.", kind="ACCEPTED")
        RecommendationFactory(review=review, elsewhere=True, text="Not sent and not public.")
        RecommendationFactory(
            review=review, elsewhere=True, scope="REGIONAL", text="A regional one."
        )
        slug = review.partnership.slug
        listed = desk.get(page("commissioner", slug, "csv")).content.decode()
        assert WORDS in listed
        assert "Accepted" in listed
        for kept in ("Kept here.", "Not sent and not public.", "A regional one."):
            assert kept not in listed
        paper = Word(BytesIO(desk.get(page("commissioner", slug, "docx")).content))
        assert "2 national recommendations" in "\n".join(one.text for one in paper.paragraphs)
        assert desk.get(page("commissioner", slug, "xls")).status_code == 404


class TestTheClerk:
    """Somebody at the body who has never seen this."""

    @pytest.fixture
    def start(self, sent):
        link = DispatchLinkFactory(
            dispatch=sent,
            link__token="a-secret",
            link__message__kind="recommendations_sent_by_link",
        )
        GuestCodeFactory(link=link.link, recorded_at=NOW)
        return page("by-link", "a-secret")

    @pytest.fixture
    def inside(self, client, start):
        client.post(page("by-link-code", "a-secret"), {"code": CODE})
        return client

    def test_sees_nothing_of_the_case_before_the_code(self, client, start, review):
        PersonFactory(review=review, true_name="Berwyn Testerby")
        shown = client.get(start)
        assert shown.status_code == 200
        assert WORDS not in shown.content.decode()
        assert "Office for Gas" not in shown.content.decode()
        assert shown["X-Robots-Tag"].startswith("noindex")
        assert f"Write to {review.partnership}." in text(shown)

    def test_is_told_whom_to_ring_where_no_code_comes(self, client, start, review):
        Letterhead.objects.create(
            partnership=review.partnership, telephone="01632 960 123", email="desk@csp.example"
        )
        for where in (start, page("by-link-code", "a-secret")):
            assert f"Ring {review.partnership} on 01632 960 123, or write to desk@csp" in text(
                client.get(where)
            )

    def test_asks_for_a_code_and_opens_the_letter_alone(
        self, client, start, run_queued, mailoutbox
    ):
        with run_queued():
            gone = client.post(page("by-link-send-code", "a-secret"))
        assert mailoutbox[0].to == ["box@alder.example"]
        assert "sent your organisation recommendations" in mailoutbox[0].body
        assert "search your records" not in mailoutbox[0].body
        code = next(one for one in mailoutbox[0].body.splitlines() if one[:1].isdecimal())
        assert "not right" in text(client.post(gone.url, {"code": "1111 1111"}))
        assert client.post(gone.url, {"code": code}).url == start
        assert WORDS in text(client.get(start))
        assert AuditEvent.objects.filter(event="dispatch.looked_at").exists()

    def test_says_that_they_have_it_then_replies_and_gets_a_receipt(
        self, inside, start, sent, run_queued, mailoutbox
    ):
        assert errors(inside.post(start, {"full_name": "Ada Clerk"})) == {
            "job_title": ["Enter your post"]
        }
        inside.post(start, {"full_name": "Ada Clerk", "job_title": "Clerk"})
        assert Acknowledgement.objects.get().full_name == "Ada Clerk"
        where = page("by-link-reply", "a-secret", sent.lines.get().pk)
        assert inside.get(where).context["form"]["full_name"].value() == "Ada Clerk"
        said = {"kind": "IN_PART", "full_name": "Ada Clerk", "job_title": "Clerk"}
        assert list(errors(inside.post(where, said))) == ["words"]
        with run_queued():
            done = inside.post(where, {**said, "words": "From May.", "document": letter()})
        assert done.url == start
        assert "Your replies have arrived" in text(inside.get(start))
        assert "Your replies have arrived" in mailoutbox[-1].subject
        answer = AddresseeAnswer.objects.get()
        assert (answer.reason, answer.to_words, answer.recorded_by) == ("From May.", WORDS, None)
        assert Reply.objects.get().document == Document.objects.last()
        assert inside.get(where).status_code == 200
        assert Reply.objects.count() == 1
        inside.post(page("by-link-leave", "a-secret"))
        assert inside.get(start).status_code == 404

    def test_says_whose_it_is_instead(self, inside, sent):
        where = page("by-link-reply", "a-secret", sent.lines.get().pk)
        who = {"full_name": "Ada Clerk", "job_title": "Clerk"}
        inside.post(where, {"kind": "NOT_OURS", "passed_to_words": "The Office for Oil", **who})
        assert Reply.objects.get().whom_instead == "The Office for Oil"
        assert not AddresseeAnswer.objects.exists()

    def test_is_not_robbed_of_what_they_typed_when_the_hour_ends(self, client, start, sent):
        where = page("by-link-reply", "a-secret", sent.lines.get().pk)
        shown = text(client.post(where, {"words": "Long and careful."}))
        assert "Long and careful." in shown
        assert not Reply.objects.exists()

    def test_reaches_no_other_letter(self, inside, review, start):
        other = SentWordsFactory(dispatch__review=review, dispatch__number=8)
        assert inside.get(page("by-link-reply", "a-secret", other.pk)).status_code == 404
        assert inside.get(page("by-link", "another-secret")).status_code == 404

    def test_a_taken_back_link_looks_like_none(self, client, sent):
        DispatchLinkFactory(dispatch=sent, link__token="b", link__revoked=True)
        assert client.get(page("by-link", "b")).status_code == 404
        assert client.get(page("by-link-reply", "b", sent.lines.get().pk)).status_code == 404

    def test_codes_are_not_sent_without_end(self, client, start):
        answers = [client.post(page("by-link-send-code", "a-secret")) for _ in range(7)]
        assert "Too many codes" in text(answers[-1])


def test_whoever_reads_the_plan_reads_and_sends_nothing(client, review, sent, of):
    client.force_login(playing(Role.PANEL_MEMBER, to=review))
    shown = text(client.get(of("dispatch", 1)))
    assert WORDS in shown
    assert "Ask again" not in shown
    assert client.get(of("send", 1)).status_code == 404


def test_an_early_letter_is_told_so(client, of):
    early = ReviewFactory()
    client.force_login(playing(Role.CSP_OFFICER, to=early))
    DispatchFactory(review=early, number=1, body=PublicBodyFactory())
    assert "has not cleared" in text(client.get(page("dispatch", early.reference, 1)))
    assert "early_because" in client.get(page("send", early.reference, 1)).context["form"].fields
    assert not Message.objects.exists()
