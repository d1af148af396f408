import json
from dataclasses import fields
from datetime import date

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from anonymity.checking.reading import ENTRIES, KEYS, register_of
from anonymity.checking.register import BadRegister
from reviews.access import Role
from tests.factories.panels import PanelMemberFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonAddressFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)

WHOLE = {
    "people": [
        {"role": "victim", "pseudonym": "Maris", "true_names": ["Philippa Ostrander"],
         "aliases": [], "initials": ["PO"], "born_on": "1985-04-03", "died_on": None, "sex": "F",
         "publish_sex": True, "relationship": "wife"},
    ],
    "places": [{"kind": "school", "name": "Quarry Lane", "aliases": ["QL"], "published_as": None}],
    "references": [{"kind": "crime", "value": "42/1"}],
    "agencies": [{"name": "Northmoor Police", "aliases": ["NP"], "published_as": None}],
    "may_be_named": ["Imelda Trask"],
    "other_reviews": ["Corisande"],
    "people_of_other_reviews": ["Zillah Quillfeather"],
    "period": {"from": "2012-01-01", "to": "2019-06-12"},
    "generalised": [{"fact": "f", "published_as": "p", "gives_away": ["g"]}],
}  # fmt: skip


def test_a_whole_register():
    register = register_of(WHOLE)
    (person,) = register.people
    assert (person.pseudonym, person.born_on, person.died_on) == ("Maris", date(1985, 4, 3), None)
    assert register.period_to == date(2019, 6, 12)
    assert register.agency_names == ("Northmoor Police", "NP")
    assert register.places[0].published_as == ""


def test_every_key_is_optional():
    assert register_of({}).people == ()
    assert register_of({"people": [{}], "period": None}).people[0].names == ()


def test_one_text_is_a_list_of_one_and_half_a_day_is_none():
    told = {"initials": "AB", "born_on": "1990-04", "died_on": ""}
    (person,) = register_of({"people": [told]}).people
    assert (person.initials, person.born_on, person.died_on) == (("AB",), None, None)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "the register: an object"),
        ({"persons": []}, "persons is no key"),
        ({"people": {}}, "people: a list"),
        ({"people": [3]}, r"people\[0\]: an object"),
        ({"people": [{"name": "x"}]}, r"people\[0\]\.name is not known"),
        ({"people": [{"true_names": 3}]}, r"people\[0\]\.true_names: a list of texts"),
        ({"people": [{"publish_sex": "no"}]}, r"people\[0\]\.publish_sex: true or false"),
        ({"people": [{"pseudonym": 3}]}, r"people\[0\]\.pseudonym: a text"),
        ({"people": [{"born_on": "3 April"}]}, r"people\[0\]\.born_on: a day as"),
        ({"period": {"to": 12}}, r"period\.to: a day as"),
        ({"may_be_named": [1]}, "may_be_named: a list of texts"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(data, words):
    with pytest.raises(BadRegister, match=words):
        register_of(data)


class TestCommand:
    def check(self, tmp_path, text, *flags, register=WHOLE):
        file, known = tmp_path / "report.txt", tmp_path / "register.json"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        known.write_text(register if isinstance(register, str) else json.dumps(register))
        call_command("check_identifiers", str(file), "--register", str(known), *flags)

    def test_findings_as_json_and_exit_code_1_where_something_stops_it(self, tmp_path, capsys):
        with pytest.raises(SystemExit) as ended:
            self.check(tmp_path, "Words.\nMrs Ostrander rang.", "--json")
        assert ended.value.code == 1
        assert json.loads(capsys.readouterr().out)["findings"] == [
            {
                "part": "body",
                "line": 2,
                "start": 4,
                "end": 13,
                "text": "Ostrander",
                "class": "A",
                "severity": 1,
                "reason": "Part of a true name of the review.",
                "proposal": "Maris",
            }
        ]

    def test_in_words_and_no_exit_code_where_nothing_stops_it(self, tmp_path, capsys):
        self.check(tmp_path, "The GP was Dr Hollis [TBC].")
        said = capsys.readouterr()
        assert "C2  body, line 1: “[TBC]”  A placeholder that nobody filled in." in said.out
        assert "2 findings" in said.err
        assert "True names" in said.err

    @pytest.mark.parametrize(
        ("text", "register", "words"),
        [
            ("caf\xe9 words".encode("latin-1"), WHOLE, "no text in UTF-8"),
            ("Words", "{", "it is no JSON"),
            ("Words", {"people": 3}, "people: a list is wanted"),
        ],
    )
    def test_what_cannot_be_read_is_said(self, tmp_path, text, register, words):
        with pytest.raises(CommandError, match=words):
            self.check(tmp_path, text, register=register)

    @pytest.mark.django_db
    def test_the_people_of_a_review_are_looked_for(self, tmp_path, capsys):
        review = ReviewFactory(died_on=date(2019, 6, 12))
        person = PersonFactory(
            review=review, role="VICTIM", true_name="Philippa Ostrander", pseudonym="Maris"
        )
        PersonAddressFactory(person=person, address="4 Quarry Lane", alias="Address 1")
        part = AgencyInvolvementFactory(review=review)
        PanelMemberFactory(review=review, full_name="Dr Imelda Trask")
        file = tmp_path / "report.txt"
        file.write_text(f"Dr Trask of {part.agency.name} wrote to Mrs Ostrander.")
        told = [str(file), "--review", review.reference, "--json"]
        with pytest.raises(SystemExit):
            call_command("check_identifiers", *told)
        found = json.loads(capsys.readouterr().out)["findings"]
        assert [one["text"] for one in found] == ["Ostrander"]
        officer = playing(Role.PANEL_MEMBER, to=review)
        with pytest.raises(CommandError, match="does not let you"):
            call_command("check_identifiers", *told, "--as", officer.email)
        with pytest.raises(CommandError, match="no review"):
            call_command("check_identifiers", str(file), "--review", "NONE-1")

    def test_files_that_are_not_there(self, tmp_path):
        known = tmp_path / "register.json"
        known.write_text("{}")
        with pytest.raises(CommandError, match="cannot be opened"):
            call_command("check_identifiers", str(tmp_path / "no.txt"), "--register", str(known))
        with pytest.raises(CommandError, match="register cannot be opened"):
            call_command("check_identifiers", str(known), "--register", str(tmp_path / "no.json"))


def test_the_schema_has_the_keys_that_are_read():
    schema = json.loads((settings.BASE_DIR / "docs/register.schema.json").read_text())
    assert set(schema["properties"]) == set(KEYS)
    for key, kind in ENTRIES.items():
        named = set(schema["properties"][key]["items"]["properties"])
        assert named == {field.name for field in fields(kind)}
