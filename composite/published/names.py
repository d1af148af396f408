"""Every form in which a person of the review can stand in a text, and what stands there instead."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reviews.checks.folding import fold, fold_joined
from reviews.checks.true_names import TITLES

SEVERAL = "[name]"  # a word that two people share, such as a family's surname

# Names that are also words of every day: alone they count as names only with a capital letter.
ORDINARY_WORDS = """
an art ash baker banks bell best bill bird bishop black bond bright brook brown bush
carter case chance chase church cliff cook cross dale dawn day dean do drew earl english
faith fish fox frost gene glen good grace grant gray green grey guy hall heath heather
hill holly hope hunt hunter iris ivy jack jade jean joy king knight lamb lane lee lily
little long lord love major mark marks marsh max may miles mills moody moss my nick night
noble nurse olive page park parks patience penny perry pierce pike poppy pope porter
potter power price quick rain ray reed rich rob robin rock rose royal ruby rush sandy
savage sharp short skip smart so star stone storm street strong sue summer swift taylor
thorn tucker victor violet wade walker wall ward waters way webb well wells west white
will winter wise wood woods young
"""
ORDINARY = frozenset(ORDINARY_WORDS.split())
MONTHS = frozenset({"april", "may", "june", "august"})
SHORTEST = 3


@dataclass(frozen=True)
class Named:
    """
    Somebody whose names must not leave.

    stands_for: what is printed instead. initials: as agencies write them in their records.
    """

    stands_for: str
    names: tuple[str, ...] = field(repr=False)
    initials: tuple[str, ...] = field(default=(), repr=False)
    addresses: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Form:
    """
    What a run of folded words stands for.

    is_capital: only where every word of it begins with a capital letter.
    is_letters: only where it is nothing but capital letters: initials.
    """

    stands_for: str
    is_capital: bool = False
    is_letters: bool = False


Forms = dict[tuple[str, ...], Form]


def forms_of(people: Iterable[Named]) -> Forms:
    """Return every form, by its folded words. What several people share names none of them."""
    found: Forms = {}
    for person in people:
        own: Forms = {}
        for words, form in all_forms(person):
            if len("".join(words)) > 1:  # one letter is nobody's name
                own.setdefault(words, form)
        for words, form in own.items():
            other = found.get(words)
            shared = other is not None and other.stands_for != form.stands_for
            found[words] = Form(SEVERAL, form.is_capital, form.is_letters) if shared else form
    return found


def all_forms(person: Named) -> Iterator[tuple[tuple[str, ...], Form]]:
    """Yield the forms of one person: the surest first."""
    for name in person.names:
        yield from forms_of_name(name, person.stands_for)
    for initials in person.initials:
        yield from forms_of_initials(fold(initials).replace(" ", ""), person.stands_for)
    for address, alias in person.addresses:
        yield from forms_of_address(address, alias)


def forms_of_name(name: str, stands_for: str) -> Iterator[tuple[tuple[str, ...], Form]]:
    words = words_of(name)
    for run in orders(words):
        for write in (fold, fold_joined):
            whole = tuple(write(" ".join(run)).split())
            yield whole, Form(stands_for, is_capital=is_ordinary(whole))
    if len(words) > 1:
        yield from forms_with_initials(words, stands_for)
    for word in words:
        parts = fold(word).split()
        for form in sorted({(fold_joined(word),), tuple(parts), *((part,) for part in parts)}):
            yield form, Form(stands_for, is_capital=is_ordinary(form))


def forms_with_initials(
    words: list[str], stands_for: str
) -> Iterator[tuple[tuple[str, ...], Form]]:
    """Yield "A. Smith", "A.M.S." and "A.S."."""
    first, last = words[0], words[-1]
    yield (fold(first)[:1], *fold(last).split()), Form(stands_for, is_capital=True)
    for run in (words, [first, last]):
        yield tuple(fold(word)[:1] for word in run), Form(stands_for, is_letters=True)


def is_ordinary(words: tuple[str, ...]) -> bool:
    """Test whether a name is also a word of every day, or too short to tell."""
    return len(words) == 1 and (
        words[0] in ORDINARY or words[0] in MONTHS or len(words[0]) < SHORTEST
    )


def orders(words: list[str]) -> list[list[str]]:
    """Return the ways to write a whole name: as it is, surname first, without middle names."""
    if not words:
        return []
    found = [words, [words[-1], *words[:-1]]]
    if len(words) > 2:
        found += [[words[0], words[-1]], [words[-1], words[0]]]
    return found


def forms_of_initials(letters: str, stands_for: str) -> Iterator[tuple[tuple[str, ...], Form]]:
    """Yield "AB" as one word and "A.B." as several."""
    if letters:
        yield (letters,), Form(stands_for, is_letters=True)
        yield tuple(letters), Form(stands_for, is_letters=True)


def forms_of_address(address: str, alias: str) -> Iterator[tuple[tuple[str, ...], Form]]:
    """Yield an address whole, and each line of it that has a number: the house, the postcode."""
    lines = address.replace("\n", ",").split(",")
    numbered = [line for line in lines if any(sign.isdigit() for sign in line)]
    for line in (address, *numbered):
        words = tuple(fold(line).split())
        if len(words) > 1 or any(sign.isalpha() for sign in "".join(words)):
            yield words, Form(alias)


def words_of(name: str) -> list[str]:
    """Return the words of a name as written, its titles left out."""
    return [
        word for word in name.replace(",", " ").split() if fold(word) and fold(word) not in TITLES
    ]
