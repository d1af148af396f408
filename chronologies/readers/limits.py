"""How large a chronology may be, and what is said of one that is larger."""

MAX_ROWS = 30_000
MAX_OTHER_ROWS = 1_000  # headings, titles, tables that are no chronology
MAX_COLUMNS = 256

TOO_MANY_ROWS = f"This file has more than {MAX_ROWS:,} rows. Split it into two files."
TOO_WIDE = (
    f"A table or sheet has more than {MAX_COLUMNS} columns. Delete what does not belong to it."
)
