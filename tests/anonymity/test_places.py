"""Places that find a family are found; agencies, authorities and countries are not."""

import pytest

from anonymity.checking.checks import places
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Agency, Person, Place, Register
from tests.anonymity.marked import find_places as find
from tests.anonymity.marked import found_in, missed_and_false
from tests.anonymity.samples import found

REGISTER = Register(
    people=(
        Person(role="victim", pseudonym="Marigold", sex="F"),
        Person(role="perpetrator", pseudonym="Tobias", sex="M"),
        Person(role="child", pseudonym="Child P", publish_sex=False),
    ),
    places=(
        Place(
            kind="school",
            name="Larkrise Children’s House",
            aliases=("LCH",),
            published_as="a nursery",
        ),
    ),
    agencies=(
        Agency(name="Wexborough Council"),
        Agency(name="Quarry Lane Medical Centre Federation", aliases=("Hollin Housing",)),
    ),
)

GIVES_AWAY = (
    "Child P went to «Fernhill Primary School» and was settled there.",
    "Staff at «St Brannock’s C of E Junior School» had noticed her bruises.",
    "«Oakmere Academy» told her mother of it.",
    "She left «Dunmore Sixth Form College» with two A levels.",
    "Her children were at «Little Acorns Nursery» on three days.",
    "She was seen at «Tarn Valley Medical Centre» that week.",
    "Marigold was registered at the «Hazel Bank Surgery».",
    "She went to a group at «Netherby Children's Centre» with the baby.",
    "They gave her a room at «Rowan House Refuge» for a month.",
    "Tobias drank at the «Drovers Arms» each evening.",
    "He was admitted to «Juniper Ward» for assessment.",
    "Marigold and Tobias lived at «14 Tansy Road» until then.",
    "He followed her down «Old Mill Lane» and shouted.",
    "They lived in «a one-bedroom flat in Copley».",
    "She was a classroom assistant at «a local primary school in Upper Denby».",
    "He worked in «a restaurant in Eastlow» at weekends.",
    "He bought a rope at «a hardware shop near Thornley Cross».",
    "Tobias went to «his brother in Kettleby» and stayed.",
    "«Her sister, who lived in Marbury», came at once.",
    "She was «working part time for Kestrel Foods».",
    "They «set up home in Ashcombe» after the wedding.",
    "Marigold «moved with her children to Penhallow» that spring.",
    "Tobias «grew up in Skelby» with his aunt.",
    "Their home was on the «Bracken Hollow estate», not far off.",
    "She «fled to Harrowdale» and told nobody.",
    "He was «living at an address in Little Marston» by then.",
    "Marigold «relocated to the town of Ottery Bridge».",
)
MAY_STAND = (
    "Child P went to a local primary school.",
    "Her School Nurse saw her at the Children’s Centre.",
    "The Royal College of General Practitioners has guidance for her surgery.",
    "She was seen at the GP Practice in March.",
    "Marigold’s School was told of it.",
    "She lived in England and her sister in Bangladesh.",
    "Tobias moved to the UK as a child.",
    "Wexborough Council knew her, born in Wexborough, living in Wexborough, as Wexborough does.",
    "Wexborough Council’s housing office helped her.",
    "She moved in with Tobias in January.",
    "Her mother in turn told Tobias.",
    "She moved out in May and stayed at Marigold’s flat.",
    "She lived at Address 2 with her sister.",
    "Tobias was tried at Norbury Crown Court and found guilty.",
    "Mercia Police came to her flat.",
    "He stayed in the London Borough of Brackley for a month.",
    "She worked in Early Years and he in Adult Social Care.",
    "The Quarry Lane Medical Centre saw her twice.",
    "She was taken to Queen’s Hospital by ambulance.",
    "Her family lived abroad, and his uncle in Pakistan.",
    "She fled to a refuge and was placed in Band 2 by Housing.",
    "The Sunday School teacher knew her.",
    "The panel met in a church in Eastlow with her family.",
    "He was living in Hollin Housing accommodation with Marigold.",
    "She worked on Monday and lived in Low-cost accommodation.",
    "By Way of background, she had lived alone.",
)


@pytest.mark.parametrize("text", GIVES_AWAY)
def test_a_place_that_finds_a_family_is_found_and_nothing_beside_it(text: str) -> None:
    assert missed_and_false(find, text, REGISTER) == ([], [])


@pytest.mark.parametrize("text", MAY_STAND)
def test_what_is_an_agency_or_no_nearer_than_its_borough_may_stand(text: str) -> None:
    assert missed_and_false(find, text, REGISTER) == ([], [])


def only(text: str, register: Register = REGISTER, **kinds: str) -> Finding:
    (one,) = found_in(find, text, register, **kinds)
    assert one.kind is Kind.PLACE
    return one


@pytest.mark.parametrize("name", ["Larkrise Children's House (LCH)", "LCH"])
@pytest.mark.parametrize("heading", ["Background", "Glossary", "References"])
def test_a_place_of_the_register_stops_a_paper_wherever_it_stands(name: str, heading: str) -> None:
    one = only(f"This was told to {name} in August.", heading=heading)

    assert (one.severity, one.text, one.proposal) == (Severity.STOP, name, "a nursery")


