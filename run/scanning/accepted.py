"""The findings that we accept, each with its reason. Whatever is not here fails the scan."""

from run.scanning.findings import Accepted

ACCEPTED: tuple[Accepted, ...] = ()
