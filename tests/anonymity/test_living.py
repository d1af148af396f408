"""What finds a child, or tells of somebody who lives on, is found; what finds nobody is not."""

import pytest

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.register import Person, Register
from tests.anonymity.marked import find_living as find
from tests.anonymity.marked import found_in, missed_and_false

REGISTER = Register(
    people=(
        Person(role="victim", pseudonym="Marigold", sex="F"),
        Person(role="perpetrator", pseudonym="Tobias", sex="M", relationship="husband"),
        Person(role="child", pseudonym="Child P", publish_sex=False),
        Person(role="child", pseudonym="Child Q", publish_sex=False),
    ),
)

GIVES_AWAY = (
    "«Contact takes place at the family centre every second Sunday» and Tobias comes.",
    "Tobias «has the children for tea on Wednesdays».",
    "An aunt «collects Child P from nursery» at three.",
    "The cleaner found Marigold. She was here on «a visa» that her employer paid for.",
    "A colleague of Marigold had claimed «asylum» and saw bruises.",
    "Tobias was cold. «His antiretroviral treatment had been interrupted» by the move.",
    "Tobias left in May. «His metformin ran out» in June.",
    "«The children were to be with Tobias on alternate weekends», from Friday.",
    "Child P saw nobody. Interim contact was ordered: «handovers were in the car park» of a shop.",
    "«The children go to Tobias every other weekend» and in summer.",
    "«Child Q spends half of each school holiday with» an aunt.",
    "Child P misses Tobias, and «video calls are on Sundays».",
    "«On Saturdays the children stay with» Tobias.",
    "«The children lived with Tobias during the week» and with her at the end of it.",
    "Tobias knew the mother of Child P. He adored «his daughter» and Child P knew it.",
    "Marigold came with «her son, Child P», and asked for help.",
    "«Child Q, their youngest daughter», was asleep.",
    "«Child P’s sister» had been ill.",
    "«Child P told a teacher that he» was afraid.",
    "«Child Q was in hospital, where she» was well cared for.",
    "Marigold and Tobias took «their daughter» to the doctor.",
    "«In mid-March 2012, Marigold gave birth to Child P».",
    "Marigold «gave birth to Child Q in May 2015» at home.",
    "«In July 2012 Child P was born» and all was well.",
    "Tobias, who «was taking sertraline», was at home.",
    "2.14 «Child P told the teacher that he» was afraid.",
    "Marigold’s «eldest son» was at school with Tobias’s friend.",
    "«Her two boys» were upstairs.",
    "Marigold «had a baby girl» that spring.",
    "«Marigold’s 6 year old» let the officers in.",
    "Tobias «had attempted to hang himself» when he was young.",
    "«Child Q was born in 2015» by caesarean section.",
    "After the «birth of Child P in June 2012» Marigold was low.",
    "«Child P (aged 6)» and «Child Q (3)» were at home.",
    "«Child P was 6» when Marigold died.",
    "A «six-year-old child» opened the door to them.",
    "«The children were aged 4 and 7» at the time.",
    "Marigold’s «two children, aged 4 and 7,» were at home.",
    "Tobias has «supervised contact with Child P every Saturday».",
    "The court gave Tobias «weekly access to Child Q at a contact centre».",
    "«Child P sees Tobias fortnightly» at a relative’s house.",
    "Tobias «has the two children every other weekend», from Friday.",
    "«Child P arrived on the last Saturday of May 2020» at night.",
    "March 2014\tHospital\t«Birth of Child P». All was well.",
    "«Child Q was in Year 4» at school by then.",
    "Tobias said that he was «now in recovery from gambling» and worked.",
    "Child P, who «was referred to CAMHS» in spring, slept badly.",
    "Tobias came to hospital «after taking an overdose» of tablets.",
    "His former girlfriend, Ms K, rang. «She had reported him for a serious sexual assault».",
    "Tobias would «visit the children on Wednesdays after school».",
    "«The children now live with an aunt».",
    "«Child P is living with foster carers».",
    "Tobias «came to the UK in 2009 on a student visa» and worked.",
    "Tobias «arrived in England in May 2011».",
    "He had «applied for indefinite leave to remain» and Tobias waited.",
    "Tobias «overstayed his visa» for years.",
    "Tobias «was diagnosed with bipolar disorder» then.",
    "«Child Q has epilepsy» and was often unwell.",
    "«Child P disclosed that Tobias had touched them sexually».",
    "«His ex-wife reported that Tobias had raped her» in their marriage.",
    "«His ex-wife told officers that Tobias had forced himself on» her, more than once.",
    "«His former partner disclosed that they had had sex that she did not want».",
    "Tobias is serving his sentence at «HMP Larkfield».",
    "He is «detained at Larkfield Hospital» by order of a court.",
    "His sister «now lives with an aunt in Larkfield», where he is not known.",
    "Tobias «has since moved to Upper Larkfield».",
    "Officers went to Tobias«’s home in Larkfield».",
)
MAY_STAND = (
    "She now lives in France with her mother.",
    "Tobias moved to another town and has since moved to supported housing.",
    "By agreement Tobias saw Child P at weekends.",
    "Marigold and Tobias have two children and stayed at home at weekends.",
    "The practice nurse saw Marigold. She told her of advice on visas for women.",
    "The interpreter knew Marigold, who was here on a visa.",
    "Child P stayed with Marigold every weekend until she was killed.",
    "The children were with Marigold when the officers came.",
    "Child P was seen, and the handover on the ward was at the desk of the unit.",
    "Tobias was at home with Child P at the weekend.",
    "Marigold and Child P went to a refuge.",
    "Child P was present and Marigold was attentive to her own mother.",
    "While with Child P at her mother’s home, Marigold rang the police.",
    "Marigold’s mother said that her daughter was a happy person.",
    "His parents told Tobias that their son had changed.",
    "The health visitor saw Child P weekly at home.",
    "The social worker had contact with the children every month.",
    "Child P and Child Q were known to Children’s Social Care.",
    "Those aged 16 or over are covered by the definition.",
    "Children who live with abuse may be harmed by it.",
    "The panel thought of the effect on the children.",
    "Women who have insecure immigration status find it hard to leave.",
    "Marigold was born in England and lived here all her life.",
    "Guidance on leave to remain was published by the Home Office.",
    "Marigold had suffered from depression since 2012.",
    "Services for people with schizophrenia are described below.",
    "Sexual violence is part of the definition of abuse.",
    "Marigold disclosed that Tobias had raped her.",
    "Child P was seen at school 12 times that term.",
    "Child Q was 20 minutes late for school.",
    "The twins of another family were not part of this.",
    "Marigold gave birth to Child P and was discharged.",
    "She worked with children each week, and Marigold liked it.",
    "Tobias went to his sister for advice.",
    "Tobias knew that Marigold was diagnosed with epilepsy.",
    "He told Marigold that the sentence had been too long.",
)


