"""Exactly what would be public if a review were published now."""

from collections.abc import Mapping
from dataclasses import dataclass

from actionplans.models import Recommendation
from pages.templatetags.dates import date_long
from publications.models import (
    Publication,
    PublicationDecision,
    PublicText,
    Published,
    QaLetter,
)
from publications.published import letter as letters
from publications.published.letter import PublishedLetter, letter_of
from publications.published.public import Content, the_plan, the_report, the_summary
from reports.models import Draft
from reports.published import report as reports
from reports.published.report import PublishedReport
from reports.published.text import texts_of
from reports.queries.drafts import report_of
from reviews.models import Review

PARTS = {
    Published.REPORT: the_report,
    Published.SUMMARY: the_summary,
    Published.ACTION_PLAN: the_plan,
}


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """
    What would be public: how it is called, what there is to read, what was recommended.

    letter: the record its words are taken from, where the letter is among the contents.
    """

    title: str
    about: str
    contents: Mapping[Published, Content]
    recommendations: tuple[tuple[str, str], ...]
    letter: QaLetter | None = None

    @property
    def texts(self) -> dict[str, str]:
        """Everything in words, by its place as a reader knows it."""
        found = {
            "Title of the public page": self.title,
            "Introduction on the public page": self.about,
        }
        for kind, content in self.contents.items():
            found |= texts_of_content(kind, content)
        for number, text in self.recommendations:
            found[f"Recommendation {number} on the public page"] = text
        return found


def texts_of_content(kind: Published, content: Content) -> dict[str, str]:
    if isinstance(content, PublishedLetter):
        return {kind.label: content.words}
    if kind == Published.ACTION_PLAN:  # on its own paper its appendices have letters of their own
        return {
            f"Action plan on its own: {place}": text for place, text in texts_of(content).items()
        }
    return texts_of(content)


def decision_of(review: Review) -> PublicationDecision | None:
    """Return the decision about publication that stands: the last one recorded."""
    decisions = review.publication_decisions.select_related("original", "recorded_by")
    return decisions.first()


def public_text_of(review: Review) -> PublicText | None:
    return review.public_texts.select_related("draft", "recorded_by").first()


def letter_to_publish(review: Review) -> QaLetter | None:
    """Return the last letter of the Home Office."""
    return (
        QaLetter.objects.filter(submission__review=review)
        .select_related("submission", "original")
        .order_by("-submission__round")
        .first()
    )


def drafts_to_publish(review: Review) -> list[Draft]:
    """
    Return the drafts that the panel has read, and that are no older than what the Home Office saw
    last: what is not released does not leave the review, nor does what was mended since.
    """
    drafts = review.drafts.released().defer("content")
    sent = draft_sent_last(review)
    return list(drafts.filter(number__gte=sent.number) if sent else drafts)


def draft_to_publish(review: Review) -> Draft | None:
    """Return the draft that was chosen to be published."""
    introduced = public_text_of(review)
    return introduced.draft if introduced else None


def draft_sent_last(review: Review) -> Draft | None:
    """Return the draft that the Home Office saw last; None where none was sent from here."""
    rounds = review.qa_submissions.submitted().exclude(draft=None)
    last = rounds.select_related("draft").defer("draft__content").order_by("-round").first()
    return last.draft if last else None


def candidate_of(review: Review) -> Candidate | None:
    """Return what would be public; None until it is decided and introduced."""
    return candidate_out_of(review, decision_of(review), public_text_of(review))


def candidate_out_of(
    review: Review, decision: PublicationDecision | None, introduced: PublicText | None
) -> Candidate | None:
    """Return the same out of a decision and an introduction already read."""
    if decision is None or introduced is None:
        return None
    report = report_of(introduced.draft)
    letter = letter_to_publish(review) if Published.LETTER in decision.items else None
    contents: dict[Published, Content] = {}
    for kind in (kind for kind in Published if kind in decision.items):
        if kind in PARTS:
            part = PARTS[kind](report)
            contents |= {kind: part} if has_words(part) else {}
        elif letter and letter.text:
            contents[kind] = published_letter(letter)
    return Candidate(
        title=introduced.title,
        about=introduced.about,
        contents=contents,
        recommendations=recommendations_of(review) if decision.is_to_publish else (),
        letter=letter,
    )


def recommendations_of(review: Review) -> tuple[tuple[str, str], ...]:
    rows = Recommendation.objects.filter(review=review).values_list("number", "text")
    return tuple((str(number), text) for number, text in rows)


def has_words(part: PublishedReport) -> bool:
    chapters = (*part.chapters, *part.summary, *part.appendices)
    return any(chapter.blocks for chapter in chapters)


def published_letter(letter: QaLetter) -> PublishedLetter:
    return letter_of(
        letter.text, title="Letter from the Home Office", dated=date_long(letter.letter_on)
    )


def frozen(publication: Publication) -> Candidate:
    """Return a published set as it was frozen, in the same form."""
    return Candidate(
        title=publication.title,
        about=publication.about,
        contents={
            Published(item.kind): content_from(item.kind, item.content)
            for item in publication.items.all()
        },
        recommendations=tuple((row["number"], row["text"]) for row in publication.recommendations),
    )


def content_from(kind: str, data: Mapping[str, object]) -> Content:
    """Return one thing to read out of the data it was kept as."""
    is_letter = kind == Published.LETTER
    return letters.from_data(data) if is_letter else reports.from_data(data)


def data_of(content: Content) -> dict[str, object]:
    if isinstance(content, PublishedReport):
        return reports.as_data(content)
    return letters.as_data(content)
