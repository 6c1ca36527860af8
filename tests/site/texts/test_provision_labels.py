"""Labels of provisions, and their written numbers."""

import pytest

from bantin.domain.model import Provision, ProvisionKind
from bantin.domain.provisions.reading import read_text
from bantin.site.texts.provision_labels import PROVISION_KINDS, labelled, provision_label, written_number

K = ProvisionKind


@pytest.mark.parametrize(
    ("kind", "number", "label", "written", "english"),
    [
        (K.ANNEX, "I", "Phụ lục I", "Phụ lục I", "Annex I"),
        (K.ANNEX, "", "Phụ lục", "Phụ lục", "Annex"),
        (K.PART, "thứ nhất", "Phần thứ nhất", "Phần thứ nhất", "Part thứ nhất"),
        (K.CHAPTER, "II", "Chương II", "Chương II", "Chapter II"),
        (K.SECTION, "1", "Mục 1", "Mục 1", "Section 1"),
        (K.SUBSECTION, "1", "Tiểu mục 1", "Tiểu mục 1", "Subsection 1"),
        (K.ARTICLE, "5a", "Điều 5a", "Điều 5a.", "Article 5a"),
        (K.CLAUSE, "2", "Khoản 2", "2.", "Clause 2"),
        (K.POINT, "đ", "Điểm đ", "đ)", "Point đ"),
    ],
)
def test_names_and_numbers(kind: ProvisionKind, number: str, label: str, written: str, english: str) -> None:
    provision = Provision(kind, number, "x")
    assert provision_label(provision, "vi") == label
    assert written_number(provision, "vi") == written
    assert provision_label(provision, "en") == english


def test_every_level_is_named() -> None:
    assert set(PROVISION_KINDS) == set(ProvisionKind)


def test_a_whole_label_tells_what_the_anchor_tells() -> None:
    text = read_text("Chương I\n\nĐiều 1. Phạm vi\n\n1. Hai bên:\n\nđ) Họp.\n\nPhụ lục I\n\nĐiều 1. Mẫu")
    assert [label for _, label in labelled(text.provisions, "vi")] == [
        "Chương I",
        "Điều 1",
        "Điều 1 khoản 1",
        "Điều 1 khoản 1 điểm đ",
        "Phụ lục I",
        "Phụ lục I điều 1",
    ]
    assert [label for _, label in labelled(text.provisions, "en")][3] == "Article 1 clause 1 point đ"
