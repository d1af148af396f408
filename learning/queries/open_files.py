"""What lies ready on the public page: only while it says what stands published."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from learning.queries.open_data import fingerprint
from privacy.row_locks import lifted


@dataclass(frozen=True)
class Ready:
    """The files as they were made last."""

    made_at: datetime
    reviews: int
    sizes: dict[str, int]
    folder: Path

    @property
    def files(self) -> list[tuple[str, int]]:
        return sorted(self.sizes.items(), reverse=True)

    def path(self, form: str) -> Path:
        return self.folder / f"learning.{form}"


def ready() -> Ready | None:
    """Return the files; None before they are made, and while they hold what was taken down."""
    folder = Path(settings.DATA_DIR) / "open-data"
    try:
        stamp = json.loads((folder / "made.json").read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    with lifted():  # it holds what anybody may read, and nobody is signed in
        if stamp["fingerprint"] != fingerprint():
            return None
    made_at = datetime.fromisoformat(stamp["made_at"])
    return Ready(made_at, stamp["reviews"], stamp["sizes"], folder)


def schema() -> bytes:
    """Return the JSON Schema of the set, as the documentation has it."""
    return (Path(settings.BASE_DIR) / "docs" / "learning-schema.json").read_bytes()
