"""A table that is read row by row: each value has its heading's words, and all is still a table."""

from tests.pages.reading import Html
from tests.pages.test_components import shown

TABLE = """{% data_table caption='Asked' %}
  <thead><tr>
    <th scope="col">Agency</th>
    {% sort_heading label='Due "today"' by='due' %}
    <th scope="col"><span class="govuk-visually-hidden">Remind</span></th>
  </tr></thead>
  <tbody>
    <tr><th scope="row">Housing</th><td class="app-number">3 March</td><td>Remind</td></tr>
    <tr><th scope="row">Police</th><td>
    </td><td></td></tr>
    <tr><td colspan="3">No more</td></tr>
  </tbody>
{% enddata_table %}"""
TYPED = "{% data_table caption='A' %}<tr><td>{{ typed }}</td></tr>{% enddata_table %}"


def labels(page: Html) -> dict[str, str | None]:
    cells = [*page.all("th", scope="row"), *page.all("td")]
    return {cell.text: cell.get("data-label") for cell in cells}


def test_each_value_has_the_words_of_its_heading():
    said = labels(shown(TABLE, at="/?sort=due"))
    assert (said["Housing"], said["Police"], said["3 March"]) == ("Agency", "Agency", 'Due "today"')


def test_a_heading_for_screen_readers_and_an_answer_across_the_table_have_none():
    said = labels(shown(TABLE))
    assert (said["Remind"], said["No more"]) == (None, None)


def test_no_heading_stands_before_an_empty_place():
    assert labels(shown(TABLE))[""] is None


def test_every_part_says_its_role():
    page = shown(TABLE)
    roles = {(part.tag, part.get("scope")): part.get("role") for part in page.elements}
    assert roles["table", None] == "table"
    assert roles["thead", None] == roles["tbody", None] == "rowgroup"
    assert roles["tr", None] == "row"
    assert roles["th", "col"] == "columnheader"
    assert roles["th", "row"] == "rowheader"
    assert roles["td", None] == "cell"


def test_what_a_cell_was_given_stays():
    assert shown(TABLE).find("td", **{"class": "app-number"}).text == "3 March"


def test_words_that_somebody_typed_are_words():
    assert shown(TYPED, typed='<td>"').find("td").text == '<td>"'
