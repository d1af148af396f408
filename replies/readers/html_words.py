"""The words of an HTML email, line by line, with what it quotes marked as quoted."""

import re
from html.parser import HTMLParser

LINES = {
    "p", "div", "br", "tr", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ul", "ol",
    "blockquote", "pre",
}  # fmt: skip
UNSEEN = {"style", "script", "head", "title"}
QUOTED = {"blockquote"}


class Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.unseen = 0
        self.quoted = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self.unseen += 1
        if tag in LINES:
            self.new_line()
        if tag in QUOTED:
            self.quoted += 1
        if tag in ("td", "th") and self.lines[-1].strip("> "):
            self.lines[-1] += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        if tag in QUOTED:
            self.quoted = max(0, self.quoted - 1)
        if tag in LINES:
            self.new_line()

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            if not self.lines[-1] and self.quoted:
                self.lines[-1] = "> "
            self.lines[-1] += re.sub(r"\s+", " ", data)

    def new_line(self) -> None:
        if self.lines[-1]:
            self.lines.append("")


def words_of(html: str) -> str:
    """Return the words of a page. Whatever is not well formed is read as far as it goes."""
    reader = Words()
    reader.feed(html)
    reader.close()
    return "\n".join(line.strip() for line in reader.lines if line.strip("> \xa0"))
