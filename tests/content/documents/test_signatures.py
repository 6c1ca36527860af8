"""Digital signatures: signer, time, integrity, and trust."""

from datetime import timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.content.documents.signatures import read_signatures
from bantin.domain.model import SignatureFacts, Trust
from tests.conftest import examples
from tests.content.documents.authorities import (
    GOOD_UNTIL,
    SIGNED_AT,
    YEAR,
    A,
    B,
    added_to,
    authority,
    namesake,
    self_signer,
    signed,
    signer,
    small_key,
    stamper,
    unlicensed,
)
from tests.content.documents.pdfs import pdf, protected

PLAIN = pdf("Quy chế phối hợp")
ROOTS = (authority(A).der,)


def only(data: bytes, roots: tuple[bytes, ...] = ROOTS) -> SignatureFacts:
    found = read_signatures(data, roots)
    assert found.all
    (facts,) = found.facts
    return facts


def test_a_pdf_without_signatures_has_none() -> None:
    found = read_signatures(PLAIN, ROOTS)
    assert (found.facts, found.all) == ((), True)


def test_a_signature_tells_who_signed_and_when_and_who_vouches_for_it() -> None:
    assert only(signed(PLAIN, signer())) == SignatureFacts(
        signer="Nguyễn Văn A",
        organisation="Cơ quan A",
        issuer="Tổ chức chứng thực A",
        signed_at=SIGNED_AT,
        time_stamped=False,
        intact=True,
        covers_whole_file=True,
        changed_since=False,
        trust=Trust.TRUSTED,
        trusted_by="Tổ chức chứng thực A",
        good_until=GOOD_UNTIL,
    )


def test_nobody_vouches_for_a_signature_where_no_root_is_trusted() -> None:
    """Not even the roots that the machine trusts."""
    facts = only(signed(PLAIN, signer()), ())
    assert (facts.intact, facts.trust, facts.trusted_by) == (True, Trust.UNCHECKED, "")


def test_a_signature_by_the_leave_of_another_authority_is_not_trusted() -> None:
    other = authority(B).der
    facts = only(signed(PLAIN, signer()), (other,))
    assert (facts.intact, facts.trust, facts.trusted_by) == (True, Trust.UNTRUSTED, "")
    assert only(signed(PLAIN, signer()), (other, *ROOTS)).trust is Trust.TRUSTED


def test_an_authority_of_the_same_name_is_another_one() -> None:
    assert only(signed(PLAIN, signer()), (namesake(A).der,)).trust is Trust.UNTRUSTED


def test_who_signs_by_a_certificate_of_his_own_is_not_trusted() -> None:
    facts = only(signed(PLAIN, self_signer()))
    assert (facts.signer, facts.trust) == ("Tự ký", Trust.UNTRUSTED)


def test_a_change_of_what_was_signed_is_seen() -> None:
    data = signed(pdf("Mười triệu đồng"), signer())
    forged = data.replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 843]")
    facts = only(forged)
    assert (facts.intact, facts.trust, facts.trusted_by) == (False, Trust.UNTRUSTED, "")


@settings(max_examples=examples(15), deadline=None)
@given(st.data())
def test_no_byte_that_was_signed_can_be_changed(data: st.DataObject) -> None:
    whole = _signed_once()
    begins, ends = whole.index(b"/Contents <") + len(b"/Contents <"), whole.index(b">", whole.index(b"/Contents <"))
    position = data.draw(st.integers(0, len(whole) - 1).filter(lambda place: not begins <= place < ends))
    byte = data.draw(st.integers(0, 255).filter(lambda other: other != whole[position]))
    try:
        found = read_signatures(whole[:position] + bytes([byte]) + whole[position + 1 :], ROOTS)
    except Exception:  # noqa: BLE001 - no longer a PDF: the process for it says so
        return
    assert not any(facts.intact and facts.covers_whole_file for facts in found.facts)


@cache
def _signed_once() -> bytes:
    return signed(PLAIN, signer())


def test_what_is_added_after_signing_is_seen() -> None:
    facts = only(added_to(signed(PLAIN, signer())))
    assert facts.intact
    assert not facts.covers_whole_file
    assert facts.changed_since