def test_a_place_that_is_published_by_its_name_may_stand() -> None:
    place = Place(kind="refuge", name="Fern House", published_as="Fern House")

    assert not found_in(find, "She went to Fern House.", Register(places=(place,)))


def test_a_town_is_left_out_and_a_name_becomes_its_kind() -> None:
    assert only("She lived in a basement flat in Copley.").proposal == "a basement flat"
    assert only("Marigold was taught at Oakmere Academy.").proposal == "an academy"


def test_the_area_of_a_review_is_published_and_another_area_is_not() -> None:
    here = "Her home was in Wexborough. " * 5
    text = f"Wexborough Council knew her. {here} She moved to Cattersby with him."

    assert only(text).text == "moved to Cattersby"


def test_a_works_author_in_the_references_is_no_place() -> None:
    text = "Smith, J. (2009) The case of Oakmere Academy."

    assert found_in(find, text, REGISTER, heading="Bibliography") == []


def test_a_school_or_church_called_by_its_saint_is_found_and_a_hospital_is_not():
    assert found(places, "The children went to St Wystan’s then.") == ["St Wystan’s"]
    assert found(places, "She was taken to St Wystan’s Hospital by the crew.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Marigold «worked for years on the burns ward at the Prince Rupert», and liked it.",
        "«The holding, Nether Brock, runs» to fifty acres.",
        "Tobias was on his way to «his dad’s place in Otterby» then.",
    ],
)
def test_a_ward_a_farm_and_a_fathers_house_are_found(text: str) -> None:
    assert missed_and_false(find, text, REGISTER) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "Marigold worked on the burns ward at the hospital.",
        "The farm, which Tobias kept, was small.",
        "Tobias was at his dad’s place in July.",
        "They read the Authorised Professional Practice of the force.",
        "Marigold was known, and an Adult Practice Review was asked for.",
        "Under Practice Direction 12J the court heard Marigold.",
    ],
)
def test_those_without_a_name_are_left(text: str) -> None:
    assert missed_and_false(find, text, REGISTER) == ([], [])


def test_a_school_beside_a_child_is_found_though_it_takes_part_as_an_agency():
    known = Register(people=REGISTER.people, agencies=(Agency(name="Oakfield Primary School"),))
    one = only("Child P goes to Oakfield Primary School.", known)
    assert (one.text, one.proposal) == ("Oakfield Primary School", "a school")
    panel = "The head of Oakfield Primary School sat on the panel."
    assert found_in(find, panel, known, heading="The review panel") == []


def test_a_home_is_found_though_an_agency_has_the_name_of_its_street_or_town():
    known = Register(
        people=REGISTER.people,
        agencies=(
            Agency(name="Harbour Road Surgery"),
            Agency(name="Eastbrook Housing", aliases=("Eastbrook",)),
            Agency(name="Calderwick Council"),
        ),
    )
    for text in (
        "Marigold «lived in Eastbrook» then.",
        "Marigold lived in «Harbour Road», Eastbrook.",
        "The Harbour Road Surgery saw Marigold, who worked for Eastbrook.",
        "Marigold lived in Calderwick.",  # the review's own area stands on its cover
    ):
        assert missed_and_false(find, text, known) == ([], [])


def test_where_a_relative_lives_who_wrote_to_the_review():
    line = "Her mother, at the post office in Low Dunmere, wrote to the reviewer."
    assert found(places, "METHODOLOGY", "", line) == ["the post office in Low Dunmere"]


@pytest.mark.parametrize(
    ("published", "is_told"), [("the GP practice", True), ("Elmbrook", False), ("", False)]
)
def test_an_agency_that_is_published_as_its_kind_is_found(published, is_told):
    agency = Agency(name="Elmbrook Surgery", published_as=published)
    register = Register(people=REGISTER.people, agencies=(agency,))
    told = [one.text for one in found_in(find, "Elmbrook Surgery had no lead.", register)]
    assert told == (["Elmbrook Surgery"] if is_told else [])


def test_a_town_that_heads_the_paper_may_stand_unless_it_is_published_otherwise() -> None:
    cover = "Thornwick Community Safety Partnership\n\nBackground\n\n"
    line = "She lived in Thornwick."
    plain, kept = (
        Register(places=(Place(kind="town", name="Thornwick", published_as=words),))
        for words in ("", "the town")
    )

    stopped = [
        [
            one.text
            for one in find(Paper.of_text(cover + line), known)
            if one.severity is Severity.STOP
        ]
        for known in (plain, kept)
    ]
    assert stopped == [[], ["Thornwick", "Thornwick"]]


def test_where_somebody_had_moved_is_found_also_where_the_panel_is_told_of() -> None:
    line = "By then Marigold had moved to Stowmere and joined the Panel from there."
    (one,) = found_in(find, line, REGISTER, heading="Family involvement")

    assert one.text.endswith("moved to Stowmere")
    assert not found_in(find, "By then the chair had moved to the next question.", REGISTER)


def test_a_school_that_is_called_only_a_primary_is_found() -> None:
    line = "At Moat Lane Primary this was the deputy head, and Marigold told her."
    assert [one.text for one in found_in(find, line, REGISTER)] == ["Moat Lane Primary"]
    assert not found_in(find, "Marigold rang Moat Lane Primary Care.", REGISTER)
