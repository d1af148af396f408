"""The names by which a Word file of a report says what is what, to whoever reads it again."""

import re

# Styles of paragraphs and tables, with what they are called where a file is read
PLACE, PROMPT, GUIDE, PART, FRONT = "Section Place", "Prompt", "Guide", "Part", "Front Page"
RECORD_PLACE, RECORD_TEXT, RECORD_TABLE = "Record Place", "Record Text", "Record Table"
RECORD_BULLET, RECORD_NUMBER = "Record Bullet", "Record Number"
RECORD_HEADING, RECORD_MINOR, RECORD_CAPTION = "Record Heading", "Record Minor", "Record Caption"
QUOTE, CAPTION, TITLE = "Quote", "Caption", "Title"

STYLES = {
    PLACE: "place",
    PROMPT: "prompt",
    GUIDE: "guide",
    PART: "part",
    FRONT: "front",
    TITLE: "front",
    RECORD_PLACE: "record-place",
    RECORD_TEXT: "record",
    RECORD_TABLE: "record",
    RECORD_BULLET: "record-bullet",
    RECORD_NUMBER: "record-number",
    RECORD_HEADING: "record",
    RECORD_MINOR: "record",
    RECORD_CAPTION: "record",
    QUOTE: "quote",
    "Intense Quote": "quote",
    "Quotations": "quote",
    CAPTION: "caption",
    "Table": "caption",
}
OF_THE_RECORD = "From the record"
FRONT_PAGE = "front"

# Bookmarks
CHAPTER, SECTION, RECORD, NOTE = "dhr_c_", "dhr_s_", "dhr_r_", "dhr_n"
KEY = re.compile(r"dhr_n\d+_(\w+?)(?:_Copy_\d+)*")  # LibreOffice numbers what it copies
FIT_FOR_A_NAME = re.compile(r"[A-Za-z0-9_]{1,20}")

# Properties of the file
REVIEW, VERSION_OF, WORDS_OF = "dhr review", "dhr version of ", "dhr words of "


def bookmark_of(kind: str, key: str) -> str:
    """Return a bookmark's name, which Word wants in letters, digits and underscores."""
    return f"{kind}{re.sub(r'[^A-Za-z0-9]', '_', key)}"


def note_bookmark(number: int, key: str) -> str:
    """Return the bookmark that keeps the key of a note; none for a key that cannot be one."""
    return f"{NOTE}{number}_{key}" if FIT_FOR_A_NAME.fullmatch(key) else ""
