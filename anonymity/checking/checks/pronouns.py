"""
D. He where she is meant: a pseudonym and the pronoun that goes with it do not agree.

Only where the grammar leaves no other reading: himself, his own, "his capacity", or a pronoun that
would have to be the very person who is named beside it ("she was afraid of her", where nobody else
is in the paragraph).
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Register
from anonymity.checking.words.cast import PERPETRATOR, VICTIM, Cast, any_of
from anonymity.checking.words.kin import WORD

REASON = "The pronoun and the person do not agree: is the other meant?"
HIS = {"F": "his", "M": "her"}  # what does not go with the sex
HE = {"F": "he", "M": "she"}
FOR_THE_OTHER = {"F": "(?:[Hh]e|[Hh]is|[Hh]im)", "M": "(?:[Ss]he|[Hh]er)"}
HIMSELF = {"F": "himself", "M": "herself"}
# What one only has, or does, of oneself
OWN = (
    r"<who>\s+(?:[\w’'-]+\s+){0,3}?<himself>\b",
    r"<who>\s+(?:[\w’'-]+\s+){1,5}?<his>\s+own\b(?!\s+(?:home|flat|house))",
    (
        r"<whose>\s+(?:mental\s+)?(?:capacity|ability|right|wish|decision|"
        r"refusal)\s+to\s+(?:(?!<any>)[\w’'-]+\s+){1,6}?<his>\b"
    ),
    (
        r"<who>\s+(?:had\s+)?(?:stopped\s+taking|was\s+(?:not\s+)?taking|ran\s+out\s+of|declined|"
        r"refused)\s+<his>\s+"
        r"(?:medication|tablets|medicine|antidepressants|injection)"
    ),
    (
        r"<who>\s+(?:had\s+)?(?:attended|missed|cancelled|did\s+not\s+attend|failed\s+to\s+attend|"
        r"kept)\s+<his>\s+"
        r"(?:\w+\s+)?(?:appointments?|sessions?|smear|scan|assessment|review)"
    ),
    (
        r"<who>\s+(?:had\s+)?(?:lost|left|resigned\s+from|gave\s+up|"
        r"returned\s+to)\s+<his>\s+(?:job|"
        r"work|employment)\b"
    ),
    r"<who>\s+(?:had\s+)?(?:lost|raised)\s+<his>\s+(?:temper|voice|life|licence)\b",
    (
        r"<who>\s+(?:had\s+)?changed\s+<his>\s+(?:mind|name|(?:mobile\s+|tele)?phone\s+number|"
        r"statement)\b"
    ),
    (
        r"<who>\s+(?:had\s+)?(?:died|passed\s+away|was\s+(?:killed|murdered|found))\s+(?:in|"
        r"at)\s+<his>\s+own\b"
    ),
    (
        r"\b(?:[Ii]n|[Dd]uring|[Tt]hroughout)\s+<whose>\s+(?:life|childhood|pregnancy|teens|"
        r"twenties|"
        r"thirties),?\s+<he>\b"
    ),
    (
        r"<who>,?\s+in\s+<his>\s+(?:early\s+|late\s+|mid-?\s?)?(?:teens|twenties|thirties|forties|"
        r"fifties|sixties|"
        r"seventies|eighties|\d0s)\b"
    ),
    (
        r"\b(?:spoke\s+(?:to|with)|saw|asked|visited|interviewed|met)\s+<who>(?:\s+(?:alone|"
        r"again|at\s+"
        r"\w+|that\s+day))*,?\s+and\s+<he>\b"
    ),
    (
        r"<who>\s+(?:felt|said|thought|feared|believed)\s+(?:that\s+)?<he>\s+was\s+(?:pregnant|"
        r"going\s+to\s+be\s+killed)"
    ),
)
# What one tells of is one's own worry
WORRY = (
    r"<who>\s+(?:had\s+|also\s+|then\s+)?(?:told|spoke\s+(?:to|with)|described|expressed|shared|"
    r"spoke|voiced|talked|raised|explained|mentioned)\s+(?:(?!<any>|that\b)[\w’'-]+\s+){0,4}?"
    r"(?:(?:of|about)\s+)?<his>\s+(?:own\s+)?(?:\w+\s+)?(?:worr(?:y|ies)|concerns?|fears?|"
    r"anxiet\w+|"
    r"hopes?|regrets?|sadness|feelings|frustration|guilt|grief|views|distress|unhappiness|"
    r"loneliness|"
    r"despair|doubts?|wish(?:es)?|plans?|intention)\b"
)
# What one says of oneself
FELT = (
    r"<who>\s+(?:said|reported|stated|disclosed|told\s+(?:\w+\s+){1,3}?)\s*(?:that\s+)?<he>\s+"
    r"(?:(?:had|was|often|still|now)\s+)*(?:felt|feeling|feared|worried|could\s+not\s+(?:see|cope|"
    r"sleep|eat)|wanted\s+to\s+(?:die|leave)|struggling|depressed|exhausted)\b[^.;\t]{0,30}"
)
FEARED = (
    r"<who>\s+(?:had\s+)?(?:told\s+(?:them|(?:the\s+|an?\s+)?(?:officers?|police|doctor|nurse|"
    r"GP|midwife|social\s+worker|call\s+handler))|disclosed)\s+(?:that\s+)?<he>\s+was\s+(?:\w+\s+)?"
    r"(?:frightened|afraid|scared|terrified|fearful)\s+of\s+h(?:im|er)\b"
)
# “Ann rang, worried about his brother”: one tells of one’s own family first
OF_ONES_OWN = (
    r"<who>\s+(?:had\s+|has\s+|also\s+|then\s+|later\s+)?(?:rings?|rang|calls?|called|"
    r"telephone[ds]|"
    r"phone[ds]|contact(?:s|ed)|reports?|reported|attends?|attended|visits?|visited|moves?|"
    r"moved|lives?|"
    r"lived|stay(?:s|ed)|goes|went|comes|came|writes?|wrote|complain(?:s|ed)|asks?|asked|"
    r"arrives?|arrived|"
    r"lost|loses|was\s+\w+ed|is\s+\w+ed|fears?|feared|worries|worried)\b"
    r"(?P<between>(?:(?!<any>)[^.;:\t“”]){0,60}?)\b<his>\s+(?:own\s+|late\s+|elder\s+|older\s+|"
    r"younger\s+)?"
    rf"(?:{WORD})s?\b"
)
MALE_ONLY = r"<she-only>\s+(?:was\s+|is\s+)?(?:pregnant|breastfeeding|gave\s+birth|miscarried)\b"
# The victim is of one sex: nobody else is called so
VICTIMS = (
    r"\b[Tt]he\s+(?:victim|deceased)(?:[’']s)?\s+(?:[\w’'-]+\s+){0,6}?(?P<found><his>|<he>|"
    r"<himself>)\b"
)
KILLERS = (
    r"\b[Tt]he\s+perpetrator(?:[’']s)?\s+(?:[\w’'-]+\s+){0,6}?(?P<found><his>|<he>|<himself>)\b"
)
# Words for people whose sex is not told: a pronoun may mean them
SOMEBODY = re.compile(
    rf"(?i)\b(?:{WORD}s?|child(?:ren)?|officers?|sergeant|constable|inspector|doctors?|gps?|"
    rf"nurses?|midwi\w+|"
    r"workers?|manager|colleagues?|chair|author|judge|coroner|solicitor|teacher|man|woman|men|"
    r"women|boy|girl|"
    r"male|female|person|people|adult|worker|visitor|practitioner|counsellor|therapist|"
    r"psychiatrist|consultant|"
    r"psychologist|paramedics?|advis[eo]r|idva|advocate|tenant|landlord|employer|caller|ex|mum|"
    r"dad|lodger|"
    r"flatmate|carer|suspect|victims?|perpetrators?|assailant|patient|operator|handler|clinician|"
    r"resident|"
    r"student|couple|ex-?\w+|anyone|someone|somebody|who)\b"
)  # fmt: skip
OBJECT = (
    r"\b<he>\s+(?:(?:had|was|is|would|could|did|has|then|also|not|been|felt|feeling)\s+)*"
    r"(?:afraid|scared|frightened|fearful|terrified|wary|jealous|tired|"
    r"proud)\s+of\s+<name>(?![’'])"
    r"|\b<he>\s+(?:had\s+)?(?:loved|hated|missed|met|married|left|hit|assaulted|attacked|"
    r"threatened|"
    r"strangled|stabbed|killed|followed|rang|texted|messaged|visited|blamed|reported|"
    r"told)\s+<name>(?![’'])"
    r"|\b<he>\s+(?:had\s+)?(?:been|was)\s+(?:hit|assaulted|attacked|threatened|strangled|stabbed|"
    r"followed|"
    r"abused|raped|hurt|beaten|controlled|killed|murdered)\s+by\s+<name>(?![’'])"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    people = Pronouns(Cast(paper, register))
    for passage in passages(paper):
        if passage.chapter is not Chapter.SOURCES:
            for span in people.told_of_the_wrong_one(passage):
                yield passage.finding(
                    span, Kind.PSEUDONYM, Severity.SERIOUS, REASON, policy="who_is_meant"
                )
        if passage.chapter is not Chapter.SOURCES and not passage.is_row:
            for sentence in passage.sentences():
                for span in people.wrong_in(passage, sentence):
                    moved = (sentence.start + span[0], sentence.start + span[1])
                    yield passage.finding(
                        moved, Kind.PSEUDONYM, Severity.SERIOUS, REASON, policy="who_is_meant"
                    )


class Pronouns:
    """What cannot be said of the people of a paper, by their sex."""

    def __init__(self, cast: Cast) -> None:
        self.by_sex = {
            sex: [one.name for one in cast.members if one.sex == sex] for sex in ("F", "M")
        }
        everybody = any_of(one.name for one in cast.members)
        self.own = [
            re.compile(for_sex(words, sex, any_of(names), everybody))
            for sex, names in self.by_sex.items()
            if names
            for words in OWN
        ]
        men = any_of(self.by_sex["M"])
        self.own.append(re.compile(MALE_ONLY.replace("<she-only>", rf"\b(?:{men}|[Hh]e)")))
        self.objects = [
            (
                re.compile(beside_itself(sex, names)),
                re.compile(any_of(names)),
                re.compile(any_of(self.by_sex["M" if sex == "F" else "F"])),
            )
            for sex, names in self.by_sex.items()
            if names
        ]
        self.called = [
            re.compile(for_sex(words, sexes.pop(), everybody, everybody))
            for role, words in ((VICTIM, VICTIMS), (PERPETRATOR, KILLERS))
            if len(sexes := {one.sex for one in cast.of_role(role)}) == 1 and "" not in sexes
        ]
        self.anybody = re.compile(everybody)
        self.felt = [
            (
                re.compile(for_sex(words, sex, any_of(names), everybody)),
                re.compile(any_of(self.by_sex["M" if sex == "F" else "F"])),
            )
            for sex, names in self.by_sex.items()
            for words in (FELT, WORRY)
            if names
        ]
        self.of_their_own = [
            (
                re.compile(for_sex(OF_ONES_OWN, sex, any_of(names), everybody)),
                re.compile(
                    rf"{any_of(self.by_sex['M' if sex == 'F' else 'F'])}|\b{FOR_THE_OTHER[sex]}\b"
                ),
            )
            for sex, names in self.by_sex.items()
            if names
        ]
        self.feared = [
            re.compile(for_sex(FEARED, one.sex, one.name, everybody))
            for one in cast.of_role(PERPETRATOR)
            if one.sex in HE
        ]

    def wrong_in(self, passage: Passage, sentence: Sentence) -> Iterator[tuple[int, int]]:
        text = sentence.text
        for pattern in self.own:
            yield from (hit.span() for hit in pattern.finditer(text))
        for pattern in self.called:
            for hit in pattern.finditer(text):
                others = f"{text[: hit.start()]} {hit[0][len('the victim') :]}"
                again = NOT_AGAIN["perpetrator" in hit[0].split()[1]]
                if not self.anybody.search(others) and not SOMEBODY.search(again.sub("", others)):
                    yield hit.span()
        for pattern, names, opposite in self.objects:
            for hit in pattern.finditer(text):
                before = passage.text[: sentence.start + hit.start()]
                is_told_of = opposite.search(text, 0, hit.start())
                if is_told_of and not self.may_be_another(before, hit[0], names):
                    yield hit.span()

    def told_of_the_wrong_one(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """
        Find "Ann said he felt trapped", where no man is spoken of before, and the perpetrator who
        tells that the other is afraid.
        """
        for pattern, opposite in self.felt:
            for hit in pattern.finditer(passage.text):
                before = passage.text[: hit.start()]
                same = re.split(r"[.\t]", before)[-1] if passage.is_row else before
                if not opposite.search(before) and not SOMEBODY.search(same):
                    yield hit.span()
        for pattern, opposite in self.of_their_own:
            for hit in pattern.finditer(passage.text):
                before = self.anybody.sub("", passage.text[: hit.start()])
                same = re.split(r"\t", before)[-1] if passage.is_row else before
                is_told = opposite.search(passage.text, 0, hit.start())
                if not is_told and not SOMEBODY.search(f"{same} {hit['between']}"):
                    yield hit.span()
        for pattern in self.feared:
            yield from (hit.span() for hit in pattern.finditer(passage.text))

    def may_be_another(self, before: str, said: str, names: re.Pattern[str]) -> bool:
        """Whether somebody else of that sex was spoken of before, whom the pronoun may mean."""
        same = names.findall(said)[-1:]
        others = [one for one in names.findall(before) if one not in same]
        return bool(others or SOMEBODY.search(before))


# The one who is spoken of, not the other of the two, whom the pronoun may mean
NOT_AGAIN = {
    is_killer: re.compile(rf"(?i)\b(?:the\s+)?(?:{one}|who|person)\b")
    for is_killer, one in ((False, "victim|deceased"), (True, "perpetrator"))
}


def for_sex(words: str, sex: str, who: str, everybody: str) -> str:
    return (
        words.replace("<whose>", rf"{who}(?:[’']s|[’'])")
        .replace("<who>", rf"(?<![\w’']){who}")
        .replace("<any>", everybody)
        .replace("<himself>", HIMSELF[sex])
        .replace("<his>", HIS[sex])
        .replace("<he>", HE[sex])
    )


def beside_itself(sex: str, names: list[str]) -> str:
    """A pronoun of the same sex, beside a name that it would have to mean."""
    pronoun = {"F": "[Ss]he", "M": "[Hh]e"}[sex]
    return OBJECT.replace("<he>", pronoun).replace("<name>", any_of(names))
