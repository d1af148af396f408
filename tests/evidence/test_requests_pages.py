"""The pages on which evidence is asked for, and the one on which an agency reads it."""

from datetime import date
from io import BytesIO

import docx
import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from evidence.models import EvidenceRequest, ReturnKind, Tier
from reviews.access import Role
from tests.evidence.saying import address, day, errors, text
from tests.factories.agencies import AgencyContactFactory, AgencyFactory, UserFactory
from tests.factories.evidence import (
    EvidenceRequestFactory,
    ImrFactory,
    ScopingReturnFactory,
    agreed_terms,
)
from tests.factories.reviews import AgencyInvolvementFactory, PersonFactory, playing

pytestmark = pytest.mark.django_db

DUE = date(2026, 3, 16)


@pytest.fixture
def part(review):
    agency = AgencyFactory(name="Alder Trust", secure_email="secure@alder.example")
    return AgencyInvolvementFactory(review=review, agency=agency)


class TestPage:
    @pytest.fixture
    def page(self, review):
        return reverse("evidence:commission", args=[review.reference])

    def said(self, tiers, **known):
        return {
            **{f"tier_{part.pk}": tier for part, tier in tiers.items()},
            "whom_to_ring": "Ola, 01632 960001",
            "how": "FROM_HERE",
            **day("due_on", DUE),
            **known,
        }

    def test_it_begins_with_what_is_known(self, desk, review, part, page):
        ScopingReturnFactory(request__involvement=part, return_kind=ReturnKind.IMR_ONLY)
        agreed_terms(review)
        shown = desk.get(page)
        assert "Answered: IMR without a chronology" in text(shown)
        form = shown.context["form"]
        assert form[f"tier_{part.pk}"].initial == Tier.IMR
        assert form["due_on"].initial == date(2026, 3, 3)

    def test_it_says_what_would_happen_and_carries_every_answer(self, desk, review, part, page):
        other = AgencyInvolvementFactory(review=review, agency__name="Birch Police")
        said = self.said({part: Tier.IMR, other: Tier.SUMMARY}, note="Look at 2025.", look="yes")

        looked = desk.post(page, said)

        assert "1 agency will be emailed." in text(looked)
        assert "secure@alder.example" in text(looked)
        assert "No address: print the request" in text(looked)
        assert dict(looked.context["kept"])["note"] == "Look at 2025."
        assert "look" not in dict(looked.context["kept"])
        assert not EvidenceRequest.objects.exists()

        back = desk.post(page, {**dict(looked.context["kept"]), "change": "yes"})
        assert back.context["form"]["note"].value() == "Look at 2025."

        done = desk.post(page, {**dict(looked.context["kept"]), "confirm": "yes"}, follow=True)
        assert "What is asked of 2 agencies is recorded" in done.content.decode()
        assert "1 agency emailed, 1 to be told another way" in done.content.decode()
        assert EvidenceRequest.objects.count() == 2

    def test_it_counts_whom_it_lets_in(self, desk, part, page):
        AgencyContactFactory(agency=part.agency, is_single_point=True)
        said = self.said({part: Tier.IMR}, admit_contacts="on", confirm="yes")
        assert "1 person admitted" in desk.post(page, said, follow=True).content.decode()

    def test_only_what_changes_is_asked(self, desk, review, part, page):
        EvidenceRequestFactory(involvement=part, tier=Tier.IMR)
        undecided = AgencyInvolvementFactory(review=review)
        answer = desk.post(page, self.said({part: Tier.IMR, undecided: ""}, look="yes"))
        assert "Choose something to ask" in text(answer)

    def test_a_change_asks_for_its_reason_before_the_last_look(self, desk, part, page):
        EvidenceRequestFactory(involvement=part, tier=Tier.IMR)
        answer = desk.post(page, self.said({part: Tier.NOTHING}, look="yes"))
        assert errors(answer) == {"reason": ["Say why something else is asked than before"]}

        said = self.said({part: Tier.NOTHING}, look="yes", reason="No records were found.")
        assert "1 agency will be emailed." in text(desk.post(page, said))

    def test_what_they_know_already_is_asked_for_its_day(self, desk, part, page):
        said = self.said({part: Tier.IMR}, look="yes", how="ELSEWHERE")
        assert errors(desk.post(page, said)) == {
            "asked_on": ["Enter the day they were asked"],
            "told_otherwise": ["Say how they were asked"],
        }
        said |= {"told_otherwise": "Letter", **day("asked_on", date(2026, 1, 30))}
        assert "Nobody is emailed." in text(desk.post(page, said))
        desk.post(page, {**said, "confirm": "yes"})
        assert EvidenceRequest.objects.get().asked_on == date(2026, 1, 30)

    def test_an_impossible_day_loses_nothing(self, desk, part, page):
        wrong = {**day("due_on", DUE), "due_on_day": "31", "due_on_month": "2"}
        answer = desk.post(page, {**self.said({part: Tier.IMR}, note="Kept."), **wrong})
        assert list(errors(answer)) == ["due_on"]
        assert answer.context["form"]["note"].value() == "Kept."
        assert answer.context["form"][f"tier_{part.pk}"].value() == Tier.IMR

    def test_a_chair_asks_but_lets_nobody_in(self, client, review, part, page):
        client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))
        assert "admit_contacts" not in client.get(page).context["form"].fields

    def test_without_agencies_it_says_where_they_come_from(self, desk, page):
        assert "No agency is part of this review yet" in text(desk.get(page))

    @pytest.mark.parametrize("rows", [3, 30])
    def test_it_costs_the_same_whatever_the_number(
        self, desk, review, page, rows, django_assert_max_num_queries
    ):
        agreed_terms(review)
        for part in AgencyInvolvementFactory.create_batch(rows, review=review):
            EvidenceRequestFactory(involvement=part)
        with django_assert_max_num_queries(15):
            desk.get(page)


