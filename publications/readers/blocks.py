"""A text in its paragraphs, and which of them are points of a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.list_signs import MARK, ONLY_SIGN, ROUND, SIGN
from documents.pdf_lines import PAGE_NUMBER

PRIVATE = str.maketrans(dict.fromkeys(range(0xF000, 0xF100), "•"))  # signs of Word's Symbol font
SENTENCE_ENDS = re.compile(r"[.?!:;][”’\"')\]]*$")
STARTS_ANEW = re.compile(r"^[“‘\"'(\[]?[A-Z\d]")
WITHIN = re.compile(r"(?<=[\s:])(\((?:[ivx]{1,4}|[a-z]|\d{1,2})\))\s+")
FIRST_MARKS = frozenset({"(i)", "(a)", "(1)"})
AND = re.compile(r",?\s+(?:and|or)$")
END_OF_LIST = re.compile(r"(?<=[.?!])\s+(?=[A-Z“‘])")
WRAPPED_FROM = 50  # letters: shorter lines were not broken by a page's width
WRAPPED_AT_MOST = 120  # letters: a longer line is a whole paragraph
WIDEST = 0.93  # of all lines are no longer than the page's width


TITLE = 9  # words at most


@dataclass(frozen=True)
class Block:
    """One paragraph. `mark` is what stands before it in a list, such as • or 3."""

    text: str
    mark: str = ""

    @property
    def is_marked(self) -> bool:
        return bool(self.mark)

    @property
    def list_kind(self) -> str:
        """What the points of one list have in common."""
        if not self.mark or self.mark in ROUND:
            return self.mark and "round"
        letter = self.mark.strip("().")
        return "number" if letter.isdigit() else "letter" if letter.isalpha() else self.mark

    @property
    def ends_as_lead(self) -> bool:
        return self.text.endswith((":", ":-"))

    @property
    def is_title(self) -> bool:
        """Whether it is a heading: short, and it ends as no sentence does."""
        return len(self.text.split()) <= TITLE and not self.text.endswith((".", "?", "!", ";"))

    def joined(self, line: str) -> "Block":
        return replace(self, text=f"{self.text} {line}".strip())


def blocks_of(text: str) -> list[Block]:
    """
    Return the paragraphs of a text, whether its lines were broken by hand, by a printer or not.

    A line goes on into the next where lines are as long as a page allows and the sentence, or the
    line's width, says so. Empty lines always end a paragraph, unless the number of a page stands
    among them; a bullet or number begins one.
    """
    lines = [" ".join(line.translate(PRIVATE).split()) for line in text.splitlines()]
    lines = list(without_page_numbers(lines))
    width = usual_width(lines)
    blocks: list[Block] = []
    for line, previous in with_previous(marks_with_their_words(lines)):
        if not line:
            continue
        mark = MARK.match(line)
        if mark and not is_a_figure(previous, line, width):
            blocks.append(Block(line[mark.end() :], mark["mark"]))
        elif blocks and previous and goes_on(previous, line, width):
            blocks[-1] = blocks[-1].joined(line)
        else:
            blocks.append(Block(line))
    return blocks


def parts_of(block: Block) -> list[Block]:
    """Return a paragraph, or its points where it lists them within: "these: (i) …; (ii) …"."""
    lead, *rest = WITHIN.split(block.text)
    marks, texts = rest[::2], rest[1::2]
    is_list = len(marks) > 1 and marks[0] in FIRST_MARKS and lead.rstrip().endswith(":")
    if block.is_marked or not is_list:
        return [block]
    points = [
        Block(AND.sub("", text.strip()), mark) for mark, text in zip(marks, texts, strict=True)
    ]
    end = END_OF_LIST.search(points[-1].text)
    if end is None:
        return [Block(lead.strip()), *points]
    last, after = points[-1].text[: end.start()], points[-1].text[end.end() :]
    return [Block(lead.strip()), *points[:-1], replace(points[-1], text=last), Block(after)]


def without_page_numbers(lines: list[str]) -> Iterator[str]:
    """Yield lines without the numbers of pages, nor the gap there inside a sentence."""
    last, gap, is_turned = "", 0, False
    for place, line in enumerate(lines):
        if not line:
            gap += 1
        elif PAGE_NUMBER.match(line) and stands_alone(lines, place):
            is_turned = True
        else:
            if not (is_turned and is_inside_a_sentence(last, line)):
                yield from [""] * gap
            yield line
            last, gap, is_turned = line, 0, False


def stands_alone(lines: list[str], place: int) -> bool:
    return not any(lines[max(place - 1, 0) : place] + lines[place + 1 : place + 2])


def is_inside_a_sentence(line: str, following: str) -> bool:
    is_new = STARTS_ANEW.match(following) or MARK.match(following)
    return bool(line) and not (is_new or SENTENCE_ENDS.search(line))


def marks_with_their_words(lines: list[str]) -> Iterator[str]:
    """Yield lines with a bullet that stands alone put before the words it belongs to."""
    waiting = ""
    for line in lines:
        if ONLY_SIGN.match(line):
            waiting = line.strip()
        elif line and waiting:
            yield f"{waiting} {line}"
            waiting = ""
        elif not waiting:
            yield line


def with_previous(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    previous = ""
    for line in lines:
        yield line, previous
        previous = line


def is_a_figure(previous: str, line: str, width: int) -> bool:
    """Test whether a number at a line's start is only the end of a sentence that was wrapped."""
    return bool(
        previous
        and not SIGN.match(line)
        and not SENTENCE_ENDS.search(previous)
        and width <= WRAPPED_AT_MOST
        and has_no_room(previous, line, width)
    )


def has_no_room(previous: str, line: str, width: int) -> bool:
    """Test whether the first word of a line would not have stood on the line above."""
    return width >= WRAPPED_FROM and len(previous) + 1 + len(line.split()[0]) > width


def goes_on(previous: str, line: str, width: int) -> bool:
    """Test whether a line belongs to the paragraph of the one directly above it."""
    if width > WRAPPED_AT_MOST:
        return not STARTS_ANEW.match(line)
    is_new = STARTS_ANEW.match(line) or SENTENCE_ENDS.search(previous)
    return has_no_room(previous, line, width) or not is_new


def usual_width(lines: list[str]) -> int:
    """Return how long lines may get: nearly the longest, since an address can stand out."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(len(lengths) * WIDEST)] if lengths else 0
