"""
Every form that the people of the demonstration can reach, sent as empty as can be, on a telephone.

What comes back says what is missing, obeys the accessibility rules and scrolls nowhere sideways.
Some forms ask for nothing and do as they are told, so this demonstration is not used for more.
"""

import pytest
from playwright.sync_api import Error

from tests.browser.axe import axe
from tests.browser.walking import accounts_of, is_page, pages_from, shape, sign_in

pytestmark = pytest.mark.slow

PEOPLE = ("CSP officer", "Independent chair", "IMR author, hospital", "IMR author, housing")
SUMMARY = ".govuk-error-summary"
EMPTY = """() => {
  const asking = 'input:not([type=hidden]), textarea, select';
  const forms = [...document.querySelectorAll('main form[method=post]')];
  const form = forms.filter(each => each.querySelector(asking)).pop();
  const button = form && [...form.querySelectorAll('button, input[type=submit]')].pop();
  if (!button) return false;
  for (const field of form.querySelectorAll('input, textarea')) {
    if (['checkbox', 'radio'].includes(field.type)) field.checked = false;
    else if (!['hidden', 'submit', 'file'].includes(field.type)) field.value = '';
  }
  for (const field of form.querySelectorAll('select'))
    if ([...field.options].some(option => option.value === '')) field.value = '';
  button.dataset.pressed = 'next';
  return true;
}"""


def forms_of(page, *, known):
    """Return the addresses of the pages with a form that one person can reach."""
    found = []
    for where, answer in pages_from(page):
        if answer.status == 200 and is_page(answer) and shape(where) not in known:
            _, _, main = answer.text().partition("<main")
            if 'method="post"' in main:
                known.add(shape(where))
                found.append(where)
    return found


def send_empty(page, where):
    """Send the form of a page; return whether it was refused, and what is wrong with that page."""
    page.goto(where)
    if not page.evaluate(EMPTY):
        return False, []
    try:
        with page.expect_navigation():
            page.evaluate("document.querySelector('[data-pressed]').click()")  # may be folded away
    except Error as stopped:  # a file came, and no page
        if "ERR_ABORTED" not in str(stopped):
            raise
        return False, []
    if not page.locator(SUMMARY).count():
        return False, []
    faults = []
    if page.evaluate("document.documentElement.scrollWidth") > page.viewport_size["width"]:
        faults.append(f"{where}: scrolls sideways")
    try:
        axe(page)
    except AssertionError as fault:
        faults.append(f"{where}: {fault}")
    return True, faults


def test_every_form_sent_empty_says_what_is_missing(open_page, demonstration):
    known, faults, refused = set(), [], 0
    for account in accounts_of(demonstration):
        if account["role"] in PEOPLE:
            page = open_page()
            page.set_viewport_size({"width": 375, "height": 900})
            sign_in(page, account)
            for where in forms_of(page, known=known):
                was_refused, found = send_empty(page, where)
                refused += was_refused
                faults += found
    assert not faults, "\n".join(faults)
    assert refused > 40, refused
