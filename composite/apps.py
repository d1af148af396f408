from django.apps import AppConfig


class CompositeConfig(AppConfig):
    name = "composite"
    default_auto_field = "django.db.models.BigAutoField"
