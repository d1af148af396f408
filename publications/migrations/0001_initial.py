import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import privacy.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("panels", "0002_terms_and_agreement_rounds"),
        ("reports", "0001_sections_and_drafts"),
        ("reviews", "0002_agency_contact"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicationDecision",
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
                    "choice",
                    models.CharField(
                        choices=[("PUBLISH", "Publish"), ("WITHHOLD", "Do not publish")],
                        max_length=10,
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[("PROVISIONAL", "Provisional"), ("CONFIRMED", "Confirmed")],
                        max_length=12,
                    ),
                ),
                ("decided_on", models.DateField()),
                (
                    "decided_by",
                    models.CharField(help_text="Name and post of the CSP chair", max_length=200),
                ),
                ("reasons", models.TextField(blank=True)),
                (
                    "compelling",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("CHILD", "The welfare of a child"),
                                ("SAFETY", "Somebody's safety"),
                                ("COURT", "A court has restricted reporting"),
                                ("PROCEEDINGS", "Proceedings would be harmed"),
                                ("OTHER", "Another compelling reason"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "items",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("report", "Overview report"),
                                ("summary", "Executive summary"),
                                ("letter", "Home Office letter"),
                                ("action-plan", "Action plan"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True)),
                (
                    "family_view",
                    models.CharField(
                        choices=[
                            ("AGREED", "Yes"),
                            ("NOT_AGREED", "No"),
                            ("NOT_ASKED", "They could not or did not wish to be asked"),
                        ],
                        help_text="Whether the family agreed the day",
                        max_length=12,
                    ),
                ),
                (
                    "family_note",
                    models.TextField(blank=True, help_text="Nothing out of the family compartment"),
                ),
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publication_decisions",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["-recorded_at", "-id"],
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
                        name="publication_decision_says_where_it_comes_from",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("choice", "PUBLISH"), ("compelling", [])),
                            models.Q(
                                ("choice", "WITHHOLD"), models.Q(("compelling", []), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="withholding_has_a_compelling_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("about", models.TextField()),
                (
                    "recommendations",
                    models.JSONField(
                        default=list,
                        help_text="Number and words of each; how far it is stands elsewhere",
                    ),
                ),
                ("published_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("taken_down_on", models.DateField(blank=True, null=True)),
                ("taken_down_reason", models.TextField(blank=True)),
                ("taken_down_at", models.DateTimeField(blank=True, null=True)),
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
                        related_name="publications",
                        to="reviews.review",
                    ),
                ),
                (
                    "taken_down_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="publications.publicationdecision",
                    ),
                ),
            ],
            options={
                "ordering": ["-published_on", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_down_on__isnull", True)),
                        fields=("review",),
                        name="publication_stands_once_for_each_review",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("taken_down_at__isnull", True),
                                ("taken_down_on__isnull", True),
                                ("taken_down_reason", ""),
                            ),
                            models.Q(
                                ("taken_down_at__isnull", False),
                                ("taken_down_on__isnull", False),
                                models.Q(("taken_down_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="publication_taken_down_on_and_why_together",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("about", models.TextField(help_text="One paragraph: what the review was about")),
                ("recorded_at", models.DateTimeField()),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reports.draft",
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
                        related_name="public_texts",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="PublishedItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("report", "Overview report"),
                            ("summary", "Executive summary"),
                            ("letter", "Home Office letter"),
                            ("action-plan", "Action plan"),
                        ],
                        max_length=12,
                    ),
                ),
                ("content", models.JSONField(help_text="Published types as data")),
                ("sha256", models.CharField(help_text="Of the PDF", max_length=64)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="publications.publication",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("publication", "kind"), name="published_item_of_each_kind_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="QaSubmission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("submitted_on", models.DateField(blank=True, null=True)),
                (
                    "sent_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("EMAIL", "Email"),
                            ("PORTAL", "The Home Office's own website"),
                            ("POST", "Post"),
                        ],
                        max_length=10,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("unusual_reason", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "draft",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reports.draft",
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
                        related_name="qa_submissions",
                        to="reviews.review",
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
            ],
            options={
                "ordering": ["-round"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "round"), name="submission_has_its_round"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("submitted_on__isnull", True)),
                        fields=("review",),
                        name="submission_put_together_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("sent_by", ""),
                                ("submitted_at__isnull", True),
                                ("submitted_on__isnull", True),
                            ),
                            models.Q(
                                ("submitted_at__isnull", False),
                                ("submitted_on__isnull", False),
                                models.Q(("sent_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="submission_submitted_on_and_how_together",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QaPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField(help_text="In the letter's words")),
                ("paragraph_cited", models.CharField(blank=True, max_length=40)),
                (
                    "version_cited",
                    models.CharField(
                        blank=True,
                        help_text="The version of the report that it cites",
                        max_length=40,
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("STRUCTURE", "Structure or template"),
                            ("READABILITY", "Readability or repetition"),
                            ("ANONYMITY", "Anonymity"),
                            ("INCOMPLETE", "Incomplete paragraph"),
                            ("ADVOCACY", "Advocacy for the family"),
                            ("EQUALITY", "Equality and diversity"),
                            ("ABUSE", "Kind of abuse under-explored"),
                            ("BARRIERS", "Barriers to seeking help"),
                            ("SPECIALIST", "Specialist or by-and-for service not asked"),
                            ("CURIOSITY", "Routine enquiry or professional curiosity"),
                            ("CONTEXT", "National circumstances"),
                            ("RECOMMENDATIONS", "Recommendations missing or misplaced"),
                            ("ACTION_PLAN", "Action plan not focused on outcomes"),
                            ("TRAINING", "Content of training"),
                            ("REPEATED", "Local learning repeated"),
                            ("OTHER", "Something else"),
                        ],
                        default="OTHER",
                        max_length=20,
                    ),
                ),
                (
                    "weight",
                    models.CharField(
                        choices=[
                            ("MUST", "Must be done"),
                            ("SHOULD", "Should be done"),
                            ("QUESTION", "A question"),
                        ],
                        default="SHOULD",
                        max_length=10,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "given_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panels.panelmember",
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
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="publications.qasubmission",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("submission", "number"), name="qa_point_has_its_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="QaAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "disposition",
                    models.CharField(
                        choices=[
                            ("ADOPTED", "Adopted"),
                            ("IN_PART", "Adopted in part"),
                            ("NOT_ADOPTED", "Not adopted"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reasons", models.TextField(blank=True)),
                (
                    "where_changed",
                    models.CharField(
                        blank=True, help_text="The paragraph that changed", max_length=200
                    ),
                ),
                ("answered_on", models.DateField(help_text="The day the panel settled it")),
                ("recorded_at", models.DateTimeField()),
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
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="publications.qapoint",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="QaReceipt",
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
                ("received_on", models.DateField(help_text="The day the Home Office had it")),
                ("home_office_reference", models.CharField(blank=True, max_length=100)),
                (
                    "board_on",
                    models.DateField(
                        blank=True, help_text="The day its quality assurance board meets", null=True
                    ),
                ),
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
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipt",
                        to="publications.qasubmission",
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
                        name="receipt_says_where_it_comes_from",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="QaLetter",
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
                    "outcome",
                    models.CharField(
                        choices=[
                            ("CLEARED", "Cleared"),
                            ("CLEARED_WITH_CHANGES", "Cleared subject to changes"),
                            ("FURTHER_WORK", "Further work"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "arrived_on",
                    models.DateField(blank=True, help_text="Where not on its own date", null=True),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True, help_text="What it says, as it is to be published"
                    ),
                ),
                (
                    "is_typed",
                    models.BooleanField(
                        default=False,
                        help_text="A person typed or changed the text: it is not what was read",
                    ),
                ),
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
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letter",
                        to="publications.qasubmission",
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
                        name="qa_letter_says_where_it_comes_from",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("received_via", "PAGE"), _negated=True),
                        name="qa_letter_came_from_outside",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SubmissionItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("OVERVIEW_REPORT", "Overview report"),
                            ("EXECUTIVE_SUMMARY", "Executive summary"),
                            ("ACTION_PLAN", "Action plan"),
                            ("RESPONSES", "Answers to the points of the letter before"),
                            ("DATA_FORM", "Data form"),
                            ("COVER_LETTER", "Covering letter"),
                            ("OTHER", "Something else"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="Never with a name of the case in it", max_length=200
                    ),
                ),
                (
                    "is_made_here",
                    models.BooleanField(default=False, help_text="Printed from the draft"),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
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
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="publications.qasubmission",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "OTHER"), _negated=True),
                        fields=("submission", "kind"),
                        name="submission_item_of_each_kind_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AcceptedDoubt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        help_text="The part of the text, as its reader knows it", max_length=300
                    ),
                ),
                ("what", models.CharField(help_text="Whose, never what", max_length=300)),
                ("text_sha256", models.CharField(max_length=64)),
                ("reason", models.TextField()),
                ("recorded_at", models.DateTimeField()),
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
                        related_name="accepted_doubts",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "place", "what", "text_sha256"),
                        name="doubt_is_accepted_once",
                    )
                ],
            },
        ),
    ]
