from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("composite", "0002_exports"),
    ]

    operations = [
        migrations.AlterField(
            model_name="compositeexport",
            name="kind",
            field=models.CharField(
                choices=[
                    ("DOCX", "Word document"),
                    ("XLSX", "Excel workbook"),
                    ("CSV", "CSV file"),
                    ("ODT", "OpenDocument text (.odt)"),
                    ("ODS", "OpenDocument spreadsheet (.ods)"),
                    ("PDF", "PDF"),
                    ("EML", "email (.eml)"),
                    ("MSG", "Outlook email (.msg)"),
                    ("ICS", "calendar file (.ics)"),
                    ("PNG", "PNG picture"),
                    ("JPEG", "JPEG picture"),
                    ("TXT", "text file"),
                ],
                max_length=10,
            ),
        ),
    ]
