from datetime import date

import pytest

from agencies.models import COMMAND_LINE
from families import rules
from families.models import Calendar, EntryKind, FamilyContactEntry, QuietDate, Starter
from reviews import access
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.factories.agencies import UserFactory
from tests.factories.families import FamilyContactFactory, QuietDateFactory
from tests.factories.reviews import AT, PersonFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("role", "is_chaired", "words"),
    [
        (Role.CSP_OFFICER, False, ""),
        (Role.CSP_OFFICER, True, rules.CHAIR_WRITES),
        (Role.INDEPENDENT_CHAIR, True, ""),
        (Role.REVIEW_SECRETARY, False, rules.OFFICER_WRITES),
        (Role.REVIEW_SECRETARY, True, ""),
        (Role.CSP_CHAIR, False, "Your role in this review does not let you"),
        (Role.PANEL_MEMBER, True, "Your role in this review does not let you"),
        (Role.ADVISER, False, "Your role in this review does not let you"),
        (Role.NEIGHBOURING_OFFICER, False, "Your role in this review does not let you"),
        (Role.HOME_OFFICE_LIAISON, False, "Your role in this review does not let you"),
        (None, False, "Your role in this review does not let you"),
    ],
)
def test_who_holds_the_pen(role, is_chaired, words):
    review = ReviewFactory()
    actor = playing(role, to=review) if role else UserFactory()
    if is_chaired and role != Role.INDEPENDENT_CHAIR:
        playing(Role.INDEPENDENT_CHAIR, to=review)

    assert rules.why_not_write(actor, review).startswith(words)
    assert bool(rules.why_not_write(actor, review)) is bool(words)


class TestThePenPassesOn:
    def test_back_to_the_officer_when_the_chair_has_gone(self):
        review = ReviewFactory()
        officer = playing(Role.CSP_OFFICER, to=review)
        chair = playing(Role.INDEPENDENT_CHAIR, to=review)

        access.remove(membership=chair.memberships.get(), by=COMMAND_LINE, at=AT)

        assert rules.why_not_write(officer, review) == ""

    @pytest.mark.parametrize("until_on", [date(2026, 1, 9), None])
    def test_only_while_the_chair_is_admitted(self, until_on):
        review = ReviewFactory()
        officer = playing(Role.CSP_OFFICER, to=review)
        chair = UserFactory()
        admission = {"by": COMMAND_LINE, "at": AT, "from_on": date(2026, 1, 5)}
        access.admit(
            user=chair, role=Role.INDEPENDENT_CHAIR, to=review, until_on=until_on, **admission
        )

        assert bool(rules.why_not_write(officer, review)) is (until_on is None)

    def test_nobody_writes_once_the_review_has_ended(self):
        review = ReviewFactory(at_stage=Stage.CONCLUDED)
        chair = playing(Role.INDEPENDENT_CHAIR, to=review)

        assert "has ended" in rules.why_not_write(chair, review)


def entry(contact=None, *, kind=EntryKind.LETTER, happened_on=date(2026, 2, 2), **given):
    contact = contact or FamilyContactFactory()
    return FamilyContactEntry(contact=contact, kind=kind, happened_on=happened_on, **given)


def refusal(entry):
    with pytest.raises(Refused) as refused:
        rules.check_entry(entry, today=TODAY)
    return refused.value


class TestCheckEntry:
    def test_an_ordinary_letter(self):
        rules.check_entry(entry(), today=TODAY)

    @pytest.mark.parametrize(
        "day",
        [date(2026, 3, 21), date(1980, 1, 1), date(2025, 12, 30)],
        ids=["tomorrow", "long before", "before the death"],
    )
    def test_impossible_days(self, day):
        assert refusal(entry(happened_on=day)).field == "happened_on"

    def test_a_day_before_the_partnership_was_told_needs_a_reason(self):
        early = {"happened_on": date(2026, 1, 3)}

        assert refusal(entry(**early)).field == "unusual_reason"
        rules.check_entry(entry(**early, unusual_reason="The officer called."), today=TODAY)

    def test_a_day_before_the_last_move_of_the_review_is_usual(self):
        review = ReviewFactory(at_stage=Stage.DRAFTING)
        review.moves.update(moved_on=date(2026, 3, 1))

        rules.check_entry(entry(FamilyContactFactory(review=review)), today=TODAY)

    def test_few_days_to_read_need_a_reason(self):
        few = {"kind": EntryKind.DRAFT, "days_given": 10}

        assert refusal(entry(**few)).field == "unusual_reason"
        rules.check_entry(entry(**few, unusual_reason="They asked."), today=TODAY)
        rules.check_entry(entry(kind=EntryKind.DRAFT, days_given=21), today=TODAY)

    @pytest.mark.parametrize("field", ["ask_again_on", "publication_on"])
    def test_what_comes_later_is_not_before(self, field):
        assert refusal(entry(**{field: date(2026, 2, 1)})).field == field


