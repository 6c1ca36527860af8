"""Checks the digital signatures in a PDF (PAdES, ETSI EN 319 142). Runs only in the sandbox, without network."""

import asyncio
import io
from collections.abc import Sequence
from datetime import datetime

from asn1crypto import x509
from msgspec import Struct
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate, AdESSubIndic
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import InvalidCertificateError

from bantin.domain.model import SignatureFacts, Trust

# Certificates for signing have either of the two usages; only some have both.
_FOR_SIGNING = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False)
_LONGEST_NAME = 200
_REASONS: dict[AdESSubIndic | None, Trust] = {
    AdESIndeterminate.EXPIRED: Trust.EXPIRED,
    AdESIndeterminate.OUT_OF_BOUNDS_NO_POE: Trust.EXPIRED,
    AdESIndeterminate.OUT_OF_BOUNDS_NOT_REVOKED: Trust.EXPIRED,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE: Trust.WEAK,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE: Trust.WEAK,
}


class Signatures(Struct, frozen=True):
    """The readable signatures of a PDF, in the order of signing, and whether these are ``all``."""

    facts: tuple[SignatureFacts, ...]
    all: bool


def read_signatures(data: bytes, roots: Sequence[bytes]) -> Signatures:
    """Reads the signatures of the PDF ``data``, and checks them against the certificates ``roots`` (DER), if any."""
    reader = PdfFileReader(io.BytesIO(data), strict=False)
    if reader.encrypted:
        # Usually protected against changes only: opening it takes no password.
        reader.decrypt("")
    found: list[tuple[int, SignatureFacts]] = []
    complete = True
    for name, _value, field in enumerate_sig_fields(reader, filled_status=True):
        try:
            signature = EmbeddedPdfSignature(reader, field, name)
            if signature.sig_object_type == "/Sig":
                found.append((signature.signed_revision, _facts(signature, roots)))
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - a broken signature raises anything, and is reported as unreadable
            complete = False
    return Signatures(tuple(facts for _, facts in sorted(found, key=lambda one: one[0])), complete)


def _facts(signature: EmbeddedPdfSignature, roots: Sequence[bytes]) -> SignatureFacts:
    stamped, claimed = _stamped_at(signature), _aware(signature.self_reported_timestamp)
    certificate = signature.signer_cert
    otherwise = claimed or certificate.not_valid_before
    status = _validate(signature, roots, stamped or otherwise)
    stamp = status.timestamp_validity
    time_stamped = bool(stamp and stamp.intact and stamp.valid and (stamp.trusted or not roots))
    if stamped and not time_stamped:
        status = _validate(signature, roots, otherwise)
    whole = status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    anchor, good_until = _path(status)
    return SignatureFacts(
        signer=_name(certificate.subject, "common_name") or _shown(certificate.subject.human_friendly),
        organisation=_name(certificate.subject, "organization_name"),
        issuer=_name(certificate.issuer, "common_name"),
        signed_at=stamped if time_stamped else claimed,
        time_stamped=time_stamped,
        intact=status.intact and status.valid,
        covers_whole_file=whole,
        changed_since=not whole and not status.docmdp_ok,
        trust=_trust(status) if roots else Trust.UNCHECKED,
        trusted_by=anchor if status.trusted else "",
        good_until=good_until or certificate.not_valid_after,
    )


def _validate(signature: EmbeddedPdfSignature, roots: Sequence[bytes], moment: datetime) -> PdfSignatureStatus:
    # Without this list, the system's roots would be used, which differ between machines.
    trusted = [x509.Certificate.load(root) for root in roots]
    context = ValidationContext(trust_roots=trusted, moment=moment, allow_fetching=False)
    return asyncio.run(async_validate_pdf_signature(signature, context, key_usage_settings=_FOR_SIGNING))


def _trust(status: PdfSignatureStatus) -> Trust:
    if status.trusted:
        return Trust.TRUSTED
    reason = status.trust_problem_indic
    if reason is AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE and not _is_for_signing(status.signing_cert):
        return Trust.UNSUITABLE
    return _REASONS.get(reason, Trust.UNTRUSTED)


def _is_for_signing(certificate: x509.Certificate) -> bool:
    try:
        _FOR_SIGNING.validate(certificate)
    except InvalidCertificateError:
        return False
    return True


def _path(status: PdfSignatureStatus) -> tuple[str, datetime | None]:
    """The name of the root of the certificate's chain, and the time until which the whole chain is valid."""
    if status.validation_path is None:
        return "", None
    certificates = [one for one in status.validation_path if isinstance(one, x509.Certificate)]
    until = min((one.not_valid_after for one in certificates), default=None)
    anchor: x509.Name = status.validation_path.trust_anchor.authority.name
    return _name(anchor, "common_name") or _shown(anchor.human_friendly), until


def _stamped_at(signature: EmbeddedPdfSignature) -> datetime | None:
    """The time in a time stamp of the signature (RFC 3161), which is not validated here."""
    for token in extract_tst_data_iter(signature.signer_info, signed=False):
        moment: datetime = token["encap_content_info"]["content"].parsed["gen_time"].native
        return moment
    return None


def _aware(moment: datetime | None) -> datetime | None:
    """``moment``, if it has a time zone: otherwise it is ambiguous."""
    return moment if moment and moment.tzinfo else None


def _name(name: x509.Name, part: str) -> str:
    """A part of a name in printable form; several values are joined by commas."""
    value = name.native.get(part, "")
    return _shown(value if isinstance(value, str) else ", ".join(map(str, value)))


def _shown(text: str) -> str:
    # A self-made certificate may contain any name.
    return "".join(filter(str.isprintable, text))[:_LONGEST_NAME]
