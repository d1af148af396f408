"""An outcome: what is different for people, not which task was finished."""

from collections.abc import Iterator

from actionplans.checks.drafted import Drafted
from actionplans.checks.reading import fold, words_in
from actionplans.checks.remark import Remark

TASK = words_in(
    r"(?:training|course|courses|briefings?|sessions?|workshops?|events?|meetings?) (?:\w+ ){0,2}"
    r"(?:delivered|held|completed|provided|run|attended|offered|taken place)"
    r"|(?:policy|policies|procedure|protocol|guidance|leaflet|form|plan|pathway|strategy|letter"
    r"|report|toolkit|document)s? (?:\w+ ){0,2}(?:written|produced|published|updated|reviewed"
    r"|agreed"
    r"|circulated|sent|developed|in place|available|approved|revised|signed)"
    r"|(?:email|reminder|bulletin|newsletter)s? (?:\w+ ){0,2}(?:sent|circulated|issued)"
    r"|completion of|completed by|staff (?:are |have been )?(?:trained|reminded|briefed|aware)"
)
PEOPLE_MEET = words_in(
    r"victims?|patients?|families|family|children|child|residents?|tenants?|callers?|people"
    r"|women|men"
    r"|survivors?|users?|clients?|referrals?|disclosures?|cases|asked|recorded|records|audit*"
    r"|survey*"
    r"|fewer|more|rise|fall|increase*|reduc*|proportion|per cent|percentage|sample*|feedback|feel"
)


def check(drafted: Drafted) -> Iterator[Remark]:
    measure = fold(drafted.measure)
    if TASK.search(measure) and not (PEOPLE_MEET.search(measure) or "%" in measure):
        yield Remark(
            "outcome",
            "The measure is a task that gets finished, not what is different afterwards.",
            "The Home Office asks for outcomes; a course can be held and nobody acts otherwise.",
            "Say what people in danger, or those who work with them, will notice.",
            drafted.measure,
        )
