"""
Where a section types out what the record says, or says it in other words: told to its writer,
because what is inserted stays as the record has it and what is typed does not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from actionplans.published.plan import PublishedPlan
from reports.queries.assembly.inserted import keys_of, name_of, words_of
from reports.readers.blocks import Block, Footnote, texts_in
from reports.readers.marks import SIGN
from reports.readers.markup import blocks_of
from reports.readers.remarks import Remark

FEWEST = 5  # words: fewer are met by chance
ALIKE = 0.72  # of the words of both, in their order: the same thing, worded otherwise
SHARED = 0.6  # of the telling words of the record: worth comparing
LONG_ENOUGH = 0.7  # of the words of the record, before another sentence is taken in
WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
SENTENCE = re.compile(r"(?<=[.!?;:])\s+")
CALLED = re.compile(r"(recommendation|learning point)\s+(\d{1,3})\s*[.:–-]\s+(?=\S)", re.I)


def on_the_record(text: str, said: "Said") -> list[Remark]:
    """Return what a section says of the plan in its own hand, and what it inserts of nothing."""
    found = set[Remark]()
    for one in blocks_of(text):
        for words in texts_of(one.block):
            found |= {
                Remark(one.line, f"inserts [={key}], which the record does not have")
                for key in SIGN.findall(words)
                if key not in said.known
            }
            found |= {Remark(one.line, odd) for odd in on_copies(words, said)}
    return sorted(found)


@dataclass(frozen=True)
class Said:
    """
    What the record says, by key, in bare words; and where each telling word of it stands.
    known: everything that can be inserted.

    A report of a hundred pages is looked through each time its page is opened: only what shares
    most telling words is compared.
    """

    known: frozenset[str]
    words: Mapping[str, list[str]]
    telling: Mapping[str, frozenset[str]]
    keys_with: Mapping[str, list[str]]

    @classmethod
    def of(
        cls,
        plan: PublishedPlan,
        extracts: Mapping[str, str],
        others: Collection[str] = (),
    ) -> "Said":
        """others: the keys of what is inserted and not compared, such as figures and decisions."""
        every = {key: tokens(words) for key, words in {**words_of(plan), **extracts}.items()}
        words = {key: one for key, one in every.items() if len(one) >= FEWEST}
        telling = {
            key: frozenset(one for one in said if len(one) > 3) for key, said in words.items()
        }
        keys_with = defaultdict[str, list[str]](list)
        for key, some in telling.items():
            for word in some:
                keys_with[word].append(key)
        return cls(keys_of(plan) | extracts.keys() | set(others), words, telling, keys_with)

    def near(self, own: set[str]) -> list[str]:
        """Return the keys of what shares most telling words with a text."""
        shared = Counter(key for word in own for key in self.keys_with.get(word, ()))
        return [key for key, many in shared.items() if many >= SHARED * len(self.telling[key])]


def texts_of(block: Block) -> tuple[str, ...]:
    return (block.text,) if isinstance(block, Footnote) else texts_in(block)


def on_copies(words: str, said: Said) -> Iterator[str]:
    own = tokens(words)
    copied = f" {' '.join(own)} "
    sentences = [tokens(one) for one in SENTENCE.split(words)]
    called = {
        f"{kind.lower().replace(' ', '-')}-{number}" for kind, number in CALLED.findall(words)
    }
    for key in dict.fromkeys([*said.near(set(own)), *(called & said.words.keys())]):
        record, name, sign = said.words[key], name_of(key).lower(), f"[={key}]"
        if f" {' '.join(record)} " in copied:
            yield f"types out the words of {name}. Put {sign} there, and they stay the record’s"
        elif key in called or is_alike(sentences, record):
            yield f"words {name} otherwise than the record. Put {sign} there, or change the record"


def is_alike(sentences: Sequence[Sequence[str]], record: list[str]) -> bool:
    """Test whether some sentences in a row say nearly what the record says."""
    wanted = set(record)
    compared = SequenceMatcher(b=record, autojunk=False)
    for stretch in stretches(sentences, len(record)):
        if len(wanted.intersection(stretch)) >= SHARED * len(wanted):
            compared.set_seq1(stretch)
            if compared.quick_ratio() >= ALIKE and compared.ratio() >= ALIKE:
                return True
    return False


def stretches(sentences: Sequence[Sequence[str]], length: int) -> Iterator[list[str]]:
    """Yield the sentences from each on that are about as long together."""
    for start in range(len(sentences)):
        near = list[str]()
        for sentence in sentences[start:]:
            near.extend(sentence)
            if len(near) >= LONG_ENOUGH * length:
                break
        yield near


def tokens(words: str) -> list[str]:
    return WORD.findall(words.lower().replace("’", "'"))
