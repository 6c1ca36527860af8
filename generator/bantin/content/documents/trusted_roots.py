"""VALIDATE: the root certificates of the authorities that the bulletin trusts, to check signatures against."""

from collections.abc import Iterable
from pathlib import Path

from bantin.content.discover import CONTENT, read
from bantin.content.files import LARGEST_TEXT, SITE
from bantin.content.paths import resolve
from bantin.content.problems import documents as problems
from bantin.content.problems import references, values
from bantin.domain.model import NamedFile
from bantin.domain.problems import Checked, Problem

_PEM = b"-----BEGIN CERTIFICATE-----"


def read_roots(root: Path, trusted: Iterable[NamedFile], files: frozenset[str]) -> Checked[tuple[bytes, ...]]:
    """Reads the certificates (RFC 5280) in the files that ``site.yml`` names: in DER, sorted by their bytes.

    ``files`` are the paths of all files of the content folder.
    """
    certificates: set[bytes] = set()
    reported: list[Problem] = []
    for one in trusted:
        checked = _read(root, one, files)
        certificates.update(checked.value or ())
        reported += checked.problems
    return Checked(tuple(sorted(certificates)), tuple(reported))


def _read(root: Path, trusted: NamedFile, files: frozenset[str]) -> Checked[list[bytes]]:
    at = trusted.place.within(SITE)
    path = resolve(trusted.file, CONTENT)
    if path is None:
        return Checked(None, (values.BAD_PATH.at(at, value=trusted.file),))
    if path not in files:
        return Checked(None, (references.NO_SUCH_FILE.at(at, path=path),))
    data = read(root, path, LARGEST_TEXT)
    if data.value is None:
        return Checked(None, data.problems)
    certificates = _certificates(data.value)
    return Checked(certificates, () if certificates else (problems.BAD_ROOT.at(at, path=path),))


def _certificates(data: bytes) -> list[bytes]:
    """The certificates of authorities among those in ``data``, which is PEM (RFC 7468) or DER."""
    import ssl  # imported lazily: slow to load, and few bulletins need it

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cadata=data.decode("ascii") if _PEM in data else data)
    except (ssl.SSLError, ValueError):
        return []
    return context.get_ca_certs(binary_form=True)
