"""What people do on the pages of a review, and what comes back when something is wrong."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agencies.models import PostKind
from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.models import Membership, PersonRole, Review
from tests.factories.agencies import PostFactory, UserFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    NoticeFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)
from tests.reviews.acting import admit, in_review, url
from tests.reviews.clock import follow

pytestmark = pytest.mark.django_db


class TestLists:
    def test_my_work_is_grouped_by_when(self, client):
        review = in_review(client, Role.CSP_OFFICER)
        page = client.get(reverse("reviews:my-work")).content.decode()
        assert "Late" in page
        assert review.reference in page

    def test_letters_that_are_missing_are_work(self, client):
        review = in_review(client, Role.CSP_OFFICER, Stage.COMMISSIONED)
        NoticeFactory(review=review)
        page = client.get(reverse("reviews:my-work")).content.decode()
        assert "Tell the family of the decision" in page
        assert "Tell the Home Office" not in page

    def test_nothing_to_do_says_so(self, client):
        client.force_login(UserFactory())
        page = client.get(reverse("reviews:my-work")).content.decode()
        assert "Nothing waits for you" in page

    def test_the_way_to_a_new_review_is_shown_to_those_who_open_it(self, client):
        for kind, is_shown in ((PostKind.OFFICER, True), (PostKind.CHAIR, False)):
            client.force_login(PostFactory(kind=kind).user)
            page = client.get(reverse("reviews:my-work")).content.decode()
            assert (reverse("reviews:open") in page) is is_shown

    def test_people_of_an_agency_find_its_part(self, client):
        part = AgencyInvolvementFactory(agency__name="Riverbank Housing")
        AgencyInvolvementFactory(review=part.review, agency__name="Another Agency")
        client.force_login(playing(Role.AGENCY_CONTACT, to=part))
        page = client.get(reverse("reviews:list")).content.decode()
        assert part.get_absolute_url() in page
        assert f"Riverbank Housing in {part.review.reference}" in page
        assert "Another Agency" not in page

    def test_the_list_of_parts_is_narrowed_to_the_hat_that_is_worn(self, client):
        housing, police = AgencyInvolvementFactory(), AgencyInvolvementFactory()
        user = playing(Role.AGENCY_CONTACT, to=housing)
        admit(user, Role.IMR_AUTHOR, police)
        client.force_login(user)
        hat = f"agency_contact-{housing.agency_id}"
        client.post(reverse("reviews:switch-hat"), {"hat": hat})
        page = client.get(reverse("reviews:list")).content.decode()
        assert housing.get_absolute_url() in page
        assert police.get_absolute_url() not in page

    def test_the_home_office_is_shown_its_own_page(self, client):
        client.force_login(PostFactory(kind=PostKind.HOME_OFFICE_LIAISON).user)
        page = client.get(reverse("reviews:list")).content.decode()
        assert reverse("publications:liaison") in page

    def test_the_list_is_searched_and_filtered(self, client):
        user = playing(Role.CSP_OFFICER, to=ReviewFactory(reference="AA-1"))
        other = ReviewFactory(reference="BB-2", pseudonym_title="Maris", at_stage=Stage.EVIDENCE)
        ended = ReviewFactory(reference="CC-3", at_stage=Stage.RETENTION)
        for review in (other, ended):
            playing(Role.CSP_OFFICER, to=review)
            Membership.objects.filter(review=review).update(user=user)
            review.memberships.get().group.user_set.set([user])
        ReviewFactory(reference="DD-4")
        follow(*Review.objects.values_list("pk", flat=True))
        client.force_login(user)

        def shown(**asked):
            page = client.get(reverse("reviews:list"), asked)
            return [review.reference for review in page.context["page"]]

        assert sorted(shown()) == ["AA-1", "BB-2", "CC-3"]
        assert shown(q="maris") == ["BB-2"]
        PersonFactory(review=ended, role=PersonRole.VICTIM, pseudonym="Elowen")
        PersonFactory(review=ended, role=PersonRole.WITNESS, pseudonym="Tamsin")
        assert (shown(q="elowen"), shown(q="tamsin")) == (["CC-3"], [])
        assert shown(step="1") == ["AA-1"]
        assert shown(standing="ended") == ["CC-3"]
        assert sorted(shown(standing="running")) == ["AA-1", "BB-2"]
        assert "AA-1" in shown(standing="late")
        assert shown(q="nothing") == []
        empty = client.get(reverse("reviews:list"), {"q": "nothing"}).content.decode()
        assert "No review fits this search" in empty

    def test_an_empty_list_tells_each_reader_what_fills_it(self, client, officer):
        assert "Open the first one" in client.get(reverse("reviews:list")).content.decode()
        client.force_login(UserFactory())
        page = client.get(reverse("reviews:list")).content.decode()
        assert "when its CSP officer admits you" in page

    def test_the_list_costs_the_same_whatever_its_length(self, client):
        post = PostFactory()
        client.force_login(post.user)
        costs = []
        for how_many in (3, 20):
            for _ in range(how_many):
                review = ReviewFactory(partnership=post.partnership, at_stage=Stage.COMMISSIONED)
                admit(post.user, Role.CSP_OFFICER, review)
            costs.append(cost_of(client, reverse("reviews:list")))
        assert costs[0] == costs[1] <= 15


class TestHats:
    def test_a_hat_narrows_the_list_and_takes_no_right(self, client):
        post = PostFactory(partnership__name="Northside CSP")
        mine = ReviewFactory(partnership=post.partnership, reference="AA-1")
        part = AgencyInvolvementFactory(review__reference="BB-2", agency__name="Riverbank")
        client.force_login(post.user)
        for role, place in ((Role.CSP_OFFICER, mine), (Role.ADVISER, part.review)):
            admit(post.user, role, place)
        admit(post.user, Role.IMR_AUTHOR, part)
        page = client.get(reverse("reviews:list"))
        assert "All my roles" in page.content.decode()
        assert "Riverbank" in page.content.decode()
        client.post(reverse("reviews:switch-hat"), {"hat": f"post-{post.pk}"})
        shown = [review.reference for review in client.get(reverse("reviews:list")).context["page"]]
        assert shown == ["AA-1"]
        assert client.get(url("home", part.review)).status_code == 200
        assert "BB-2" not in client.get(reverse("reviews:my-work")).content.decode()
        client.post(reverse("reviews:switch-hat"), {"hat": "not mine"})
        assert len(client.get(reverse("reviews:list")).context["page"]) == 2

    def test_switching_goes_back_only_to_our_own_pages(self, client):
        client.force_login(UserFactory())
        switch = reverse("reviews:switch-hat")
        assert client.post(switch, {"next": "https://elsewhere.example/"}).url == "/"
        assert client.post(switch, {"next": "/reviews/"}).url == "/reviews/"
        assert client.get(switch).status_code == 405


def cost_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)
