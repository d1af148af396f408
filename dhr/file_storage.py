"""
Where received files lie: in a folder of this machine, or in a bucket of a server that speaks S3.

    FILES_URL=s3://bucket?endpoint=https://files.example&region=eu-west-2

The bucket is private and the app alone serves what lies in it. How the app proves itself there is
told by what clients of S3 share: `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or the machine.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.core.exceptions import ImproperlyConfigured

KNOWN = {"endpoint", "region", "encryption"}
EXAMPLE = "s3://bucket?endpoint=https://…&region=…&encryption=…, or nothing for DATA_DIR/files"
IN_MEMORY = 2 * 1024 * 1024  # bytes of one file; what is larger waits on the disk of this machine


def file_storage(url: str, *, folder: Path) -> dict[str, Any]:
    """
    Return the entry of Django's STORAGES for received files.

    Raises ImproperlyConfigured, with what is wanted, for an address that is not understood.
    """
    if not url:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": folder},
        }
    address = urlsplit(url)
    told = dict(parse_qsl(address.query))
    if address.scheme != "s3" or not address.hostname or told.keys() - KNOWN:
        raise ImproperlyConfigured(f"Set FILES_URL: {EXAMPLE}")
    if find_spec("storages") is None:
        raise ImproperlyConfigured("FILES_URL needs the packages of requirements.lock")
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": bucket(address.hostname, told)}


def bucket(name: str, told: dict[str, str]) -> dict[str, Any]:
    endpoint = told.get("endpoint")
    encryption = told.get("encryption")
    return {
        "bucket_name": name,
        "endpoint_url": endpoint,
        "region_name": told.get("region"),
        "addressing_style": "path" if endpoint else "auto",
        "signature_version": "s3v4",
        "default_acl": None,  # the bucket's own: private
        "object_parameters": {"ServerSideEncryption": encryption} if encryption else {},
        "file_overwrite": True,  # the name is the hash of the content
        "max_memory_size": IN_MEMORY,
    }
