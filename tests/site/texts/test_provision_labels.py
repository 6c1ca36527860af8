"""What provisions are called, and how their numbers are written."""

import pytest

from bantin.domain.model import Provision, ProvisionKind
from bantin.site.texts.provision_labels import PROVISION_KINDS, provision_label, written_number

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
