"""Give every entry the event that it tells of, which later submissions tell again."""

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("chronologies", "0001_submissions_rows_and_entries")]

    operations = [
        # The database draws one for each entry that is there; a default of ours would be one for all
        migrations.AddField(
            model_name="chronologyentry",
            name="root",
            field=models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), editable=False),
        ),
        migrations.AlterField(
            model_name="chronologyentry",
            name="root",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.AddIndex(
            model_name="chronologyentry",
            index=models.Index(fields=["root"], name="entry_by_root"),
        ),
        migrations.AddConstraint(
            model_name="chronologyentry",
            constraint=models.UniqueConstraint(
                fields=["submission", "root"], name="entry_stands_once_in_its_submission"
            ),
        ),
    ]
