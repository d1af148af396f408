from django.apps import AppConfig


class AgencyFilesConfig(AppConfig):
    name = "agencyfiles"
    default_auto_field = "django.db.models.BigAutoField"
