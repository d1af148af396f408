"""Who sits on the panel, and what is recorded of them."""

from datetime import date

import pytest

from agencies.models import User
from messaging.models import Message
from panels.models import PanelMember, PanelPart
from panels.operations import members
from panels.operations.members import Seat
from reviews import access
from reviews.access import Permission, Refused, Role
from tests.factories.panels import AT, AttendanceFactory, PanelMemberFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing
from tests.panels.saying import CHAIR, SEAT, can_read, day, page, text

pytestmark = pytest.mark.django_db


class TestAdding:
    def test_a_member_needs_no_account(self, signed_in, review):
        response = signed_in.post(page("add-member", review.reference), SEAT, follow=True)

        assert "Ines Okafor is on the panel." in text(response)
        member = review.panel_members.get()
        assert (member.user, member.joined_on, member.is_voting) == (None, date(2026, 2, 3), True)
        assert not Message.objects.exists()

    def test_an_email_admits_them_to_the_review_and_to_their_agencys_part(self, signed_in, review):
        part = AgencyInvolvementFactory(review=review)
        other = AgencyInvolvementFactory(review=review)
        said = {**SEAT, "involvement": part.pk, "email": "ines@agency.example"}

        response = signed_in.post(page("add-member", review.reference), said, follow=True)

        assert "admitted to the review by email" in text(response)
        user = User.objects.get(email="ines@agency.example")
        assert review.panel_members.get().user == user
        assert can_read(user, review)
        assert can_read(user, part, Permission.CHRONOLOGY_READ_RAW)
        assert not can_read(user, other, Permission.CHRONOLOGY_READ_RAW)
        assert [message.kind for message in Message.objects.all()] == ["account_invited"]

    @pytest.mark.parametrize(
        ("part", "role"),
        [
            ("ADVISER", Role.ADVISER),
            ("SECRETARY", Role.REVIEW_SECRETARY),
            ("OVERVIEW_AUTHOR", Role.REVIEW_SECRETARY),
        ],
    )
    def test_each_part_admits_to_its_own_role(self, signed_in, review, part, role):
        said = {**SEAT, "part": part, "email": "ines@agency.example"}

        signed_in.post(page("add-member", review.reference), said)

        user = User.objects.get(email="ines@agency.example")
        assert access.roles_of(user, on=review) == [role]

    def test_an_observer_is_not_admitted_and_nothing_is_lost(self, signed_in, review):
        said = {**SEAT, "part": "OBSERVER", "email": "ines@agency.example"}

        response = signed_in.post(page("add-member", review.reference), said)

        assert "An observer is not admitted to the record." in text(response)
        assert 'value="Ines Okafor"' in text(response)
        assert not review.panel_members.exists()
        assert not User.objects.filter(email="ines@agency.example").exists()

    def test_what_is_missing_is_said_beside_each_question(self, signed_in, review):
        response = signed_in.post(page("add-member", review.reference), {"shown_as": "NAME"})

        for words in (
            "Select their part on the panel",
            "Enter their full name",
            "Select whether they have a vote",
        ):
            assert words in text(response)

    @pytest.mark.parametrize(
        ("day_", "words"),
        [
            (date(2026, 3, 3), "The first day must be today or in the past"),
            (date(2025, 12, 1), "is before the partnership was told of the death"),
        ],
    )
    def test_a_first_day_that_cannot_be_is_refused(self, signed_in, review, day_, words):
        said = {**SEAT, **day("joined_on", day_)}

        response = signed_in.post(page("add-member", review.reference), said)

        assert words in text(response)
        assert 'value="Ines Okafor"' in text(response)

    def test_an_early_first_day_is_kept_with_its_reason(self, signed_in, review):
        said = {**SEAT, **day("joined_on", date(2025, 12, 1)), "unusual_reason": "Standing panel."}

        signed_in.post(page("add-member", review.reference), said)

        member = review.panel_members.get()
        assert (member.joined_on, member.unusual_reason) == (date(2025, 12, 1), "Standing panel.")
        assert "Standing panel." in text(signed_in.get(member.get_absolute_url()))

    def test_an_agency_of_another_review_is_no_choice(self, signed_in, review):
        said = {**SEAT, "involvement": AgencyInvolvementFactory().pk}

        response = signed_in.post(page("add-member", review.reference), said)

        assert not review.panel_members.exists()
        assert "what was chosen is not offered" in text(response)

    def test_the_agencies_of_the_review_are_offered(self, signed_in, review):
        part = AgencyInvolvementFactory(review=review)

        shown = text(signed_in.get(page("add-member", review.reference)))

        assert f'<option value="{part.pk}">{part.agency.name}</option>' in shown

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"part": PanelPart.INDEPENDENT_CHAIR}, "Enter the day the chair was appointed"),
            ({"part": PanelPart.PANEL_MEMBER, "of_another_review": True}, "no part in this review"),
        ],
    )
    def test_a_script_is_held_to_the_same_rules(self, review, officer, fields, words):
        elsewhere = AgencyInvolvementFactory() if fields.pop("of_another_review", False) else None
        seat = Seat(full_name="Ines Okafor", is_voting=True, involvement=elsewhere, **fields)

        with pytest.raises(Refused, match=words):
            members.add_member(review=review, seat=seat, today=date(2026, 3, 2), by=officer, at=AT)