class TestChangingOne:
    def test_another_day_is_another_request(self, desk, part):
        EvidenceRequestFactory(involvement=part, tier=Tier.IMR, whom_to_ring="Ola")
        page = address(part, "change-request")
        shown = desk.get(page)
        assert "secure@alder.example" in text(shown)
        assert shown.context["form"]["tier"].initial == Tier.IMR

        said = {"tier": Tier.IMR, "whom_to_ring": "Ola", "how": "FROM_HERE", **day("due_on", DUE)}
        assert errors(desk.post(page, said)) == {
            "reason": ["Say why something else is asked than before"]
        }
        answer = desk.post(page, {**said, "reason": "The author was ill."})

        assert answer["Location"] == address(part, "evidence-request")
        assert part.evidence_requests.last().due_on == DUE
        assert "The author was ill." in text(desk.get(answer["Location"]))

    def test_an_agency_added_late_is_asked_from_its_page(self, desk, part):
        assert "Nothing is asked of this agency yet" in text(
            desk.get(address(part, "evidence-request"))
        )
        shown = desk.get(address(part, "change-request"))
        assert part.get_absolute_url() in shown.content.decode()
        said = {"tier": Tier.EXPERT, "whom_to_ring": "Ola", "how": "FROM_HERE"}
        desk.post(address(part, "change-request"), {**said, **day("due_on", DUE)})
        assert part.evidence_requests.get().tier == Tier.EXPERT

    def test_without_an_address_it_says_so(self, desk, review):
        part = AgencyInvolvementFactory(review=review)
        assert "nobody: no address is known" in text(desk.get(address(part, "change-request")))


