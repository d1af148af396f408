"""
Which rows of agencies' evidence, chronologies, the family compartment and drafts the database
gives to whom: the second lock under `reviews/access` and the rules.

A policy says for one table who reads its rows, by the roles that hold a permission in the whole
review, in their own agency's part, or in a part beside it. Where the words of a record are read by
fewer people than that it exists, the record that says it exists is open to more of them.
`prepare_database` attaches the policies once the tables stand. See docs/adr/0024.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.apps import apps
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from agencies.models import READS_FIGURES
from privacy import row_locks
from proceedings.access import READS_LOAN
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Permission, Role

P = Permission
IMR = "evidence_individualmanagementreview"
VERSION = "evidence_imrversion"
SUBMISSION = "chronologies_chronologysubmission"
NAME = "row_lock"


@dataclass(frozen=True)
class Readers:
    """Who reads: whoever holds one of these in the review, in the part, or in a part beside it."""

    whole: tuple[Permission, ...]
    own: tuple[Permission, ...] = ()
    beside: tuple[Permission, ...] = ()
    guests: bool = False

    @property
    def parts(self) -> str:
        """The parts as SQL. Those of whole reviews are many, and not asked of a function."""
        arms = [
            f"SELECT id FROM reviews_agencyinvolvement WHERE review_id IN ({self.reviews})",
            f"SELECT row_parts({self.arrays})",
        ]
        return " UNION ALL ".join([*arms, "SELECT row_guest_part()"] if self.guests else arms)

    @property
    def arrays(self) -> str:
        own, beside = (roles_with(INVOLVEMENT_GRANTS, one) for one in (self.own, self.beside))
        return f"{array(own)}, {array(beside)}"

    @property
    def reviews(self) -> str:
        return f"SELECT row_reviews({array(roles_with(REVIEW_GRANTS, self.whole))})"


def roles_with(
    grants: Mapping[Role, frozenset[Permission]], permissions: Iterable[Permission]
) -> list[str]:
    wanted = set(permissions)
    return sorted(role.value for role, held in grants.items() if held & wanted)


def array(words: Iterable[str]) -> str:
    quoted = ", ".join(f"'{word}'" for word in words)
    return f"ARRAY[{quoted}]::text[]"


SCOPING = Readers((P.SCOPING_READ,), own=(P.SCOPING_READ,), guests=True)
# What came back and nobody has looked at yet: for whoever asks agencies
REPLIES = Readers((P.SCOPING_SEND,))
# That something is asked of an agency, and how far it is
STATUS = Readers(
    (P.EVIDENCE_STATUS, P.IMR_READ_SIGNED, P.IMR_READ_ACCEPTED, P.INDEPENDENCE_READ),
    own=(P.EVIDENCE_STATUS,),
)
OWN_DRAFT = Readers((), own=(P.IMR_READ_DRAFT,))
# That an agency sent a file, and how far it is; its rows; its entries once they are released
FILES = Readers(
    (P.CHRONOLOGY_READ_RAW, P.CHRONOLOGY_READ_COMPOSITE),
    own=(P.CHRONOLOGY_READ_RAW,),
    beside=(P.CHRONOLOGY_READ_COMPOSITE,),
)
RAW = Readers((P.CHRONOLOGY_READ_RAW,), own=(P.CHRONOLOGY_READ_RAW,))
# What chair and panel make of the story: an agency's author reads the story and nothing of this
MARKS = Readers((P.CHRONOLOGY_READ_COMPOSITE,))
# What an agency is asked about its chronology: for it, and for who asks
QUESTIONS = Readers((P.CHRONOLOGY_RECONCILE,), own=(P.CHRONOLOGY_SUBMIT,))
# What a body is asked in words: its own people read it as they read its letters, once it is asked
ASKED = Readers((P.IMR_QUERY_READ,), own=(P.SCOPING_READ,))
ASKING = Readers((P.IMR_QUERY,))
FAMILY = Readers((P.FAMILY_READ,))
# What the panel decided, where it says nothing of the family
PANEL = Readers((P.PANEL_READ,))
# What the panel has found on its lines of enquiry so far: of other agencies' evidence, too
TERMS = Readers((P.TERMS_READ,))
SITS_WITH_THE_PANEL = Readers((P.DRAFT_COMMENT,))
DRAFTS = Readers((P.DRAFT_READ,))
# What was found in papers, with the names in it, and who answers for what leaves
ANONYMITY = Readers((P.ANONYMITY_CHECK,))
# Letters name whom they are about
LETTERS = Readers((P.IDENTITIES_READ_ALL,))
# What was sent to bodies outside, and what they answered
SENT = Readers((P.PLAN_READ,))
# What an agency says of the actions it leads
RETURNS = Readers((P.PLAN_READ,), own=(P.PLAN_UPDATE,))
TEXT = Readers((P.DRAFT_WRITE, P.SUBMISSION_MAKE))
# What is said with those who speak for other proceedings, and what they may call for: for whoever
# runs the review, since members of the panel may be witnesses there
RUNNING = Readers((P.PANEL_WRITE,))
# What was learnt across the reviews of a partnership: its posts, and who words recommendations in
# one of its reviews
POSTS = sorted(kind.value for kind in READS_FIGURES)
WORDS_PLANS = roles_with(REVIEW_GRANTS, (P.DRAFT_WRITE, P.PLAN_WRITE))
LEARNING = f"partnership_id IN (SELECT row_partnerships({array(POSTS)}, {array(WORDS_PLANS)}))"


def in_part(who: Readers) -> str:
    return f"involvement_id IN ({who.parts})"


def in_review(who: Readers) -> str:
    return f"review_id IN ({who.reviews})"


def as_its(column: str, table: str) -> str:
    """Say that a row is read by whoever reads the one it hangs on, which has a lock of its own."""
    return f"{column} IN (SELECT id FROM {table})"


def entries_of_submission(released: str) -> str:
    """Say that raw readers read what hangs on a file, and others what is so once it is released."""
    return (
        f"submission_id IN (SELECT id FROM {SUBMISSION} WHERE involvement_id IN ({RAW.parts}))"
        f" OR ({released} AND submission_id IN"
        f" (SELECT id FROM {SUBMISSION} WHERE released_at IS NOT NULL))"
    )


VERSIONS_READ = f"""
    version_id IN (
        SELECT version.id
        FROM evidence_imrversion version
        JOIN evidence_individualmanagementreview imr ON imr.id = version.imr_id
        WHERE imr.involvement_id IN ({OWN_DRAFT.parts})
            OR (version.received_on IS NOT NULL
                AND imr.involvement_id IN ({Readers((P.IMR_READ_SIGNED,)).parts}))
            OR (version.received_via <> 'PAGE'
                AND imr.involvement_id IN ({Readers((P.IMR_WRITE,)).parts}))
            OR (imr.involvement_id IN ({Readers((P.IMR_READ_ACCEPTED,)).parts})
                AND EXISTS (
                    SELECT FROM evidence_imracceptance stands
                    WHERE stands.version_id = version.id AND stands.taken_back_at IS NULL))
    )
