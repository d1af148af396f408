from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="arrived_protected",
            field=models.BooleanField(
                default=False, help_text="It came with a password, and is kept without it"
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="scan",
            field=models.CharField(
                choices=[
                    ("PENDING", "Being checked"),
                    ("CLEAN", "Checked"),
                    ("REFUSED", "Refused: malware"),
                    ("NOT_SCANNED", "Not scanned"),
                ],
                default="PENDING",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="scanned_at",
            field=models.DateTimeField(null=True, help_text="When a scanner last said what it is"),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("scan__in", ("CLEAN", "REFUSED")), ("scanned_at__isnull", False)),
                    models.Q(
                        models.Q(("scan__in", ("CLEAN", "REFUSED")), _negated=True),
                        ("scanned_at__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="document_is_scanned_at_a_time",
            ),
        ),
    ]
