"""Let whoever waits for a long file see how many of its rows are read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("chronologies", "0002_root"),
    ]

    operations = [
        migrations.AddField(
            model_name="chronologysubmission",
            name="rows_in_file",
            field=models.PositiveIntegerField(
                db_default=0,
                default=0,
                help_text="Of a long file, while it is read: all that stand in its tables",
            ),
        ),
        migrations.AddField(
            model_name="chronologysubmission",
            name="rows_so_far",
            field=models.PositiveIntegerField(
                db_default=0, default=0, help_text="How many of them are read"
            ),
        ),
    ]
