import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import privacy.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("reviews", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("held_on", models.DateField()),
                ("starts", models.TimeField(blank=True, null=True)),
                ("ends", models.TimeField(blank=True, null=True)),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("IN_PERSON", "In person"),
                            ("VIDEO", "By video"),
                            ("HYBRID", "In person and by video"),
                        ],
                        max_length=10,
                    ),
                ),
                ("place", models.TextField(blank=True, help_text="Where it is, or how to join")),
                (
                    "agenda",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "others_attending",
                    privacy.fields.IdentifyingListField(
                        blank=True, default=list, help_text="Who came besides the members, and why"
                    ),
                ),
                (
                    "debrief_offered",
                    models.BooleanField(
                        default=False,
                        help_text="Members were offered somebody to talk to about what they read",
                    ),
                ),
                ("unusual_reason", models.TextField(blank=True)),
                ("called_off_on", models.DateField(blank=True, null=True)),
                ("called_off_because", models.TextField(blank=True)),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("sequence", models.PositiveSmallIntegerField(default=0)),
                ("called_sequence", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("called_at", models.DateTimeField(blank=True, null=True)),
                (
                    "minutes_agreed_on",
                    models.DateField(blank=True, help_text="Empty while a draft", null=True),
                ),
                ("changed_at", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "called_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "minutes",
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
                        related_name="meetings",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["-held_on", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "number"), name="meeting_has_its_own_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends__isnull", True),
                            models.Q(("ends__gt", models.F("starts")), ("starts__isnull", False)),
                            _connector="OR",
                        ),
                        name="meeting_starts_before_it_ends",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("called_at__isnull", True), ("called_sequence__isnull", True)
                            ),
                            models.Q(
                                ("called_at__isnull", False),
                                ("called_sequence__lte", models.F("sequence")),
                            ),
                            _connector="OR",
                        ),
                        name="meeting_called_at_and_sequence_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("called_off_on__isnull", False),
                            ("called_off_because", ""),
                            _connector="OR",
                        ),
                        name="meeting_says_why_only_when_called_off",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            ("OFFICIAL", "OFFICIAL"),
                            ("OFFICIAL_SENSITIVE", "OFFICIAL-SENSITIVE"),
                        ],
                        default="OFFICIAL_SENSITIVE",
                        max_length=20,
                    ),
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
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
            },
        ),
        migrations.CreateModel(
            name="PanelMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("INDEPENDENT_CHAIR", "Independent chair"),
                            ("OVERVIEW_AUTHOR", "Author of the overview report"),
                            ("PANEL_MEMBER", "Panel member"),
                            ("ADVISER", "Adviser"),
                            ("SECRETARY", "Secretary"),
                            ("OBSERVER", "Observer"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "writes_report",
                    models.BooleanField(
                        default=False, help_text="Writes the overview report besides the part above"
                    ),
                ),
                ("is_voting", models.BooleanField(default=False)),
                ("full_name", models.CharField(max_length=200)),
                ("job_title", models.CharField(blank=True, max_length=200)),
                (
                    "organisation",
                    models.CharField(
                        blank=True,
                        help_text="Where they come from, when it is no agency of ours",
                        max_length=200,
                    ),
                ),
                ("specialist_knowledge", models.TextField(blank=True)),
                (
                    "shown_as",
                    models.CharField(
                        choices=[
                            ("NAME", "By name"),
                            ("TITLE", "By job title only"),
                            ("WITHHELD", "Not at all"),
                        ],
                        default="NAME",
                        max_length=10,
                    ),
                ),
                (
                    "joined_on",
                    models.DateField(blank=True, help_text="Empty where nobody knows", null=True),
                ),
                ("left_on", models.DateField(blank=True, null=True)),
                ("left_because", models.TextField(blank=True)),
                (
                    "handover",
                    models.TextField(blank=True, help_text="To whom, and what was handed over"),
                ),
                ("unusual_reason", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "involvement",
                    models.ForeignKey(
                        blank=True,
                        help_text="The agency they speak for; empty for people of none",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="panel_members",
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="panel_members",
                        to="reviews.review",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        help_text="Their account; empty for a member without one",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("left_on__isnull", True), ("part", "INDEPENDENT_CHAIR")
                        ),
                        fields=("review",),
                        name="panel_has_one_independent_chair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("part", "OVERVIEW_AUTHOR"), ("writes_report", True), _negated=True
                        ),
                        name="panel_member_is_author_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("joined_on__isnull", True),
                            ("part", "INDEPENDENT_CHAIR"),
                            _negated=True,
                        ),
                        name="panel_chair_is_appointed_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("joined_on__isnull", True),
                            ("left_on__isnull", True),
                            ("left_on__gte", models.F("joined_on")),
                            _connector="OR",
                        ),
                        name="panel_member_joins_before_leaving",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left_on__isnull", False),
                            models.Q(("handover", ""), ("left_because", "")),
                            _connector="OR",
                        ),
                        name="panel_member_says_why_only_when_leaving",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(help_text="Within the meeting, from 1"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("DISCUSSION", "Discussion"),
                            ("DECISION", "Decision"),
                            ("ACTION", "Action"),
                        ],
                        max_length=10,
                    ),
                ),
                ("heading", models.CharField(blank=True, max_length=300)),
                ("words", models.TextField()),
                (
                    "owner_words",
                    models.CharField(
                        blank=True,
                        help_text="Whose action it is, when it is no member's",
                        max_length=200,
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("done_note", models.TextField(blank=True)),
                ("done_recorded_at", models.DateTimeField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "done_recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
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
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="panels.panelmember",
                    ),
                ),
            ],
            options={
                "ordering": ["meeting", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "number"), name="meeting_item_has_its_own_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "ACTION"),
                            models.Q(
                                ("done_on__isnull", True),
                                ("due_on__isnull", True),
                                ("owner__isnull", True),
                                ("owner_words", ""),
                            ),
                            _connector="OR",
                        ),
                        name="meeting_item_is_owed_only_as_an_action",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "ACTION"), _negated=True),
                            ("owner__isnull", False),
                            models.Q(("owner_words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="meeting_action_has_an_owner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("done_on__isnull", False), ("done_recorded_at__isnull", False)
                            ),
                            models.Q(
                                ("done_note", ""),
                                ("done_on__isnull", True),
                                ("done_recorded_at__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="meeting_action_done_on_and_recorded_together",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndependenceDeclaration",
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
                ("declared_on", models.DateField()),
                (
                    "statement",
                    models.TextField(
                        blank=True, help_text="Printed in the report for the chair and the author"
                    ),
                ),
                (
                    "answers",
                    models.JSONField(help_text="Code of each question asked: true for yes"),
                ),
                (
                    "connections",
                    models.TextField(
                        blank=True, help_text="What lies behind a declared connection"
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
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declarations",
                        to="panels.panelmember",
                    ),
                ),
            ],
            options={
                "ordering": ["-declared_on", "-id"],
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
                        name="independence_declaration_says_where_it_comes_from",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[
                            ("PRESENT", "Came"),
                            ("APOLOGIES", "Sent apologies"),
                            ("SUBSTITUTE", "Sent somebody in their place"),
                            ("ABSENT", "Did not come"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "substitute",
                    models.CharField(blank=True, help_text="Name and job title", max_length=200),
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance",
                        to="panels.meeting",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendance",
                        to="panels.panelmember",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "attendance",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "member"), name="attendance_once_for_each_member"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("presence", "SUBSTITUTE"),
                                models.Q(("substitute", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("presence", "SUBSTITUTE"), _negated=True),
                                ("substitute", ""),
                            ),
                            _connector="OR",
                        ),
                        name="attendance_names_a_substitute_when_one_came",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ParallelProcess",
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
                            ("CRIMINAL", "Criminal investigation or trial"),
                            ("CORONER", "Coroner's investigation or inquest"),
                            ("POLICE_CONDUCT", "Police conduct (IOPC or the force)"),
                            ("SAR", "Safeguarding adults review"),
                            ("CSPR", "Child safeguarding practice review"),
                            ("MHHR", "Mental health homicide review"),
                            ("OWHR", "Offensive weapons homicide review"),
                            ("LEDER", "Learning disability mortality review (LeDeR)"),
                            ("PSII", "Patient safety incident investigation"),
                            ("DISCIPLINARY", "Disciplinary or professional conduct"),
                            ("FAMILY_COURT", "Family court"),
                            ("IMMIGRATION", "Immigration"),
                            ("OTHER", "Another process"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("EXPECTED", "Expected"),
                            ("RUNNING", "Under way"),
                            ("PAUSED", "Suspended"),
                            ("ENDED", "Ended"),
                            ("DOES_NOT_APPLY", "Does not apply"),
                        ],
                        max_length=20,
                    ),
                ),
                ("body", models.CharField(blank=True, help_text="Who runs it", max_length=200)),
                (
                    "reference",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Their reference, never published"
                    ),
                ),
                (
                    "lead_contact",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Name, post and how to reach them"
                    ),
                ),
                ("started_on", models.DateField(blank=True, null=True)),
                (
                    "outcome",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Verdict, sentence, conclusion"
                    ),
                ),
                ("holds_back_family", models.BooleanField(default=False)),
                ("holds_back_interviews", models.BooleanField(default=False)),
                ("holds_back_publication", models.BooleanField(default=False)),
                ("reporting_restrictions", models.TextField(blank=True)),
                (
                    "disclosure",
                    models.TextField(
                        blank=True,
                        help_text="How the review's material is handled with the disclosure officer",
                    ),
                ),
                ("joined_up", models.TextField(blank=True, help_text="How the two work together")),
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
                        related_name="parallel_processes",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "parallel processes",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ("EXPECTED", "RUNNING", "PAUSED")),
                            models.Q(
                                ("holds_back_family", False),
                                ("holds_back_interviews", False),
                                ("holds_back_publication", False),
                            ),
                            _connector="OR",
                        ),
                        name="parallel_process_holds_back_only_while_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProcessDate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("what", models.CharField(max_length=200)),
                (
                    "process",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dates",
                        to="panels.parallelprocess",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "id"],
            },
        ),
    ]
