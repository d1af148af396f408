"""May it go out? Every word that would be public, held against the names and days of a review."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from publications.models import AcceptedDoubt, Published
from publications.rules.candidate import Candidate
from reviews.checks.register import Register, register_of
from reviews.checks.true_names import Finding, certain, findings
from reviews.models import Review

TYPED = "words that a person typed or changed: they are not what was read from the file"


@dataclass(frozen=True)
class Doubt:
    """
    Something a person has to look at: a word that may be ordinary, or words nobody compared.

    text: the part it stands in, for whoever looks.
    """

    place: str
    what: str
    text: str
    accepted: AcceptedDoubt | None = None

    @property
    def text_sha256(self) -> str:
        return hash_of(self.text)

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.place, self.what, self.text_sha256)

    @property
    def name(self) -> str:
        """Its name in a form."""
        return hash_of("\n".join(self.key))[:16]

    @property
    def words(self) -> str:
        holds = "holds" if self.what == TYPED else "holds a word of"
        return f"“{self.place}” {holds} {self.what}."


@dataclass(frozen=True)
class Check:
    """What was found in everything that would be public."""

    stops: list[Finding]
    doubts: list[Doubt]

    @property
    def waiting(self) -> list[Doubt]:
        return [doubt for doubt in self.doubts if doubt.accepted is None]

    @property
    def looked_at(self) -> list[Doubt]:
        return [doubt for doubt in self.doubts if doubt.accepted]

    @property
    def is_safe(self) -> bool:
        return not self.stops and not self.waiting

    @property
    def sentence(self) -> str:
        if self.is_safe:
            return "No name, birth date or telling day of this review stands in it."
        said = [
            f"{len(self.stops)} stop{'' if len(self.stops) == 1 else 's'}" if self.stops else "",
            f"{len(self.waiting)} to look at" if self.waiting else "",
        ]
        return f"Not yet: {', '.join(filter(None, said))}."


def check_of(review: Review, candidate: Candidate) -> Check:
    """Hold everything that would be public against what is known of a review's people."""
    texts = candidate.texts
    found = findings(texts, register_of(review))
    doubts = [Doubt(one.where, one.what, texts[one.where]) for one in found if not one.is_certain]
    if candidate.letter and candidate.letter.is_typed and Published.LETTER in candidate.contents:
        doubts.append(Doubt(Published.LETTER.label, TYPED, texts[Published.LETTER.label]))
    each_once = {one.key: one for one in doubts}.items()
    accepted = accepted_in(review) if doubts else {}
    known = [Doubt(one.place, one.what, one.text, accepted.get(key)) for key, one in each_once]
    return Check(certain(found), known)


def accepted_in(review: Review) -> dict[tuple[str, str, str], AcceptedDoubt]:
    rows = review.accepted_doubts.select_related("recorded_by")
    return {(row.place, row.what, row.text_sha256): row for row in rows}


def stops_in(review: Review, candidate: Candidate) -> list[Finding]:
    """Return only what can never go out, for a set that was looked at before it was frozen."""
    return certain(findings(candidate.texts, register_of(review)))


def stops_in_paper(
    name: str, words: Iterable[tuple[str, str]], register: Register
) -> list[Finding]:
    """Return what a finished paper gives away, in its pages or in what stands around them."""
    texts = {f"{name}, {where}": text for where, text in words}
    return certain(findings(texts, register))


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()
