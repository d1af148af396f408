from django.apps import AppConfig


class ChronologiesConfig(AppConfig):
    name = "chronologies"
    default_auto_field = "django.db.models.BigAutoField"