@pytest.mark.parametrize("text", GIVES_AWAY)
def test_what_finds_the_living_is_found_and_nothing_beside_it(text: str) -> None:
    assert missed_and_false(find, text, REGISTER) == ([], [])


@pytest.mark.parametrize("text", MAY_STAND)
def test_what_finds_nobody_may_stand(text: str) -> None:
    assert missed_and_false(find, text, REGISTER) == ([], [])


def only(text: str, register: Register = REGISTER, **kinds: str) -> Finding:
    (one,) = found_in(find, text, register, **kinds)
    assert one.kind is Kind.LIVING
    return one


def test_a_child_whose_sex_is_published_may_be_called_she() -> None:
    child = Person(role="child", pseudonym="Child P", sex="F", publish_sex=True)

    assert not found_in(find, "Child P said that she was afraid.", Register(people=(child,)))


def test_the_sex_of_a_child_of_no_register_is_found_too() -> None:
    assert only("Her son, Child A, was there.", Register()).text == "Her son, Child A"


def test_a_child_who_complains_of_a_sexual_offence_stops_a_paper() -> None:
    assert only("Child P alleged that Tobias had sexually abused them.").severity is Severity.STOP


def test_the_town_in_which_a_child_lives_now_stops_a_paper() -> None:
    assert only("Child P now lives in Otterby.").severity is Severity.STOP
    assert only("Child P now lives with relatives.").severity is Severity.SERIOUS


def test_a_condition_of_an_adult_is_decided_on_once() -> None:
    text = "Tobias was diagnosed with epilepsy. Tobias was treated for epilepsy by his GP."

    assert only(text).text == "was diagnosed with epilepsy"


def test_he_is_the_one_who_was_named_last() -> None:
    text = "Tobias had no work. He was diagnosed with epilepsy."

    assert only(text).severity is Severity.POLICY


