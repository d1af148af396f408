"""Which certificate holds for a file, and whether it still does."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from anonymity.models import Certificate, Destination, IdentifierCheck, IdentifierDecision
from anonymity.queries.identifiers import known_hash, known_of
from anonymity.queries.subjects import made_of, subject_of
from privacy.row_locks import lifted
from reviews.models import Review

CHANGED = "the files changed since they were checked"


@dataclass(frozen=True)
class File:
    """Something that leaves: how it is called, and the hash of its bytes."""

    title: str
    sha256: str


def known_now(review: Review) -> str:
    """Return the hash of what is known of a review's people today, whoever asks."""
    with lifted():
        return known_hash(known_of(review))


@dataclass(frozen=True)
class Standing:
    """A certificate as it stands today: why it has lapsed, where it has."""

    certificate: Certificate
    lapsed_because: str = ""

    @property
    def has_lapsed(self) -> bool:
        return bool(self.lapsed_because)

    @property
    def is_over(self) -> bool:
        return self.has_lapsed or self.certificate.is_withdrawn

    @property
    def holds(self) -> bool:
        return self.certificate.is_whole and not self.has_lapsed


def standings_of(review: Review, certificates: Iterable[Certificate]) -> list[Standing]:
    """
    Return how each stands for its pages: by the record, and whether its files changed as far as
    that is told without printing. Where they leave, the files themselves are asked.
    """
    known = standings_by_record(review, certificates)
    changed = changed_among([one.certificate for one in known if not one.is_over], review)
    return [
        Standing(one.certificate, CHANGED) if one.certificate.pk in changed else one
        for one in known
    ]


def still_standing(ids: Collection[int]) -> set[int]:
    """Return the ids of the certificates that have not lapsed: a look for each of their reviews."""
    if not ids:
        return set()
    of_review: dict[int, list[Certificate]] = defaultdict(list)
    for one in Certificate.objects.filter(pk__in=ids).select_related("review"):
        of_review[one.review_id].append(one)
    looked_at = (
        standing for mine in of_review.values() for standing in standings_of(mine[0].review, mine)
    )
    return {one.certificate.pk for one in looked_at if not one.has_lapsed}


def changed_among(certificates: Sequence[Certificate], review: Review) -> set[int]:
    """Return the ids of those whose files are others today: one look for each kind of papers."""
    if not certificates:
        return set()
    with lifted():
        checks = IdentifierCheck.objects.filter(
            pk__in={one.identifier_check_id for one in certificates}
        )
        about = {pk: (code, at) for pk, code, at in checks.values_list("pk", "subject", "number")}
        numbers: dict[str, set[int]] = defaultdict(set)
        for code, number in about.values():
            numbers[code].add(number)
        today = {code: made_of(review, code, wanted) for code, wanted in numbers.items()}
    found = set()
    for one in certificates:
        code, number = about[one.identifier_check_id]
        now = today[code].get(number)
        if now and now.is_other_than(one.files):
            found.add(one.pk)
    return found


def standings_by_record(review: Review, certificates: Iterable[Certificate]) -> list[Standing]:
    """Return how each stands by what is known and what was taken back, having looked once."""
    rows = list(certificates)
    if not rows:
        return []
    known = known_now(review)
    taken_back = review.identifier_decisions.exclude(taken_back_at=None)
    open_again = set(taken_back.values_list("pk", flat=True))
    return [Standing(one, lapsed_because(one, known, open_again)) for one in rows]


def lapsed_because(certificate: Certificate, known: str, open_again: Collection[int]) -> str:
    if not set(open_again).isdisjoint(certificate.overrides):
        return "a decision by which something stood was taken back"
    if certificate.known_sha256 != known:
        return "more is known of the people of this review since it was checked"
    return ""


def standing_of(certificate: Certificate) -> Standing:
    (mine,) = standings_of(certificate.review, [certificate])
    return mine


def why_not(review: Review, destination: Destination, files: Sequence[File]) -> str:
    """Say why files may not go somewhere yet; nothing where they may."""
    hashes = {file.sha256 for file in files}
    with lifted():
        begun = review.anonymity_certificates.not_withdrawn().filter(destination=destination)
        same = [one for one in begun.prefetch_related("signatures") if one.hashes == hashes]
        standings = standings_by_record(review, same)
    if any(one.holds for one in standings):
        return ""
    to = destination.in_a_sentence
    if not standings:
        return (
            f"No certificate says that these very files may go to {to}: check them for what gives "
            "people away, decide on what is found, and have them certified."
        )
    if because := standings[0].lapsed_because:
        return f"The certificate has lapsed: {because}. Check the files anew."
    return f"The certificate for {to} is waiting for a second person to sign it."


def hashes_that_hold(review: Review, destination: Destination) -> set[frozenset[str]]:
    """Return the files of each certificate that holds for there, having looked once."""
    with lifted():
        begun = review.anonymity_certificates.not_withdrawn().filter(destination=destination)
        standings = standings_by_record(review, begun.prefetch_related("signatures"))
    return {one.certificate.hashes for one in standings if one.holds}


def is_current(certificate: Certificate) -> bool:
    """Test that nothing lets it lapse, and that each paper is the one that was checked."""
    (mine,) = standings_by_record(certificate.review, [certificate])
    return not mine.has_lapsed and papers_are_the_same(certificate.identifier_check)


def papers_are_the_same(check: IdentifierCheck) -> bool:
    with lifted():
        subject = subject_of(check.review, check.subject, check.number)
        papers = subject.papers() if subject else []
    checked = [(file["title"], file["sha256"]) for file in check.files]
    return bool(papers) and checked == [(paper.title, paper.sha256) for paper in papers]


def overrides_of(certificate: Certificate) -> list[IdentifierDecision]:
    """Return the decisions by which something stands, as they were when it was begun."""
    rows = IdentifierDecision.objects.filter(
        review=certificate.review, pk__in=certificate.overrides
    )
    return list(rows.select_related("decided_by"))