class TestAppointing:
    def test_the_chair_is_appointed_on_a_day_and_asked_to_declare(self, signed_in, review):
        response = signed_in.post(page("appoint-chair", review.reference), CHAIR, follow=True)

        chair = review.panel_members.get()
        assert chair.is_chair
        assert chair.appointed_on == date(2026, 1, 30)
        assert "Ruth Lindqvist is appointed as independent chair." in text(response)
        assert "Enter the declaration of Ruth Lindqvist" in text(response)

    def test_the_chair_may_write_the_report_too(self, signed_in, review):
        said = {**CHAIR, "writes_report": "on", "email": "ruth@chairs.example"}

        signed_in.post(page("appoint-chair", review.reference), said)

        chair = review.panel_members.get()
        assert chair.is_author
        assert chair.part_in_words == "Independent chair and author of the overview report"
        assert access.roles_of(chair.user, on=review) == [Role.INDEPENDENT_CHAIR]

    def test_there_is_one_chair_at_a_time(self, signed_in, review):
        PanelMemberFactory(review=review, chair=True)

        response = signed_in.post(page("appoint-chair", review.reference), CHAIR)

        assert "Record that they have left first." in text(response)
        assert review.panel_members.count() == 1

    def test_a_chair_is_appointed_on_some_day(self, signed_in, review):
        said = {key: value for key, value in CHAIR.items() if not key.startswith("joined_on")}

        response = signed_in.post(page("appoint-chair", review.reference), said)

        assert "Enter the day the chair was appointed" in text(response)


