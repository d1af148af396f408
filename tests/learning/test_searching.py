"""Search what was learnt: what is found, what it says of it, and to whom it opens."""

import pytest
from django.urls import reverse

from actionplans.cycle import ActionStatus
from actionplans.models import Scope
from actionplans.queries.earlier import earlier_like
from agencies.models import PostKind
from audit.acting import acting
from audit.models import ActorKind
from learning.models import LessonKind
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.actionplans import ActionFactory, RecommendationFactory
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.learning import LessonFactory, ThemeFactory
from tests.factories.publications import PublicationFactory
from tests.factories.reviews import ReviewFactory, playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(place):
    return reverse("learning:learning", args=[place.slug])


def searched(client, place, **said):
    return client.post(reverse("learning:narrow", args=[place.slug]), said, follow=True)


def texts(answer):
    return {"".join(one.words for one in line.pieces) for line in answer.context["page"]}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("trained", {"Train midwives to ask.", "Training for every housing officer."}),
        ("train -housing", {"Train midwives to ask."}),
        ('"housing officer"', {"Training for every housing officer."}),
        ("midwives or arrears", {"Train midwives to ask.", "Look behind rent arrears."}),
        ("Harbour", {"Look behind rent arrears."}),
        ("parking", set()),
    ],
)
def test_words_are_found_by_their_stems_phrases_and_what_is_left_out(
    signed_in, place, words, found
):
    LessonFactory(partnership=place, text="Train midwives to ask.", addressee="")
    LessonFactory(partnership=place, text="Training for every housing officer.")
    LessonFactory(partnership=place, text="Look behind rent arrears.", addressee="Harbour Homes")
    assert texts(searched(signed_in, place, words=words)) == found


def test_what_was_found_is_marked_and_stays_text(signed_in, place):
    LessonFactory(partnership=place, text="Ask <b>alone</b> & write it down.")
    said = searched(signed_in, place, words="asking").content.decode()
    assert "<mark>Ask</mark> &lt;b&gt;alone&lt;/b&gt; &amp; write it down." in said


def test_words_stand_in_no_address_and_are_sealed_in_the_session(signed_in, place, address):
    answer = searched(signed_in, place, words="strangulation")
    assert answer.redirect_chain == [(address, 302)]
    assert "strangulation" not in str(dict(signed_in.session.items()))
    assert 'value="strangulation"' in signed_in.get(address).content.decode()
    assert signed_in.get(f"{address}?words=elsewhere").context["asked"].words == "strangulation"


def test_filters_narrow_and_nonsense_counts_as_none(signed_in, place, address):
    theme = ThemeFactory(partnership=place)
    LessonFactory(partnership=place, text="A.", about=[theme], published_on="2019-05-01")
    LessonFactory(partnership=place, text="B.", scope=Scope.NATIONAL, published_on="2023-02-01")
    LessonFactory(partnership=place, text="C.", kind=LessonKind.LEARNING, own=True)
    for query, found in (
        (f"theme={theme.pk}", {"A."}),
        ("scope=NATIONAL", {"B."}),
        ("year=2023", {"B."}),
        ("kind=LEARNING", {"C."}),
        ("source=own", {"C."}),
        ("source=imported", {"A.", "B."}),
        ("state=unknown", {"A.", "B."}),
        ("theme=x&year=99999&scope=FAR&page=z", {"A.", "B.", "C."}),
    ):
        assert texts(signed_in.get(f"{address}?{query}")) == found, query


