"""
Unpack GOV.UK Frontend and MoJ Frontend into static/vendor, without what we may not use.

The fonts, the crown and the crest belong to gov.uk; docs/vendored.md says more.
"""

import re
import tarfile
from argparse import ArgumentParser
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

OUR_FONTS = 'Helvetica,Arial,"Liberation Sans",sans-serif'
BUILT = re.compile(r"^package/(dist/govuk|moj)/(govuk|moj)-frontend\.min\.(css|js)$")
IMAGE = re.compile(r"url\(/assets/images/([\w.-]+)\)")
BRANDED = re.compile(r"url\(/assets/images/[\w.-]*(?:crest|crown)[\w.-]*\)")
REMOVED = [
    re.compile(r"@font-face\{[^}]*\}"),
    re.compile(r"/\*![^*]*Margaret Calvert[^*]*\*/"),
    re.compile(r"/\*# sourceMappingURL=[^*]*\*/"),
    re.compile(r"//# sourceMappingURL=.*$", re.MULTILINE),
]


def without_brand(text: str) -> str:
    """Return a stylesheet or script as we may serve it, from beside its own images."""
    for pattern in REMOVED:
        text = pattern.sub("", text)
    text = text.replace("GDS Transport,arial,sans-serif", OUR_FONTS)
    text = BRANDED.sub("none", text)
    return IMAGE.sub(r"url(images/\1)", text).strip() + "\n"


class Command(BaseCommand):
    help = "Unpack govuk-frontend and @ministryofjustice/frontend as `npm pack` gives them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("tarballs", nargs="+", type=Path)
        parser.add_argument("--into", type=Path, default=settings.BASE_DIR / "static" / "vendor")

    def handle(self, *, tarballs: list[Path], into: Path, **_options: object) -> None:
        for path in tarballs:
            with tarfile.open(path) as tarball:
                written = unpack(tarball, into)
            if not written:
                raise CommandError(f"{path.name} holds neither frontend's built files")
            self.stdout.write(f"{path.name}: {len(written)} files")


def unpack(tarball: tarfile.TarFile, into: Path) -> list[Path]:
    """Write the built stylesheet and script, and the images that the stylesheet names."""
    written = []
    for name in tarball.getnames():
        if built := BUILT.match(name):
            folder = into / f"{built[2]}-frontend"
            text = read(tarball, name).decode()
            written.append(write(folder / PurePosixPath(name).name, without_brand(text).encode()))
            for image in sorted(set(IMAGE.findall(BRANDED.sub("", text)))):
                inside = f"package/{built[1]}/assets/images/{image}"
                written.append(write(folder / "images" / image, read(tarball, inside)))
    return written


def read(tarball: tarfile.TarFile, name: str) -> bytes:
    member = tarball.extractfile(name)
    if member is None:
        raise CommandError(f"{name} is not a file")
    return member.read()


def write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
