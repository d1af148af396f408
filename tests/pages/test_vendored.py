"""What we serve from others: without their fonts and crests, and fit for fingerprinting."""

import io
import tarfile

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.management import CommandError, call_command

VENDORED = settings.BASE_DIR / "static" / "vendor"
CSS = (
    b"/*! Copyright (c) 2011 by Margaret Calvert. All rights reserved. */"
    b"@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff)}"
    b".a{font-family:GDS Transport,arial,sans-serif}"
    b".b{background:url(/assets/images/govuk-crest.svg)}"
    b".c{background:url(/assets/images/icon-document.svg)}"
    b"\n/*# sourceMappingURL=moj-frontend.min.css.map */"
)


def tarball(path, **files: bytes):
    with tarfile.open(path, "w:gz") as packed:
        for name, content in files.items():
            member = tarfile.TarInfo(f"package/moj/{name}")
            member.size = len(content)
            packed.addfile(member, io.BytesIO(content))
    return path


def test_vendor_frontend_leaves_out_what_we_may_not_use(tmp_path):
    packed = tarball(
        tmp_path / "moj.tgz",
        **{
            "moj-frontend.min.css": CSS,
            "moj-frontend.min.js": b"export{};//# sourceMappingURL=moj-frontend.min.js.map",
            "assets/images/icon-document.svg": b"<svg/>",
            "assets/images/govuk-crest.svg": b"<svg/>",
            "all.scss": b"",
        },
    )
    call_command("vendor_frontend", str(packed), "--into", str(tmp_path / "vendor"), verbosity=0)
    folder = tmp_path / "vendor" / "moj-frontend"
    written = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert written == {"moj-frontend.min.css", "moj-frontend.min.js", "images/icon-document.svg"}
    assert (folder / "moj-frontend.min.js").read_text() == "export{};\n"
    assert (folder / "moj-frontend.min.css").read_text() == (
        '.a{font-family:Helvetica,Arial,"Liberation Sans",sans-serif}'
        ".b{background:none}.c{background:url(images/icon-document.svg)}\n"
    )


def test_vendor_frontend_refuses_another_package(tmp_path):
    packed = tarball(tmp_path / "other.tgz", **{"readme.md": b""})
    with pytest.raises(CommandError, match=r"other\.tgz holds neither"):
        call_command("vendor_frontend", str(packed))


def test_vendor_frontend_refuses_a_link_in_place_of_a_file(tmp_path):
    with tarfile.open(tmp_path / "odd.tgz", "w:gz") as packed:
        member = tarfile.TarInfo("package/moj/moj-frontend.min.css")
        member.type = tarfile.DIRTYPE
        packed.addfile(member)
    with pytest.raises(CommandError, match="is not a file"):
        call_command("vendor_frontend", str(tmp_path / "odd.tgz"))


@pytest.mark.parametrize("path", sorted(VENDORED.rglob("*.min.*")), ids=lambda path: path.name)
def test_no_font_crest_or_absolute_address_is_served(path):
    text = path.read_text()
    for unwanted in ("GDS Transport", ".woff", "crest.svg", "crown.png", "/assets/", "sourceMap"):
        assert unwanted not in text, unwanted


def test_each_package_comes_with_its_licence():
    for folder in VENDORED.iterdir():
        assert "MIT License" in (folder / "LICENSE.txt").read_text()


@pytest.mark.slow
def test_every_static_file_can_be_fingerprinted(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    manifest = ManifestStaticFilesStorage(location=tmp_path).load_manifest()[0]
    assert "css/app.css" in manifest
    assert "vendor/moj-frontend/images/icon-document.svg" in manifest
