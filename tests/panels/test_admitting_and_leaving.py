"""What a seat on the panel opens for somebody with an account, and what closes when they leave."""

from datetime import date

import pytest

from agencies.models import User
from panels.models import PanelPart
from reviews import access
from reviews.access import Permission, Role
from tests.factories.panels import PanelMemberFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing
from tests.panels.saying import CHAIR, can_read, day, page, text

pytestmark = pytest.mark.django_db


class TestAdmitting:
    def test_a_member_is_admitted_later(self, signed_in, review):
        member = PanelMemberFactory(review=review)

        response = signed_in.post(
            page("admit-member", review.reference, member.pk),
            {"email": "late@agency.example"},
            follow=True,
        )

        assert f"{member.full_name} is admitted and told by email." in text(response)
        assert can_read(User.objects.get(email="late@agency.example"), review)

    @pytest.mark.parametrize("stage", [{"left": True}, {"part": PanelPart.OBSERVER}])
    def test_who_has_left_or_observes_is_not(self, signed_in, review, stage):
        member = PanelMemberFactory(review=review, **stage)

        response = signed_in.post(
            page("admit-member", review.reference, member.pk), {"email": "late@agency.example"}
        )

        assert "There is a problem" in text(response)
        assert not User.objects.filter(email="late@agency.example").exists()

    def test_only_who_can_be_admitted_is_offered_it(self, signed_in, review):
        member = PanelMemberFactory(review=review)
        observer = PanelMemberFactory(review=review, part=PanelPart.OBSERVER)

        assert "Admit by email" in text(signed_in.get(member.get_absolute_url()))
        assert "Admit by email" not in text(signed_in.get(observer.get_absolute_url()))


class TestLeaving:
    LEFT = {
        "because": "Changed post",
        "handover": "To the deputy",
        **day("left_on", date(2026, 2, 27)),
    }

    def leave(self, client, member, **said):
        return client.post(
            page("leave-panel", member.review.reference, member.pk),
            {**self.LEFT, **said},
            follow=True,
        )

    def test_what_the_seat_opened_closes(self, signed_in, review):
        user = playing(Role.PANEL_MEMBER, to=review)
        member = PanelMemberFactory(review=review, user=user)

        response = self.leave(signed_in, member)

        assert f"It is recorded that {member.full_name} left the panel." in text(response)
        assert not can_read(user, review)
        shown = text(signed_in.get(member.get_absolute_url()))
        assert "Left on 27 February 2026: Changed post" in shown
        assert "Handed over: To the deputy" in shown

    def test_what_another_seat_opens_stays_open(self, signed_in, review):
        user = playing(Role.PANEL_MEMBER, to=review)
        going, staying = AgencyInvolvementFactory.create_batch(2, review=review)
        for part in (going, staying):
            access.admit(
                user=user, role=Role.PANEL_MEMBER, to=part, from_on=date(2026, 1, 5),
                by=user, at=review.recorded_at,
            )  # fmt: skip
        member = PanelMemberFactory(review=review, user=user, involvement=going)
        PanelMemberFactory(review=review, user=user, involvement=staying)

        self.leave(signed_in, member)

        assert can_read(user, review)
        assert can_read(user, staying, Permission.CHRONOLOGY_READ_RAW)
        assert not can_read(user, going, Permission.CHRONOLOGY_READ_RAW)

    def test_an_observer_had_nothing_to_close(self, signed_in, review):
        user = playing(Role.NEIGHBOURING_OFFICER, to=review)
        member = PanelMemberFactory(review=review, user=user, part=PanelPart.OBSERVER)

        self.leave(signed_in, member)

        assert can_read(user, review)

    @pytest.mark.parametrize(
        ("day_", "words"),
        [
            (date(2026, 3, 3), "The last day must be today or in the past"),
            (date(2026, 1, 20), "The last day must be on or after the first"),
        ],
    )
    def test_a_last_day_that_cannot_be_is_refused(self, signed_in, review, day_, words):
        response = self.leave(signed_in, PanelMemberFactory(review=review), **day("left_on", day_))

        assert words in text(response)
        assert "To the deputy" in text(response)

    def test_nobody_leaves_twice(self, signed_in, review):
        response = self.leave(signed_in, PanelMemberFactory(review=review, left=True))

        assert "It is recorded already that this member left." in text(response)

    def test_a_new_chair_follows(self, signed_in, review):
        self.leave(signed_in, PanelMemberFactory(review=review, chair=True))

        signed_in.post(page("appoint-chair", review.reference), CHAIR)

        assert review.panel_members.seated().get().full_name == "Ruth Lindqvist"
