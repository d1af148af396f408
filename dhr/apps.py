from django.apps import AppConfig


class DhrConfig(AppConfig):
    name = "dhr"

    def ready(self) -> None:
        """Register tasks in the web process too: `messaging.queue.later` looks them up by name."""
        from dhr.celery import app

        app.autodiscover_tasks(force=True)
