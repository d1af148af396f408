from agencies.models import Actor
from documents.models import Document
from reports.models import ReportFigure
from reports.readers.marks import INSERTED
from reports.rules.sections import check_can_write
from reviews.access import Refused
from reviews.models import Review

MOST_PICTURES = 20
MOST_BYTES = 1_500_000  # of one picture: all of them are carried along by every paper
FEWEST_LETTERS = 15  # of what a picture shows
CAPTION_AGAIN = (
    "Say what the picture shows, in a sentence that is not its caption: whoever does not see it "
    "hears both"
)
TOO_SHORT = (
    "This is too short for whoever does not see the picture. Say what it shows in a sentence, such "
    "as: A map on which a red line leads from the home to the surgery"
)


def check_can_add(actor: Actor, review: Review, document: Document) -> None:
    """Refuse a picture that no paper can carry, or one more than a report holds."""
    check_can_write(actor, review)
    if document.size > MOST_BYTES:
        raise Refused(
            "This picture is too heavy for a report. Save it as JPEG, or smaller, and add it again",
            field="file",
        )
    if (
        review.report_figures.filter(document__isnull=False, removed_at=None).count()
        >= MOST_PICTURES
    ):
        raise Refused(
            f"A report holds {MOST_PICTURES} pictures, and this one has them", field="file"
        )


def check_words(caption: str, alt: str) -> None:
    """Refuse a picture that says nothing to whoever does not see it."""
    if not caption.strip():
        raise Refused("Enter a caption", field="caption")
    if alt.strip().casefold() == caption.strip().casefold():
        raise Refused(CAPTION_AGAIN, field="alt")
    if len(alt.strip()) < FEWEST_LETTERS:
        raise Refused(TOO_SHORT, field="alt")


def check_can_remove(actor: Actor, figure: ReportFigure) -> None:
    """Refuse to take a picture away from under a text that shows it."""
    check_can_write(actor, figure.review)
    for section in figure.review.report_sections.standing():
        if figure.sign in INSERTED.findall(section.text):
            raise Refused(
                f"“{section.get_kind_display()}” shows this picture. Take [={figure.sign}] out of "
                "it first."
            )
