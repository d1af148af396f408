"""Names of places as they are written, and which of them are no finding."""

import re
from collections.abc import Iterator

from anonymity.checking.register import Place, Register
from anonymity.checking.words.people import CODED, named, somebody

WORD = r"(?:(?:St|Mt)\.?\s)?[A-ZÀ-ÞŴŶ][a-zß-ÿŵŷ][\w’'-]{0,30}"
# The same in a title, where a hyphen before a capital parts two words: there is one way to read it
PART = WORD.replace(r"[\w’'-]", r"(?:[\w’']|-(?![A-ZÀ-ÞŴŶ][a-zß-ÿŵŷ]))")
TITLE = rf"(?:{PART}(?:\s+(?:of|the|and|on|le|by|&)\s+(?=[A-Z])|[\s-]+)){{1,5}}"
AFTER = (
    r"(?!\s+(?:Improvement|Commission\w*|Nurs\w+|Health|Services?|Partnership|Team|Board|Trust|"
    r"Programme|Manager|"
    r"Council|Authority|of (?:General|Psych\w+|Policing|Nursing|Midwi\w+|Surgeons|Physicians|"
    r"Emergency|Paramedics|Occupational|Social)|Police|Standards|Admissions|Sunday|Press))\b"
)
GENERIC = re.compile(
    r"(?:The|This|That|A|An|Local|Primary|Secondary|High|Junior|Infants?|Day|Sixth|Form|Her|His|"
    r"Their|Our|Each|Any|All|Every|Head|Lead|Designated|Health|School|Schools|Nursery|Early|Years|"
    r"Children[’']?s|Child|Family|Sure|Start|Community|GP|General|Medical|Group|Good|Best|"
    r"Clinical|Social|Work|Police|Professional|Reflective|Safe|Safer|Current|Previous|Former|Step|"
    r"National|Royal|Care|Nursing|Residential|Acute|Medical|Surgical|Maternity|Labour|Postnatal|"
    r"Women[’']?s|Emergency|Specialist|Domestic|Abuse|Violence|Staff|Training|Catholic|Church|of|"
    r"England|Mother|Baby|One|Stop|The|In|At|On|To|From|For|And|Of|With|When|While|Although|"
    r"Public|State|Independent|Private|Further|Higher|Education|Learning|Practice|Town|City|"
    r"University|Contact|Youth|Walk|Drop|Green|Great|Main|Council|Housing|Winding|Front|Wall|"
    r"Metropolitan|District|County|Unitary|"
    r"Downing|Marsham|Fleet|Right|Same|Sunday|Saturday|London|Borough|Only|By|Half|No|Information|"
    r"Sharing|Evidence|Based|IRIS|"
    r"Code|Authorised|Approved|Law|Business|Universal|Advanced|Effective|Attending|Attended|"
    r"Visited|After|Before|During|Since|If|As|Both|Some|Many|Most)"
)


def kept_back(register: Register, area: frozenset[str]) -> Iterator[Place]:
    """
    Yield the places that no paper may name: not one that is published by its name, nor a town that
    everybody reads on the cover, in the name of the authority whose review it is.
    """
    for one in (*register.places, *told_as_a_kind(register)):
        is_on_the_cover = not one.published_as and one.name in area
        if one.name and one.published_as != one.name and not is_on_the_cover:
            yield one


def told_as_a_kind(register: Register) -> Iterator[Place]:
    """Yield the agencies that are published by what they are: “the GP practice”."""
    for one in register.agencies:
        if one.published_as and not OF_A_NAME.search(one.published_as):
            yield Place(name=one.name, published_as=one.published_as)


OF_A_NAME = re.compile(r"\b(?!(?:The|An?|GP|NHS|IDVA|E)\b)[A-Z]")


class Allowed:
    """Names that may stand: of agencies, of the panel and of people under their pseudonyms."""

    def __init__(self, register: Register) -> None:
        self.agencies = tuple(name.lower() for name in register.agency_names)
        self.people = re.compile(rf"\b(?:{named(register)}|{CODED})\b")
        self.somebody = re.compile(rf"{somebody(register).pattern}|\b[Tt]hey\b")
        self.names = frozenset(
            word for one in (*register.pseudonyms, *register.may_be_named) for word in one.split()
        )

    def after_generic_words(self, title: str) -> int:
        """Return where a name begins that is one, or its length where all of it is generic."""
        for word in re.finditer(r"[\w’'&.-]+", title):
            bare = re.sub(r"[’']s?$|\.$", "", word[0])
            if bare not in self.names and not GENERIC.fullmatch(word[0]):
                return word.start()
        return len(title)

    def hold(self, name: str) -> bool:
        return any(name.lower() in agency for agency in self.agencies)
