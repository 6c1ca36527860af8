"""What is found out of the files that agreements refer to, as opposed to what is said of them."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Trust(StrEnum):
    """Whether the certificate of a signature leads to one of the roots that the bulletin trusts.

    ``UNCHECKED`` where none is configured. ``EXPIRED`` is a certificate that leads to one but whose time is over, with
    nothing but the signer's word that it was still good when the signature was made. ``WEAK`` is a signature by an
    algorithm that is no longer held safe (SHA-1, RSA of 1,024 bits), and ``UNSUITABLE`` one with a certificate that was
    not issued for this: whom they lead to is not asked then. Whether a certificate was revoked is never told: that
    takes a network. The reasons are those of ETSI EN 319 102-1.
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
    if it is ``time_stamped``, else what the signer's own clock said; ``None`` where neither is given.

    It is ``intact`` if what it covers is as it was signed. It ``covers_whole_file`` unless the file was added to
    afterwards, as every further signature does; ``changed_since`` tells that this was more than signatures, time stamps
    and what the signer left open. ``trusted_by`` is the root that its certificate leads to, ``good_until`` the end of
    the time that the certificate is good for.
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


class DocumentFacts(Struct, frozen=True, array_like=True):
    """A document as it is: its path from the root of the bulletin, its size in bytes and its SHA-256, in hexadecimal.

    ``pages`` and ``signatures`` are known of PDFs only. ``unchecked`` tells that it is signed, but that its signatures
    could not be looked at, or not all.
    """

    path: str
    size: int
    sha256: str
    pages: int | None = None
    signatures: tuple[SignatureFacts, ...] = ()
    unchecked: bool = False
