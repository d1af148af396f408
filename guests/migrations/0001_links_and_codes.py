import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import privacy.fields

# Wrong links are counted by what the trail says of them (guests/access.py).
GUESSES = """
CREATE INDEX guest_links_guessed ON audit_auditevent ((subjects -> 'origin'), at)
    WHERE event = 'guest.link_unknown'
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("audit", "0002_rows_are_only_added"),
        ("messaging", "0002_message_code"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GuestLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token_sha256", models.CharField(max_length=64, unique=True)),
                (
                    "sent_to",
                    privacy.fields.IdentifyingTextField(
                        help_text="The email address; codes go to it too"
                    ),
                ),
                ("review_ref", models.CharField(max_length=60)),
                ("expires_on", models.DateField(help_text="The last day it opens")),
                ("recorded_at", models.DateTimeField()),
                (
                    "used_at",
                    models.DateTimeField(
                        blank=True, help_text="When the one thing was done", null=True
                    ),
                ),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "message",
                    models.ForeignKey(
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
                    "revoked_by",
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
            name="GuestCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seal", models.CharField(max_length=64)),
                (
                    "route",
                    models.CharField(
                        choices=[("EMAIL", "Sent by email"), ("PHONE", "Given by telephone")],
                        max_length=10,
                    ),
                ),
                (
                    "asked_from",
                    models.CharField(
                        blank=True,
                        help_text="A hash of the network address; empty by telephone",
                        max_length=32,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        help_text="Who gave it by telephone",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="codes",
                        to="guests.guestlink",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="WrongCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tried_from",
                    models.CharField(help_text="A hash of the network address", max_length=32),
                ),
                ("tried_at", models.DateTimeField()),
                (
                    "code",
                    models.ForeignKey(
                        help_text="The one it was compared with; none where none was asked for yet",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wrong_codes",
                        to="guests.guestcode",
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wrong_codes",
                        to="guests.guestlink",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddConstraint(
            model_name="guestlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("revoked_at__isnull", False), ("revoked_by__isnull", True), _connector="OR"
                ),
                name="guest_link_is_taken_back_at_a_time",
            ),
        ),
        migrations.AddIndex(
            model_name="guestcode",
            index=models.Index(fields=["asked_from", "recorded_at"], name="codes_asked_from"),
        ),
        migrations.AddConstraint(
            model_name="guestcode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("asked_from", ""), ("route", "PHONE")),
                    models.Q(
                        ("recorded_by__isnull", True),
                        ("route", "EMAIL"),
                        models.Q(("asked_from", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="guest_code_says_who_gave_it",
            ),
        ),
        migrations.AddIndex(
            model_name="wrongcode",
            index=models.Index(fields=["tried_from", "tried_at"], name="codes_tried_from"),
        ),
        migrations.RunSQL(GUESSES, "DROP INDEX guest_links_guessed"),
    ]
