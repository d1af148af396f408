"""What goes to the Home Office, and what would be public, as the check of identifiers reads it."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from hashlib import sha256

from django.urls import reverse

from anonymity.checking.files.opening import paper_of
from anonymity.checking.paper import Paper, lines_of
from anonymity.checking.subject import MadeOf, PaperToCheck, SubjectToCheck, ToRead
from anonymity.models import Destination
from anonymity.queries.certificates import File
from documents.models import Document
from publications.models import Published, QaSubmission, SubmissionItem
from publications.published.public import Content
from publications.queries.printing import public_pdf
from publications.rules.candidate import Candidate, candidate_of, data_of
from reviews.models import Review

PAGE = "The public page"


def round_to_check(review: Review, number: int) -> SubjectToCheck | None:
    """Return the files of a pack, each as it lies in it."""
    submission = review.qa_submissions.whole().filter(round=number).first()
    if submission is None:
        return None
    return SubjectToCheck(
        title=f"{submission.name} to the Home Office",
        href=submission.get_absolute_url(),
        to_read=[item_to_read(submission, item) for item in submission.items.all()],
        papers=lambda: [item_to_check(item) for item in submission.items.all()],
        is_empty=not submission.items.all(),
        destinations=[Destination.HOME_OFFICE, Destination.COMMISSIONER],
    )


def rounds_made_of(review: Review, numbers: Collection[int]) -> dict[int, MadeOf]:
    """Return the hashes of the files in each pack: one query."""
    files: dict[int, set[str]] = defaultdict(set)
    rows = review.qa_submissions.filter(round__in=numbers)
    for number, file in rows.values_list("round", "items__document__sha256"):
        files[number] |= {file} if file else set()
    return {number: MadeOf(frozenset(there)) for number, there in files.items()}


def item_to_read(submission: QaSubmission, item: SubmissionItem) -> ToRead:
    where = [submission.review.reference, submission.round, item.pk]
    return ToRead(item.title, reverse("publications:item-file", args=where))


def files_of_round(submission: QaSubmission) -> list[File]:
    """Return what leaves with a pack."""
    items = submission.items.select_related("document")
    return [File(item.title, item.document.sha256) for item in items]


def item_to_check(item: SubmissionItem) -> PaperToCheck:
    document = item.document
    return PaperToCheck(item.title, document.sha256, lambda: paper_in(document))


def paper_in(document: Document) -> Paper:
    with document.open() as file:
        return paper_of(file.read(), name=document.original_name)


def publication_to_check(review: Review, number: int) -> SubjectToCheck | None:
    """Return what would be public if it were published now: each file, and the page itself."""
    candidate = candidate_of(review)
    if candidate is None:
        return None
    return SubjectToCheck(
        title="What is to be published",
        href=reverse("publications:publication", args=[review.reference]),
        to_read=list(pages_to_read(review, candidate)),
        papers=lambda: [page_to_check(candidate), *papers_to_check(candidate)],
        destinations=[Destination.PUBLICATION, Destination.COMMISSIONER],
    )


def publication_made_of(review: Review, numbers: Collection[int]) -> dict[int, MadeOf]:
    """Return the hash of the page, and of the content of each file, which prints the same."""
    candidate = candidate_of(review)
    if candidate is None:
        return {}
    contents = candidate.contents.items()
    today = MadeOf(
        files=frozenset({page_hash(candidate)}),
        printed_from=frozenset(content_hash(kind, content) for kind, content in contents),
    )
    return dict.fromkeys(numbers, today)


def content_hash(kind: Published, content: Content) -> str:
    """Return the hash of what a file is printed from."""
    return sha256(json.dumps([kind.value, data_of(content)], sort_keys=True).encode()).hexdigest()


def pages_to_read(review: Review, candidate: Candidate) -> Iterator[ToRead]:
    """Yield the same words as pages: the files are printed from them."""
    yield ToRead(PAGE, reverse("publications:preview", args=[review.reference]))
    for kind in candidate.contents:
        where = [review.reference, kind.value]
        yield ToRead(kind.label, reverse("publications:preview-item", args=where))


def page_to_check(candidate: Candidate) -> PaperToCheck:
    """The public page has no file: its words are hashed as they stand."""
    texts = page_texts(candidate)
    return PaperToCheck(PAGE, page_hash(candidate), lambda: Paper(tuple(lines_of("body", texts))))


def page_texts(candidate: Candidate) -> list[str]:
    return [candidate.title, candidate.about, *(text for _, text in candidate.recommendations)]


def page_hash(candidate: Candidate) -> str:
    return sha256("\n".join(page_texts(candidate)).encode()).hexdigest()


def papers_to_check(candidate: Candidate) -> list[PaperToCheck]:
    made = {kind: public_pdf(kind, content) for kind, content in candidate.contents.items()}
    return [
        PaperToCheck(
            kind.label,
            sha256(pdf).hexdigest(),
            partial(paper_of, pdf, name="paper.pdf"),
            made_of=content_hash(kind, candidate.contents[kind]),
        )
        for kind, pdf in made.items()
    ]


def files_to_publish(candidate: Candidate, papers: Mapping[Published, bytes]) -> list[File]:
    """Return what becomes public: the page, and the files as they were just made."""
    made = [File(kind.label, sha256(pdf).hexdigest()) for kind, pdf in papers.items()]
    return [File(PAGE, page_hash(candidate)), *made]
