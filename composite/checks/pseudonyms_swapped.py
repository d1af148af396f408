from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from composite.checks.found import Found, when, who_and_where
from composite.checks.mentions import Names
from composite.checks.options import Options
from composite.checks.sexes import other_sex, sex_of
from composite.checks.signs import Sign, signs_in
from composite.checks.story import Person, Register, Story, Told

CODE = "pseudonyms_swapped"
ENOUGH = 5  # signs from which the sex of a person is learnt
MOST = 0.8  # of them must agree
SEX_WORDS = {"M": "a man", "F": "a woman"}
ROLE_WORDS = {"VICTIM": "the person who died", "PERPETRATOR": "the perpetrator"}


def pseudonyms_swapped(story: Story, register: Register, _options: Options) -> list[Found]:
    """
    Find an entry that gives a person the role or the sex of another.

    A role counts where it stands right beside the name; a sex by a noun right beside it, by words
    of the own body, or by a pronoun where nobody else is in the entry. Who was said to have hit
    whom is not looked at: people accuse each other. A sex that the register does not have is
    learnt from the story where nearly all entries agree.
    """
    names = Names(register)
    seen = [(one, sign) for one in story.told for sign in signs_in(one, names)]
    sexes = sexes_of(register.people, (sign for _, sign in seen))
    found: dict[str, Found] = {}
    for one, sign in seen:
        if is_wrong(sign, sexes):
            answer = swapped(one, sign, sexes)
            found.setdefault(answer.key, answer)
    return list(found.values())


def sexes_of(people: Iterable[Person], signs: Iterable[Sign]) -> Mapping[Person, str]:
    """Return the sex of each, as the register has it or as nearly all signs have it."""
    told: dict[Person, Counter[str]] = defaultdict(Counter)
    for sign in signs:
        if sign.sex:
            told[sign.person][sign.sex] += 1
    return {person: sex_of(person) or learnt(told[person]) for person in people}


def learnt(told: Counter[str]) -> str:
    if told.total() < ENOUGH:
        return ""
    sex, count = told.most_common(1)[0]
    return sex if count >= told.total() * MOST else ""


def is_wrong(sign: Sign, sexes: Mapping[Person, str]) -> bool:
    if sign.role:
        return sign.person.role in ROLE_WORDS and sign.role != sign.person.role
    return bool(sign.sex) and sign.sex == other_sex(sexes[sign.person])


def swapped(told: Told, sign: Sign, sexes: Mapping[Person, str]) -> Found:
    role = ROLE_WORDS.get(sign.person.role, "")
    sex = "" if sign.role else SEX_WORDS.get(sexes[sign.person], "")
    known = " and ".join(filter(None, (role, sex)))
    says = f"is called the {sign.word}" if sign.role else f"goes with “{sign.word}”"
    words = f"{who_and_where(told)} ({when(told)}): “{sign.name}” {says}, but is {known} elsewhere."
    detail = (who_and_where(told), sign.name, says, known)
    return Found(
        CODE, (told.root,), words, detail, f"{told.root} {sign.person.true_name} {sign.role}"
    )
