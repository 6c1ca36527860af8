"""Extraction of the CMS scripts from their npm packages."""

import base64
import hashlib
import io
import tarfile

from bantin.site.cms import Bundle


class WrongSum(Exception):
    """The package does not have the expected checksum, or lacks the expected file."""


def unpack(bundle: Bundle, package: bytes) -> bytes:
    """Extracts the file of ``bundle`` from the bytes of its ``package`` after checking these. Raises ``WrongSum``."""
    kind, _, stated = bundle.integrity.partition("-")
    if base64.b64encode(hashlib.new(kind, package).digest()).decode() != stated:
        raise WrongSum(bundle.package)
    with tarfile.open(fileobj=io.BytesIO(package), mode="r:gz") as archive:
        file = archive.extractfile(f"package/{bundle.path}")
        if file is None:
            raise WrongSum(bundle.package)
        return file.read()
