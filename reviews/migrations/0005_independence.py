import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import privacy.fields


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_initial"),
        ("documents", "0001_initial"),
        ("reviews", "0004_emergency_reader"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="membership",
            name="held_at",
            field=models.DateTimeField(
                blank=True, help_text="Since when it admits to nothing: see AccessHold", null=True
            ),
        ),
        migrations.CreateModel(
            name="AccessHold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_at", models.DateTimeField()),
                ("cleared_at", models.DateTimeField(blank=True, null=True)),
                ("cleared_because", models.TextField(blank=True)),
                (
                    "cleared_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="access_holds",
                        to="reviews.person",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="access_holds",
                        to="reviews.review",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="access_holds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "user", "person"), name="access_hold_once_for_each_pair"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cleared_at__isnull", True),
                                ("cleared_because", ""),
                                ("cleared_by__isnull", True),
                            ),
                            models.Q(
                                ("cleared_at__isnull", False),
                                models.Q(("cleared_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="access_hold_cleared_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartDeclaration",
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
                    "answers",
                    models.JSONField(help_text="Code of each question asked: true for yes"),
                ),
                (
                    "connections",
                    models.TextField(
                        blank=True, help_text="What lies behind a declared connection"
                    ),
                ),
                (
                    "posts_held",
                    models.TextField(
                        blank=True,
                        db_default="",
                        help_text="Posts with agencies of the review, now or before, with dates",
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "decided",
                    models.CharField(
                        blank=True,
                        db_default="",
                        choices=[("ACCEPTED", "Accepted"), ("DECLINED", "Declined")],
                        max_length=10,
                    ),
                ),
                (
                    "decided_because",
                    models.TextField(
                        blank=True,
                        db_default="",
                        help_text="Printed in the report where a connection is accepted",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("INDEPENDENT_CHAIR", "Independent chair"),
                            ("OVERVIEW_AUTHOR", "Author of the overview report"),
                            ("SECRETARY", "Secretary"),
                            ("PANEL_MEMBER", "Panel member"),
                            ("ADVISER", "Adviser"),
                            ("OBSERVER", "Observer"),
                            ("IMR_AUTHOR", "Author of an agency’s report"),
                            ("SUMMARY_AUTHOR", "Author of a summary of engagement"),
                            ("SENIOR_SIGN_OFF", "Senior sign-off"),
                            ("OFFICER", "CSP officer"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "bodies",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The agencies of the review that an officer's team belongs to",
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "decided_by",
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
                        related_name="part_declarations",
                        to="reviews.review",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="part_declarations",
                        to=settings.AUTH_USER_MODEL,
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
                        name="part_declaration_says_where_it_comes_from",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided", ""),
                                ("decided_at__isnull", True),
                                ("decided_because", ""),
                                ("decided_by__isnull", True),
                            ),
                            models.Q(
                                models.Q(("decided", ""), _negated=True),
                                models.Q(("decided_because", ""), _negated=True),
                                ("decided_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="part_declaration_decided_with_a_reason",
                    ),
                ],
            },
        ),
    ]
