"""The documents of an agreement on its page."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from bantin.domain.model import Document, DocumentFacts, MachineReading, SignatureFacts, Trust
from bantin.domain.problems import LANGUAGES, Language
from bantin.index import index
from bantin.site import labels
from bantin.site.documents import document_views
from bantin.site.plan import plan
from bantin.site.views import ArticleView, DocumentView, SignatureView
from tests.index.contents import NOW, SITE, agreement, article, bulletin, content
from tests.site.plans import key_of, look

SIGNED, ANNEX = "content/documents/Bản ký.pdf", "content/documents/Phụ lục.CSV"
DOCUMENTS = (Document(SIGNED, "signed"), Document(ANNEX, "annex", "cd" * 32))
SIGNATURE = SignatureFacts(
    signer="Nguyễn Văn A",
    organisation="Cơ quan A",
    issuer="Tổ chức A",
    signed_at=datetime(2024, 5, 5, 20, 0, tzinfo=UTC),
    time_stamped=True,
    intact=True,
    covers_whole_file=True,
    trust=Trust.TRUSTED,
    trusted_by="Gốc {A}",
)
FACTS = DocumentFacts(SIGNED, 1_234_567, "ab" * 32, 12, (SIGNATURE,))


def views(*known: DocumentFacts, language: Language = "vi") -> tuple[DocumentView, ...]:
    return document_views(DOCUMENTS, known, bulletin(site=replace(SITE, language=language)).directory)


def test_of_documents_that_are_not_known_only_what_is_stated_is_reported() -> None:
    assert views() == (
        DocumentView("Bản ký", "Bản ký.pdf", "tai-lieu/ban-ky.pdf", "", None, "", (), unchecked=False),
        DocumentView("Phụ lục", "Phụ lục.CSV", "tai-lieu/phu-luc.csv", "", None, "cd" * 32, (), unchecked=False),
    )


def test_a_document_is_shown_by_its_size_its_pages_and_its_digest() -> None:
    first, second = views(DocumentFacts(ANNEX, 999, "cd" * 32), replace(FACTS, signatures=()))
    assert (first.size, first.pages, first.sha256, first.signatures) == ("1,2 MB", 12, "ab" * 32, ())
    assert (second.size, second.pages, second.sha256) == ("999 byte", None, "cd" * 32)
    assert views(FACTS, language="en")[0].size == "1.2 MB"


@pytest.mark.parametrize(
    ("confidence", "said"),
    [
        (91, "Bản quét; phần chữ để tìm kiếm do máy đọc, độ tin cậy 91%"),
        (None, "Bản quét; phần chữ để tìm kiếm do máy đọc, đã được người sửa lại"),
    ],
)
def test_words_that_a_machine_has_read_are_reported_as_such(confidence: int | None, said: str) -> None:
    scanned = replace(FACTS, reading=MachineReading("cd" * 32, confidence))
    assert [view.reading for view in views(scanned)] == [said, ""]


def test_a_signature_is_shown_in_the_time_of_the_site() -> None:
    (signature,) = views(FACTS)[0].signatures
    assert signature.on
    assert (signature.on.iso, signature.on.full) == ("2024-05-06T03:00:00+07:00", "Thứ Hai, 06/05/2024 03:00")
    assert replace(signature, on=None) == SignatureView(
        signer="Nguyễn Văn A",
        organisation="Cơ quan A",
        issuer="Tổ chức A",
        on=None,
        time_stamped=True,
        intact=True,
        covers_whole_file=True,
        changed_since=False,
        trust="chứng thư thuộc Gốc {A}, được trang này tin cậy; chưa kiểm tra việc thu hồi",
    )


def test_a_signature_of_an_unknown_time_has_none() -> None:
    (signature,) = views(replace(FACTS, signatures=(replace(SIGNATURE, signed_at=None),)))[0].signatures
    assert signature.on is None


def test_signatures_that_were_not_checked_are_reported() -> None:
    assert views(replace(FACTS, signatures=(), unchecked=True))[0].unchecked


@pytest.mark.parametrize("trust", Trust)
@pytest.mark.parametrize("language", LANGUAGES)
def test_only_a_configured_root_makes_a_signature_trusted(trust: Trust, language: Language) -> None:
    """And nothing is ever called valid."""
    known = replace(FACTS, signatures=(replace(SIGNATURE, trust=trust, trusted_by=""),))
    (signature,) = views(known, language=language)[0].signatures
    words = signature.trust.lower()
    if trust is not Trust.TRUSTED:
        assert words != labels.TRUST[Trust.TRUSTED].text(language).format(root="").lower()
    assert words == labels.TRUST[trust].text(language).format(root="").lower()
    assert "hợp lệ" not in words
    assert "valid" not in words


def test_a_page_is_rebuilt_when_more_is_known_of_its_documents() -> None:
    one = article(agreement=agreement(documents=DOCUMENTS))
    keys = set()
    for known in ({}, {SIGNED: FACTS}, {SIGNED: replace(FACTS, pages=13)}):
        made = index(replace(content(one), documents=known), NOW)
        checked = plan(made, frozenset({SIGNED, ANNEX}))
        assert checked.value
        (seen,) = [seen for seen in look(checked.value, made, {}).pages if isinstance(seen.view, ArticleView)]
        assert isinstance(seen.view, ArticleView)
        assert seen.view.agreement
        assert seen.view.agreement.documents == document_views(DOCUMENTS, known.values(), made.directory)
        keys.add(key_of(seen.page))
    assert len(keys) == 3
