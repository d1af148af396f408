"""What else tells of a reply: its subject, its sender, how files are called, what was searched."""

import re

from replies.models.kind import ReplyKind

K = ReplyKind
AUTOMATIC_SUBJECT = re.compile(
    r"^\s*(?:automatic (?:reply|response)"
    r"|auto(?:mated)?[ -]?(?:reply|response|acknowledge?ment)"
    r"|out of (?:the )?office|autoreply|away from (?:the|my) office|on leave)\b",
    re.I,
)
AUTOMATIC_WORDS = re.compile(
    r"\b(?:am|are|is|['’]m) (?:currently )?(?:out of (?:the )?office"
    r"|away from (?:the|my) (?:office|desk)|away until"
    r"|on (?:annual |maternity |sick |study |paternity )?leave)\b"
    r"|\bdo not reply to this (?:email|message)\b|\bmailbox is not monitored\b"
    r"|\bautomated (?:response|reply|message)\b|\blimited access to (?:my )?e-?mails?\b"
    r"|\bwe aim to respond (?:to \w+ )?within\b"
    r"|\breturn(?:ing)? (?:to the office|to work) on\b",
    re.I,
)
BOUNCE_SUBJECT = re.compile(
    r"^\s*(?:undeliver(?:able|ed)|delivery (?:status notification|failure|has failed|delayed)"
    r"|mail delivery (?:failed|system)|returned mail|failure notice|message not delivered)",
    re.I,
)
BOUNCE_SENDER = re.compile(r"^(?:mailer-?daemon|postmaster)@|^microsoftexchange", re.I)
PASSED_ON = re.compile(r"\s*(?:fwd?|wg|tr):", re.I)
# Words of our own letter: what is passed on with nothing but them is a copy of it
OUR_LETTER = re.compile(
    r"secure your records|tell us what you know|what does your organisation know"
    r"|domestic homicide review|our reference",
    re.I,
)
# Words that nobody but us writes: what has them is our letter, whatever stands above it
OUR_WORDS = re.compile(r"secure your records|tell us what you know", re.I)
# How files are called that agencies attach; the fuller report first
FILE_NAMES: tuple[tuple[ReplyKind, re.Pattern[str]], ...] = (
    (K.IMR_AND_CHRONOLOGY, re.compile(r"(?=.*\bimr\b)(?=.*chron)", re.I)),
    (K.CHRONOLOGY_ONLY, re.compile(r"chronolog|chron\b", re.I)),
    (K.IMR_ONLY, re.compile(r"\bimr\b|management review", re.I)),
    (K.SHORT_REPORT, re.compile(r"short report", re.I)),
    (K.NIL, re.compile(r"\bnil\b|no trace", re.I)),
    (
        K.SUMMARY,
        re.compile(r"summar|scoping (?:form|return)|information return|agency return", re.I),
    ),
    (K.LETTER, re.compile(r"\bletter\b|\bltr\b", re.I)),
)
SEARCHED = re.compile(
    r"\b(?:search|check|look|trawl|quer|interrogat)\w*\b|\bsystems?\b[^.]{0,30}:", re.I
)
SYSTEMS = re.compile(
    r"\b(?:systems?|records?|database|files?|archive|registers?|paper|electronic|index|log|pnc"
    r"|case ?management|pnd|niche|athena|systmone|emis|rio|liquidlogic|mosaic|carenotes|cerner"
    r"|epic|connect|northgate|civica|delius|oasys|ledger|spreadsheets?|mailbox|arbor|iaptus)\b",
    re.I,
)
NAMES_SEARCHED = re.compile(
    r"\b(?:names?|alias(?:es)?|surnames?|dates? of birth|dobs?|address(?:es)?|nhs numbers?"
    r"|spellings?|initials)\b",
    re.I,
)
BY_WHOM = re.compile(
    r"\b(?:search\w*|check\w*)\b[^.;\n]{0,60}? by ((?:the |our )?[^.,;\n]{3,80})", re.I
)
