"""To remind people is not yet to change anything."""

from collections.abc import Iterator

from actionplans.checks.drafted import Drafted
from actionplans.checks.reading import words_in
from actionplans.checks.remark import Remark

PEOPLE = (
    r"(?:all |the |our |its |their |front-line |frontline |relevant |clinical |police )*(?:staff"
    r"|officers|practitioners|professionals|colleagues|teams?|members|managers|workers|employees"
    r"|gps|doctors|nurses|midwives|teachers|everyone|everybody|partners|agencies|practices)"
)
REMINDING = words_in(
    r"remind|reminds|reminded|reminder|reminders|reiterate\w*|re-iterate\w*|re-emphasise\w*"
    rf"|(?:make|made|making) {PEOPLE}(?: \w+)? aware|(?:be|is|are) made aware"
    rf"|(?:brief|tell|inform|advise|email|notify|encourage) {PEOPLE}"
    r"|circulate|cascade|disseminate|share (?:the )?(?:learning|report|findings|recommendation)"
    r"|(?:send|issue) (?:an? |the )?(?:email|e-mail|memo|bulletin|newsletter|notice|briefing note)"
    r"|highlight (?:the )?(?:importance|need|learning)|raise awareness|write to"
)


def check(drafted: Drafted) -> Iterator[Remark]:
    found = REMINDING.search(drafted.words)
    if found:
        yield Remark(
            "reminding",
            f"“{found[0]}” tells people; it does not yet change what they meet.",
            "People who are reminded mostly knew already, and what kept them from it is still "
            "there.",
            "Ask what kept them from it, and change that: the form, the rota, the system, the "
            "supervision. Then look whether it is done.",
            found[0],
        )
