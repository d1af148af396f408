from django.apps import AppConfig


class PostofficeConfig(AppConfig):
    name = "postoffice"
    default_auto_field = "django.db.models.BigAutoField"
