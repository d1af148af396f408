"""Copies of a draft: to one person each, by a certificate, on paper or to look at, and back."""

import subprocess
from datetime import date

import pytest
from page import validate_pdf_bytes

from anonymity.models import Destination
from audit.models import AuditEvent
from families.models import EntryKind, FamilyContactEntry, ReadHow
from messaging.models import Message
from reports.models import DraftRelease, Means, ReaderKind
from reports.operations import releases
from reports.operations.releases import Time
from reports.queries.readers import family_known_to
from reports.rules.releases import Consent, Reader
from reviews.access import Refused, Role
from tests.factories.agencies import UserFactory
from tests.factories.families import FamilyContactFactory, QuietDateFactory
from tests.factories.panels import PanelMemberFactory
from tests.factories.reports import DraftFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing
from tests.reports.conftest import NOW
from tests.reports.copying import ADVISER, TODAY, UNTIL, certify, release, to_family
from tests.reports.saying import day, page, text

pytestmark = pytest.mark.django_db


class TestReleasing:
    def test_nothing_leaves_without_a_certificate(self, draft, chair, contact):
        for reader in (ADVISER, to_family(contact)):
            with pytest.raises(Refused, match="No certificate says that these very files"):
                release(draft, chair, reader)
        assert not DraftRelease.objects.exists()
        assert not Message.objects.exists()

    def test_a_certificate_for_advisers_is_none_for_family(self, draft, chair, contact):
        certify(draft, Destination.ADVISERS)

        assert release(draft, chair).number == 1
        with pytest.raises(Refused, match="may go to the family"):
            release(draft, chair, to_family(contact))

    def test_it_waits_for_the_panel(self, review, chair):
        with pytest.raises(Refused, match="Release the draft to the panel first"):
            release(DraftFactory(review=review), chair)

    @pytest.mark.parametrize("role", [Role.CSP_OFFICER, Role.PANEL_MEMBER, Role.ADVISER])
    def test_only_who_writes_the_report_releases(self, certified, role):
        with pytest.raises(Refused):
            release(certified, playing(role, to=certified.review))

    def test_a_link_goes_out_with_nothing_of_the_case(self, certified, chair):
        made = release(certified, chair)

        (message,) = Message.objects.all()
        assert (message.kind, message.to_address) == ("reading_room", "robin@expert.example")
        assert made.link.expires_on == UNTIL
        event = AuditEvent.objects.get(event="release.made")
        assert event.subjects["release_id"] == made.pk
        assert "Robin" not in str(event.subjects)

    def test_the_family_is_given_time_in_their_log_and_no_message(self, certified, chair, contact):
        made = release(certified, chair, to_family(contact))

        entry = FamilyContactEntry.objects.get()
        assert (entry.contact, entry.kind, entry.version_label) == (
            contact, EntryKind.DRAFT, "Draft 1",
        )  # fmt: skip
        assert (entry.read_until, entry.read_how) == (UNTIL, ReadHow.READING_ROOM)
        assert made.link.sent_to == "liaison@police.example"

    def test_too_short_a_time_and_an_unkind_day_need_a_reason(self, certified, chair, contact):
        with pytest.raises(Refused, match="less than the 21 days"):
            release(certified, chair, to_family(contact), until=date(2026, 9, 20))
        QuietDateFactory(contact=contact, from_on=TODAY, every_year=False)
        with pytest.raises(Refused, match="say why"):
            release(certified, chair, to_family(contact))
        assert not DraftRelease.objects.exists()
        assert not Message.objects.exists()
        said = Time(until_on=date(2026, 9, 20), unusual_reason="Asked", despite_reason="Asked")
        assert release(certified, chair, to_family(contact), time=said)

    def test_somebody_outside_gets_chapters_with_consent(self, certified, chair):
        outsider = Reader(name="Jo Else", kind=ReaderKind.OUTSIDER, sent_to="jo@else.example")
        part = AgencyInvolvementFactory(review=certified.review)
        consent = Consent(of=part, by="Sam Head, director", on=TODAY)
        chosen = ["chapter-methodology"]

        for refused, words in (
            ({}, "no whole draft"),
            ({"chapters": chosen}, "Choose the agency"),
            ({"chapters": chosen, "consent": Consent(of=part)}, "Enter who consented"),
            ({"chapters": chosen, "consent": Consent(of=part, by="Sam")}, "when they consented"),
            ({"chapters": chosen, "consent": Consent(of=part, by="\u2066Sam")}, "cannot be seen"),
            ({"chapters": ["chapter-none"], "consent": consent}, "chapters of this draft"),
            ({"chapters": chosen, "consent": Consent(of=AgencyInvolvementFactory(), by="Sam",
                                                     on=TODAY)}, "an agency of this review"),
            ({"chapters": chosen, "consent": Consent(of=part, by="Sam", on=UNTIL)}, "past"),
        ):  # fmt: skip
            with pytest.raises(Refused, match=words):
                release(certified, chair, outsider, **refused)
        made = release(certified, chair, outsider, chapters=chosen, consent=consent)
        assert (made.consent_of, made.consent_by) == (part, "Sam Head, director")

    @pytest.mark.parametrize(
        ("reader", "more", "words"),
        [
            ({"kind": "FRIEND"}, {}, "as what"),
            ({"name": " "}, {}, "who reads it"),
            ({"name": "Prof <b>X</b> \u202eevil"}, {}, "a mark in it cannot be seen"),
            ({"name": "Robin\u200b Invented"}, {}, "a mark in it cannot be seen"),
            ({"sent_to": ""}, {}, "where the link goes"),
            ({"kind": ReaderKind.FAMILY}, {}, "in whose log"),
            ({"kind": ReaderKind.PANEL}, {}, "on its own page"),
            ({}, {"means": "FAX"}, "how they read it"),
            ({}, {"until": TODAY}, "after today"),
            ({}, {"until": date(9999, 12, 20)}, "a year at most"),
            ({}, {"until": date(2027, 9, 17)}, "a year at most"),
        ],
    )
    def test_what_cannot_be_is_refused(self, certified, chair, reader, more, words):
        with pytest.raises(Refused, match=words):
            release(certified, chair, Reader(**{**vars(ADVISER), **reader}), **more)

    def test_a_copy_to_family_has_an_end_in_sight_on_the_screen_and_on_paper(
        self, writing, certified, contact, chair
    ):
        where = page("release-to", certified.review.reference, 1)
        said = {
            "reader_kind": "FAMILY", "reader_name": "Ines Relative", "contact": contact.pk,
            "means": "READING_ROOM", "sent_to": "liaison@police.example",
            **day("until_on", date(9999, 12, 20)),
        }  # fmt: skip
        assert "open for a year at most" in text(writing.post(where, said))
        made = release(certified, chair, to_family(contact), Means.PRINT, date(2027, 9, 16))
        where = page("hand-over", certified.review.reference, 1, made.number)
        said = {**day("on", TODAY), **day("until_on", date(9999, 12, 20))}
        assert "open for a year at most" in text(writing.post(where, said))
        assert not contact.log.exists()

    def test_a_form_sent_twice_makes_one_copy_and_one_message(self, writing, certified, chair):
        where = page("release-to", certified.review.reference, 1)
        said = {
            "reader_kind": "ADVISER", "reader_name": "Robin Invented", "means": "READING_ROOM",
            "sent_to": "robin@expert.example", **day("until_on", UNTIL),
        }  # fmt: skip
        writing.post(where, said)

        again = text(writing.post(where, {**said, "reader_name": "robin  invented"}))

        assert "Copy 1 of this draft is theirs until 14 October 2026" in again
        assert Message.objects.count() == 1
        releases.recall(release=DraftRelease.objects.get(), by=chair, at=NOW)
        assert release(certified, chair).number == 2

    def test_a_second_agency_is_a_second_copy_and_so_is_a_time_that_is_over(self, certified, chair):
        outsider = Reader(name="Jo Else", kind=ReaderKind.OUTSIDER, sent_to="jo@else.example")
        for _ in range(2):
            consent = Consent(of=AgencyInvolvementFactory(review=certified.review), by="Sam Head",
                              on=TODAY)  # fmt: skip
            more = {"chapters": ["chapter-methodology"], "consent": consent}
            last = release(certified, chair, outsider, **more)
        with pytest.raises(Refused, match="Copy 2 of this draft is theirs"):
            release(certified, chair, outsider, **more)
        last.until_on, last.from_on = date(2026, 9, 15), date(2026, 9, 1)
        last.save()
        assert release(certified, chair, outsider, **more).number == 3

    def test_nor_to_the_family_of_another_review(self, certified, chair):
        with pytest.raises(Refused, match="in whose log"):
            release(certified, chair, to_family(FamilyContactFactory()))

    def test_a_print_for_the_panel_needs_no_certificate(self, draft, chair, member):
        reader = Reader(name=member.full_name, kind=ReaderKind.PANEL)

        assert release(draft, chair, reader, Means.PRINT).link is None

    def test_nobody_gets_past_the_certificate_as_if_on_the_panel(self, draft, chair):
        PanelMemberFactory(review=draft.review, full_name="Ann Gone", left_on=TODAY)
        PanelMemberFactory(full_name="Ann Elsewhere")
        for name in ("Robin Invented", "", "Ann Gone", "Ann Elsewhere"):
            with pytest.raises(Refused, match="Choose who of the panel"):
                release(draft, chair, Reader(name=name, kind=ReaderKind.PANEL), Means.PRINT)
        PanelMemberFactory(review=draft.review, full_name="Ann Seated")
        reader = Reader(name="Ann Seated", kind=ReaderKind.PANEL)
        assert release(draft, chair, reader, Means.PRINT).reader_name == "Ann Seated"

    def test_nor_does_somebody_of_the_family_as_if_they_were_none(self, certified, chair, contact):
        PanelMemberFactory(review=certified.review, full_name="Ines Relative")
        for kind in (ReaderKind.ADVISER, ReaderKind.OUTSIDER, ReaderKind.PANEL):
            with pytest.raises(Refused, match="does not get a copy as this") as refused:
                release(
                    certified,
                    chair,
                    Reader(name="Ines Relative", kind=kind, sent_to="a@b.example"),
                    Means.PRINT,
                )
            assert "Sister" not in str(refused.value)
        with pytest.raises(Refused, match="does not get a copy as this"):
            release(
                certified,
                chair,
                Reader(name="Dr Inés RELATIVE", kind=ReaderKind.ADVISER),
                Means.PRINT,
            )
        with pytest.raises(Refused, match="Choose nobody’s"):
            release(certified, chair, Reader(**{**vars(ADVISER), "contact": contact}))

    def test_who_may_not_open_the_compartment_learns_nobody_in_it(self, certified, contact, chair):
        assert family_known_to(chair, certified.review) == ["Ines Relative"]
        assert family_known_to(UserFactory(), certified.review) == []


