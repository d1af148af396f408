"""A certificate names files and people, and holds while nothing changes."""

import pytest
from django.urls import reverse
from django.utils import timezone

from agencies.models import COMMAND_LINE
from anonymity.models import Certificate, DecisionChoice, Destination
from anonymity.operations import certifying, deciding
from anonymity.operations.certifying import check_may_leave
from anonymity.queries.certificates import File
from reviews.access import Refused
from tests.factories.anonymity import CertificateFactory, IdentifierCheckFactory, found
from tests.factories.panels import PanelMemberFactory
from tests.factories.publications import QaSubmissionFactory, SubmissionItemFactory
from tests.factories.reports import DraftFactory
from tests.factories.reviews import PersonFactory
from tests.pages.reading import Html
from tests.reviews.acting import downloaded

pytestmark = pytest.mark.django_db
HOME_OFFICE, FAMILY = Destination.HOME_OFFICE, Destination.FAMILY


@pytest.fixture
def pack(review):
    """A round with one file in it, checked, with nothing found."""
    return SubmissionItemFactory(
        submission=QaSubmissionFactory(review=review, submitted_on=None, submitted_at=None)
    )


def check_of(pack, **more):
    document = pack.document
    return IdentifierCheckFactory(
        review=pack.submission.review,
        subject="round",
        number=pack.submission.round,
        files=[{"title": pack.title, "sha256": document.sha256}],
        **more,
    )


def certify(check, by, destination=HOME_OFFICE):
    return certifying.certify(check=check, destination=destination, by=by, at=timezone.now())


def sign(certificate, by):
    return certifying.sign(certificate=certificate, by=by, at=timezone.now())


def leaves(pack, destination=HOME_OFFICE):
    files = [File(pack.title, pack.document.sha256)]
    check_may_leave(pack.submission.review, destination, files)


def test_two_people_certify_what_goes_to_the_home_office(pack, officer, chair):
    made = certify(check_of(pack), officer)
    with pytest.raises(Refused, match="second person"):
        leaves(pack)
    sign(made, chair)
    leaves(pack)


def test_nobody_signs_twice(pack, officer):
    made = certify(check_of(pack), officer)
    with pytest.raises(Refused, match="You have signed"):
        sign(made, officer)
    with pytest.raises(Refused, match="You have signed"):
        certify(made.identifier_check, officer)


def test_one_person_certifies_a_draft_for_the_family(review, officer, chair):
    draft = DraftFactory(review=review, number=1, released=True)
    check = IdentifierCheckFactory(
        review=review, files=[{"title": draft.name, "sha256": draft.sha256}]
    )
    certify(check, officer, FAMILY)
    check_may_leave(review, FAMILY, [File(draft.name, draft.sha256)])
    with pytest.raises(Refused, match="No certificate"):
        check_may_leave(review, HOME_OFFICE, [File(draft.name, draft.sha256)])
    with pytest.raises(Refused, match="Choose where it goes"):
        certify(check, chair, Destination.PUBLICATION)


def test_who_lets_anything_stand_does_not_sign(pack, officer, chair, csp_chair):
    check = check_of(pack, found=[found(severity=4, policy="structure")])
    with pytest.raises(Refused, match="one finding"):
        certify(check, chair)
    deciding.decide(
        check=check,
        numbers=[1],
        choice=DecisionChoice.ACCEPT,
        reason="As the board asked.",
        by=officer,
        at=timezone.now(),
    )
    with pytest.raises(Refused, match="Somebody else has to certify"):
        certify(check, officer)
    made = certify(check, chair)
    with pytest.raises(Refused, match="Somebody else has to certify"):
        sign(made, officer)
    sign(made, csp_chair)
    leaves(pack)


def test_it_lapses_once_a_file_changes(pack, officer, chair):
    made = certify(check_of(pack), officer)
    other = SubmissionItemFactory(submission=pack.submission, kind="OTHER")
    with pytest.raises(Refused, match="Something changed"):
        sign(made, chair)
    other.delete()
    sign(made, chair)
    with pytest.raises(Refused, match="No certificate"):
        check_may_leave(pack.submission.review, HOME_OFFICE, [File("Another", "2" * 64)])


def test_a_pack_that_lost_a_file_is_another_pack(pack, officer, chair):
    other = SubmissionItemFactory(
        submission=pack.submission, kind="OTHER", document__content=b"Another paper."
    )
    both = [{"title": one.title, "sha256": one.document.sha256} for one in (pack, other)]
    check = IdentifierCheckFactory(
        review=pack.submission.review, subject="round", number=1, files=both
    )
    sign(certify(check, officer), chair)
    with pytest.raises(Refused, match="No certificate"):
        leaves(pack)


def test_whoever_certifies_can_open_the_very_file(pack, chair, client):
    check = check_of(pack)
    client.force_login(chair)
    page = Html(
        client.get(
            reverse("anonymity:certify", args=[check.review.reference, check.pk])
        ).content.decode()
    )
    link = next(one for one in page.all("a") if one.text == pack.title)
    assert downloaded(client, link["href"])


def test_a_check_of_a_draft_that_one_may_not_open_is_not_there(review, csp_chair, chair, client):
    DraftFactory(review=review, number=1)
    check = IdentifierCheckFactory(review=review, found=[found()])
    certificate = CertificateFactory(review=review, identifier_check=check)
    client.force_login(chair)
    assert client.get(check.get_absolute_url()).status_code == 200
    client.force_login(csp_chair)
    assert client.get(check.get_absolute_url()).status_code == 404
    assert client.get(certificate.get_absolute_url()).status_code == 404


