"""
Whatever happens in whatever order, product and oracle agree at every step.

A history admits, removes, holds and ends; releases, takes back, accepts and sends; concludes.
"""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agencies.models import COMMAND_LINE
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Role, clear_hold, remove
from reviews.access.holding import hold
from reviews.models import AccessHold, Membership
from tests.factories.reviews import AT, admit
from tests.proof.agreeing import differences
from tests.proof.scene import LAST_DAY, Asked, Scene

WHO = st.integers(0, 2)
WHICH = st.integers(0, 1)
YES_OR_NO = st.booleans()
STEPS = st.one_of(
    st.tuples(st.just("admit"), WHO, st.sampled_from([*REVIEW_GRANTS])),
    st.tuples(st.just("admit_for"), WHO, WHICH, st.sampled_from([*INVOLVEMENT_GRANTS])),
    st.tuples(st.just("remove"), WHO),
    st.tuples(st.just("run_out"), WHO),
    st.tuples(st.just("hand_over"), WHO, WHO),
    st.tuples(st.just("hold"), WHO),
    st.tuples(st.just("clear"), WHO),
    st.tuples(st.just("stop"), WHO, YES_OR_NO),
    st.tuples(st.just("release"), WHICH, YES_OR_NO),
    st.tuples(st.just("receive"), WHICH, YES_OR_NO),
    st.tuples(st.just("accept"), WHICH, YES_OR_NO),
    st.tuples(st.just("release_draft"), YES_OR_NO),
    st.tuples(st.just("send"), YES_OR_NO),
    st.tuples(st.just("end"), YES_OR_NO),
)


class Story:
    """The scene with what can happen in it, each in the words of the list above."""

    def __init__(self, scene):
        self.scene = scene

    def happens(self, verb, *what):
        getattr(self, verb)(*what)

    def held_by(self, who):
        return Membership.objects.filter(
            user=self.scene.users[who], review=self.scene.review, removed_at=None
        )

    def admit(self, who, role):
        admit(self.scene.users[who], role, to=self.scene.review)

    def admit_for(self, who, which, role):
        admit(self.scene.users[who], role, to=self.scene.parts[which].of)

    def remove(self, who):
        if first := self.held_by(who).first():
            remove(membership=first, by=COMMAND_LINE, at=AT)

    def run_out(self, who):
        self.held_by(who).exclude(role=Role.EMERGENCY_READER).update(until_on=LAST_DAY)

    def hand_over(self, who, to):
        """One person's parts become another's."""
        for row in self.held_by(who):
            remove(membership=row, by=COMMAND_LINE, at=AT)
            admit(self.scene.users[to], Role(row.role), to=row.involvement or row.review)

    def hold(self, who):
        user = self.scene.users[who]
        known = AccessHold.objects.filter(review=self.scene.review, user=user)
        if not known.exists():
            hold(self.scene.review, user, self.scene.person, by=COMMAND_LINE, at=AT)

    def clear(self, who):
        for found in AccessHold.objects.filter(user=self.scene.users[who], cleared_at=None):
            clear_hold(found, because="Another person.", by=COMMAND_LINE, at=AT)

    def stop(self, who, is_active):
        self.scene.users[who].is_active = is_active
        self.scene.users[who].save()

    def release(self, which, is_released):
        self.scene.parts[which].release(is_released)

    def receive(self, which, is_received):
        self.scene.parts[which].receive(AT.date() if is_received else None)

    def accept(self, which, is_accepted):
        self.scene.parts[which].accept(is_accepted)

    def release_draft(self, is_released):
        self.scene.release_draft(is_released)

    def send(self, is_sent):
        self.scene.send(is_sent)

    def end(self, is_ended):
        self.scene.end(is_ended)


class Undone(Exception):
    """Takes back everything that an example did."""


def tell(scene, steps, client):
    """Let a history happen, ask after each step, and leave nothing of it behind."""
    wrong = []
    try:
        with transaction.atomic():
            story = Story(scene)
            for number, step in enumerate(steps):
                story.happens(*step)
                user = scene.users[number % len(scene.users)]
                wrong = differences(Asked(user, scene, scene.parts[number % 2]))
                assert wrong == [], step
            for user in scene.users:
                if user.is_active:
                    client.force_login(user)
                    assert differences(Asked(user, scene, scene.parts[0]), client) == []
            raise Undone
    except Undone:
        for user in scene.users:
            user.refresh_from_db()


@pytest.mark.slow
@pytest.mark.django_db
def test_product_and_oracle_agree_after_any_history(client):
    scene = Scene()

    @settings(
        max_examples=12, deadline=None, database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )  # fmt: skip
    @given(st.lists(STEPS, min_size=4, max_size=8))
    def agree(steps):
        tell(scene, steps, client)

    agree()
