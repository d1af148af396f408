"""Specific: somebody can tell what to do."""

from collections.abc import Iterator

from actionplans.checks.drafted import Drafted
from actionplans.checks.reading import words_in
from actionplans.checks.remark import Remark

LOOSE = words_in(
    r"consider(?:ation)?|explore|look at|look into|be mindful|bear in mind|where possible"
    r"|where appropriate|as appropriate|if possible|as necessary|raise awareness|raising awareness"
    r"|promote awareness|be more aware|improve (?:communication|partnership|working|practice)"
    r"|robust|strengthen (?:processes|links|partnership)|continue to|endeavour|seek to"
    r"|ongoing commitment|embed (?:the )?learning|learn lessons|lessons (?:are|to be) learn\w+"
)
FEWEST = 6  # words: fewer can hardly say who does what


def check(drafted: Drafted) -> Iterator[Remark]:
    loose = LOOSE.search(drafted.words)
    if loose:
        yield Remark(
            "specific",
            f"“{loose[0]}” leaves open what is to be done.",
            "Whoever carries it out can meet it by thinking about it, and nobody is safer.",
            "Name the one thing that will be different: which form, which rule, which meeting.",
            loose[0],
        )
    elif len(drafted.words.split()) < FEWEST:
        yield Remark(
            "specific",
            "So few words leave open what is to be done.",
            "In two years somebody who was not on the panel will have to carry it out.",
            "Say who does what, with whom, and where.",
        )
