"""What the app is told, through its environment. docs/DEVELOPERS.md explains each variable."""

import os
from collections.abc import Mapping

from run import scanner
from run.folder import Folder
from run.servers import Servers
from run.static import place

HOST = "127.0.0.1"
DEFAULT_PORT = 8000
OURS = ("DEMONSTRATION", "DATABASE_AS_OWNER")  # nobody else may say so


def environment(
    folder: Folder,
    servers: Servers,
    *,
    port: int | None = None,
    given: Mapping[str, str] = os.environ,
) -> dict[str, str]:
    """
    Return what was given, and what run.py says itself.

    port: where the app answers; without it, where the app of this folder last did.
    """
    told = {
        "SECRET_KEY": folder.secret_key(),
        "FIELD_KEYS": folder.field_keys(),
        "BASE_URL": address(port or folder.port or DEFAULT_PORT),
        **{name: value for name, value in given.items() if name not in OURS},
        **servers.environment(),
        **scanner.address(given),
        "DATA_DIR": str(folder.path),
        "STATIC_ROOT": str(place()),
        "DJANGO_SETTINGS_MODULE": "dhr.settings",
    }
    if servers.postgres:  # only a database of our own making may hold invented people
        told["DEMONSTRATION"] = "1"
    return told


def address(port: int) -> str:
    return f"http://{HOST}:{port}"