class TestChanging:
    def test_the_form_holds_what_is_recorded(self, signed_in, review):
        member = PanelMemberFactory(review=review, specialist_knowledge="Honour-based abuse")

        response = signed_in.get(page("change-member", review.reference, member.pk))

        assert "Honour-based abuse" in text(response)

    def test_another_part_opens_what_belongs_to_it_and_closes_the_rest(self, signed_in, review):
        part = AgencyInvolvementFactory(review=review)
        signed_in.post(
            page("add-member", review.reference),
            {**SEAT, "involvement": part.pk, "email": "ines@agency.example"},
        )
        member = review.panel_members.get()

        response = signed_in.post(
            page("change-member", review.reference, member.pk),
            {**SEAT, "part": "ADVISER"},
            follow=True,
        )

        assert "The record is changed." in text(response)
        assert access.roles_of(member.user, on=review) == [Role.ADVISER]
        assert not can_read(member.user, part, Permission.CHRONOLOGY_READ_RAW)

    def test_an_observer_may_open_nothing_any_more(self, signed_in, review):
        user = playing(Role.ADVISER, to=review)
        member = PanelMemberFactory(review=review, part=PanelPart.ADVISER, user=user)

        signed_in.post(
            page("change-member", review.reference, member.pk), {**SEAT, "part": "OBSERVER"}
        )

        assert access.roles_of(user, on=review) == []

    def test_a_chair_cannot_open_more_to_somebody_by_another_part(self, client, review):
        user = playing(Role.ADVISER, to=review)
        member = PanelMemberFactory(review=review, part=PanelPart.ADVISER, user=user)
        client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))

        response = client.post(
            page("change-member", review.reference, member.pk), {**SEAT, "part": "SECRETARY"}
        )

        assert "Your role in this review does not let you: admit and remove people." in text(
            response
        )
        assert PanelMember.objects.get().part == PanelPart.ADVISER
        assert access.roles_of(user, on=review) == [Role.ADVISER]

    def test_the_chair_stays_the_chair(self, signed_in, review):
        chair = PanelMemberFactory(review=review, chair=True)

        signed_in.post(
            page("change-member", review.reference, chair.pk), {**CHAIR, "part": "OBSERVER"}
        )

        chair.refresh_from_db()
        assert (chair.part, chair.full_name) == (PanelPart.INDEPENDENT_CHAIR, "Ruth Lindqvist")

    def test_the_first_day_stays_before_the_last(self, signed_in, review):
        member = PanelMemberFactory(review=review, left=True)

        response = signed_in.post(
            page("change-member", review.reference, member.pk),
            {**SEAT, **day("joined_on", date(2026, 2, 25))},
        )

        assert "The first day must be on or before the last" in text(response)

    def test_an_author_is_author_once(self, signed_in, review):
        said = {**SEAT, "part": "OVERVIEW_AUTHOR", "writes_report": "on"}

        signed_in.post(page("add-member", review.reference), said)

        member = review.panel_members.get()
        assert member.is_author
        assert member.part_in_words == "Author of the overview report"


class TestPanelPage:
    def test_it_lists_the_chair_first_and_says_who_came_how_often(self, signed_in, review):
        member = PanelMemberFactory(
            review=review, full_name="Aled Pryce", organisation="Wren House"
        )
        PanelMemberFactory(review=review, chair=True, full_name="Zoe Chair", declared=True)
        PanelMemberFactory(review=review, left=True, full_name="Somebody Before")
        AttendanceFactory(member=member, meeting__review=review)
        AttendanceFactory(member=member, meeting__review=review, presence="APOLOGIES")

        shown = text(signed_in.get(page("panel", review.reference)))

        assert shown.index("Zoe Chair") < shown.index("Aled Pryce") < shown.index("Somebody Before")
        assert "1 of 2, 50 per cent" in shown
        assert "Wren House" in shown
        assert "Appoint the independent chair" not in shown

    def test_an_empty_panel_says_how_it_begins(self, signed_in, review):
        shown = text(signed_in.get(page("panel", review.reference)))

        assert "Nobody sits on the panel yet" in shown
        assert "Appoint the independent chair" in shown
        assert "No meeting is planned." in shown

    @pytest.mark.parametrize(
        ("shown_as", "name"),
        [("NAME", "Ines Okafor"), ("TITLE", "Head of Safeguarding"), ("WITHHELD", "Name withheld")],
    )
    def test_the_report_prints_no_more_than_agreed(self, signed_in, review, shown_as, name):
        member = PanelMemberFactory(review=review, full_name="Ines Okafor", shown_as=shown_as)

        assert member.name_in_report == name
        assert name in text(signed_in.get(member.get_absolute_url()))

    def test_a_title_that_nobody_recorded_is_withheld(self):
        assert PanelMemberFactory(job_title="", shown_as="TITLE").name_in_report == "Name withheld"


@pytest.mark.parametrize("number", [3, 30])
def test_pages_cost_the_same_whatever_the_number(
    client, review, number, django_assert_max_num_queries
):
    for n in range(number):
        part = AgencyInvolvementFactory(review=review)
        member = PanelMemberFactory(review=review, involvement=part, declared=True, left=n % 2)
        AttendanceFactory(member=member, meeting__review=review)
    client.force_login(playing(Role.PANEL_MEMBER, to=review))

    for path in (page("panel", review.reference), member.get_absolute_url()):
        with django_assert_max_num_queries(14):
            assert client.get(path).status_code == 200
