from django.db import migrations

import privacy.fields


class Migration(migrations.Migration):
    dependencies = [("messaging", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="message",
            name="code",
            field=privacy.fields.IdentifyingTextField(
                blank=True, default="", help_text="Sealed likewise: the code in the email"
            ),
            preserve_default=False,
        ),
    ]
