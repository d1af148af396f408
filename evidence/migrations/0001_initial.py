import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import privacy.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_initial"),
        ("messaging", "0001_initial"),
        ("reviews", "0002_agency_contact"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ScopingRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sent_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("EMAIL", "Email from here"),
                            ("OTHER_EMAIL", "Email from elsewhere"),
                            ("POST", "Post"),
                            ("PHONE", "Telephone"),
                            ("IN_PERSON", "In person"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "sent_to",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="The email address, or who was asked"
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
                        blank=True,
                        help_text="What this letter says beyond the usual; why an agency is asked again",
                    ),
                ),
                (
                    "unusual_reason",
                    models.TextField(
                        blank=True, help_text="Why it was sent before the partnership was notified"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "involvement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scoping_requests",
                        to="reviews.agencyinvolvement",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="messaging.message",
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
                "ordering": ["sent_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("sent_on"))),
                        name="scoping_request_is_due_after_it_is_sent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("message__isnull", False), ("route", "EMAIL")),
                            models.Q(
                                models.Q(("route", "EMAIL"), _negated=True),
                                ("message__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="scoping_request_from_here_has_its_message",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ScopingChase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chased_on", models.DateField()),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("EMAIL", "Email from here"),
                            ("OTHER_EMAIL", "Email from elsewhere"),
                            ("POST", "Post"),
                            ("PHONE", "Telephone"),
                            ("IN_PERSON", "In person"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "note",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="Who was reached and what they said"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "message",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="messaging.message",
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
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chases",
                        to="evidence.scopingrequest",
                    ),
                ),
            ],
            options={
                "ordering": ["chased_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("message__isnull", False), ("route", "EMAIL")),
                            models.Q(
                                models.Q(("route", "EMAIL"), _negated=True),
                                ("message__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="scoping_chase_from_here_has_its_message",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ScopingReturn",
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
                    "return_kind",
                    models.CharField(
                        choices=[
                            ("NIL", "Nil return"),
                            ("SUMMARY", "Summary of engagement"),
                            ("SHORT_REPORT", "Short report offered"),
                            ("IMR_AND_CHRONOLOGY", "IMR and chronology"),
                            ("IMR_ONLY", "IMR without a chronology"),
                            ("CHRONOLOGY_ONLY", "Chronology only"),
                            ("LETTER", "Letter"),
                            ("EXPERT_INPUT", "Expert input"),
                            ("REFUSED", "Refused"),
                            ("NOT_PURSUED", "Not pursued"),
                            ("NO_RESPONSE", "No response"),
                        ],
                        max_length=20,
                    ),
                ),
                ("answered_on", models.DateField()),
                (
                    "records_secured",
                    models.BooleanField(help_text="Empty where nobody said", null=True),
                ),
                ("systems_searched", privacy.fields.IdentifyingTextField(blank=True)),
                (
                    "names_searched",
                    privacy.fields.IdentifyingTextField(
                        blank=True,
                        help_text="Names, aliases, addresses and dates of birth searched under",
                    ),
                ),
                ("searched_from", privacy.fields.IdentifyingDateField(blank=True, null=True)),
                ("searched_to", privacy.fields.IdentifyingDateField(blank=True, null=True)),
                ("searched_by", privacy.fields.IdentifyingTextField(blank=True)),
                (
                    "search_scope_note",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="What could not be searched"
                    ),
                ),
                (
                    "account",
                    privacy.fields.IdentifyingTextField(
                        blank=True, help_text="What the agency knows, in its words"
                    ),
                ),
                (
                    "reason",
                    privacy.fields.IdentifyingTextField(
                        blank=True,
                        help_text="Why it refused, was not pursued or never answered; why there was no contact",
                    ),
                ),
                (
                    "unusual_reason",
                    models.TextField(
                        blank=True, help_text="Why it is dated before the letter that it answers"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        help_text="What the agency attached to its answer here",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "involvement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scoping_returns",
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
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="returns",
                        to="evidence.scopingrequest",
                    ),
                ),
            ],
            options={
                "ordering": ["answered_on", "id"],
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
                        name="scoping_return_says_where_it_comes_from",
                    )
                ],
            },
        ),
    ]
