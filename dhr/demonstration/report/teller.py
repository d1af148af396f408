"""Tells steps of a review begun on paper: each on its day, entered by the CSP officer."""

from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile

from agencies.models import User
from dhr.demonstration import people
from dhr.demonstration.clock import Clock
from documents import intake, word
from documents.kinds import CORRESPONDENCE
from documents.models import Document, Route
from privacy.marking import OFFICIAL_SENSITIVE
from reviews.models import AgencyInvolvement, Review


@dataclass(frozen=True)
class Teller:
    review: Review
    clock: Clock

    @property
    def officer(self) -> User:
        return people.user(people.OFFICER)

    @property
    def chair(self) -> User:
        return people.user(people.INDEPENDENT_CHAIR)

    @property
    def entering(self) -> dict[str, Any]:
        """Return by whom and when something is entered."""
        return {"by": self.officer, "at": self.clock.now}

    @property
    def writing(self) -> dict[str, Any]:
        """Return the same of what the independent chair writes."""
        return {"by": self.chair, "at": self.clock.now}

    @property
    def acting(self) -> dict[str, Any]:
        return {**self.entering, "today": self.clock.today}

    def said(self, whose: str, *, days: int, original: Document | None = None) -> dict[str, Any]:
        """Return where words of somebody else come from: their email of so many days ago."""
        return {
            "received_via": Route.EMAIL,
            "on_behalf_of": whose,
            "given_on": self.clock.ago(days=days),
            "original": original,
        }

    def part(self, agency: str) -> AgencyInvolvement:
        return self.review.involvements.select_related("agency", "review").get(agency__name=agency)

    def paper(self, title: str, *paragraphs: str) -> Document:
        """Keep a Word file of a few paragraphs, as somebody would have attached it."""
        file = word.new_paper(title, marking=OFFICIAL_SENSITIVE)
        for text in paragraphs:
            word.paragraph(file, text)
        return intake.receive(
            ContentFile(word.as_bytes(file), name=f"{title}.docx"),
            accept=CORRESPONDENCE,
            by=self.officer,
            at=self.clock.now,
            review_ref=self.review.reference,
        )