def test_it_says_what_became_of_it_where_and_when(signed_in, place, address):
    review = ReviewFactory(partnership=place, at_stage=Stage.PUBLISHED)
    one = RecommendationFactory(review=review)
    ActionFactory(recommendation=one, done=True)
    ActionFactory(recommendation=one)
    published = PublicationFactory(review=review)
    made = LessonFactory(
        partnership=place, past_review=None, publication=published, recommendation=one
    )
    without = RecommendationFactory(review=review)
    LessonFactory(partnership=place, publication=published, past_review=None,
                  recommendation=without, text="Nobody acts on this.")  # fmt: skip
    said = signed_in.get(address).content.decode()
    assert "In progress: 1 of 2 actions done." in said
    assert "No action agreed yet." in said
    assert reverse("publications:library-review", args=[review.reference]) in said
    assert "May 2019" in said
    assert texts(signed_in.get(f"{address}?state=without")) == {"Nobody acts on this."}
    assert texts(signed_in.get(f"{address}?state=going")) == {made.text}
    assert not texts(signed_in.get(f"{address}?state=finished"))
    one.actions.filter(status=ActionStatus.NOT_STARTED).delete()
    assert texts(signed_in.get(f"{address}?state=finished")) == {made.text}


def test_only_what_stands_published_is_found(signed_in, place, address):
    made = LessonFactory(partnership=place, own=True)
    assert texts(signed_in.get(address)) == {made.text}
    review = made.publication.review
    type(review).objects.filter(pk=review.pk).update(stage=Stage.PRE_PUBLICATION)
    assert not texts(signed_in.get(address))


def test_another_partnership_is_not_there(signed_in, place):
    other = LessonFactory()
    assert (
        signed_in.get(reverse("learning:learning", args=[other.partnership.slug])).status_code
        == 404
    )
    assert other.text not in texts(searched(signed_in, place, words="answers"))


@pytest.mark.parametrize(
    ("role", "opens"),
    [
        (Role.INDEPENDENT_CHAIR, True),
        (Role.REVIEW_SECRETARY, True),
        (Role.PANEL_MEMBER, False),
        (Role.AUDITOR, False),
    ],
)
def test_who_words_recommendations_looks_what_was_recommended_before(
    client, place, address, role, opens
):
    lesson = LessonFactory(partnership=place)
    person = playing(role, to=ReviewFactory(partnership=place))
    client.force_login(person)
    answer = client.get(address)
    assert (answer.status_code == 200) is opens
    if opens:
        assert texts(answer) == {lesson.text}  # the database shows them the row as well
        assert not answer.context["keeps"]


@pytest.mark.parametrize("kind", [PostKind.ADMINISTRATOR, PostKind.HOME_OFFICE_LIAISON])
def test_other_posts_do_not_search(client, place, address, kind):
    client.force_login(PostFactory(partnership=place, kind=kind, user=UserFactory()).user)
    assert client.get(address).status_code == 404


def test_a_page_asks_few_questions(signed_in, place, address, django_assert_max_num_queries):
    for _ in range(3):
        LessonFactory(partnership=place, own=True, about=[ThemeFactory(partnership=place)])
    signed_in.get(address)
    with django_assert_max_num_queries(15):
        signed_in.get(address)


def test_reports_brought_in_are_told_of_to_whoever_words_the_like(place):
    review = ReviewFactory(partnership=place)
    chair = playing(Role.INDEPENDENT_CHAIR, to=review)
    said = "Train every housing officer to look behind rent arrears for economic abuse."
    LessonFactory(partnership=place, text=said)
    LessonFactory(partnership=place, text="Ask midwives to see women alone.")
    LessonFactory(text=said)  # of another partnership
    with acting(lambda: (ActorKind.PERSON, chair.pk)):
        [found] = earlier_like(
            review, "Train housing officers to look behind rent arrears.", reader=chair
        )
    assert found.text == said
    assert found.in_short.startswith("recommended in 2019, what became of it is not known")
    assert found.where.endswith("recommendation 1")


def test_the_way_there_begins_where_learning_is_worded(client, place, address):
    review = ReviewFactory(partnership=place, at_stage=Stage.DRAFTING)
    thread = reverse("actionplans:thread", args=[review.reference])
    for role, is_shown in ((Role.INDEPENDENT_CHAIR, True), (Role.PANEL_MEMBER, False)):
        client.force_login(playing(role, to=review))
        assert (address in client.get(thread).content.decode()) is is_shown