"""

# The panel has it, or the Home Office: whoever publishes asks which draft was sent last
RELEASED_OR_SENT = """
    (released_on IS NOT NULL OR EXISTS (
        SELECT FROM publications_qasubmission pack
        WHERE pack.draft_id = reports_draft.id AND pack.submitted_at IS NOT NULL))
"""

# To whom a draft went: of family and their advocates, whoever reads the compartment
RELEASES_READ = """
    draft_id IN (SELECT id FROM reports_draft)
    AND (contact_id IS NULL OR contact_id IN (SELECT id FROM families_familycontact))
"""

# What somebody of the compartment lets the panel see, from its release until it is called back
EXTRACTS_READ = f"""
    contact_id IN (SELECT id FROM families_familycontact)
    OR (released_to <> '' AND revoked_at IS NULL AND {in_review(SITS_WITH_THE_PANEL)})
"""

# A contact hangs on a process, whose table has no lock
OF_PROCESSES = f"""
    process_id IN (SELECT id FROM panels_parallelprocess WHERE {in_review(RUNNING)})
"""

# What was lent is shown to those whom its owner lets see it
LOANS_READ = " OR ".join(
    f"(may_see = '{kind.value}' AND {in_review(Readers((permission,)))})"
    for kind, permission in READS_LOAN.items()
)

POLICIES: Mapping[str, str] = {
    "evidence_scopingrequest": in_part(SCOPING),
    "evidence_scopingreturn": in_part(SCOPING),
    "evidence_scopingchase": as_its("request_id", "evidence_scopingrequest"),
    "evidence_scopinglink": as_its("request_id", "evidence_scopingrequest"),
    "evidence_scopingdelay": as_its("request_id", "evidence_scopingrequest"),
    "evidence_returnfile": as_its("scoping_return_id", "evidence_scopingreturn"),
    "replies_incomingreply": in_review(REPLIES),
    "replies_incomingfile": as_its("reply_id", "replies_incomingreply"),
    "evidence_evidencerequest": in_part(STATUS),
    "evidence_evidencerequest_messages": as_its("evidencerequest_id", "evidence_evidencerequest"),
    IMR: in_part(STATUS),
    "evidence_authordeclaration": as_its("imr_id", IMR),
    VERSION: as_its("imr_id", IMR),
    "evidence_imrsignoff": as_its("version_id", VERSION),
    "evidence_imracceptance": as_its("version_id", VERSION),
    "evidence_imrquery": as_its("imr_id", IMR),
    "evidence_imrpoint": VERSIONS_READ,
    "agencyfiles_frontsheet": VERSIONS_READ,
    "agencyfiles_signofflink": as_its("version_id", VERSION),
    "evidence_enquiryanalysis": VERSIONS_READ,
    "questions_question": (
        f"{in_part(ASKING)} OR (asked_on IS NOT NULL AND"
        f" ({in_part(ASKED)} OR staff_of_id IN ({OWN_DRAFT.parts})))"
    ),
    "questions_delegation": as_its("question_id", "questions_question"),
    SUBMISSION: in_part(FILES),
    "chronologies_chronologysignoff": as_its("submission_id", SUBMISSION),
    "chronologies_chronologyrow": entries_of_submission("outcome = 'ENTRY'"),
    "chronologies_chronologyentry": entries_of_submission("true"),
    "composite_eventweight": in_review(MARKS),
    "composite_eventtag": in_review(MARKS),
    "composite_eventcomment": in_review(MARKS),
    "composite_reconciliationfinding": in_review(MARKS),
    "composite_findingevent": as_its("finding_id", "composite_reconciliationfinding"),
    "composite_findingquestion": in_part(QUESTIONS),
    "composite_checkswitch": in_review(MARKS),
    "composite_storycheck": in_review(MARKS),
    "composite_narrativeparagraph": in_review(TEXT),
    "composite_narrativesource": as_its("paragraph_id", "composite_narrativeparagraph"),
    "composite_leftout": in_review(TEXT),
    "composite_compositeexport": in_review(MARKS),
    "decisions_registerentry": (f"{in_review(PANEL)} AND (side = '' OR {in_review(FAMILY)})"),
    "anonymity_identifiercheck": in_review(ANONYMITY),
    "anonymity_identifierdecision": in_review(ANONYMITY),
    "anonymity_certificate": in_review(ANONYMITY),
    "anonymity_keptback": in_review(LETTERS),
    "anonymity_signature": as_its("certificate_id", "anonymity_certificate"),
    "families_childrecordcopy": in_review(FAMILY),
    "families_familycontact": in_review(FAMILY),
    "families_familycontactentry": as_its("contact_id", "families_familycontact"),
    "families_familyextract": EXTRACTS_READ,
    "families_familyquestion": as_its("contact_id", "families_familycontact"),
    "families_quietdate": as_its("contact_id", "families_familycontact"),
    "learning_lesson": LEARNING,
    "learning_lesson_themes": as_its("theme_id", "learning_theme"),
    "learning_pastreview": LEARNING,
    "learning_reportreading": LEARNING,
    "learning_theme": LEARNING,
    "learning_themewording": LEARNING,
    "panels_enquiryanswer": in_review(TERMS),
    "letters_letter": in_review(LETTERS),
    "postoffice_dispatch": in_review(SENT),
    "postoffice_sentwords": as_its("dispatch_id", "postoffice_dispatch"),
    "postoffice_dispatchlink": as_its("dispatch_id", "postoffice_dispatch"),
    "postoffice_acknowledgement": as_its("dispatch_id", "postoffice_dispatch"),
    "postoffice_chase": as_its("dispatch_id", "postoffice_dispatch"),
    "postoffice_reply": as_its("line_id", "postoffice_sentwords"),
    "outcomes_sixmonthreturn": in_part(RETURNS),
    "outcomes_returnline": as_its("six_month_return_id", "outcomes_sixmonthreturn"),
    "outcomes_returnsignoff": as_its("six_month_return_id", "outcomes_sixmonthreturn"),
    "outcomes_returnanswer": as_its("sign_off_id", "outcomes_returnsignoff"),
    "outcomes_returnquestion": as_its("sign_off_id", "outcomes_returnsignoff"),
    "proceedings_disclosureitem": in_review(RUNNING),
    "proceedings_loan": LOANS_READ,
    "proceedings_mediaentry": in_review(Readers((P.PANEL_READ,))),
    "proceedings_processcontact": OF_PROCESSES,
    "reports_reportcall": in_review(TEXT),
    "reports_reportfigure": in_review(TEXT),
    "reports_reportsection": in_review(TEXT),
    "reports_returnedtext": in_review(TEXT),
    "reports_chapterchoice": in_review(TEXT),
    "reports_kepttext": in_review(Readers((P.DRAFT_WRITE,))),
    "reports_draft": f"{in_review(TEXT)} OR ({RELEASED_OR_SENT} AND {in_review(DRAFTS)})",
    "reports_draftrelease": RELEASES_READ,
    "reports_draftcomment": as_its("draft_id", "reports_draft"),
    "reports_panelagreement": as_its("draft_id", "reports_draft"),
    "reports_signoff": as_its("draft_id", "reports_draft"),
}

ATTACH = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS {name} ON {table};
CREATE POLICY {name} ON {table} USING ((SELECT row_reach_is_whole()) OR {condition})
"""


def attach(connection: BaseDatabaseWrapper) -> None:
    """Lock every table that has a policy. Run as the owner, whom no policy holds."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor))
        for table in POLICIES.keys() & there:
            cursor.execute(policy(table))


def policy(table: str) -> sql.Composed:
    return sql.SQL(ATTACH).format(
        table=sql.Identifier(table), name=sql.Identifier(NAME), condition=sql.SQL(POLICIES[table])
    )


def unlocked_tables() -> set[str]:
    """Return the tables of the locked apps without a policy: a test keeps this empty."""
    models = (
        model for app in row_locks.APPS for model in apps.get_app_config(app).get_models(True)
    )
    return {*(model._meta.db_table for model in models), *row_locks.TABLES} - POLICIES.keys()
