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

from privacy import row_locks
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
FAMILY = Readers((P.FAMILY_READ,))
DRAFTS = Readers((P.DRAFT_READ,))
TEXT = Readers((P.DRAFT_WRITE, P.SUBMISSION_MAKE))


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

POLICIES: Mapping[str, str] = {
    "evidence_scopingrequest": in_part(SCOPING),
    "evidence_scopingreturn": in_part(SCOPING),
    "evidence_scopingchase": as_its("request_id", "evidence_scopingrequest"),
    "evidence_scopinglink": as_its("request_id", "evidence_scopingrequest"),
    "evidence_scopingdelay": as_its("request_id", "evidence_scopingrequest"),
    "evidence_evidencerequest": in_part(STATUS),
    "evidence_evidencerequest_messages": as_its("evidencerequest_id", "evidence_evidencerequest"),
    IMR: in_part(STATUS),
    "evidence_authordeclaration": as_its("imr_id", IMR),
    VERSION: as_its("imr_id", IMR),
    "evidence_imrsignoff": as_its("version_id", VERSION),
    "evidence_imracceptance": as_its("version_id", VERSION),
    "evidence_imrquery": as_its("imr_id", IMR),
    "evidence_imrpoint": VERSIONS_READ,
    "evidence_enquiryanalysis": VERSIONS_READ,
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
    "families_familycontact": in_review(FAMILY),
    "families_familycontactentry": as_its("contact_id", "families_familycontact"),
    "families_quietdate": as_its("contact_id", "families_familycontact"),
    "reports_reportsection": in_review(TEXT),
    "reports_draft": f"{in_review(TEXT)} OR ({RELEASED_OR_SENT} AND {in_review(DRAFTS)})",
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
    return {model._meta.db_table for model in models} - POLICIES.keys()