def test_what_has_lapsed_is_called_so_wherever_it_is_listed(pack, officer, chair, client):
    sign(certify(check_of(pack), officer), chair)
    client.force_login(officer)
    review = pack.submission.review
    pages = [
        reverse("anonymity:checks", args=[review.reference]),
        review.identifier_checks.get().get_absolute_url(),
        pack.submission.get_absolute_url(),
    ]
    assert all("Certified" in client.get(page).content.decode() for page in pages)
    PersonFactory(review=review, true_name="Ansel Quillmere")
    for page in pages:
        text = client.get(page).content.decode()
        assert "Lapsed" in text
        assert ">Certified<" not in text


def test_it_lapses_once_more_is_known_of_the_people(pack, officer, chair):
    check = check_of(pack)
    sign(certify(check, officer), chair)
    PersonFactory(review=pack.submission.review, true_name="Ansel Quillmere")
    with pytest.raises(Refused, match="more is known"):
        leaves(pack)
    with pytest.raises(Refused, match="Something changed"):
        certify(check, chair, Destination.COMMISSIONER)


def test_a_new_member_of_the_panel_lets_nothing_lapse(pack, officer, chair):
    sign(certify(check_of(pack), officer), chair)
    PanelMemberFactory(review=pack.submission.review)
    leaves(pack)


def test_it_is_no_certificate_for_a_changed_paper(review, officer):
    """The draft was made anew under its number, as nothing of ours does."""
    check = IdentifierCheckFactory(review=review)
    DraftFactory(review=review, number=1)
    with pytest.raises(Refused, match="Something changed"):
        certify(check, officer, FAMILY)


def test_it_lapses_once_a_decision_is_taken_back(pack, officer, chair, csp_chair):
    check = check_of(pack, found=[found(severity=3)])
    deciding.decide(check=check, numbers=[1], choice=DecisionChoice.ACCEPT, reason="Agreed.",
                    by=officer, at=timezone.now())  # fmt: skip
    sign(certify(check, chair), csp_chair)
    leaves(pack)
    deciding.take_back(
        decision=check.review.identifier_decisions.get(), by=officer, at=timezone.now()
    )
    with pytest.raises(Refused, match="taken back"):
        leaves(pack)


def test_what_is_withdrawn_lets_nothing_out(pack, officer, chair, client):
    made = sign(certify(check_of(pack), officer), chair)
    client.force_login(officer)
    withdraw = reverse("anonymity:withdraw", args=[made.review.reference, made.pk])
    assert "Say why" in client.post(withdraw, {"reason": ""}).content.decode()
    page = client.post(withdraw, {"reason": "A footer was missed."}, follow=True)
    assert "A footer was missed." in page.content.decode()
    with pytest.raises(Refused, match="No certificate"):
        leaves(pack)
    again = client.post(withdraw, {"reason": "Twice."})
    assert "withdrawn already" in again.content.decode()
    with pytest.raises(Refused, match="was withdrawn"):
        sign(Certificate.objects.get(), officer)


def test_a_whole_one_takes_no_third_signature(pack, officer, chair, csp_chair):
    made = sign(certify(check_of(pack), officer), chair)
    with pytest.raises(Refused, match="Everybody has signed"):
        sign(made, csp_chair)


def test_a_command_line_signs_nothing(pack):
    with pytest.raises(Refused, match="names a person"):
        certify(check_of(pack), COMMAND_LINE)


def test_a_reason_is_wanted_to_withdraw(pack, officer):
    made = certify(check_of(pack), officer)
    with pytest.raises(Refused, match="Say why"):
        certifying.withdraw(certificate=made, reason=" ", by=officer, at=timezone.now())


def test_it_is_certified_and_signed_on_its_pages(pack, officer, chair, client):
    check = check_of(pack)
    client.force_login(officer)
    page = reverse("anonymity:certify", args=[check.review.reference, check.pk])
    assert "Two people certify" in client.get(page).content.decode()
    assert (
        "Tick that you have read it"
        in client.post(page, {"destination": HOME_OFFICE}).content.decode()
    )
    begun = client.post(page, {"destination": HOME_OFFICE, "has_read": "on"}, follow=True)
    assert "A second person has to sign" in begun.content.decode()
    client.force_login(chair)
    made = Certificate.objects.get()
    signed = client.post(made.get_absolute_url(), {"has_read": "on"}, follow=True)
    text = signed.content.decode()
    assert "It is certified" in text
    assert pack.document.sha256 in text
    assert officer.full_name in text
    assert chair.full_name in text


def test_whoever_cannot_certify_is_told_before_reading_on(pack, officer, client):
    check = check_of(pack, found=[found()])
    client.force_login(officer)
    page = reverse("anonymity:certify", args=[check.review.reference, check.pk])
    assert "one finding to decide on first" in client.get(page).content.decode()
    refused = client.post(page, {"destination": HOME_OFFICE, "has_read": "on"})
    assert "one finding to decide on first" in refused.content.decode()


def test_the_list_shows_what_waits_for_a_second_person(review, officer, client):
    CertificateFactory(review=review, signed=1)
    client.force_login(officer)
    listed = reverse("anonymity:checks", args=[review.reference])
    assert "A second signature is missing" in client.get(listed).content.decode()
