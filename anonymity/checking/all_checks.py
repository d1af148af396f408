"""Every check, put to a paper."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from anonymity.checking.checks import (
    absolutes,
    addresses,
    age_columns,
    alternatives,
    anachronisms,
    announced,
    asides,
    authorities,
    backwards,
    bystanders,
    chairs,
    children,
    circumstances,
    complainants,
    contact,
    contradictions,
    contributors,
    counts,
    dated_events,
    day_of_death,
    days_around,
    denials,
    distinctions,
    generalised,
    glossaries,
    grades,
    health,
    immigration,
    instances,
    intervals,
    kinship,
    labels,
    landmarks,
    laws,
    lost_words,
    method,
    misplaced,
    months,
    names,
    neighbourhoods,
    never,
    nowhere_else,
    numbers,
    order,
    other_reviews,
    outcomes,
    outlived,
    participation,
    periods,
    placeholders,
    places,
    plans,
    precise_times,
    private_life,
    professionals,
    promises,
    pronouns,
    pseudonyms,
    quotations,
    reckoned,
    recounted,
    references,
    retold,
    roles,
    sequence,
    sex_of_children,
    spoken_of,
    strangers,
    structure,
    swapped,
    tallies,
    terms,
    titles,
    truncated,
    unasked,
    unread,
    verdicts,
    whereabouts,
    withheld,
)
from anonymity.checking.finding import Finding
from anonymity.checking.paper import Paper
from anonymity.checking.pieces import in_pieces, in_their_lines
from anonymity.checking.register import Register


@dataclass(frozen=True)
class Check:
    """
    code: the name of its file. policy: of its findings that name none.
    find: yields what it finds, in any order.
    """

    code: str
    title: str
    policy: str
    find: Callable[[Paper, Register], Iterable[Finding]]

    def put(self, paper: Paper, register: Register) -> Iterator[Finding]:
        for one in self.find(paper, register):
            yield replace(one, check=self.code, policy=one.policy or self.policy)


CHECKS = (
    Check("names", "True names", "true_names", names.find),
    Check("numbers", "Numbers and addresses of one person", "numbers", numbers.find),
    Check("other_reviews", "Text of another review", "other_reviews", other_reviews.find),
    Check("unread", "What no check can read", "unread", unread.find),
    Check("placeholders", "Placeholders and what editing left", "placeholders", placeholders.find),
    Check("asides", "Questions between those who wrote it", "placeholders", asides.find),
    Check("alternatives", "Two words where one was meant", "unfinished", alternatives.find),
    Check("lost_words", "Words that were lost or stand twice", "unfinished", lost_words.find),
    Check("authorities", "Authorities of another review", "other_reviews", authorities.find),
    Check("nowhere_else", "What nothing else knows of", "other_reviews", nowhere_else.find),
    Check("circumstances", "Circumstances of another life", "other_reviews", circumstances.find),
    Check("pseudonyms", "Pseudonyms", "pseudonyms", pseudonyms.find),
    Check("roles", "Victim and perpetrator", "who_is_meant", roles.find),
    Check("bystanders", "Relatives in the place of another", "who_is_meant", bystanders.find),
    Check("kinship", "Who is what to whom", "who_is_meant", kinship.find),
    Check("pronouns", "He and she", "who_is_meant", pronouns.find),
    Check("spoken_of", "Whom a paragraph is about", "who_is_meant", spoken_of.find),
    Check("misplaced", "One in the place of another", "who_is_meant", misplaced.find),
    Check("strangers", "First names of nobody", "nobody_known", strangers.find),
    Check(
        "precise_times",
        "Days, times and ages more exact than published",
        "dates_to_the_day",
        precise_times.find,
    ),
    Check(
        "day_of_death", "What says on which day somebody died", "day_of_death", day_of_death.find
    ),
    Check("days_around", "Days beside the death", "day_of_death", days_around.find),
    Check("age_columns", "Ages in tables", "exact_ages", age_columns.find),
    Check("neighbourhoods", "Places without their kind", "other_places", neighbourhoods.find),
    Check("addresses", "Addresses and streets", "streets", addresses.find),
    Check("landmarks", "What a place is known by", "other_places", landmarks.find),
    Check("places", "Named places, and homes and relatives by town", "other_places", places.find),
    Check("children", "What is told of children", "sex_of_children", children.find),
    Check(
        "sex_of_children", "What gives away a child’s sex", "sex_of_children", sex_of_children.find
    ),
    Check("contact", "Who sees a child, where and when", "contact", contact.find),
    Check("health", "The health of those who live on", "health", health.find),
    Check("private_life", "The lives of those who live on", "health", private_life.find),
    Check("immigration", "How those who live on came here", "immigration", immigration.find),
    Check("whereabouts", "Where those who live on can be found", "whereabouts", whereabouts.find),
    Check("complainants", "Who reported a sexual offence", "complainants", complainants.find),
    Check("quotations", "Words that can be searched for", "quotations", quotations.find),
    Check("distinctions", "What only one person was", "distinctions", distinctions.find),
    Check("generalised", "What was generalised and is given away", "generalised", generalised.find),
    Check("glossaries", "What the glossary gives away", "generalised", glossaries.find),
    Check("withheld", "What the paper says it will not tell", "generalised", withheld.find),
    Check("professionals", "Professionals who are named", "professionals", professionals.find),
    Check("contradictions", "What cannot both be true", "events", contradictions.find),
    Check("dated_events", "What happened on two days", "events", dated_events.find),
    Check("retold", "One event in two chapters", "events", retold.find),
    Check("recounted", "One count in two chapters", "counts", recounted.find),
    Check("outcomes", "What went in two ways", "events", outcomes.find),
    Check("denials", "What is denied and told", "events", denials.find),
    Check("unasked", "Who was never asked, and was", "events", unasked.find),
    Check("verdicts", "Who was found guilty", "events", verdicts.find),
    Check("absolutes", "What is said of all or none", "events", absolutes.find),
    Check("grades", "Risks graded in two ways", "events", grades.find),
    Check("intervals", "Times that do not fit their days", "events", intervals.find),
    Check("reckoned", "How long it was between two days", "events", reckoned.find),
    Check("backwards", "What is told before and after", "events", backwards.find),
    Check("outlived", "What was after the death", "events", outlived.find),
    Check("terms", "How long somebody was sent to prison", "events", terms.find),
    Check("tallies", "A number and what it counts", "counts", tallies.find),
    Check("sequence", "What cannot come in that order", "events", sequence.find),
    Check("anachronisms", "What was not there yet", "events", anachronisms.find),
    Check("never", "What was never done, and was", "events", never.find),
    Check("swapped", "One thing under another’s name", "events", swapped.find),
    Check("periods", "The period under review", "events", periods.find),
    Check("instances", "How often it was", "counts", instances.find),
    Check("contributors", "How many agencies wrote a report", "counts", contributors.find),
    Check("chairs", "Who chaired", "events", chairs.find),
    Check("laws", "Laws and their years", "events", laws.find),
    Check("participation", "Who took part", "events", participation.find),
    Check("method", "How the review was made", "events", method.find),
    Check("order", "Days out of order", "events", order.find),
    Check("months", "How often, and in which months", "counts", months.find),
    Check("counts", "How many there are", "counts", counts.find),
    Check("announced", "How many are listed", "counts", announced.find),
    Check("plans", "Plans that are told as done", "events", plans.find),
    Check("truncated", "Sentences that end too soon", "unfinished", truncated.find),
    Check("references", "Where the paper sends its reader", "structure", references.find),
    Check("titles", "Parts by their titles", "structure", titles.find),
    Check("labels", "What is numbered by name", "structure", labels.find),
    Check("structure", "What should be there and is not", "structure", structure.find),
)


def check_paper(
    paper: Paper, register: Register, *, tell: Callable[[str], None] = lambda title: None
) -> list[Finding]:
    """
    Return everything that the checks find, in the order of the paper.

    Where findings overlap, the gravest and then the longest stands for all of them.
    tell: is told the title of each check before it looks.
    """
    places = {line: place for place, line in enumerate(paper.lines)}
    found = without_overlaps(in_their_lines(put_all(in_pieces(paper), register, tell)))
    return sorted(found, key=lambda one: (places[one.line], one.start, one.end))


def put_all(paper: Paper, register: Register, tell: Callable[[str], None]) -> list[Finding]:
    found: list[Finding] = []
    for check in CHECKS:
        tell(check.title)
        found += check.put(paper, register)
    found += [
        replace(one, check="promises", policy="promises") for one in promises.broken(paper, found)
    ]
    return found


def without_overlaps(found: Iterable[Finding]) -> Iterator[Finding]:
    taken: dict[object, list[tuple[int, int]]] = {}  # of each line, in their order
    for one in sorted(found, key=lambda one: (one.severity, one.start - one.end, one.kind)):
        others = taken.setdefault(one.line, [])
        at = bisect_left(others, (one.start, one.end))
        is_free = (at == 0 or others[at - 1][1] <= one.start) and (
            at == len(others) or one.end <= others[at][0]
        )
        if is_free:
            others.insert(at, (one.start, one.end))
            yield one
