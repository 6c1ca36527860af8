"""Facts read from the files that agreements refer to, as opposed to what the front matter says of them."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Trust(StrEnum):
    """Whether the certificate of a signature leads to one of the roots that the bulletin trusts.

    ``UNCHECKED``: no root is configured. ``EXPIRED``: the certificate leads to a root but has expired, and only the
    signer's own clock says that it was valid at the time of signing. ``WEAK``: the algorithm is no longer considered
    safe (SHA-1, RSA of 1,024 bits). ``UNSUITABLE``: the certificate was not issued for signing. For these two it is not
    checked which root they lead to. Revocation is never checked, since that takes a network. The reasons are those of
    ETSI EN 319 102-1.
    """

    UNCHECKED = "unchecked"
    TRUSTED = "trusted"
    EXPIRED = "expired"
    WEAK = "weak"
    UNSUITABLE = "unsuitable"
    UNTRUSTED = "untrusted"


class SignatureFacts(Struct, frozen=True, array_like=True):
    """A digital signature in a document (PAdES, ETSI EN 319 142).

    ``signer``, ``organisation`` and ``issuer`` are names in the certificate. ``signed_at`` is the time of a time stamp
    if it is ``time_stamped``, else that of the signer's own clock; ``None`` if neither is given.

    It is ``intact`` if the bytes that it covers are unchanged. It ``covers_whole_file`` unless something was appended
    later, as every further signature does; ``changed_since`` is true if that was more than signatures, time stamps and
    changes that the signer permitted. ``trusted_by`` is the root that its certificate leads to, ``good_until`` the end
    of the certificate's validity.
    """

    signer: str
    organisation: str = ""
    issuer: str = ""
    signed_at: datetime | None = None
    time_stamped: bool = False
    intact: bool = False
    covers_whole_file: bool = False
    changed_since: bool = False
    trust: Trust = Trust.UNCHECKED
    trusted_by: str = ""
    good_until: datetime | None = None


class MachineReading(Struct, frozen=True, array_like=True):
    """The recognised text of a scanned PDF, from the file beside it with this SHA-256.

    ``confidence`` is that of the text recognition, in percent; ``None`` if people have corrected every page.
    """

    digest: str
    confidence: int | None = None


class DocumentFacts(Struct, frozen=True, array_like=True):
    """A document file: its path from the root of the bulletin, its size in bytes and its SHA-256, in hexadecimal.

    ``pages`` and ``signatures`` are known for PDFs only. ``unchecked`` is true if the document is signed but not all of
    its signatures could be checked. It ``has_words`` if it is a PDF with words to search; a scanned one has none, but
    perhaps a ``reading`` by a machine.
    """

    path: str
    size: int
    sha256: str
    pages: int | None = None
    signatures: tuple[SignatureFacts, ...] = ()
    unchecked: bool = False
    has_words: bool = False
    reading: MachineReading | None = None

    @property
    def is_searched(self) -> bool:
        """Whether its pages have words to search."""
        return self.has_words or self.reading is not None
