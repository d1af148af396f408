from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from actionplans.models import Scope
from learning.models import Lesson, LessonKind, PastReview, ReportReading, Theme, ThemeWording
from learning.queries.stems import stems_of
from tests.factories.agencies import CommunitySafetyPartnershipFactory
from tests.factories.publications import PublicationFactory

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


class ThemeFactory(DjangoModelFactory):
    """A theme nobody has named yet, worded as it is called. `confirmed=True` may leave."""

    class Meta:
        model = Theme
        skip_postgeneration_save = True

    class Params:
        confirmed = factory.Trait(confirmed_at=AT)

    partnership = factory.SubFactory(CommunitySafetyPartnershipFactory)
    name = factory.Sequence(lambda n: f"Theme {n}")
    made_at = AT

    @factory.post_generation
    def wording(self, create, worded, **kwargs):
        words = worded or self.name
        ThemeWording.objects.get_or_create(
            partnership=self.partnership,
            stems=stems_of([words])[words],
            defaults={"theme": self, "words": words},
        )


class PastReviewFactory(DjangoModelFactory):
    class Meta:
        model = PastReview

    partnership = factory.SubFactory(CommunitySafetyPartnershipFactory)
    title = factory.Sequence(lambda n: f"Report into the death of Maris, part {n}")
    published_by = "Harbourside Community Safety Partnership"
    published_in = date(2019, 5, 1)
    link = "https://harbourside.example/maris"
    recorded_at = AT


class ReportReadingFactory(DjangoModelFactory):
    """One recommendation was read and waits to be confirmed."""

    class Meta:
        model = ReportReading

    partnership = factory.SubFactory(CommunitySafetyPartnershipFactory)
    title = factory.Sequence(lambda n: f"Report into the death of Wren, part {n}")
    published_by = "Harbourside Community Safety Partnership"
    published_in = date(2019, 5, 1)
    lines = factory.LazyFunction(
        lambda: [
            {
                "take": "RECOMMENDATION",
                "number": "1",
                "text": "Housing teams should ask why rent is not paid.",
                "addressee": "Housing teams",
                "themes": "",
            }
        ]
    )
    read_at = AT


class LessonFactory(DjangoModelFactory):
    """A recommendation of a report that was brought in. `own=True` is one of our own review."""

    class Meta:
        model = Lesson
        skip_postgeneration_save = True

    class Params:
        own = factory.Trait(
            past_review=None,
            publication=factory.LazyAttribute(
                lambda made: PublicationFactory(review__partnership=made.partnership)
            ),
        )

    partnership = factory.SubFactory(CommunitySafetyPartnershipFactory)
    past_review = factory.LazyAttribute(
        lambda made: PastReviewFactory(partnership=made.partnership)
    )
    kind = LessonKind.RECOMMENDATION
    place = 1
    number = "1"
    text = factory.Sequence(lambda n: f"Train everybody who answers the door, number {n}.")
    scope = Scope.LOCAL
    addressee = "Tern Valley Housing"
    published_on = date(2019, 5, 1)

    @factory.post_generation
    def about(self, create, themes, **kwargs):
        self.themes.set(themes or [])
