"""Certificate authorities, signers and signed PDFs for tests, with generated keys."""

import io
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Literal

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from msgspec import Struct
from pyhanko.pdf_utils.generic import NumberObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

SIGNED_AT = datetime(2024, 5, 6, 3, 4, 5, tzinfo=UTC)
YEAR = timedelta(days=365)
A, B = "Tổ chức chứng thực A", "Tổ chức chứng thực B"
GOOD_UNTIL = SIGNED_AT + 4 * YEAR


Purpose = Literal["issue", "sign", "stamp", "serve"]
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


class Holder(Struct, frozen=True):
    """A key, and the certificate that an authority has issued for it."""

    certificate: x509.Certificate
    key: Key

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


@cache
def authority(name: str) -> Holder:
    """The root of a made-up authority."""
    return namesake(name)


def namesake(name: str) -> Holder:
    """The root of another authority with the same name."""
    return _issue(name, None, SIGNED_AT - 4 * YEAR, SIGNED_AT + 16 * YEAR, "issue")


@cache
def self_signer() -> Holder:
    """A signer whose certificate is self-signed."""
    return _issue("Tự ký", None, SIGNED_AT - YEAR, GOOD_UNTIL)


@cache
def signer(name: str = "Nguyễn Văn A", by: str = A, until: datetime = GOOD_UNTIL) -> Holder:
    """A signer with a certificate from the authority ``by``, valid ``until`` a time."""
    return _issue(name, authority(by), SIGNED_AT - YEAR, until)


@cache
def stamper(by: str = A) -> Holder:
    """A time-stamping service with a certificate from the authority ``by``."""
    return _issue("Dấu thời gian", authority(by), SIGNED_AT - YEAR, GOOD_UNTIL, "stamp")


@cache
def small_key() -> Holder:
    """A signer with a short key, which was once considered long enough."""
    key = rsa.generate_private_key(65537, 1024)
    return _issue("Khóa ngắn", authority(A), SIGNED_AT - YEAR, GOOD_UNTIL, key=key)


@cache
def unlicensed() -> Holder:
    """A signer whose certificate does not allow signing."""
    return _issue("Máy chủ", authority(A), SIGNED_AT - YEAR, GOOD_UNTIL, "serve")


def signed(
    data: bytes,
    holder: Holder,
    *,
    field: str = "Chữ ký",
    at: datetime = SIGNED_AT,
    stamped_by: Holder | None = None,
    digest: str = "sha256",
) -> bytes:
    """``data`` signed by PAdES ``at`` a time, with a time stamp of that time if ``stamped_by`` is given.

    Encrypted PDFs must open without a password.
    """
    simple = SimpleSigner(_certificate(holder), _key(holder), SimpleCertificateStore())
    stamper = DummyTimeStamper(_certificate(stamped_by), _key(stamped_by), fixed_dt=at) if stamped_by else None
    metadata = PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm=digest)
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    if writer.prev.encrypted:
        writer.encrypt("")
    _Signer(at, metadata, simple, timestamper=stamper).sign_pdf(writer, output=out)
    return out.getvalue()


def added_to(data: bytes) -> bytes:
    """``data`` with its first page rotated after signing; the signed bytes are unchanged."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    page = writer.root["/Pages"]["/Kids"].raw_get(0).get_object()
    page[pdf_name("/Rotate")] = NumberObject(90)
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class _Signer(PdfSigner):
    """Signs with a given time instead of the current one."""

    def __init__(self, at: datetime, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._at = at

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._at
        return session


def _issue(
    name: str,
    issuer: Holder | None,
    since: datetime,
    until: datetime,
    purpose: Purpose = "sign",
    *,
    key: Key | None = None,
) -> Holder:
    # The time-stamping service for tests supports no other algorithm.
    key = key or (
        rsa.generate_private_key(65537, 2048) if purpose == "stamp" else ec.generate_private_key(ec.SECP256R1())
    )
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Cơ quan A"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=purpose == "issue", path_length=None), critical=True)
        .add_extension(_usage(purpose), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key((issuer.key if issuer else key).public_key()),
            critical=False,
        )
    )
    if purpose == "stamp":
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return Holder(builder.sign(issuer.key if issuer else key, hashes.SHA256()), key)


def _usage(purpose: Purpose) -> x509.KeyUsage:
    signs = purpose in ("sign", "stamp")
    return x509.KeyUsage(
        digital_signature=signs,
        content_commitment=signs,
        key_encipherment=purpose == "serve",
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=purpose == "issue",
        crl_sign=purpose == "issue",
        encipher_only=False,
        decipher_only=False,
    )


def _certificate(holder: Holder) -> asn1.Certificate:
    return asn1.Certificate.load(holder.der)


def _key(holder: Holder) -> keys.PrivateKeyInfo:
    plain = serialization.NoEncryption()
    return keys.PrivateKeyInfo.load(
        holder.key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, plain)
    )
