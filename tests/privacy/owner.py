"""The database as its owner sees it. For tests whose rows are committed."""

from contextlib import contextmanager

from django.conf import settings
from django.db import connection
from environ import Env

SIGN_IN = ("USER", "PASSWORD", "HOST", "PORT")


@contextmanager
def as_owner():
    web = {name: connection.settings_dict[name] for name in SIGN_IN}
    owner = Env.db_url_config(settings.OWNER_DATABASE_URL)
    sign_in_as(owner)
    try:
        yield
    finally:
        sign_in_as(web)


def sign_in_as(role):
    connection.close()
    connection.settings_dict.update({name: role[name] for name in SIGN_IN})
