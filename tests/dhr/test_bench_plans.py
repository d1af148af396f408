"""The benchmark of plans runs on few of them. How fast the pages are, is for the machine to say."""

from contextlib import suppress
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from actionplans.models import Action, Recommendation
from agencies.models import User
from dhr.benchmark import lessons, plans
from dhr.benchmark.plans import CONTACT, OFFICER, PANEL
from dhr.management.commands.bench_plans import HEADS
from learning.models import Lesson, LessonKind
from reviews.access import Permission, held_by
from reviews.models import AgencyInvolvement, Review


@pytest.mark.django_db
def test_every_page_is_opened_by_who_reads_all_plans_some_or_their_own(settings):
    settings.DEMONSTRATION = True
    plans.write(reviews=12, recommendations=60, actions=180)
    lessons.write()

    assert (Review.objects.count(), Recommendation.objects.count()) == (12, 60)
    assert Action.objects.count() == 180
    assert Lesson.objects.filter(kind=LessonKind.RECOMMENDATION).count() == 60
    assert not Recommendation.objects.filter(learning_points=None).exists()
    held = {email: held_by(User.objects.get(email=email)) for email in (OFFICER, PANEL, CONTACT)}
    assert len(held[OFFICER].reviews(Permission.PLAN_WRITE)) == 12
    assert len(held[PANEL].reviews(Permission.PLAN_READ)) == 2
    own = AgencyInvolvement.objects.filter(pk__in=held[CONTACT].parts(Permission.PLAN_UPDATE))
    assert own.values("agency").distinct().count() == 1
    assert not held[CONTACT].in_reviews

    with suppress(SystemExit):  # a slow machine
        call_command("bench_plans", times=1, stdout=(told := StringIO()))
    assert told.getvalue().startswith(HEADS)


@pytest.mark.django_db
def test_it_fills_no_database_that_is_not_its_own():
    with pytest.raises(CommandError, match="of its own"):
        call_command("bench_plans", "--fill-only")
