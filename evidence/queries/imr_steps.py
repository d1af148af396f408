"""The five steps of an IMR, a short report or a summary of engagement."""

from evidence.models import PointKind
from evidence.queries.imr_parts import FEEDBACK, FOUND, METHODS, POLICY, WrittenPart
from evidence.queries.steps import AuthorTask, Step
from evidence.rules.completeness import Part, open_enquiries
from pages.parts import Task
from pages.templatetags.dates import date_long
from reviews import access
from reviews.access import Permission


def confirm_author(task: AuthorTask) -> Step | None:
    """Who writes, and that they are independent."""
    if task.imr is None:
        return None
    author, kind = task.imr.author, task.imr.kind
    title = "Confirm who you are and that you are independent"
    may_declare = access.has(task.reader, Permission.IMR_WRITE, on=task.part)
    href = task.href("declare-author") if may_declare else ""
    if author is None:
        status, is_done = "To do", False
    elif not author.may_write(kind):
        status, is_done = "Somebody else must write", False
    else:
        status, is_done = author.full_name, True
    return Step(title, [Task("Name, post and independence", status, href, is_done=is_done)])


def read_request(task: AuthorTask) -> Step:
    """What is asked, to read before anything is written."""
    begun = task.version is not None
    return Step(
        "Read what is asked",
        [
            Task(
                "The people, the period, the lines of enquiry and how to search",
                "Read" if begun else "To read",
                task.href("evidence-request"),
                is_done=begun,
            )
        ],
    )


def say_what_was_found(task: AuthorTask) -> Step | None:
    """The substance, one noun to a page."""
    if task.imr is None:
        return None
    tasks = [part_task(task, FOUND), part_task(task, METHODS)]
    if task.imr.kind.answers_enquiries and task.enquiries:
        tasks.append(enquiries_task(task))
    tasks.append(part_task(task, POLICY))
    tasks += [points_task(task, kind) for kind in PointKind]
    tasks.append(part_task(task, FEEDBACK))
    return Step(
        "Say what you found",
        tasks,
        "Save as you go: nothing is sent before the last step. What your document says already "
        "need not be typed again.",
    )


def part_task(task: AuthorTask, part: WrittenPart) -> Task:
    is_written = part.is_written(task.version)
    is_needed = part.slug in {Part.FOUND, Part.METHODS}
    left = "To do" if is_needed else "If there is any"
    href = task.href("imr-part", part.slug) if task.writes else ""
    status = "Written" if is_written else left
    return Task(part.title, status, href, is_done=is_written or not is_needed)


def enquiries_task(task: AuthorTask) -> Task:
    left = len(open_enquiries(task.version, task.enquiries))
    done = len(task.enquiries) - left
    href = task.href("imr-enquiries") if task.writes else ""
    status = f"{done} of {len(task.enquiries)} answered"
    return Task("The lines of enquiry", status, href, is_done=not left)


def points_task(task: AuthorTask, kind: PointKind) -> Task:
    points = task.version.points.all() if task.version else []
    count = sum(point.kind == kind for point in points)
    href = task.href("imr-points", kind.slug) if task.writes else ""
    status = str(count) if count else "If there is any"
    return Task(kind.label, status, href, is_done=True)


def upload_document(task: AuthorTask) -> Step | None:
    """The agency's own document."""
    if task.imr is None:
        return None
    document = task.version.document if task.version else None
    needed = "To do" if task.imr.kind.needs_file else "If there is one"
    return Step(
        f"Upload the {task.imr.kind.noun}",
        [
            Task(
                "The document, as Word or PDF",
                "Uploaded" if document else needed,
                task.href("imr-upload") if task.writes else "",
                hint=document.original_name if document else "Any layout will do.",
                is_done=bool(document) or not task.imr.kind.needs_file,
            )
        ],
    )


def senior_sign_off(task: AuthorTask) -> Step | None:
    """Ask for it, give it, send it."""
    if task.imr is None:
        return None
    return Step("Senior sign-off", [sign_off_task(task)])


def sign_off_task(task: AuthorTask) -> Task:
    version, name = task.version, "Somebody senior, who did not write it, signs it off"
    if version and version.is_signed_off:
        signed = version.sign_off
        sent = "sent" if version.received_on else "not sent yet"
        status = f"Signed off on {date_long(signed.signed_off_on)}, {sent}"
        href = "" if version.received_on else href_for_senior(task, "imr-send")
        return Task(name, status, href, hint=signed.full_name, is_done=bool(version.received_on))
    if version and version.waits_for_sign_off:
        return Task(name, "Waiting for sign-off", href_for_senior(task, "imr-sign-off"))
    if task.gaps or not task.writes:
        return Task(name, "Cannot start yet", hint=" ".join(gap.words for gap in task.gaps))
    return Task(name, "To ask for", task.href("imr-ask-sign-off"))


def href_for_senior(task: AuthorTask, page: str) -> str:
    may_sign = access.has(task.reader, Permission.IMR_SIGN_OFF, on=task.part)
    return task.href(page) if may_sign else ""
