import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

import privacy.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("reviews", "0002_agency_contact"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChronologySubmission",
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
                    "number",
                    models.PositiveIntegerField(help_text="Counted for each agency in each review"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("RECEIVED", "Being read"),
                            ("UNREADABLE", "Cannot be read"),
                            ("READ", "Read"),
                            ("SUBMITTED", "Waiting for sign-off"),
                            ("SIGNED_OFF", "Signed off"),
                            ("RELEASED", "Released to the panel"),
                        ],
                        default="RECEIVED",
                        max_length=20,
                    ),
                ),
                ("received_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                ("fault", models.TextField(blank=True, help_text="Why the file cannot be read")),
                (
                    "tables",
                    models.JSONField(
                        default=list,
                        help_text="Each table: columns as understood, remarks, rows left out and why",
                    ),
                ),
                (
                    "other_tables",
                    models.JSONField(default=list, help_text="Tables that are no chronology, why"),
                ),
                (
                    "columns_chosen_at",
                    models.DateTimeField(
                        blank=True, help_text="When a person said what the columns hold", null=True
                    ),
                ),
                ("rows_read", models.PositiveIntegerField(default=0)),
                ("rows_imported", models.PositiveIntegerField(default=0)),
                ("rows_rejected", models.PositiveIntegerField(default=0)),
                ("rows_blank", models.PositiveIntegerField(default=0)),
                ("rows_set_aside", models.PositiveIntegerField(default=0)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "given_back_note",
                    models.TextField(blank=True, help_text="What is to be changed"),
                ),
                ("released_at", models.DateTimeField(blank=True, null=True)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                ("taken_back_because", models.TextField(blank=True)),
                (
                    "columns_chosen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "involvement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chronologies",
                        to="reviews.agencyinvolvement",
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
                    "received_by",
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
                    "taken_back_by",
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
                "ordering": ["involvement", "-number"],
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
                        name="chronology_says_where_it_comes_from",
                    ),
                    models.UniqueConstraint(
                        fields=("involvement", "number"), name="chronology_number_names_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "rows_read",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("rows_imported"),
                                            "+",
                                            models.F("rows_rejected"),
                                        ),
                                        "+",
                                        models.F("rows_blank"),
                                    ),
                                    "+",
                                    models.F("rows_set_aside"),
                                ),
                            )
                        ),
                        name="chronology_accounts_for_every_row",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "UNREADABLE"), ("fault", ""), _connector="XOR"
                        ),
                        name="chronology_says_why_it_cannot_be_read",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "RECEIVED"), ("read_at__isnull", False), _connector="XOR"
                        ),
                        name="chronology_says_when_it_was_read",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["SUBMITTED", "SIGNED_OFF", "RELEASED"]),
                            ("submitted_at__isnull", True),
                            _connector="XOR",
                        ),
                        name="chronology_says_when_it_was_submitted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("submitted_at__isnull", False),
                            ("submitted_by__isnull", True),
                            _connector="OR",
                        ),
                        name="chronology_submitted_at_and_by_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "RELEASED"), ("released_at__isnull", True), _connector="XOR"
                        ),
                        name="chronology_says_when_it_was_released",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("released_at__isnull", False),
                            ("released_by__isnull", True),
                            _connector="OR",
                        ),
                        name="chronology_released_at_and_by_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("taken_back_at__isnull", True), ("taken_back_by__isnull", True)
                            ),
                            models.Q(("taken_back_because", ""), _negated=True),
                            _connector="XOR",
                        ),
                        name="chronology_taken_back_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChronologySignOff",
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
                        blank=True, help_text="What the senior person adds for the chair"
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
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_off",
                        to="chronologies.chronologysubmission",
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
                        name="chronology_sign_off_says_where_it_comes_from",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ChronologyRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(help_text="The nth row of data in the whole file"),
                ),
                (
                    "table",
                    models.TextField(
                        blank=True, help_text="The table or sheet; empty where there is one"
                    ),
                ),
                (
                    "own_row",
                    models.PositiveIntegerField(help_text="The row as whoever has the file counts"),
                ),
                ("words", models.JSONField(default=dict, help_text="By column, as in the file")),
                (
                    "headings",
                    models.JSONField(default=dict, help_text="What the file calls these columns"),
                ),
                (
                    "notes",
                    models.JSONField(
                        default=list, help_text="Heading and words of all other columns"
                    ),
                ),
                (
                    "reading",
                    models.JSONField(default=dict, help_text="What was understood of its date"),
                ),
                (
                    "faults",
                    models.JSONField(default=dict, help_text="Words that cannot be had, by column"),
                ),
                ("is_hidden", models.BooleanField(default=False, help_text="In the file")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("ENTRY", "An entry"),
                            ("REJECTED", "To mend"),
                            ("BLANK", "Declared blank"),
                            ("SET_ASIDE", "Set aside"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "errors",
                    models.JSONField(
                        default=list, help_text="Column, found and wanted of each fault"
                    ),
                ),
                (
                    "mended",
                    models.JSONField(default=dict, help_text="What the agency typed on the page"),
                ),
                ("mended_at", models.DateTimeField(blank=True, null=True)),
                ("set_aside_because", models.TextField(blank=True)),
                ("set_aside_at", models.DateTimeField(blank=True, null=True)),
                (
                    "mended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "set_aside_by",
                    models.ForeignKey(
                        blank=True,
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
                        related_name="rows",
                        to="chronologies.chronologysubmission",
                    ),
                ),
            ],
            options={
                "ordering": ["submission", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("submission", "number"),
                        name="chronology_row_stands_once_in_its_file",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__in", ["REJECTED", "SET_ASIDE"]),
                            ("errors", []),
                            _connector="XOR",
                        ),
                        name="chronology_row_is_rejected_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", "SET_ASIDE"), ("set_aside_because", ""), _connector="XOR"
                        ),
                        name="chronology_row_is_set_aside_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome", "SET_ASIDE"),
                            ("set_aside_at__isnull", True),
                            _connector="XOR",
                        ),
                        name="chronology_row_says_when_it_was_set_aside",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mended", {}), ("mended_at__isnull", False), _connector="XOR"
                        ),
                        name="chronology_row_says_when_it_was_mended",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChronologyEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("raw_date", models.TextField(blank=True, help_text="As the file has it")),
                (
                    "date_given",
                    models.TextField(
                        blank=True, help_text="What somebody typed on the page instead"
                    ),
                ),
                (
                    "happened_from",
                    models.DateField(blank=True, help_text="Empty where unbounded", null=True),
                ),
                ("happened_to", models.DateField(blank=True, help_text="Inclusive", null=True)),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("exact", "Exact day"),
                            ("range", "Between two days"),
                            ("month", "Month"),
                            ("quarter", "Quarter"),
                            ("season", "Season"),
                            ("year", "Year"),
                            ("before", "Before a day"),
                            ("after", "After a day"),
                            ("unknown", "Not known"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("doubt", models.BooleanField(default=False)),
                ("raw_time", models.TextField(blank=True)),
                ("time_from", models.TimeField(blank=True, null=True)),
                ("time_to", models.TimeField(blank=True, null=True)),
                (
                    "time_precision",
                    models.CharField(
                        choices=[
                            ("exact", "Exact time"),
                            ("about", "About this time"),
                            ("range", "Between two times"),
                            ("part", "Part of the day"),
                            ("unknown", "Not known"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                (
                    "reading_notes",
                    models.JSONField(default=list, help_text="What a person should look at"),
                ),
                ("what_happened", models.TextField()),
                ("source", models.TextField(blank=True)),
                ("subjects", models.TextField(blank=True)),
                ("present", models.TextField(blank=True)),
                ("location", models.TextField(blank=True)),
                ("action_taken", models.TextField(blank=True)),
                ("decision", models.TextField(blank=True)),
                ("child_seen", models.TextField(blank=True)),
                ("seen_alone", models.TextField(blank=True)),
                ("disclosure", models.TextField(blank=True)),
                ("risk_assessment", models.TextField(blank=True)),
                ("referral", models.TextField(blank=True)),
                (
                    "comment",
                    models.TextField(
                        blank=True, help_text="The agency's view, apart from the fact"
                    ),
                ),
                ("significance", models.TextField(blank=True)),
                ("enquiry", models.TextField(blank=True)),
                ("recorded_on", models.TextField(blank=True)),
                ("sequence", models.TextField(blank=True)),
                (
                    "notes",
                    models.JSONField(
                        default=list, help_text="Heading and words of all other columns"
                    ),
                ),
                (
                    "story_key",
                    models.TextField(db_collation="C", help_text="Sorts as the story does"),
                ),
                (
                    "row",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entry",
                        to="chronologies.chronologyrow",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="chronologies.chronologysubmission",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "chronology entries",
                "ordering": ["story_key"],
                "indexes": [models.Index(fields=["story_key"], name="entry_in_story_order")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("happened_from__isnull", True),
                            ("happened_to__isnull", True),
                            ("happened_from__lte", models.F("happened_to")),
                            _connector="OR",
                        ),
                        name="entry_starts_before_it_ends",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("happened_from__isnull", True), ("happened_to__isnull", True)
                            ),
                            models.Q(("precision", "unknown"), _negated=True),
                            _connector="XOR",
                        ),
                        name="entry_has_a_day_unless_it_is_unknown",
                    ),
                    models.UniqueConstraint(
                        fields=("submission", "story_key"), name="entry_has_one_place_in_the_story"
                    ),
                ],
            },
        ),
    ]
