#!/bin/sh
# pyHanko 0.38.0: a signature by a self-signed certificate that is no trust anchor is a constraint of the chain that failed.
#
# ETSI EN 319 102-1 has NO_CERTIFICATE_CHAIN_FOUND for a signer whose certificate leads to no trust anchor, which is what
# pyHanko reports where an unknown authority has issued it. Where the signer has issued it himself, the same question (who
# vouches for this?) is answered by CHAIN_CONSTRAINTS_FAILURE, as for a certificate that may not be used for signing: a
# program that shows "this certificate is not for signing" for that indication tells an untruth.
#
# Seen:
#   by an unknown authority: NO_CERTIFICATE_CHAIN_FOUND
#   by the signer himself: CHAIN_CONSTRAINTS_FAILURE
#   not for signing: CHAIN_CONSTRAINTS_FAILURE
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
	pyhanko==0.38.0 pyhanko-certvalidator==0.33.0 cryptography==50.0.2
"$folder/venv/bin/python" - >"$folder/seen" 2>"$folder/errors" <<'PYTHON'
import asyncio
import datetime
import io

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

NOW = datetime.datetime.now(datetime.UTC)
DER, PKCS8 = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8


def issue(name, issuer=None, *, ca=False, signs=True):
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    by, by_key = issuer or (subject, key)
    usage = [signs and not ca, signs and not ca, not signs, False, False, ca, ca, False, False]
    builder = (
        x509.CertificateBuilder(by, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(NOW - datetime.timedelta(days=1))
        .not_valid_after(NOW + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(*usage), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by_key.public_key()), critical=False)
    )
    return builder.sign(by_key, hashes.SHA256()), key


def loaded(certificate):
    return asn1.Certificate.load(certificate.public_bytes(DER))


def reason(certificate, key, root):
    writer, blank = PdfFileWriter(), io.BytesIO()
    page = PageObject(contents=writer.add_object(StreamObject(stream_data=b"")), media_box=(0, 0, 9, 9))
    writer.insert_page(page)
    writer.write(blank)
    private = keys.PrivateKeyInfo.load(key.private_bytes(DER, PKCS8, serialization.NoEncryption()))
    signer = SimpleSigner(loaded(certificate), private, SimpleCertificateStore())
    signed = sign_pdf(IncrementalPdfFileWriter(blank), PdfSignatureMetadata(field_name="a"), signer)
    context = ValidationContext(trust_roots=[loaded(root)], allow_fetching=False)
    (signature,) = PdfFileReader(signed).embedded_signatures
    return asyncio.run(async_validate_pdf_signature(signature, context)).trust_problem_indic.name


known, other = issue("Known", ca=True), issue("Unknown", ca=True)


def by(authority):
    return authority[0].subject, authority[1]


print("by an unknown authority:", reason(*issue("A", by(other)), known[0]))
print("by the signer himself:", reason(*issue("A"), known[0]))
print("not for signing:", reason(*issue("A", by(known), signs=False), known[0]))
PYTHON
cat "$folder/seen"
cat >"$folder/expected" <<'EXPECTED'
by an unknown authority: NO_CERTIFICATE_CHAIN_FOUND
by the signer himself: CHAIN_CONSTRAINTS_FAILURE
not for signing: CHAIN_CONSTRAINTS_FAILURE
EXPECTED
cmp "$folder/seen" "$folder/expected"