class TestDaysNotToWriteOn:
    def test_a_letter_needs_a_reason(self):
        contact = FamilyContactFactory()
        QuietDateFactory(contact=contact)
        on_it = {"contact": contact, "happened_on": date(2026, 3, 14)}

        refused = refusal(entry(**on_it))

        assert refused.field == "despite_reason"
        assert "14 March 2026 is a day not to write on: her birthday." in str(refused)
        rules.check_entry(entry(**on_it, despite_reason="Posted before."), today=TODAY)

    @pytest.mark.parametrize(
        ("kind", "starter", "asks"),
        [
            (EntryKind.ADVOCACY, "", True),
            (EntryKind.CONTACT, Starter.REVIEW, True),
            (EntryKind.CONTACT, Starter.THEY, False),
            (EntryKind.MEETING, "", False),
            (EntryKind.RESPONSE, "", False),
        ],
    )
    def test_only_where_the_review_turned_to_them(self, kind, starter, asks):
        contact = FamilyContactFactory()
        QuietDateFactory(contact=contact)
        made = entry(contact, kind=kind, starter=starter, happened_on=date(2026, 3, 14))

        if asks:
            assert refusal(made).field == "despite_reason"
        else:
            rules.check_entry(made, today=TODAY)

    def test_nor_is_it_a_day_to_publish_on(self):
        contact = FamilyContactFactory()
        QuietDateFactory(contact=contact)
        agreed = {"contact": contact, "kind": EntryKind.PUBLICATION}

        assert refusal(entry(**agreed, publication_on=date(2027, 3, 14))).field == "despite_reason"
        rules.check_entry(entry(**agreed, publication_on=date(2027, 3, 15)), today=TODAY)

    def test_days_that_end_before_they_begin(self):
        with pytest.raises(Refused) as refused:
            rules.check_quiet_date(
                QuietDate(from_on=date(2026, 3, 2), to_on=date(2026, 3, 1), why="a trial")
            )

        assert refused.value.field == "to_on"


class TestCalendar:
    def against(self, contact, day):
        return Calendar.of(contact.review).against(contact, day)

    def test_the_death_and_birthdays_are_known_from_the_record(self):
        review = ReviewFactory(died_on=date(2026, 1, 2))
        PersonFactory(review=review, born_on=date(1980, 5, 6))
        contact = FamilyContactFactory(review=review)

        [death] = self.against(contact, date(2027, 1, 2))
        [birthday] = self.against(contact, date(2026, 5, 6))

        assert "the anniversary of the death" in death
        assert "the birthday of the person who died" in birthday
        assert self.against(contact, date(2026, 5, 7)) == []

    def test_not_all_of_them_touch_the_other_side(self):
        contact = FamilyContactFactory(of_perpetrator=True)

        assert self.against(contact, date(2027, 1, 2)) == []

    def test_their_own_birthday(self):
        person = PersonFactory(role="FAMILY", born_on=date(1985, 4, 1))
        contact = FamilyContactFactory(review=person.review, person=person, own_name=None)

        assert "their own birthday" in self.against(contact, date(2026, 4, 1))[0]

    def test_hearings_and_processes_that_hold_back_contact(self):
        review = ReviewFactory()
        contact = FamilyContactFactory(review=review)
        process = review.parallel_processes.create(
            kind="CRIMINAL",
            status="RUNNING",
            started_on=date(2026, 2, 1),
            holds_back_family=True,
            recorded_at=AT,
        )
        review.parallel_processes.create(kind="CORONER", status="EXPECTED", recorded_at=AT)
        process.dates.create(on=date(2026, 6, 3), what="first day of the trial")

        said = self.against(contact, date(2026, 6, 3))

        assert [words.partition(": ")[0] for words in said] == [
            "3 June 2026 is a day not to write on",
            "Criminal investigation or trial holds back contact with the family.",
        ]
        assert "first day of the trial" in said[0]
        assert self.against(contact, date(2026, 1, 20)) == []  # before it began
        review.parallel_processes.update(status="ENDED", holds_back_family=False)
        assert self.against(contact, date(2026, 4, 1)) == []
