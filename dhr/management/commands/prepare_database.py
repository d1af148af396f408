from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from environ import Env

from agencies.operations import listed_bodies
from dhr import first_tables, history, row_policies, web_role
from reviews import access


class Command(BaseCommand):
    help = "Brings the tables up to date: their history, their locks, and who has which rights."
    requires_system_checks: list[str] = []  # they load every page, and a first start waits for it

    def handle(self, *args: Any, **options: Any) -> None:
        role = Env.db_url_config(settings.WEB_DATABASE_URL)["USER"]
        if not settings.AS_OWNER:
            raise CommandError("Set DATABASE_AS_OWNER=1: only the owner may change tables.")
        if role == connection.settings_dict["USER"]:
            raise CommandError("Name another role in WEB_DATABASE_URL: the owner may do too much.")
        first_tables.make(connection)
        call_command("migrate", interactive=False, verbosity=options["verbosity"])
        history.attach(connection)
        row_policies.attach(connection)
        web_role.grant(connection, role=role)
        access.renew_grants()
        listed_bodies.load()
