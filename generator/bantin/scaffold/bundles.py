"""Taking what the editors' desk runs on out of the packages that it comes in."""

import base64
import hashlib
import io
import tarfile

from bantin.site.cms import Bundle


class WrongSum(Exception):
    """The bytes are not those of the package that was asked for."""


def unpack(bundle: Bundle, package: bytes) -> bytes:
    """The file of ``bundle`` in the bytes of its ``package``, which are checked first. Raises ``WrongSum``."""
    kind, _, stated = bundle.integrity.partition("-")
    if base64.b64encode(hashlib.new(kind, package).digest()).decode() != stated:
        raise WrongSum(bundle.package)
    with tarfile.open(fileobj=io.BytesIO(package), mode="r:gz") as archive:
        file = archive.extractfile(f"package/{bundle.path}")
        if file is None:
            raise WrongSum(bundle.package)
        return file.read()
