from django.apps import AppConfig

from privacy.keys import keys


class PrivacyConfig(AppConfig):
    name = "privacy"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Do not start with keys that cannot be used."""
        keys()
