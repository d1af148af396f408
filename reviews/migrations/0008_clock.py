import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0007_auditor"),
    ]

    operations = [
        # Made from what is recorded, and made anew: see reviews/operations/clock.py
        migrations.RunSQL("DELETE FROM reviews_deadline", migrations.RunSQL.noop),
        migrations.RemoveConstraint(
            model_name="deadline",
            name="deadline_runs_once_at_a_time",
        ),
        migrations.AddField(
            model_name="deadline",
            name="agreed_on",
            field=models.DateField(help_text="The later day that was agreed", null=True),
        ),
        migrations.AddField(
            model_name="deadline",
            name="involvement",
            field=models.ForeignKey(
                help_text="The part of the agency that owes it, where one does",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deadlines",
                to="reviews.agencyinvolvement",
            ),
        ),
        migrations.AddField(
            model_name="deadline",
            name="subject",
            field=models.CharField(
                blank=True, help_text="What of the review, such as `scoping-7`", max_length=40
            ),
        ),
        migrations.AlterField(
            model_name="deadline",
            name="due_on",
            field=models.DateField(
                help_text="By the rule or the letter; none, no figure", null=True
            ),
        ),
        migrations.AlterField(
            model_name="deadline",
            name="met_on",
            field=models.DateField(null=True),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                fields=("review", "code", "subject"), name="deadline_of_a_thing_once"
            ),
        ),
    ]
