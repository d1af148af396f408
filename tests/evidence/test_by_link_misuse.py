"""A link that is wrong, over or used opens nothing; and a visit opens nothing but its letter."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from evidence.models import ScopingReturn
from evidence.operations import by_link
from evidence.rules.scoping import Answer
from guests.http import cookie_name
from reviews.access import Refused
from reviews.models import PersonRole
from tests.evidence.by_link import GUEST, SAID, page
from tests.evidence.conftest import NOW, TODAY
from tests.evidence.scoping import shown
from tests.factories.evidence import (
    ScopingLinkFactory,
    ScopingRequestFactory,
    ScopingReturnFactory,
)
from tests.factories.guests import CODE, GuestCodeFactory
from tests.factories.reviews import PersonFactory

pytestmark = pytest.mark.django_db


class TestMisuse:
    """Whatever is wrong with a link, the page is one and the same."""

    def nothing(self, client):
        return client.get(page("", "never-was")).content

    @pytest.mark.parametrize("secret", ["a-secreT", "a-secret2", "b", "a-secret%00"])
    def test_a_guess_opens_nothing(self, client, link, secret):
        response = client.get(f"/answer/{secret}/")
        assert response.status_code == 404
        assert response.content == self.nothing(client)

    def test_a_link_that_is_over_looks_like_one_that_never_was(self, client, link):
        nothing = self.nothing(client)
        with time_machine.travel("2026-03-02 23:50", tick=False):
            assert client.get(page()).status_code == 200
        with time_machine.travel("2026-03-03 00:10", tick=False):
            for name in ("", "code", "answered"):
                response = client.get(page(name))
                assert (response.status_code, response.content) == (404, nothing)
            for name in ("", "code", "send-code", "leave"):
                assert client.post(page(name), {"code": CODE}).status_code == 404

    def test_so_does_one_taken_back_at_once_and_in_an_open_visit(self, inside, link):
        nothing = self.nothing(inside)
        link.link.revoked_at = NOW
        link.link.save()

        assert inside.get(page()).content == nothing
        assert inside.post(page(), SAID).content == nothing
        assert not ScopingReturn.objects.exists()

    def test_so_does_one_that_was_used_for_whoever_has_the_link(self, inside, client, link):
        nothing = self.nothing(inside)
        inside.post(page(), SAID)
        assert inside.get(page()).url == page("answered")
        inside.post(page("leave"))

        for name in ("", "code", "answered"):
            assert inside.get(page(name)).content == nothing
        assert inside.post(page("send-code")).content == nothing

    def test_an_answer_is_taken_once(self, inside, link):
        inside.post(page(), SAID)
        assert inside.post(page(), SAID).url == page("answered")
        assert inside.post(page("code"), {"code": CODE}).url == page("answered")
        assert ScopingReturn.objects.count() == 1

    @pytest.mark.parametrize("kind", ["NO_RESPONSE", "NOT_PURSUED"])
    def test_an_agency_no_longer_waited_for_can_answer_all_the_same(self, inside, link, kind):
        ScopingReturnFactory(request=link.request, return_kind=kind)
        assert inside.post(page(), SAID).url == page("answered")

    def test_a_letter_answered_another_way_is_closed(self, inside, link):
        ScopingReturnFactory(request=link.request, by_email=True)
        assert inside.get(page()).status_code == 404

    def test_a_letter_that_is_not_the_last_is_closed(self, inside, link, asked):
        ScopingRequestFactory(involvement=asked, sent_on=date(2026, 2, 1), due_on=TODAY)
        assert inside.get(page()).status_code == 404

    def test_a_review_that_has_ended_is_closed(self, inside, link, asked):
        type(asked.review).objects.update(stage="CLOSED_NO_REVIEW")
        assert inside.get(page()).status_code == 404

    def test_a_visit_is_for_one_link(self, inside, review):
        ScopingLinkFactory(request__involvement__review=review, link__token="other")
        words = shown(inside.get(page("", "other")))
        assert "Send me a code" in words
        inside.post(page("", "other"), SAID)
        assert not ScopingReturn.objects.exists()

    def test_the_code_of_one_link_does_not_open_another(self, client, link, review):
        other = ScopingLinkFactory(request__involvement__review=review, link__token="other")
        GuestCodeFactory(link=other.link, recorded_at=NOW)
        assert "not right" in shown(client.post(page("code"), {"code": CODE}))

    def test_a_text_without_end_is_refused_and_kept(self, inside):
        told = shown(inside.post(page(), {**SAID, "reason": "y" * 5_001, "account": "x" * 20_001}))

        assert "to 5,000 characters: it has 5,001" in told
        assert "Shorten this to 20,000 letters, or attach a file" in told
        assert "x" * 20_001 in told
        assert not ScopingReturn.objects.exists()
        assert inside.post(page(), {**SAID, "reason": "x" * 5_000}).status_code == 302

    def test_a_copy_of_the_cookie_opens_nothing_after_leaving(self, inside):
        copied = inside.cookies[cookie_name()].value
        assert "Send me a code" not in shown(inside.get(page()))
        inside.post(page("leave"))
        inside.cookies[cookie_name()] = copied

        assert "Send me a code" in shown(inside.get(page()))
        inside.post(page(), SAID)
        assert not ScopingReturn.objects.exists()

    def test_a_code_is_not_used_twice(self, inside):
        inside.post(page("leave"))
        assert "not right" in shown(inside.post(page("code"), {"code": CODE}))

    def test_a_network_that_guesses_finds_nothing_even_with_a_link(self, client, link):
        for n in range(30):
            client.get(page("", f"guess-{n}"))
        assert client.get(page()).content == self.nothing(client)
        assert client.get(page(), REMOTE_ADDR="192.0.2.9").status_code == 200

    def test_it_is_no_sign_in(self, inside, asked, link):
        reference = asked.review.reference
        for path in ("/", asked.get_absolute_url(), f"/reviews/{reference}/",
                     reverse("evidence:links", args=[reference, asked.pk]),
                     reverse("evidence:answer", args=[reference, asked.pk])):  # fmt: skip
            assert inside.get(path).status_code == 302
        assert "_auth_user_id" not in inside.session

    def test_an_operation_takes_no_answer_of_the_partnership_or_by_a_closed_link(self, link):
        given = {"link": link, "guest": GUEST, "today": TODAY, "at": NOW}
        with pytest.raises(Refused, match="Only the partnership"):
            by_link.answer(said=Answer(return_kind="NO_RESPONSE", reason="x"), **given)
        link.link.used_at = NOW
        with pytest.raises(Refused, match="no longer open"):
            by_link.answer(said=Answer(return_kind="SHORT_REPORT"), **given)


class TestCanaries:
    """Words of the rest of the review stand on no page of a link."""

    def test_the_rest_of_the_review_is_nowhere(self, inside, link, asked):
        review = asked.review
        PersonFactory(review=review, role=PersonRole.FAMILY, true_name="Canary Sister")
        PersonFactory(review=review, pseudonym="Canarypseud")
        other = ScopingRequestFactory(
            involvement__review=review,
            involvement__agency__name="Canary Hospital",
            note="Canarynote",
        )
        ScopingReturnFactory(request=other, account="Canaryaccount")
        ScopingReturnFactory(request=link.request, return_kind="NO_RESPONSE", reason="Canaryreason")

        pages = [inside.get(page()), inside.post(page(), {}), inside.get(page("code"))]
        inside.post(page(), SAID)
        pages += [inside.get(page("answered")), inside.get(page("", "guess"))]

        for response in pages:
            assert "anary" not in shown(response)
        assert "Alder Trust" in shown(pages[0])
