from io import BytesIO
from typing import Any

from documents.inspection import attached
from documents.inspection.refusal import FileRefused, needs_password
from documents.kinds import DocumentKind

# What a PDF can do besides being read. Written by qpdf, names stand exactly so.
ACTIONS = (b"/S /JavaScript", b"/S /Launch", b"/S /ImportData", b"/RichMedia", b"/XFA ")
MOST_UNPACKED = 50 * 1024 * 1024  # of one stream; pictures are not unpacked


def looks_like(content: bytes) -> bool:
    return b"%PDF-" in content[:1024]


def kind_of(content: bytes) -> DocumentKind:
    """Return PDF. Raises FileRefused for one with a password, without pages, active or broken."""
    import pikepdf  # here, because few requests need it and all would wait for it

    pikepdf.settings.set_qpdf_limits(flate_max_memory=MOST_UNPACKED)
    try:
        with pikepdf.open(BytesIO(content)) as paper:
            pages = len(paper.pages)
            check_only_reads(paper)
            for attachment in paper.attachments.values():
                attached.check(attachment.get_file().read_bytes())
    except FileRefused:
        raise
    except pikepdf.PasswordError as error:
        raise needs_password() from error
    except Exception as error:  # a damaged file makes the library raise anything
        raise FileRefused(
            "broken",
            "This PDF is damaged and cannot be opened.",
            {
                DocumentKind.PDF: "Open it on your computer, save it again as a PDF and send the "
                "new file."
            },
        ) from error
    if not pages:
        raise FileRefused(
            "no_pages",
            "This PDF has no pages.",
            {DocumentKind.PDF: "Save it again and check it first."},
        )
    return DocumentKind.PDF


def check_only_reads(paper: Any) -> None:
    """Refuse a PDF that runs scripts or starts programs, however it hides them."""
    import pikepdf

    written = BytesIO()
    paper.save(
        written,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        compress_streams=False,
        encryption=False,
    )
    plain = written.getvalue()
    if any(action in plain for action in ACTIONS):
        raise FileRefused(
            "active",
            "This PDF can run scripts or open other programs, as some forms do.",
            {
                DocumentKind.PDF: "Print it to a new PDF (in Windows choose the printer “Microsoft "
                "Print to PDF”) and send that."
            },
        )
