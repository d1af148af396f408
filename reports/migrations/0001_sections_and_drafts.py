import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import privacy.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("panels", "0002_terms_and_agreement_rounds"),
        ("reviews", "0002_agency_contact"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("made_on", models.DateField()),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("PANEL", "For the panel"),
                            ("FAMILY_AND_AGENCIES", "For family and agencies"),
                            ("SIGN_OFF", "For sign-off"),
                            ("HOME_OFFICE", "For the Home Office"),
                            ("REVISED", "Revised after quality assurance"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="What is new in it, for those who read it"
                    ),
                ),
                ("content", models.JSONField(help_text="As it prints, frozen")),
                ("sha256", models.CharField(help_text="Of its text", max_length=64)),
                ("released_on", models.DateField(blank=True, null=True)),
                ("released_at", models.DateTimeField(blank=True, null=True)),
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
                    "released_by",
                    models.ForeignKey(
                        blank=True,
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
                        related_name="drafts",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "number"), name="draft_has_its_own_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="draft_has_the_hash_of_its_text",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("released_at__isnull", True), ("released_on__isnull", True)),
                            models.Q(
                                ("released_at__isnull", False), ("released_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="draft_released_on_and_at_together",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftComment",
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
                    "part",
                    models.CharField(
                        choices=[("REPORT", "Overview report"), ("SUMMARY", "Executive summary")],
                        default="REPORT",
                        max_length=10,
                    ),
                ),
                (
                    "paragraph",
                    models.CharField(
                        blank=True,
                        help_text="Its number, such as 4.2; empty for the whole",
                        max_length=10,
                    ),
                ),
                ("words", models.TextField()),
                (
                    "disposition",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ADOPTED", "Adopted"),
                            ("IN_PART", "Adopted in part"),
                            ("NOT_ADOPTED", "Not adopted"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "reason",
                    models.TextField(blank=True, help_text="Why, in words its author can read"),
                ),
                (
                    "changed_where",
                    models.CharField(
                        blank=True,
                        help_text="Where the text changed, such as 4.2 of draft 3",
                        max_length=200,
                    ),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="reports.draft",
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
                    "settled_by",
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
                "ordering": ["recorded_at", "id"],
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
                        name="draft_comment_says_where_it_comes_from",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="draft_comment_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("changed_where", ""),
                                ("disposition", ""),
                                ("reason", ""),
                                ("settled_at__isnull", True),
                            ),
                            models.Q(
                                models.Q(("disposition", ""), _negated=True),
                                models.Q(("reason", ""), _negated=True),
                                ("settled_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="draft_comment_settled_at_and_why_together",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelAgreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agreed_on", models.DateField()),
                (
                    "otherwise",
                    models.CharField(
                        blank=True, help_text="Such as by email, before this system", max_length=200
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True,
                        help_text="Why the day is unusual, or why an objection did not stop it",
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "agreement_round",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panels.agreementround",
                    ),
                ),
                (
                    "draft",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="panel_agreement",
                        to="reports.draft",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="panels.meeting",
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
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("agreement_round__isnull", True),
                                ("meeting__isnull", False),
                                ("otherwise", ""),
                            ),
                            models.Q(
                                ("agreement_round__isnull", False),
                                ("meeting__isnull", True),
                                ("otherwise", ""),
                            ),
                            models.Q(
                                ("agreement_round__isnull", True),
                                ("meeting__isnull", True),
                                models.Q(("otherwise", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="panel_agreement_came_about_in_one_place",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportSection",
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
                            ("TRIBUTE", "Tribute"),
                            ("CONDOLENCES", "Condolences"),
                            ("INTRODUCTION", "Introduction"),
                            ("DELAY", "Timescales: reasons for delay"),
                            ("CONFIDENTIALITY", "Confidentiality"),
                            ("METHODOLOGY", "Methodology"),
                            (
                                "INVOLVEMENT",
                                "Involvement of family, friends, work colleagues, neighbours and wider community",
                            ),
                            ("CONTRIBUTORS", "Contributors to the review"),
                            ("PARALLEL", "Parallel reviews"),
                            ("EQUALITY", "Equality and diversity"),
                            ("DISSEMINATION", "Dissemination"),
                            ("LOCAL_LEARNING", "Previous local learning"),
                            ("FACTS", "Background information (the facts)"),
                            ("CHRONOLOGY", "Chronology"),
                            ("OVERVIEW", "Overview"),
                            ("ANALYSIS_AGENCIES", "Analysis by agency"),
                            ("ANALYSIS_ENQUIRIES", "Analysis by line of enquiry"),
                            ("ANALYSIS_EQUALITY", "Analysis: equality and diversity"),
                            ("CONCLUSIONS", "Conclusions"),
                            ("LESSONS", "Lessons to be learnt"),
                            ("GLOSSARY", "Glossary"),
                            ("SUMMARY_PROCESS", "Executive summary: the review process"),
                            ("SUMMARY_CHRONOLOGY", "Executive summary: summary of chronology"),
                            ("SUMMARY_ANALYSIS", "Executive summary: analysis"),
                            (
                                "SUMMARY_CONCLUSIONS",
                                "Executive summary: conclusions and key issues",
                            ),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(help_text="Of the version, within its section"),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "empty_because",
                    models.TextField(blank=True, help_text="Why there is nothing to write"),
                ),
                (
                    "restores",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="The number of the version that was brought back",
                        null=True,
                    ),
                ),
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
                        related_name="report_sections",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["review", "kind", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "kind", "number"), name="report_section_has_its_version"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), ("empty_because", ""), _connector="XOR"),
                        name="report_section_says_something_or_why_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignOff",
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
                    "body",
                    models.CharField(
                        help_text="The meeting or body that signed it off", max_length=200
                    ),
                ),
                ("signed_on", models.DateField()),
                (
                    "decided_by",
                    models.CharField(help_text="Name and post of the CSP chair", max_length=200),
                ),
                ("conditions", models.TextField(blank=True, help_text="What is still to be done")),
                ("dissent", models.TextField(blank=True, help_text="Who disagreed, and why")),
                ("unusual_reason", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_offs",
                        to="reports.draft",
                    ),
                ),
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
                "ordering": ["-signed_on", "-id"],
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
                        name="report_sign_off_says_where_it_comes_from",
                    )
                ],
            },
        ),
    ]
