import django.db.models.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import privacy.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("chronologies", "0001_submissions_rows_and_entries"),
        ("documents", "0001_initial"),
        ("evidence", "0002_evidence_and_imrs"),
        ("panels", "0002_terms_and_agreement_rounds"),
        ("reviews", "0002_agency_contact"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(help_text="Within the review, from 1")),
                ("statement", models.TextField()),
                (
                    "evidence_words",
                    models.TextField(
                        blank=True,
                        help_text="What it rests on besides, such as an interview or a policy",
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "enquiry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panels.keylineofenquiry",
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["number", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("review", "number"),
                        name="finding_has_its_own_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("statement", ""), _negated=True),
                        name="finding_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FindingEvidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chronologies.chronologyentry",
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="actionplans.finding",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="evidence.imrpoint",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence of findings",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entry__isnull", False), ("point__isnull", True)),
                            models.Q(("entry__isnull", True), ("point__isnull", False)),
                            _connector="OR",
                        ),
                        name="finding_evidence_is_an_entry_or_a_point",
                    ),
                    models.UniqueConstraint(
                        fields=("finding", "entry"), name="finding_rests_on_an_entry_once"
                    ),
                    models.UniqueConstraint(
                        fields=("finding", "point"), name="finding_rests_on_a_point_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LearningPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(help_text="Within the review, from 1")),
                ("text", models.TextField()),
                (
                    "theme",
                    models.CharField(
                        blank=True,
                        help_text="In two or three words, such as routine enquiry",
                        max_length=100,
                    ),
                ),
                (
                    "repeats",
                    models.TextField(
                        blank=True,
                        help_text="The earlier learning that it repeats; empty where it is new",
                    ),
                ),
                (
                    "no_recommendation_because",
                    models.TextField(
                        blank=True, help_text="Considered, and no recommendation made, because"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "findings",
                    models.ManyToManyField(
                        blank=True, related_name="learning_points", to="actionplans.finding"
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learning_points",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["number", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("review", "number"),
                        name="learning_point_has_its_own_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="learning_point_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(help_text="Within the review, from 1")),
                ("text", models.TextField()),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("IMR", "Report of an agency"),
                            ("PANEL", "Panel"),
                            ("QA_BOARD", "Home Office quality assurance board"),
                            ("FAMILY", "Family"),
                        ],
                        default="PANEL",
                        max_length=10,
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("SINGLE_AGENCY", "Single agency"),
                            ("LOCAL", "Local, multi-agency"),
                            ("REGIONAL", "Regional"),
                            ("NATIONAL", "National"),
                        ],
                        default="LOCAL",
                        max_length=15,
                    ),
                ),
                (
                    "addressee_words",
                    models.CharField(
                        blank=True,
                        help_text="A body that takes no part in the review",
                        max_length=200,
                    ),
                ),
                ("department", models.CharField(blank=True, max_length=200)),
                ("recorded_at", models.DateTimeField()),
                (
                    "addressee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="reviews.agencyinvolvement",
                    ),
                ),
                (
                    "learning_points",
                    models.ManyToManyField(
                        blank=True, related_name="recommendations", to="actionplans.learningpoint"
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="reviews.review",
                    ),
                ),
                (
                    "taken_from",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="evidence.imrpoint",
                    ),
                ),
            ],
            options={
                "ordering": ["number", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("review", "number"),
                        name="recommendation_has_its_own_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="recommendation_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("addressee__isnull", False), ("addressee_words", "")),
                            models.Q(
                                ("addressee__isnull", True),
                                models.Q(("addressee_words", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="recommendation_has_one_addressee",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(help_text="Within the recommendation, from 1"),
                ),
                ("text", models.TextField(help_text="Action to take")),
                (
                    "lead_words",
                    models.CharField(
                        blank=True,
                        help_text="A lead that takes no part in the review",
                        max_length=200,
                    ),
                ),
                ("owner", models.CharField(blank=True, help_text="Name or post", max_length=200)),
                (
                    "outcome_measure",
                    models.TextField(
                        blank=True, help_text="How one will know that something is different"
                    ),
                ),
                ("target_on", models.DateField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("NOT_STARTED", "Not started"),
                            ("IN_PROGRESS", "In progress"),
                            ("DONE_UNVERIFIED", "Done, not checked"),
                            ("DONE_VERIFIED", "Done and checked"),
                            ("SUPERSEDED", "Superseded"),
                            ("CANNOT_DO", "Cannot be done"),
                        ],
                        default="NOT_STARTED",
                        max_length=20,
                    ),
                ),
                ("completed_on", models.DateField(blank=True, null=True)),
                ("outcome", models.TextField(blank=True, help_text="What is different now")),
                (
                    "given_up_because",
                    models.TextField(
                        blank=True, help_text="Why it cannot be done, or what takes its place"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "lead",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="led_actions",
                        to="reviews.agencyinvolvement",
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
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="actionplans.recommendation",
                    ),
                ),
            ],
            options={
                "ordering": ["recommendation__number", "number", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("recommendation", "number"),
                        name="action_has_its_own_number",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="action_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lead__isnull", True), ("lead_words", ""), _connector="OR"
                        ),
                        name="action_has_one_lead",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("completed_on__isnull", False),
                                ("status__in", ["DONE_UNVERIFIED", "DONE_VERIFIED"]),
                            ),
                            models.Q(
                                ("completed_on__isnull", True),
                                models.Q(
                                    ("status__in", ["DONE_UNVERIFIED", "DONE_VERIFIED"]),
                                    _negated=True,
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="action_completed_on_a_day_when_done",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("given_up_because", ""),
                            ("status__in", ["CANNOT_DO", "SUPERSEDED"]),
                            _connector="XOR",
                        ),
                        name="action_given_up_for_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("evidence", models.TextField(blank=True, help_text="What shows that it was done")),
                ("recorded_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="actionplans.action",
                    ),
                ),
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
                "ordering": [models.OrderBy(models.F("due_on"), nulls_last=True), "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="milestone_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on__isnull", False),
                            models.Q(("document__isnull", True), ("evidence", "")),
                            _connector="OR",
                        ),
                        name="milestone_has_evidence_once_done",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgressNote",
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
                (
                    "on",
                    models.DateField(
                        help_text="The day it is true of; where it is done, the day it was done"
                    ),
                ),
                ("words", models.TextField()),
                (
                    "claims",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NOT_STARTED", "Not started"),
                            ("IN_PROGRESS", "In progress"),
                            ("DONE_UNVERIFIED", "Done, not checked"),
                            ("DONE_VERIFIED", "Done and checked"),
                            ("SUPERSEDED", "Superseded"),
                            ("CANNOT_DO", "Cannot be done"),
                        ],
                        max_length=20,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress_notes",
                        to="actionplans.action",
                    ),
                ),
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
            ],
            options={
                "ordering": ["-id"],
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
                        name="progress_note_says_where_it_comes_from",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="progress_note_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assurance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("assured_on", models.DateField()),
                ("holds", models.BooleanField()),
                ("words", models.TextField(help_text="What was looked at, and what it showed")),
                ("recorded_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assurances",
                        to="actionplans.action",
                    ),
                ),
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
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        help_text="What it checks",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assurances",
                        to="actionplans.progressnote",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="assurance_says_what_it_looked_at",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AddresseeAnswer",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ACCEPTED", "Accepted"),
                            ("IN_PART", "Accepted in part"),
                            ("NOT_ACCEPTED", "Not accepted"),
                            ("NO_REPLY", "No reply"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "answered_on",
                    models.DateField(help_text="The day of the answer, or until when none came"),
                ),
                ("reason", models.TextField(blank=True)),
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
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="actionplans.recommendation",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
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
                        name="addressee_answer_says_where_it_comes_from",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ["IN_PART", "NOT_ACCEPTED"]), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="addressee_answer_gives_its_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConclusionAudit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("audited_on", models.DateField()),
                ("found", models.TextField()),
                ("carried_out_by", models.CharField(help_text="Name or body", max_length=200)),
                ("recorded_at", models.DateTimeField()),
                (
                    "minute",
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conclusion_audits",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("found", ""), _negated=True),
                        name="conclusion_audit_found_something",
                    )
                ],
            },
        ),
    ]
