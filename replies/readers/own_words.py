"""Tell what somebody wrote from what their program quoted below it, and from the small print."""

import re
from dataclasses import dataclass

SEPARATORS = re.compile(
    r"^\s*(?:-{2,}\s*Original Message\s*-{2,}|-{2,}\s*Forwarded [Mm]essage\s*-{2,}"
    r"|Begin forwarded message:|_{20,}|On [^\n]{6,120}(?:\n[^\n]{0,80})? wrote:"
    r"|From: [^\n]+\n(?:Sent|Date|To|Subject|Cc): )",
    re.M | re.I,
)
QUOTED_LINE = re.compile(r"^\s*>")
HEADER_LINE = re.compile(
    r"^\s*\*?(From|Sent|Date|To|Cc|Subject|Importance|Attachments)\*?:\s*(.*)$", re.I
)
ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
SMALL_PRINT = re.compile(
    r"^\s*(?:this (?:e-?mail|message|transmission)(?:,)? (?:and|is|may|has|contains)"
    r"|disclaimer\b|confidentiality(?: notice)?\b"
    r"|the (?:information|contents?) (?:contained )?in this (?:e-?mail|message)"
    r"|if you (?:are not|have received this)|please consider the environment"
    r"|scanned by\b|\*{10,})",
    re.I,
)
WARNING = re.compile(
    r"^\s*(?:\[?external\b.{0,80}|caution:? this (?:e-?mail|message).{0,200}"
    r"|\W*(?:OFFICIAL|OFFICIAL[ -]SENSITIVE)\W*|you don['’]t often get email from.*)$",
    re.I,
)
GREETING = re.compile(
    r"^\s*(?:hi|hello|dear|good (?:morning|afternoon)|morning|afternoon|all|thanks|thank you|many"
    r" thanks|kind regards|best wishes|regards|fyi|please see below|see below)\b.{0,30}$",
    re.I,
)
CLOSING = re.compile(
    r"^\s*(?:kind(?:est)? regards|warm regards|best (?:regards|wishes)|many thanks|regards|thanks"
    r"|yours (?:sincerely|faithfully)|with thanks|sent from my|-- ?$|cheers)\b",
    re.I,
)


@dataclass(frozen=True)
class Written:
    """
    own: what was written, without closing lines. signature: from the closing on.
    below: what was quoted or forwarded, without its header lines.
    from_name, from_address, subject: the header lines of what stands below.
    """

    own: str
    signature: str = ""
    below: str = ""
    from_name: str = ""
    from_address: str = ""
    subject: str = ""

    @property
    def says_nothing(self) -> bool:
        """Test whether there is nothing of its own beyond a greeting."""
        lines = [line for line in self.own.splitlines() if not GREETING.match(line)]
        return len(" ".join(lines).split()) < 4


def written_in(text: str) -> Written:
    """Take the words of an email apart."""
    text = text.replace("\u00a0", " ")
    cut = SEPARATORS.search(text)
    top, rest = (text[: cut.start()], text[cut.start() :]) if cut else (text, "")
    plain = [line for line in top.splitlines() if not QUOTED_LINE.match(line)]
    if not rest:
        rest = "\n".join(line.lstrip("> ") for line in top.splitlines() if QUOTED_LINE.match(line))
    own, signature = without_small_print(plain)
    headers, below = header_lines(rest)
    said_by = ADDRESS.search(headers.get("from", ""))
    return Written(
        own=own,
        signature=signature,
        below=below,
        from_name=re.split(r"[<\[(]", headers.get("from", ""))[0].strip(' "*'),
        from_address=said_by[0].lower() if said_by else "",
        subject=headers.get("subject", ""),
    )


def without_small_print(lines: list[str]) -> tuple[str, str]:
    kept: list[str] = []
    for line in lines:
        if SMALL_PRINT.match(line):
            break
        if not WARNING.match(line):
            kept.append(line.rstrip())
    closing = next((n for n, line in enumerate(kept) if CLOSING.match(line)), len(kept))
    if all(not line.strip() or GREETING.match(line) for line in kept[:closing]):
        closing = len(kept)  # "Many thanks" opens it
    return tidy(kept[:closing]), tidy(kept[closing:])


def header_lines(rest: str) -> tuple[dict[str, str], str]:
    """Return the header lines that stand above something forwarded, and what follows them."""
    headers: dict[str, str] = {}
    lines = [line.lstrip("> ") for line in rest.splitlines()]
    start = 0
    for number, line in enumerate(lines[:14]):
        if match := HEADER_LINE.match(line):
            headers.setdefault(match[1].lower(), match[2].strip())
            start = number + 1
    body, _small = without_small_print(lines[start:] if headers else lines[1:])
    return headers, body


def tidy(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
