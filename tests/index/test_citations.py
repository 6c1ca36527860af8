"""Which records cite which others."""

from bantin.domain.model import External, Relation, RelationKind
from bantin.domain.provisions.reading import read_text
from bantin.index.citations import by_number, cited, citing
from tests.index.contents import agreement, article, record


def test_a_number_of_two_records_names_neither() -> None:
    records = [
        agreement(id="a", number="01/QCPH-A-B"),
        agreement(id="b", number="1 / QCPH – A – B"),
        agreement(id="c", number="02/QCPH-A-C"),
        agreement(id="d"),
        agreement(id="e", number="012"),
    ]
    assert by_number(records) == {"2-qcph-a-c": "c"}


def test_records_are_cited_in_legal_bases_and_relations() -> None:
    outside = Relation(RelationKind.BASED_ON, external=External("Quy chế", number="03/QCPH-A-D"))
    records = [
        agreement(id="a", number="01/QCPH-A-B"),
        agreement(id="d", number="03/QCPH-A-D"),
        agreement(id="e", number="04/KH-A", legal_basis=("Quy chế số 01/QCPH-A-B; Kế hoạch số 04/KH-A",)),
        agreement(id="b", legal_basis=("Điều 5 Quy chế phối hợp số 01/QCPH-A-B",), relations=(outside,)),
    ]
    found = cited([record(one.id, agreement=one) for one in records])
    assert found == {"e": ("a",), "b": ("a", "d")}
    assert citing(found) == {"a": ("b", "e"), "d": ("b",)}


def test_where_no_record_has_a_number_none_is_cited() -> None:
    assert cited([record("a", agreement=agreement(id="a", legal_basis=("Quy chế số 01/QCPH-A-B",)))]) == {}


def test_records_are_cited_in_texts() -> None:
    text = read_text("Điều 1. Phạm vi\n1. Theo khoản 2 Điều 3 Quy chế số 01/QCPH-A-B.\n2. Không theo 02/QCPH-A-C.\n")
    cited_one = article("bai", agreement=agreement(id="a", number="01/QCPH-A-B"))
    assert cited([cited_one, record("b", text=text)]) == {"b": ("a",)}
