"""What the app is told, through its environment. docs/DEVELOPERS.md explains each variable."""

import os

from run import static
from run.folder import Folder
from run.servers import Servers

HOST = "127.0.0.1"
DEFAULT_PORT = "8000"
OURS = ("DEMONSTRATION", "DATABASE_AS_OWNER")  # set by nobody else


def environment(folder: Folder, servers: Servers) -> dict[str, str]:
    told = {
        "SECRET_KEY": folder.secret_key(),
        "BASE_URL": address(folder),
        "STATIC_ROOT": str(static.place()),
        **{name: value for name, value in os.environ.items() if name not in OURS},
        **servers.environment(),
        "DATA_DIR": str(folder.path),
        "DJANGO_SETTINGS_MODULE": "dhr.settings",
    }
    if servers.postgres:  # only a database of our own making may hold invented people
        told["DEMONSTRATION"] = "1"
    return told


def address(folder: Folder) -> str:
    """Return where the app of this folder answers, or would: as told, or as it last did."""
    if port := os.environ.get("PORT"):
        return f"http://{HOST}:{port}"
    return folder.address or f"http://{HOST}:{DEFAULT_PORT}"
