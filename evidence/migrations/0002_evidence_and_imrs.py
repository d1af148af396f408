import uuid

import django.db.models.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import privacy.fields


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_initial"),
        ("evidence", "0001_initial"),
        ("messaging", "0001_initial"),
        ("panels", "0002_terms_and_agreement_rounds"),
        ("reviews", "0002_agency_contact"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EvidenceRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("IMR_AND_CHRONOLOGY", "IMR and chronology"),
                            ("IMR", "IMR"),
                            ("CHRONOLOGY", "Chronology only"),
                            ("SHORT_REPORT", "Short report"),
                            ("SUMMARY", "Summary of engagement"),
                            ("EXPERT", "Expert input"),
                            ("NOTHING", "Nothing more"),
                        ],
                        max_length=20,
                    ),
                ),
                ("asked_on", models.DateField()),
                (
                    "due_on",
                    models.DateField(
                        blank=True, help_text="Empty where nothing more is asked", null=True
                    ),
                ),
                (
                    "whom_to_ring",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Whom the agency rings with questions"
                    ),
                ),
                (
                    "note",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="What is asked of it beyond the usual"
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True, help_text="Why something else is asked than before"
                    ),
                ),
                (
                    "told_otherwise",
                    models.CharField(
                        blank=True,
                        help_text="How the agency was asked, where it was not emailed from here",
                        max_length=200,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "involvement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence_requests",
                        to="reviews.agencyinvolvement",
                    ),
                ),
                (
                    "messages",
                    models.ManyToManyField(blank=True, related_name="+", to="messaging.message"),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_on__isnull", True), ("tier", "NOTHING")),
                            models.Q(
                                models.Q(("tier", "NOTHING"), _negated=True),
                                ("due_on__gte", models.F("asked_on")),
                                ("due_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_request_is_due_after_it_is_asked",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AuthorDeclaration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "received_via",
                    models.CharField(
                        choices=[
                            ("PAGE", "Entered here by them"),
                            ("EMAIL", "Email"),
                            ("PHONE", "Telephone"),
                            ("POST", "Post"),
                            ("MEETING", "Meeting"),
                        ],
                        default="PAGE",
                        max_length=10,
                    ),
                ),
                (
                    "on_behalf_of",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Whose words these are", null=True
                    ),
                ),
                (
                    "given_on",
                    models.DateField(blank=True, help_text="The day they gave them", null=True),
                ),
                ("full_name", models.CharField(max_length=200)),
                ("job_title", models.CharField(max_length=200)),
                (
                    "commissioned_by",
                    models.CharField(
                        blank=True,
                        help_text="Who in the agency asked them to write it",
                        max_length=200,
                    ),
                ),
                (
                    "answers",
                    models.JSONField(help_text="Code of each question asked: true for yes"),
                ),
                (
                    "connections",
                    models.TextField(blank=True, help_text="What lies behind an answer of yes"),
                ),
                ("declared_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "original",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        help_text="Their account; empty for an author without one",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("given_on__isnull", True),
                                ("on_behalf_of__isnull", True),
                                ("original__isnull", True),
                                ("received_via", "PAGE"),
                            ),
                            models.Q(
                                models.Q(("received_via", "PAGE"), _negated=True),
                                ("given_on__isnull", False),
                                ("on_behalf_of__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="author_declaration_says_where_it_comes_from",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IndividualManagementReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("REQUESTED", "Asked for"),
                            ("ACCEPTED", "Author named"),
                            ("DRAFT", "Being written"),
                            ("AGENCY_SIGNED_OFF", "Signed off, not sent yet"),
                            ("RECEIVED", "Received"),
                            ("QUERIED", "Questions asked"),
                            ("RESUBMITTED", "Sent again"),
                            ("ACCEPTED_BY_PANEL", "Accepted by the panel"),
                        ],
                        default="REQUESTED",
                        max_length=20,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        help_text="The declaration of whoever writes it now",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="evidence.authordeclaration",
                    ),
                ),
                (
                    "involvement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imr",
                        to="reviews.agencyinvolvement",
                    ),
                ),
            ],
            options={
                "verbose_name": "individual management review",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "REQUESTED"), _negated=True),
                            ("author__isnull", True),
                            _connector="OR",
                        ),
                        name="imr_with_an_author_is_accepted",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImrVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "received_via",
                    models.CharField(
                        choices=[
                            ("PAGE", "Entered here by them"),
                            ("EMAIL", "Email"),
                            ("PHONE", "Telephone"),
                            ("POST", "Post"),
                            ("MEETING", "Meeting"),
                        ],
                        default="PAGE",
                        max_length=10,
                    ),
                ),
                (
                    "on_behalf_of",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Whose words these are", null=True
                    ),
                ),
                (
                    "given_on",
                    models.DateField(blank=True, help_text="The day they gave them", null=True),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "extent",
                    models.CharField(
                        blank=True,
                        choices=[("NOTHING", "Nothing"), ("LITTLE", "A little"), ("MUCH", "Much")],
                        max_length=10,
                    ),
                ),
                (
                    "facts",
                    models.TextField(blank=True, help_text="What was found, in a few paragraphs"),
                ),
                ("records_read", models.TextField(blank=True)),
                (
                    "staff_interviewed",
                    models.TextField(blank=True, help_text="By post, not by name"),
                ),
                (
                    "interviews_cleared",
                    models.TextField(
                        blank=True,
                        help_text="Whether the police agreed that possible witnesses be interviewed",
                    ),
                ),
                (
                    "policy_and_training",
                    models.TextField(blank=True, help_text="At the time, and since"),
                ),
                (
                    "feedback_to_staff_on",
                    models.DateField(
                        blank=True,
                        help_text="The day the staff concerned were told what was found",
                        null=True,
                    ),
                ),
                (
                    "submitted_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="When it was put to the senior person, and frozen",
                        null=True,
                    ),
                ),
                (
                    "sha256",
                    models.CharField(
                        blank=True, help_text="Of the whole, once frozen", max_length=64
                    ),
                ),
                (
                    "given_back_note",
                    models.TextField(
                        blank=True, help_text="What the senior person asked to change"
                    ),
                ),
                (
                    "received_on",
                    models.DateField(
                        blank=True, help_text="The day it reached the panel", null=True
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "original",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "imr",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="evidence.individualmanagementreview",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("imr", "number"), name="imr_version_has_its_number"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("submitted_at__isnull", True)),
                        fields=("imr",),
                        name="imr_is_written_in_one_version_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("sha256", ""),
                                ("submitted_at__isnull", True),
                                ("submitted_by__isnull", True),
                            ),
                            models.Q(
                                ("submitted_at__isnull", False),
                                models.Q(("sha256", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="imr_version_is_frozen_with_its_hash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("received_on__isnull", True),
                            ("submitted_at__isnull", False),
                            _connector="OR",
                        ),
                        name="imr_version_is_frozen_before_it_is_received",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("given_on__isnull", True),
                                ("on_behalf_of__isnull", True),
                                ("original__isnull", True),
                                ("received_via", "PAGE"),
                            ),
                            models.Q(
                                models.Q(("received_via", "PAGE"), _negated=True),
                                ("given_on__isnull", False),
                                ("on_behalf_of__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="imr_version_says_where_it_comes_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImrQuery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "received_via",
                    models.CharField(
                        choices=[
                            ("PAGE", "Entered here by them"),
                            ("EMAIL", "Email"),
                            ("PHONE", "Telephone"),
                            ("POST", "Post"),
                            ("MEETING", "Meeting"),
                        ],
                        default="PAGE",
                        max_length=10,
                    ),
                ),
                (
                    "on_behalf_of",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Whose words these are", null=True
                    ),
                ),
                (
                    "given_on",
                    models.DateField(blank=True, help_text="The day they gave them", null=True),
                ),
                ("number", models.PositiveSmallIntegerField(help_text="Within the IMR, from 1")),
                ("question", models.TextField()),
                (
                    "where",
                    models.CharField(
                        blank=True, help_text="Such as paragraph 4.12", max_length=200
                    ),
                ),
                (
                    "quoted",
                    models.TextField(blank=True, help_text="The paragraph in the agency's words"),
                ),
                ("raised_at", models.DateTimeField()),
                (
                    "asked_on",
                    models.DateField(
                        blank=True, help_text="Empty while it is collected", null=True
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True)),
                ("answer", models.TextField(blank=True)),
                ("answered_on", models.DateField(blank=True, null=True)),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, help_text="When it was entered", null=True),
                ),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answer_file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "original",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        help_text="What it is about",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="evidence.imrversion",
                    ),
                ),
                (
                    "imr",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="queries",
                        to="evidence.individualmanagementreview",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "IMR queries",
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("imr", "number"), name="imr_query_has_its_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("question", ""), _negated=True),
                        name="imr_query_asks_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_on__isnull", True),
                                ("asked_on__isnull", True),
                                ("due_on__isnull", True),
                            ),
                            models.Q(
                                ("asked_on__isnull", False),
                                ("due_on__gte", models.F("asked_on")),
                                ("due_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="imr_query_is_asked_with_its_due_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""),
                                ("answered_at__isnull", True),
                                ("answered_on__isnull", True),
                                ("answer_file__isnull", True),
                                ("read_at__isnull", True),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_on__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="imr_query_is_answered_in_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("given_on__isnull", True),
                                ("on_behalf_of__isnull", True),
                                ("original__isnull", True),
                                ("received_via", "PAGE"),
                            ),
                            models.Q(
                                models.Q(("received_via", "PAGE"), _negated=True),
                                ("given_on__isnull", False),
                                ("on_behalf_of__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="imr_query_says_where_it_comes_from",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImrSignOff",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "received_via",
                    models.CharField(
                        choices=[
                            ("PAGE", "Entered here by them"),
                            ("EMAIL", "Email"),
                            ("PHONE", "Telephone"),
                            ("POST", "Post"),
                            ("MEETING", "Meeting"),
                        ],
                        default="PAGE",
                        max_length=10,
                    ),
                ),
                (
                    "on_behalf_of",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Whose words these are", null=True
                    ),
                ),
                (
                    "given_on",
                    models.DateField(blank=True, help_text="The day they gave them", null=True),
                ),
                ("full_name", models.CharField(max_length=200)),
                ("signed_off_on", models.DateField()),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="What the senior person adds for the panel"
                    ),
                ),
                (
                    "unusual_reason",
                    models.TextField(blank=True, help_text="Why the day is unusual"),
                ),
                ("sha256", models.CharField(help_text="Of what was signed off", max_length=64)),
                ("recorded_at", models.DateTimeField()),
                (
                    "original",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Their account; empty for somebody without one",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_off",
                        to="evidence.imrversion",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("given_on__isnull", True),
                                ("on_behalf_of__isnull", True),
                                ("original__isnull", True),
                                ("received_via", "PAGE"),
                            ),
                            models.Q(
                                models.Q(("received_via", "PAGE"), _negated=True),
                                ("given_on__isnull", False),
                                ("on_behalf_of__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="imr_sign_off_says_where_it_comes_from",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImrPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("root", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("GOOD_PRACTICE", "Good practice"),
                            ("MISSED_OPPORTUNITY", "Missed opportunities"),
                            ("LEARNING", "Learning"),
                            ("RECOMMENDATION", "Recommendations"),
                            ("ACTION_TAKEN", "Actions already taken"),
                        ],
                        max_length=20,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(help_text="Within its kind, from 1")),
                ("text", models.TextField()),
                (
                    "done_on",
                    models.DateField(blank=True, help_text="Of an action already taken", null=True),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="points",
                        to="evidence.imrversion",
                    ),
                ),
            ],
            options={
                "ordering": ["number", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("version", "kind", "number"),
                        name="imr_point_has_its_own_number",
                    ),
                    models.UniqueConstraint(
                        fields=("version", "root"), name="imr_point_once_in_a_version"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="imr_point_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on__isnull", True), ("kind", "ACTION_TAKEN"), _connector="OR"
                        ),
                        name="imr_point_is_done_only_as_an_action",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImrAcceptance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("accepted_on", models.DateField()),
                ("note", models.TextField(blank=True, help_text="What the panel makes of it")),
                (
                    "unusual_reason",
                    models.TextField(blank=True, help_text="Why the day is unusual"),
                ),
                ("recorded_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                ("taken_back_because", models.TextField(blank=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acceptances",
                        to="evidence.imrversion",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at__isnull", True)),
                        fields=("version",),
                        name="imr_version_is_accepted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("taken_back_at__isnull", True),
                                ("taken_back_by__isnull", True),
                                ("taken_back_because", ""),
                            ),
                            models.Q(
                                ("taken_back_at__isnull", False),
                                models.Q(("taken_back_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="imr_acceptance_is_taken_back_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EnquiryAnalysis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "has_nothing",
                    models.BooleanField(
                        default=False, help_text="The agency's records hold nothing on this line"
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "where",
                    models.CharField(
                        blank=True,
                        help_text="Where the document says it, such as pages 12 to 15",
                        max_length=200,
                    ),
                ),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panels.keylineofenquiry",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="analyses",
                        to="evidence.imrversion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "enquiry analyses",
                "ordering": ["enquiry__number", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "enquiry"), name="enquiry_analysed_once_in_a_version"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("has_nothing", True), ("text", ""), ("where", "")),
                            models.Q(
                                ("has_nothing", False),
                                models.Q(("text", ""), ("where", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="enquiry_analysis_says_something_or_nothing",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="authordeclaration",
            name="imr",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="declarations",
                to="evidence.individualmanagementreview",
            ),
        ),
    ]
