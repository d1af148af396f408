import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import privacy.fields


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_initial"),
        ("evidence", "0002_evidence_and_imrs"),
        ("guests", "0001_links_and_codes"),
        ("reviews", "0003_letters_after_sign_off"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="scopingreturn",
            name="contact_from",
            field=privacy.fields.IdentifyingDateField(
                blank=True, help_text="Earliest contact known", null=True
            ),
        ),
        migrations.AddField(
            model_name="scopingreturn",
            name="contact_to",
            field=privacy.fields.IdentifyingDateField(
                blank=True, help_text="Latest contact known", null=True
            ),
        ),
        migrations.AddField(
            model_name="scopingreturn",
            name="full_name",
            field=privacy.fields.IdentifyingTextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="scopingreturn",
            name="job_title",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AlterField(
            model_name="scopingreturn",
            name="return_kind",
            field=models.CharField(
                choices=[
                    ("NIL", "Nil return"),
                    ("SUMMARY", "Summary of engagement"),
                    ("SHORT_REPORT", "Short report offered"),
                    ("IMR_AND_CHRONOLOGY", "IMR and chronology"),
                    ("IMR_ONLY", "IMR without a chronology"),
                    ("CHRONOLOGY_ONLY", "Chronology only"),
                    ("LETTER", "Letter"),
                    ("EXPERT_INPUT", "Expert input"),
                    ("WRONG_BODY", "Not the right body"),
                    ("REFUSED", "Refused"),
                    ("NOT_PURSUED", "Not pursued"),
                    ("NO_RESPONSE", "No response"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="ScopingLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "link",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="guests.guestlink",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="evidence.scopingrequest",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ScopingDelay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("until_on", models.DateField(help_text="When they mean to answer")),
                ("records_secured", models.BooleanField()),
                ("reason", privacy.fields.IdentifyingTextField()),
                (
                    "full_name",
                    privacy.fields.IdentifyingTextField(help_text="Whose words these are"),
                ),
                ("job_title", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delays",
                        to="evidence.scopingrequest",
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delays",
                        to="evidence.scopinglink",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="scopingreturn",
            name="link",
            field=models.ForeignKey(
                blank=True,
                help_text="The link it came by; whoever answered typed their name and job title",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="returns",
                to="evidence.scopinglink",
            ),
        ),
        migrations.AddConstraint(
            model_name="scopingreturn",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("full_name__isnull", True), ("link__isnull", True)),
                    models.Q(
                        ("full_name__isnull", False),
                        ("link__isnull", False),
                        ("received_via", "PAGE"),
                    ),
                    _connector="OR",
                ),
                name="scoping_return_by_link_names_who_answered",
            ),
        ),
    ]