def test_a_second_signature_changes_nothing_for_the_first() -> None:
    later = SIGNED_AT + timedelta(days=1)
    twice = signed(signed(PLAIN, signer()), signer("Trần Thị B"), field="Chữ ký 2", at=later)
    first, second = read_signatures(twice, ROOTS).facts
    assert (first.signer, second.signer) == ("Nguyễn Văn A", "Trần Thị B")
    assert (first.intact, first.covers_whole_file, first.changed_since) == (True, False, False)
    assert (second.intact, second.covers_whole_file, second.signed_at) == (True, True, later)
    assert first.trust is second.trust is Trust.TRUSTED


def test_a_certificate_that_had_expired_when_it_was_signed_with_is_reported_as_such() -> None:
    late = signer("Hết Hạn", until=SIGNED_AT - timedelta(days=1))
    facts = only(signed(PLAIN, late))
    assert (facts.intact, facts.trust, facts.trusted_by) == (True, Trust.EXPIRED, "")
    assert facts.good_until == SIGNED_AT - timedelta(days=1)


def test_an_old_algorithm_is_the_reason_and_not_the_root() -> None:
    old, short = only(signed(PLAIN, signer(), digest="sha1")), only(signed(PLAIN, small_key()))
    for facts in (old, short):
        assert (facts.intact, facts.trust, facts.trusted_by) == (True, Trust.WEAK, "")
    assert only(signed(PLAIN, signer(), digest="sha1"), ()).trust is Trust.UNCHECKED


def test_a_certificate_that_is_not_for_signing_is_reported_as_such() -> None:
    assert only(signed(PLAIN, unlicensed())).trust is Trust.UNSUITABLE


@pytest.mark.parametrize("algorithm", ["AES-256", "AES-128", "RC4-128"])
def test_what_is_encrypted_against_changes_is_signed_all_the_same(algorithm: str) -> None:
    facts = only(signed(protected(PLAIN, "", algorithm), signer()))
    assert (facts.signer, facts.intact, facts.trust) == ("Nguyễn Văn A", True, Trust.TRUSTED)


def test_a_time_stamp_tells_the_time_by_more_than_the_word_of_the_signer() -> None:
    facts = only(signed(PLAIN, signer(), stamped_by=stamper()))
    assert (facts.signed_at, facts.time_stamped, facts.trust) == (SIGNED_AT, True, Trust.TRUSTED)


def test_a_time_stamp_that_nobody_vouches_for_is_the_word_of_the_signer() -> None:
    facts = only(signed(PLAIN, signer(), stamped_by=stamper(B)))
    assert (facts.signed_at, facts.time_stamped, facts.trust) == (SIGNED_AT, False, Trust.TRUSTED)


def test_an_untrusted_time_stamp_does_not_move_the_time_into_that_of_the_certificate() -> None:
    late = signer("Hết Hạn", until=SIGNED_AT - timedelta(days=1))
    data = signed(PLAIN, late, stamped_by=stamper(B))
    assert only(data).trust is Trust.EXPIRED


def test_nobody_is_called_what_cannot_be_shown() -> None:
    facts = only(signed(PLAIN, authority("A\u202e\x00\n" + "b" * 40)), ())
    assert facts.signer == facts.issuer == "A" + "b" * 40


def test_a_signature_of_an_unknown_kind_is_not_passed_over() -> None:
    data = signed(PLAIN, signer()).replace(b"/ETSI.CAdES.detached", b"/EXTRA.CAdES.detached")
    found = read_signatures(data, ROOTS)
    assert (found.facts, found.all) == ((), False)


def test_a_signature_that_is_no_signature_does_not_hide_another() -> None:
    twice = signed(signed(PLAIN, signer()), signer("Trần Thị B"), field="Chữ ký 2", at=SIGNED_AT + YEAR)
    start = twice.index(b"/Contents <") + len(b"/Contents <")
    spoilt = twice[:start] + b"00" * 40 + twice[start + 80 :]
    found = read_signatures(spoilt, ROOTS)
    assert not found.all
    assert [facts.signer for facts in found.facts] == ["Trần Thị B"]
