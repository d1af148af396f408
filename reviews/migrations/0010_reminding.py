import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0009_local_length"),
    ]

    operations = [
        migrations.AddField(
            model_name="deadline",
            name="next_step_on",
            field=models.DateField(
                help_text="No reminder of it is owed before; none, none ever", null=True
            ),
        ),
        migrations.AddField(
            model_name="deadline",
            name="noted_at",
            field=models.DateTimeField(
                db_default=django.db.models.functions.datetime.Now(),
                help_text="Since when it stands so",
            ),
        ),
        # The first sweep looks at each and finds the day of its next step
        migrations.RunSQL(
            "UPDATE reviews_deadline SET next_step_on = started_on"
            " WHERE met_on IS NULL AND due_on IS NOT NULL",
            migrations.RunSQL.noop,
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                condition=models.Q(("next_step_on__isnull", False)),
                fields=["next_step_on", "id"],
                name="deadlines_to_remind_of",
            ),
        ),
    ]
