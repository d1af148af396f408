"""The addresses of letters, which name whom a review is about. Keys as in routes."""

OF_LETTERS = {
    "OCISE": ["letters:file", "letters:letter", "letters:letters"],
    "OIS": ["letters:family-draft"],
    "O": [
        "letters:bundle",
        "letters:edited",
        "letters:make",
        "letters:mark-all-sent",
        "letters:mark-sent",
        "letters:record-reply",
        "letters:take-away",
    ],
}
