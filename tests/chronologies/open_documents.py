"""Writes OpenDocument files of invented words, part by part as LibreOffice saves them."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from chronologies.readers.opening import read_file
from documents.kinds import DocumentKind

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    [
        *(
            f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
            for prefix, name in [
                ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
                ("number", "datastyle"), ("draw", "drawing"), ("script", "script"),
                ("form", "form"), ("meta", "meta"),
            ]
        ),
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
    ]
)  # fmt: skip
MANIFEST = (
    f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    f'xmlns:manifest="{OASIS}:manifest:1.0" manifest:version="1.3">{{}}</manifest:manifest>'
)
EMPTY_END = (
    '<table:table-row table:number-rows-repeated="1048500" table:style-name="ro1">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)
REST = '<table:table-cell table:number-columns-repeated="16370"/>'
FORMATS = {  # name of a cell style: what the date below it shows
    "day": ("day", "month", "year"),
    "month": ("month", "year"),
    "year": ("year",),
    "dayonly": ("day", "month"),
}


def open_text(*tables, before="", after=""):
    """Return an .odt. tables: rows of texts, or the XML of a table."""
    body = "".join(map(as_table, tables))
    return packed(
        "text",
        f'<office:text>{before}<text:p text:style-name="P1"/>{body}<text:p/>{after}</office:text>',
    )


def open_sheets(*tables, before="", titles=()):
    """Return an .ods. tables: rows of texts, or the XML of a table."""
    names = titles or [f"Sheet{number}" for number, _ in enumerate(tables, start=1)]
    body = "".join(
        as_table(rows, name=name, rest=REST, end=EMPTY_END)
        for rows, name in zip(tables, names, strict=True)
    )
    return packed("spreadsheet", f"<office:spreadsheet>{before}{body}</office:spreadsheet>")


def as_table(rows, *, name="Table", rest="", end=""):
    if isinstance(rows, str):
        return rows
    lines = "".join(
        row(*[text if text.startswith("<") else cell(text) for text in texts], rest)
        for texts in rows
    )
    return table(lines, end, name=name)


def table(*rows, name="Table", columns="", style="ta1"):
    columns = columns or '<table:table-column table:number-columns-repeated="16384"/>'
    return (
        f'<table:table table:name="{escape(name)}" table:style-name="{style}">{columns}'
        f"{''.join(rows)}</table:table>"
    )


def row(*cells, attributes=""):
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def cell(text="", *, attributes="", inside=""):
    """Return a cell. inside: its XML, where it is more than a text."""
    words = inside or "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    if not text and not inside:
        return f"<table:table-cell {attributes}/>"
    kind = "" if "value-type" in attributes else 'office:value-type="string"'
    return f"<table:table-cell {kind} {attributes}>{words}</table:table-cell>"


def covered(text="", *, times=1):
    words = f"<text:p>{escape(text)}</text:p>" if text else ""
    return (
        f'<table:covered-table-cell table:number-columns-repeated="{times}">{words}'
        "</table:covered-table-cell>"
    )


def dated(value, shown, *, style=""):
    return cell(
        shown,
        attributes=f'office:value-type="date" office:date-value="{value}"'
        + (f' table:style-name="{style}"' if style else ""),
    )


def content_of(body):
    styles = "".join(
        f'<number:date-style style:name="N{name}">'
        f"{'<number:text>/</number:text>'.join(f'<number:{part}/>' for part in parts)}"
        f'</number:date-style><style:style style:name="{name}" style:family="table-cell" '
        f'style:data-style-name="N{name}"/>'
        for name, parts in FORMATS.items()
    )
    hidden = (
        '<style:style style:name="away" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        '<style:style style:name="child" style:family="table-cell" '
        'style:parent-style-name="month"/>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES} '
        'office:version="1.3"><office:scripts/><office:automatic-styles>'
        f"{styles}{hidden}</office:automatic-styles><office:body>{body}</office:body>"
        "</office:document-content>"
    )


def packed(kind, body, **others):
    """Return the archive, with what LibreOffice puts beside the content. others: more parts."""
    made = BytesIO()
    parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "Configurations2/accelerator/current.xml": "",
        "styles.xml": f"<office:document-styles {NAMESPACES}/>",
        "meta.xml": f"<office:document-meta {NAMESPACES}/>",
        "manifest.rdf": "<rdf/>",
        "content.xml": content_of(body),
        "META-INF/manifest.xml": MANIFEST.format(""),
        **others,
    }
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            how = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            zipped.writestr(name, content, how)
    return made.getvalue()


def read_text(content, **options):
    return read_file(content, kind=DocumentKind.ODT, reference_year=2026, **options)


def read_sheets(content, **options):
    return read_file(content, kind=DocumentKind.ODS, reference_year=2026, **options)
