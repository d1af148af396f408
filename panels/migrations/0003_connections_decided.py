import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("panels", "0002_terms_and_agreement_rounds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="independencedeclaration",
            name="posts_held",
            field=models.TextField(
                blank=True,
                help_text="Posts with agencies of the review, now or before, with dates",
                db_default="",
            ),
        ),
        migrations.AddField(
            model_name="independencedeclaration",
            name="decided",
            field=models.CharField(
                blank=True,
                choices=[("ACCEPTED", "Accepted"), ("DECLINED", "Declined")],
                max_length=10,
                db_default="",
            ),
        ),
        migrations.AddField(
            model_name="independencedeclaration",
            name="decided_because",
            field=models.TextField(
                blank=True,
                help_text="Printed in the report where a connection is accepted",
                db_default="",
            ),
        ),
        migrations.AddField(
            model_name="independencedeclaration",
            name="decided_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="independencedeclaration",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="independencedeclaration",
            constraint=models.CheckConstraint(
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
                name="independence_declaration_decided_with_a_reason",
            ),
        ),
    ]