def test_a_victim_who_is_somebodys_daughter_is_no_child_of_the_review() -> None:
    killer = Person(role="perpetrator", pseudonym="Tobias", relationship="son of the victim")
    child = Person(role="child", pseudonym="Child P", publish_sex=False)

    assert not found_in(find, "Tobias was her son.", Register(people=(killer, child)))


@pytest.mark.parametrize(
    "text",
    [
        "Marigold’s youngest, who had «a seventh birthday» in that week, was there.",
        "Child P was then «nine days short of a third birthday».",
        "Child P has always slept badly. After she died, «he sat his GCSEs» at home.",
        "Since then «Child Q has lived with Oriel».",
        "«Child P» was seen early. Child P «seen by CAMHS» after «cuts to both arms».".replace(
            "«Child P» was seen early. ", ""
        ),
        "Tobias had «begun chemotherapy» in the autumn.",
        "Tobias drove less since «his epilepsy was diagnosed» again.",
    ],
)
def test_what_is_told_of_the_living_in_other_words_is_found(text: str) -> None:
    assert missed_and_false(find, text, REGISTER) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "Marigold had just had her fortieth birthday.",
        "Marigold remembered her own seventh birthday.",
        "Marigold told Child P of it. Tobias was bright, and he sat his GCSEs early.",
        "Marigold had begun chemotherapy in the autumn.",
        "CAMHS was asked for its records.",
    ],
)
def test_the_same_words_of_the_dead_or_the_grown_up_are_left(text: str) -> None:
    assert missed_and_false(find, text, REGISTER) == ([], [])


def test_a_grown_up_daughter_of_the_victim_hides_no_child_of_the_perpetrator() -> None:
    grown = Person(pseudonym="Oriel", relationship="daughter of the victim", sex="F")
    register = Register(people=(*REGISTER.people, grown))
    text = "Tobias has one child, Child P. He dotes on his daughter."

    assert [one.text for one in found_in(find, text, register)] == ["his daughter"]
    assert not found_in(find, "Marigold wrote to her daughter.", register)


def test_who_reported_a_rape_is_found_by_the_name_before() -> None:
    other = Person(role="other", pseudonym="Adult Y", sex="F")
    register = Register(people=(*REGISTER.people, other))
    told = "Adult Y wanted no trial. She told an officer that he had raped her."

    assert found_in(find, told, register)[0].severity is Severity.STOP
    assert not found_in(find, told.replace("Adult Y wanted", "Marigold wanted"), register)


def test_who_is_related_to_the_deceased_lives() -> None:
    sister = Person(role="family", pseudonym="Ottoline", relationship="sister of the deceased")
    register = Register(people=(*REGISTER.people, sister))
    text = "Ottoline was diagnosed with epilepsy then."

    assert [one.text for one in found_in(find, text, register)] == ["was diagnosed with epilepsy"]
    dead = Person(role="family", pseudonym="Ottoline", relationship="sister, deceased")
    assert found_in(find, text, Register(people=(*REGISTER.people, dead))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Marigold came after «her boy was placed for adoption in 2011».",
        "Tobias knew that «her daughter had been adopted».",
        "She had «given up a baby for adoption» long before.",
        "She «had had two children removed» years ago.",
        "«Child P was adopted» soon after.",
        "Child P did not wish to talk. The panel wrote twice. «She has» moved away.",
    ],
)
def test_what_became_of_a_child_is_found(text):
    missed, _ = missed_and_false(find, text, REGISTER)
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "The council adopted a new plan for the children.",
        "Tobias had been adopted by a firm way of life.",
        "Child P did not wish to talk. The teacher wrote twice. She has moved away.",
        "Child P was seen by Marigold. She has since been spoken of.",
    ],
)
def test_what_is_told_of_others_is_left(text):
    assert missed_and_false(find, text, REGISTER)[1] == []


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("Marigold spoke of her grandson to everybody.", True),
        ("Tobias had met his only granddaughter once.", True),
        ("Marigold spoke of her grandchild to everybody.", False),
        ("Her grandmother said that Marigold was her favourite granddaughter.", False),
        ("The worker had a grandson of that age.", False),
    ],
)
def test_the_sex_of_a_grandchild_is_found(line, is_told):
    assert bool(found_in(find, line, REGISTER)) is is_told


def test_a_grown_grandson_is_left():
    grown = Person(role="family", pseudonym="Ansel", relationship="grandson of the victim")
    register = Register(people=(*REGISTER.people, grown))
    assert found_in(find, "Marigold spoke of her grandson to everybody.", register) == []
