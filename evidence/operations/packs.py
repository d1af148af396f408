"""Take commissioning packs on paper. Every taking is in the trail."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from agencies.models import Actor, person_behind
from audit import trail
from documents.kinds import DocumentKind
from evidence.papers.imr_template import imr_template_file
from evidence.queries.imr_template import template_for
from evidence.queries.pack import Pack, on_paper
from reviews import access
from reviews.access import Permission

EARLIEST_IN_ZIP = (1980, 1, 1, 0, 0, 0)


def take_pack(*, pack: Pack, by: Actor, at: datetime) -> bytes:
    """
    Return one agency's pack as a PDF. Raises Refused for whoever may not know the true names or
    what is asked, and RenderingUnavailable where no PDF can be made.
    """
    access.require(by, Permission.EVIDENCE_STATUS, on=pack.part)
    access.require(by, Permission.IDENTITIES_READ, on=pack.part)
    content = on_paper(pack)
    note(pack, by=by, at=at, agencies=1)
    return content


def take_packs(*, packs: Sequence[Pack], by: Actor, at: datetime) -> BytesIO:
    """
    Return every agency's pack in one zip, each with the template as a Word file beside it.

    Raises Refused for whoever does not ask agencies for evidence, and RenderingUnavailable.
    """
    review = packs[0].part.review
    access.require(by, Permission.EVIDENCE_REQUEST, on=review)
    access.require(by, Permission.IDENTITIES_READ, on=review)
    packed = BytesIO()
    with ZipFile(packed, "w") as target:
        for number, pack in enumerate(packs, 1):
            name = f"{number:03} {pack.file_name}"
            target.writestr(entry(name, DocumentKind.PDF), on_paper(pack), ZIP_DEFLATED)
            if pack.letter.request.asks.report:
                template = imr_template_file(template_for(by, pack.part))
                target.writestr(entry(f"{name} template", DocumentKind.DOCX), template)
    packed.seek(0)
    note(packs[0], by=by, at=at, agencies=len(packs))
    return packed


def entry(name: str, kind: DocumentKind) -> ZipInfo:
    return ZipInfo(f"{name}{kind.extension}", EARLIEST_IN_ZIP)


def note(pack: Pack, *, by: Actor, at: datetime, agencies: int) -> None:
    """Say in the trail whose pack was taken; of several, how many."""
    one = {"involvement_id": pack.part.pk, "to": pack.to.value} if agencies == 1 else {}
    trail.record(
        "evidence.pack_taken",
        by=person_behind(by),
        at=at,
        review_ref=pack.part.review.reference,
        agencies=agencies,
        **one,
    )
