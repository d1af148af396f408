import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# What was decided before questions ended with it
ENDED_WITH_ITS_DECISION = """
    UPDATE composite_findingquestion AS asked
    SET ending = 'DECIDED', ended_at = finding.decided_at, ended_by_id = finding.decided_by_id
    FROM composite_reconciliationfinding AS finding
    WHERE finding.id = asked.finding_id AND finding.standing <> 'OPEN'
    AND asked.answered_at IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("composite", "0004_questions"),
        ("reviews", "0010_reminding"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="findingquestion",
            name="finding_asks_an_agency_one_question_at_a_time",
        ),
        migrations.AddField(
            model_name="findingquestion",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="findingquestion",
            name="ended_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="findingquestion",
            name="ending",
            field=models.CharField(
                blank=True,
                choices=[("TAKEN_BACK", "Taken back"), ("DECIDED", "Decided without an answer")],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="findingquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_at__isnull", True), ("ended_by__isnull", True), ("ending", "")
                    ),
                    models.Q(
                        models.Q(("ending", ""), _negated=True),
                        ("answered_at__isnull", True),
                        ("ended_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="finding_question_ends_once_and_without_an_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="findingquestion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at__isnull", True), ("ended_at__isnull", True)),
                fields=("finding", "involvement"),
                name="finding_asks_an_agency_one_question_at_a_time",
            ),
        ),
        migrations.RunSQL(ENDED_WITH_ITS_DECISION, migrations.RunSQL.noop),
    ]
