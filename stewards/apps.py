from django.apps import AppConfig


class StewardsConfig(AppConfig):
    name = "stewards"
    default_auto_field = "django.db.models.BigAutoField"
