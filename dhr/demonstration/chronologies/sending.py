"""The agencies' files arrive, are read and move on: some far, some not, two not sent yet."""

from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile

from agencies.models import User
from chronologies.models import ChronologySubmission
from chronologies.operations import decisions
from chronologies.operations.decisions import Signature
from chronologies.operations.submissions import ACCEPTED, read_submission, receive_chronology
from dhr.demonstration import people
from dhr.demonstration.chronologies import (
    haven,
    hospital,
    housing,
    marac,
    mental_health,
    police,
    social_care,
    surgery,
)
from dhr.demonstration.chronologies.chronology import Chronology
from dhr.demonstration.chronologies.files import file_of
from dhr.demonstration.clock import Clock
from documents import intake
from documents.kinds import CORRESPONDENCE
from documents.models import Document, Route
from reviews.models import Review

NOT_SENT = (social_care.CHRONOLOGY, marac.CHRONOLOGY)


@dataclass(frozen=True)
class Sending:
    """Sends the agencies' files to one review, on the day of loading."""

    review: Review
    clock: Clock

    @property
    def officer(self) -> User:
        return people.user(people.OFFICER)

    def send_all(self) -> None:
        sent = self.sent(police.CHRONOLOGY, people.user(people.POLICE_AUTHOR))
        self.released(sent, "Rhona Keel")
        self.submitted(self.sent(hospital.CHRONOLOGY, people.user(people.HOSPITAL_AUTHOR)))
        self.sent(housing.CHRONOLOGY, people.user(people.HOUSING_AUTHOR))
        self.entered(surgery.CHRONOLOGY, people.GP_CONTACT.name)
        self.released(self.entered(haven.CHRONOLOGY, "Lena Cole"), "Maud Abbot")
        self.signed_off(self.entered(mental_health.CHRONOLOGY, "Tom Reeve"), "Edwin Sayer")

    # How a file arrives

    def sent(self, chronology: Chronology, author: User) -> ChronologySubmission:
        """Take in what an agency's own author sends on the page."""
        return self.read(chronology, {}, by=author)

    def entered(self, chronology: Chronology, sender: str) -> ChronologySubmission:
        """Take in what the officer enters from an email, with the email itself."""
        name = f"{chronology.agency}, chronology.eml"
        email = self.keep(name, self.email(chronology, sender), accept=CORRESPONDENCE)
        provenance = {**self.provenance(sender, days=8), "original": email}
        return self.read(chronology, provenance, by=self.officer)

    def read(
        self, chronology: Chronology, provenance: dict[str, Any], *, by: User
    ) -> ChronologySubmission:
        part = self.review.involvements.select_related("agency", "review").get(
            agency__name=chronology.agency
        )
        document = self.keep(
            chronology.file_name, file_of(chronology, self.clock), accept=ACCEPTED, by=by
        )
        submission = receive_chronology(
            involvement=part,
            document=document,
            provenance=provenance,
            is_queued=False,
            by=by,
            at=self.clock.now,
        )
        read_submission(submission_id=submission.pk, at=self.clock.now)
        return submission

    def keep(self, name: str, content: bytes, *, accept: Any, by: User | None = None) -> Document:
        return intake.receive(
            ContentFile(content, name=name),
            accept=accept,
            by=by or self.officer,
            at=self.clock.now,
            review_ref=self.review.reference,
        )

    def email(self, chronology: Chronology, sender: str) -> bytes:
        """Return the email that a file came with."""
        message = EmailMessage()
        message["From"] = f"sender@{people.DOMAIN}"
        message["To"] = people.OFFICER.email
        message["Date"] = format_datetime(self.clock.now)
        message["Subject"] = f"{self.review.reference}: our chronology"
        message.set_content(
            f"Dear Olive,\n\nOur chronology is attached: {chronology.file_name}\n\n{sender}\n"
        )
        return message.as_bytes()

    # How far it has come

    def submitted(self, submission: ChronologySubmission) -> ChronologySubmission:
        sender = submission.received_by or self.officer
        return decisions.submit(submission=submission, by=sender, **self.acting)

    def signed_off(self, submission: ChronologySubmission, senior: str) -> ChronologySubmission:
        submission = self.submitted(submission)
        decisions.sign_off(
            submission=submission,
            signature=Signature(full_name=senior, signed_off_on=self.clock.ago(days=5)),
            provenance={**self.provenance(senior, days=5), "original": None},
            by=self.officer,
            **self.acting,
        )
        return submission

    def released(self, submission: ChronologySubmission, senior: str) -> None:
        chair = people.user(people.INDEPENDENT_CHAIR)
        decisions.release(submission=self.signed_off(submission, senior), by=chair, **self.acting)

    @property
    def acting(self) -> dict[str, Any]:
        return {"today": self.clock.today, "at": self.clock.now}

    def provenance(self, person: str, *, days: int) -> dict[str, Any]:
        return {
            "received_via": Route.EMAIL,
            "on_behalf_of": person,
            "given_on": self.clock.ago(days=days),
        }


def leave_files(folder: Path, clock: Clock) -> None:
    """Leave the files of the agencies that have not sent theirs, for whoever tries the product."""
    folder.mkdir(parents=True, exist_ok=True)
    for chronology in NOT_SENT:
        (folder / chronology.file_name).write_bytes(file_of(chronology, clock))