class TestPrints:
    def hand_over(self, held, chair, on=TODAY, until=UNTIL):
        time = Time(until_on=until)
        return releases.hand_over(release=held, on=on, time=time, today=TODAY, by=chair, at=NOW)

    @pytest.mark.slow
    def test_it_says_on_every_page_whose_it_is(self, writing, copy):
        where = page("print-copy", copy.draft.review.reference, 1, copy.number)
        content = writing.get(where).content

        assert validate_pdf_bytes(content, profile="ua1").failures == []
        shown = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content,
                               capture_output=True, check=True)  # fmt: skip
        pages = shown.stdout.decode().split("\f")[:-1]
        assert len(pages) > 2
        for words in pages:
            assert "Draft 1, copy 1 · Robin Invented" in " ".join(words.split())
            assert "14 September 2026 at 11:00" in " ".join(words.split())
            assert "OFFICIAL-SENSITIVE" in words
        assert writing.get(where).content == content

    @pytest.mark.slow
    def test_a_print_of_chosen_chapters_holds_no_other(self, writing, copy):
        copy.chapters = ["chapter-methodology"]
        copy.save()
        where = page("print-copy", copy.draft.review.reference, 1, copy.number)

        shown = subprocess.run(["pdftotext", "-", "-"], input=writing.get(where).content,
                               capture_output=True, check=True).stdout.decode()  # fmt: skip
        assert "2.1" in shown
        assert "Maris died in January" not in shown
        assert "Introduction" not in shown

    def test_it_goes_out_and_comes_back(self, copy, chair):
        with pytest.raises(Refused, match="Nobody has this print"):
            releases.take_back(release=copy, on=TODAY, today=TODAY, by=chair, at=NOW)
        held = self.hand_over(copy, chair)
        assert held.standing(TODAY) == "With them"
        assert held.standing(date(2026, 10, 15)) == "To be returned"
        with pytest.raises(Refused, match="handed over already"):
            self.hand_over(copy, chair)
        with pytest.raises(Refused, match="on or after the day it was handed over"):
            releases.take_back(release=copy, on=date(2026, 9, 15), today=TODAY, by=chair, at=NOW)
        held = releases.take_back(release=copy, on=TODAY, today=TODAY, by=chair, at=NOW)
        assert held.standing(TODAY) == "Returned"
        with pytest.raises(Refused, match="came back already"):
            releases.recall(release=copy, by=chair, at=NOW)

    def test_family_are_given_their_time_once_they_hold_it(self, certified, contact, chair):
        made = release(certified, chair, to_family(contact), Means.PRINT)
        assert not contact.log.exists()

        with pytest.raises(Refused, match="less than the 21 days"):
            self.hand_over(made, chair, until=date(2026, 9, 20))
        self.hand_over(made, chair)
        assert (contact.log.get().read_how, contact.log.get().read_until) == ("PAPER", UNTIL)

    def test_who_left_the_panel_since_gets_no_print(self, draft, chair):
        seated = PanelMemberFactory(review=draft.review, full_name="Ann Seated")
        reader = Reader(name="Ann Seated", kind=ReaderKind.PANEL)
        held = release(draft, chair, reader, Means.PRINT)
        seated.left_on = TODAY
        seated.save()
        with pytest.raises(Refused, match="not sit on the panel any more"):
            self.hand_over(held, chair)

    def test_a_recalled_print_is_not_handed_over(self, copy, chair):
        releases.recall(release=copy, by=chair, at=NOW)

        with pytest.raises(Refused, match="was recalled"):
            self.hand_over(copy, chair)
        with pytest.raises(Refused, match="recalled already"):
            releases.recall(release=copy, by=chair, at=NOW)
        copy.refresh_from_db()
        assert copy.standing(TODAY) == "Recalled"

    def test_it_is_not_handed_over_before_it_was_printed_or_once_the_certificate_lapsed(
        self, copy, chair, writing
    ):
        with pytest.raises(Refused, match="the day it was printed"):
            self.hand_over(copy, chair, on=date(2026, 9, 15))
        copy.draft.review.anonymity_certificates.update(
            withdrawn_at=NOW, withdrawn_because="A name was found."
        )
        with pytest.raises(Refused, match="No certificate"):
            self.hand_over(copy, chair)
        writing.force_login(chair)
        where = page("print-copy", copy.draft.review.reference, 1, copy.number)
        assert "No certificate" in text(writing.get(where))

    def test_what_is_looked_at_has_no_paper(self, certified, chair):
        made = release(certified, chair)

        with pytest.raises(Refused, match="on the screen"):
            self.hand_over(made, chair)