class TestLetter:
    @pytest.fixture
    def letter(self, review, part):
        PersonFactory(review=review, true_name="Nova Quill", pseudonym="Maris")
        review.period_from, review.period_to = date(2024, 1, 1), date(2026, 1, 2)
        review.save()
        agreed_terms(review, lines=2, outside_period="The wedding in 2019.")
        ImrFactory(involvement=part, asked__whom_to_ring="Ola", asked__note="Look at 2025.")
        return address(part, "evidence-request")

    def test_it_says_everything_to_whoever_writes(self, client, part, letter):
        client.force_login(playing(Role.IMR_AUTHOR, to=part))
        words = text(client.get(letter))
        for said in (
            "Nova Quill", "1 January 2024 to 2 January 2026", "What was known, number 2?",
            "The wedding in 2019.", "Due by 9 March 2026.", "Ring Ola", "Look at 2025.",
            "Download a template", "Go to the task",
        ):  # fmt: skip
            assert said in words

    def test_whoever_may_not_know_names_reads_pseudonyms_and_months(self, client, part, letter):
        client.force_login(playing(Role.SENIOR_SIGN_OFF, to=part))
        words = text(client.get(letter))
        assert "Nova Quill" not in words
        assert "Maris" in words
        assert "January 2024 to January 2026" in words
        assert "1 January 2024" not in words

    def test_a_contact_reads_it_and_has_no_task(self, client, part, letter):
        client.force_login(playing(Role.AGENCY_CONTACT, to=part))
        shown = client.get(letter)
        assert "Go to the task" not in text(shown)
        assert f'"{address(part, "author-task")}"' not in shown.content.decode()

    def test_the_officer_reads_it_and_goes_on_to_the_report(self, desk, part, letter):
        words = desk.get(letter).content.decode()
        assert address(part, "imr") in words
        assert address(part, "change-request") in words

    def test_before_anything_is_agreed_it_says_so(self, client, part):
        EvidenceRequestFactory(involvement=part, tier=Tier.CHRONOLOGY)
        client.force_login(playing(Role.IMR_AUTHOR, to=part))
        words = text(client.get(address(part, "evidence-request")))
        assert "The period is not agreed yet" in words
        assert "Nobody is named yet" in words
        assert "Download a template" not in words

    def test_an_agency_that_is_left_alone_reads_that(self, client, part):
        EvidenceRequestFactory(involvement=part, tier=Tier.IMR)
        EvidenceRequestFactory(involvement=part, tier=Tier.NOTHING, reason="Another body answers.")
        client.force_login(playing(Role.IMR_AUTHOR, to=part))
        words = text(client.get(address(part, "evidence-request")))
        assert "Nothing more is asked of you" in words
        assert "Another body answers." in words
        assert "26 January 2026: IMR, by 9 March 2026" in words

    @pytest.mark.parametrize("page", ["evidence-request", "imr-template"])
    def test_it_is_not_there_for_others(self, client, review, part, letter, page):
        strangers = [
            UserFactory(),
            playing(Role.PANEL_MEMBER, to=review),
            playing(Role.IMR_AUTHOR, to=AgencyInvolvementFactory(review=review)),
            playing(Role.HOME_OFFICE_LIAISON, to=review),
        ]
        for stranger in strangers:
            client.force_login(stranger)
            assert client.get(address(part, page)).status_code == 404

    def test_the_template_has_the_lines_and_no_name(self, client, part, letter):
        client.force_login(playing(Role.IMR_AUTHOR, to=part))
        answer = client.get(address(part, "imr-template"))
        paper = docx.Document(BytesIO(answer.content))
        words = "\n".join(paragraph.text for paragraph in paper.paragraphs)
        cells = [cell.text for table in paper.tables for cell in table._cells]
        assert "What was known, number 1?" in words
        assert "Alder Trust" in cells
        assert "9 March 2026" in cells
        assert "Nova" not in words + "".join(cells)
        assert answer["Content-Disposition"].startswith("attachment")

    @pytest.mark.parametrize(
        ("role", "is_told"), [(Role.IMR_AUTHOR, True), (Role.SENIOR_SIGN_OFF, False)]
    )
    def test_the_days_of_the_period_are_for_those_who_may_know_them(
        self, client, part, letter, role, is_told
    ):
        part.review.period_from, part.review.period_to = date(2023, 4, 5), date(2025, 10, 6)
        part.review.save()
        client.force_login(playing(role, to=part))
        paper = docx.Document(BytesIO(client.get(address(part, "imr-template")).content))
        cells = " ".join(cell.text for table in paper.tables for cell in table._cells)
        assert ("5 April 2023 to 6 October 2025" in cells) is is_told
        assert ("October 2025" in cells) is is_told

    def test_the_command_writes_it_for_one_agency(self, part, letter, tmp_path):
        target = tmp_path / "template.docx"
        asked = {"review": part.review.reference, "document": "imr-template", "format": "docx"}
        with pytest.raises(CommandError, match="Say with --agency which"):
            call_command("render_document", **asked, output=target)
        call_command("render_document", **asked, agency="alder trust", output=target)
        assert "Alder Trust" in docx.Document(target).tables[0]._cells[5].text
        asked["format"] = "pdf"
        with pytest.raises(CommandError, match="Word file"):
            call_command("render_document", **asked, agency="alder trust", output=target)


def test_the_agencys_pages_lead_to_what_is_asked(client, desk, part):
    EvidenceRequestFactory(involvement=part, tier=Tier.IMR)
    assert "The panel asks for: IMR" in text(desk.get(part.get_absolute_url()))
    client.force_login(playing(Role.IMR_AUTHOR, to=part))
    assert "The panel asks for: IMR" in text(client.get(part.get_absolute_url()))
