from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("messaging", "0002_message_code")]

    operations = [
        migrations.AlterField(
            model_name="message",
            name="state",
            field=models.CharField(
                choices=[
                    ("QUEUED", "Waiting to be sent"),
                    ("SENDING", "Being sent"),
                    ("SENT", "Sent"),
                    ("RETRYING", "Will be tried again"),
                    ("FAILED", "Could not be sent"),
                    ("WITHDRAWN", "No longer needed"),
                ],
                default="QUEUED",
                max_length=10,
            ),
        ),
        migrations.RemoveIndex(model_name="message", name="messages_left_to_send"),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("state__in", ["SENT", "FAILED", "WITHDRAWN"]), _negated=True),
                fields=["try_after"],
                name="messages_left_to_send",
            ),
        ),
    ]
