"""The reading room: one person, by a link and a code, for a time, and nothing to take away."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse

from anonymity.models import Destination
from audit.models import AuditEvent
from families.models import FamilyContactEntry, ReadHow
from messaging.models import Message
from reports.models import DraftComment
from reports.operations import releases
from reports.operations.comments import Comment
from reports.operations.reading import say
from reports.queries.releases import release_behind
from reviews.access import Refused
from tests.factories.families import FamilyContactEntryFactory, FamilyContactFactory
from tests.factories.guests import CODE, ORIGIN, GuestCodeFactory
from tests.factories.reports import DraftFactory, DraftReleaseFactory
from tests.factories.reviews import PersonFactory
from tests.reports.copying import NOW, certify
from tests.reports.saying import text
from tests.reviews.clock import days_of

pytestmark = pytest.mark.django_db

SECRET = "a-secret"


def room(name="", secret=SECRET):
    return reverse(f"reports:reading{name and '-'}{name}", args=[secret])


@pytest.fixture
def copy(review):
    draft = DraftFactory(review=review, released=True)
    certify(draft, Destination.ADVISERS)
    return DraftReleaseFactory(draft=draft, token=SECRET)


@pytest.fixture
def of_family(review):
    contact = FamilyContactFactory(review=review, own_name="Ines Relative")
    FamilyContactEntryFactory(
        contact=contact, draft=True, happened_on=date(2026, 9, 14), read_how=ReadHow.READING_ROOM
    )
    draft = DraftFactory(review=review, released=True)
    certify(draft, Destination.FAMILY)
    return DraftReleaseFactory(
        draft=draft, token=SECRET, contact=contact, reader_name="Ines Relative"
    )


def come_in(client, copy):
    GuestCodeFactory(link=copy.link, recorded_at=NOW)
    return client.post(room("code"), {"code": CODE})


@pytest.fixture
def inside(client, copy):
    come_in(client, copy)
    return client


class TestBeforeTheCode:
    def test_the_link_alone_shows_nothing_of_the_case(self, client, copy):
        for where in (room(), room("summary"), room("code"), room("comment")):
            said = text(client.get(where))
            assert copy.draft.review.reference in said
            assert "5 October 2026" in said
            for kept in ("Maris", "Robin", "Eleven agencies", "Northstead", "death", "brings@it"):
                assert kept not in said
        assert "Something to read" in text(client.post(room("comment"), {"words": "Mine"}))
        assert not DraftComment.objects.exists()
        assert not AuditEvent.objects.filter(event="release.looked_at").exists()

    def test_a_code_goes_to_the_address_of_the_link_and_opens_it(self, client, copy):
        assert client.post(room("send-code")).url == room("code")
        (message,) = Message.objects.filter(kind="guest_code")
        assert message.to_address == "brings@it.example"
        assert "This code is not right" in text(client.post(room("code"), {"code": "1"}))

        assert client.post(room("code"), {"code": message.code}).url == room()
        assert "Eleven agencies were asked." in text(client.get(room()))

    def test_asking_too_often_is_said(self, client, copy):
        for _ in range(5):
            client.post(room("send-code"))

        assert "Too many codes" in text(client.post(room("send-code")))

    def test_five_wrong_codes_lock(self, client, copy):
        GuestCodeFactory(link=copy.link, recorded_at=NOW)
        for _ in range(5):
            client.post(room("code"), {"code": "1"})

        assert "5 wrong codes" in text(client.post(room("code"), {"code": CODE}))


class TestInside:
    def test_it_is_read_with_ones_name_and_the_time_across_it(self, inside):
        response = inside.get(room())

        said = text(response)
        assert said.count("Draft 1, copy 1 · Robin Invented · 16 September 2026 at 10:30") > 9
        assert "Eleven agencies were asked." in said
        assert "Appendix A. Terms of reference" in said
        assert "OFFICIAL-SENSITIVE" in said
        assert "The panel met six times." in text(inside.get(room("summary")))

    def test_nothing_of_it_can_be_taken_away(self, inside, copy):
        response = inside.get(room())

        assert "no-store" in response["Cache-Control"]
        assert "noindex" in response["X-Robots-Tag"]
        assert "Content-Disposition" not in response
        assert "/paper/" not in text(response)
        reference = copy.draft.review.reference
        for where in (
            reverse("reports:draft", args=[reference, 1]),
            reverse("reports:draft-file", args=[reference, 1, "overview-report", "pdf"]),
            copy.get_absolute_url(),
        ):
            assert inside.get(where).status_code in (302, 404)

    def test_each_look_is_on_the_trail(self, inside, copy):
        inside.get(room())
        inside.get(room("summary"))

        looks = AuditEvent.objects.filter(event="release.looked_at")
        assert [look.subjects["release_id"] for look in looks] == [copy.pk] * 2
        assert {look.actor_id for look in looks} == {None}

    def test_it_opens_no_other_copy(self, inside, copy):
        DraftReleaseFactory(draft=copy.draft, token="another", reader_name="Sam Else")

        said = text(inside.get(room(secret="another")))
        assert "Something to read" in said
        assert "Sam Else" not in said

    def test_chosen_chapters_are_all_there_is(self, inside, copy):
        copy.chapters = ["chapter-methodology"]
        copy.save()

        said = text(inside.get(room()))
        assert "2.1" in said
        assert "Eleven agencies were asked." in said
        for kept in ("Maris died in January", "What was asked.", "Executive summary"):
            assert kept not in said
        assert inside.get(room("summary")).status_code == 404

    def test_a_comment_is_said_of_a_paragraph(self, inside, copy, chair, client):
        where = f"{room('comment')}?part=REPORT&paragraph=2.1"
        assert "Comment: Overview report, paragraph 2.1" in text(inside.get(where))
        assert "Write your comment" in text(inside.post(where, {"words": " "}))

        answer = inside.post(where, {"words": "Twelve were asked."})

        assert answer.url == f"{room()}?said#paragraph-2.1"
        assert "has reached the chair" in text(inside.get(answer.url))
        made = DraftComment.objects.get()
        assert (made.paragraph, made.release, made.recorded_by) == ("2.1", copy, None)
        inside.force_login(chair)
        listed = text(inside.get(reverse("reports:comments",
                                         args=[copy.draft.review.reference, 1])))  # fmt: skip
        assert "Robin Invented, 16 September 2026" in listed

    def test_a_form_sent_twice_is_said_once_without_what_cannot_be_seen(self, inside):
        where = f"{room('comment')}?part=REPORT&paragraph=2.1"
        for words in ("Twelve were asked.", "\u2066Twelve\u2069 were asked.\u200b"):
            inside.post(where, {"words": words})
        assert "Write your comment" in text(inside.post(where, {"words": "\u202e\u200b"}))

        assert DraftComment.objects.get().words == "Twelve were asked."
        inside.post(f"{room('comment')}?part=REPORT", {"words": "Twelve were asked."})
        assert DraftComment.objects.count() == 2

    def test_not_of_a_paragraph_they_did_not_get(self, inside, copy):
        copy.chapters = ["chapter-methodology"]
        copy.save()

        for asked in ("paragraph=1.1", "part=SUMMARY&paragraph=1.1", "part=SUMMARY"):
            where = f"{room('comment')}?{asked}"
            assert inside.get(where).status_code == 404
            assert inside.post(where, {"words": "Mine"}).status_code == 404
        assert inside.get(f"{room('comment')}?paragraph=2.1").status_code == 200
        with pytest.raises(Refused, match="Choose a paragraph of what you read"):
            say(release=copy, comment=Comment(words="Mine", paragraph="1.1"), today=NOW.date(),
                at=NOW)  # fmt: skip
        assert not DraftComment.objects.exists()

    def test_nor_without_words(self, copy):
        with pytest.raises(Refused, match="Write your comment"):
            say(release=copy, comment=Comment(words=" "), today=NOW.date(), at=NOW)

    def test_leaving_closes_it_for_whoever_kept_the_cookie(self, inside):
        kept = inside.cookies["__Secure-guest" if "__Secure-guest" in inside.cookies else "guest"]
        value = kept.value
        assert "Nothing of it is kept" in text(inside.post(room("leave")))
        inside.cookies[kept.key] = value

        assert "Something to read" in text(inside.get(room()))

    @pytest.mark.parametrize("name", ["send-code", "leave", "finished"])
    def test_what_changes_something_is_posted(self, inside, name):
        assert inside.get(room(name)).status_code == 405


class TestTheEnd:
    def closed(self, client):
        answers = [client.get(room(name)) for name in ("", "summary", "code", "comment")]
        answers.append(client.get(room(secret="never-was")))
        assert {answer.status_code for answer in answers} == {404}
        assert len({text(answer).partition("<main")[2] for answer in answers}) == 1

    def test_it_closes_at_its_time_also_to_who_is_inside(self, inside):
        with time_machine.travel(datetime(2026, 10, 5, 22, 59, tzinfo=UTC), tick=False):
            assert inside.get(room()).status_code == 200
        with time_machine.travel(datetime(2026, 10, 5, 23, 1, tzinfo=UTC), tick=False):
            self.closed(inside)

    def test_a_recalled_copy_closes_at_once(self, inside, copy, chair):
        assert inside.get(room()).status_code == 200
        releases.recall(release=copy, by=chair, at=NOW)

        self.closed(inside)

    def test_guesses_are_counted(self, client, copy):
        for number in range(31):
            client.get(room(secret=f"guess-{number}"))

        assert client.get(room()).status_code == 404
        assert release_behind(SECRET, origin=ORIGIN, at=NOW) == copy


class TestOfFamily:
    @pytest.fixture
    def reading(self, client, of_family):
        come_in(client, of_family)
        return client

    def said(self, client, words="She was kind.", paragraph="2.1"):
        return client.post(f"{room('comment')}?paragraph={paragraph}", {"words": words})

    def test_what_they_say_stays_in_their_compartment(self, reading, of_family, member):
        self.said(reading)

        entry = FamilyContactEntry.objects.standing().get(kind="COMMENTS")
        assert entry.contact == of_family.contact
        assert entry.words == "Overview report, paragraph 2.1: She was kind."
        assert (entry.by_whom, entry.version_label) == ("Ines Relative", "Draft 1")
        assert not DraftComment.objects.exists()
        assert "She was kind" not in str(list(AuditEvent.objects.values_list("subjects")))
        reading.force_login(member)
        for name in ("draft", "comments"):
            where = reverse(f"reports:{name}", args=[of_family.draft.review.reference, 1])
            assert "She was kind" not in text(reading.get(where))

    def test_the_chair_weighs_it_in_the_log(self, reading, of_family, chair):
        self.said(reading)
        reading.force_login(chair)

        said = text(reading.get(of_family.contact.get_absolute_url()))
        assert "Overview report, paragraph 2.1: She was kind." in said
        assert "Came from them through their reading room on 16 September 2026" in said
        assert said.count("the command line") == 1  # what was given to read, and no more

    def test_a_form_sent_twice_is_said_once_in_one_copy(self, reading, of_family, chair):
        said = FamilyContactEntry.objects.standing().filter(kind="COMMENTS")
        for words in ("She was kind.", "She was kind.", " She was\u2067 kind.\u200b\u202e"):
            assert self.said(reading, words).status_code == 302
        assert [one.words for one in said] == ["Overview report, paragraph 2.1: She was kind."]
        self.said(reading, paragraph="")
        self.said(reading, "She was not.\r\nNever.")
        assert said.all().count() == 3
        of_family.recorded_at = NOW + timedelta(minutes=1)
        of_family.save()
        self.said(reading)  # what is there was said of an earlier copy
        assert said.all().count() == 4

    def test_their_time_ends_when_they_have_read_it_and_not_with_a_first_comment(
        self, reading, of_family
    ):
        given = of_family.contact.log.get(kind="DRAFT")
        review, about = of_family.draft.review, f"draft-{given.pk}"
        self.said(reading)
        assert days_of(review, "D14", about)[2] is None

        assert "Thank you" in text(reading.post(room("finished")))
        reading.post(room("finished"))
        assert days_of(review, "D14", about)[2] == NOW.date()
        assert of_family.contact.log.filter(kind="CONTACT").count() == 1
        assert self.said(reading, "And one more thing.").status_code == 302

    def test_a_comment_on_the_whole_needs_no_paragraph(self, reading):
        self.said(reading, paragraph="")

        words = FamilyContactEntry.objects.get(kind="COMMENTS").words
        assert words == "Overview report, as a whole: She was kind."


def test_an_adviser_has_no_compartment_to_say_that_it_is_read_in(inside, copy):
    assert "Thank you" in text(inside.post(room("finished")))
    assert AuditEvent.objects.filter(event="release.read").count() == 1
    assert not FamilyContactEntry.objects.exists()


def test_nobody_can_try_out_true_names_by_what_is_refused(inside, copy):
    PersonFactory(review=copy.draft.review, true_name="Berwyn Testerby")
    tried = ("Berwyn Testerby", "Somebody Else")
    answers = [inside.post(room("comment"), {"words": f"Was it {name}?"}) for name in tried]
    assert [one.status_code for one in answers] == [302, 302]
    assert answers[0].url == answers[1].url
    assert DraftComment.objects.count() == 2
