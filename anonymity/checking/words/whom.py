"""Whom a pronoun means, as far as the sex and the order of names tell."""

import re

from anonymity.checking.words.cast import Cast, Member, any_of

HE = re.compile(r"\b(?P<he>[Hh]e|[Hh]is|[Hh]im)\b|\b(?P<she>[Ss]he|[Hh]er)\b")


class Whom:
    """Whom a sentence goes on about, as far as grammar tells."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.mention = re.compile(
            rf"(?P<name>{any_of(one.name for one in cast.members)})|{HE.pattern}"
        )

    def is_spoken_of(self, text: str, at: int) -> Member | None:
        """
        Return who was named last before a place in a text, or whom its pronoun means: the last of
        that sex who was named.
        """
        mentions = list(self.mention.finditer(text, 0, at))
        if not mentions:
            return None
        last = mentions[-1]
        if last["name"]:
            return None if text[last.end() : last.end() + 2] in ("’s", "'s") else self.member(last)
        sex = "M" if last["he"] else "F"
        named = [self.member(one) for one in mentions if one["name"]]
        same = [one for one in named if one and one.sex in (sex, "")]
        return same[-1] if same else None

    def member(self, hit: re.Match[str]) -> Member | None:
        return self.cast.known.get(hit["name"].strip("\u2018\u2019\u201c\u201d'\""))
