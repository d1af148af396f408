"""The handling caveat that stands on every page, paper and email until a report is published."""

OFFICIAL_SENSITIVE = "OFFICIAL-SENSITIVE"
