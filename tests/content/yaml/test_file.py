"""PARSE and VALIDATE: a whole YAML file, from its bytes to its fields."""

import pytest

from bantin.content.schema.agency import AgencyFields
from bantin.content.schema.site import VocabularyFields
from bantin.content.yaml.file import read_yaml
from bantin.domain.model import Label, Level, Position
from tests.content.readings import AGENCY, told


def test_a_file_gives_its_fields_and_the_tree_that_they_stand_in() -> None:
    checked = read_yaml("name: Bộ Công an\nlevel: central\n".encode(), AGENCY, AgencyFields)
    assert checked.problems == ()
    assert checked.value is not None
    assert checked.value.fields.name == Label("Bộ Công an")
    assert checked.value.fields.level is Level.CENTRAL
    assert checked.value.tree.place == Position(1, 1)


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        (b"", ["1:1+1 not-a-mapping"]),
        (b"# x\n", ["1:1+1 not-a-mapping"]),
        (b"- name\n", ["1:1+1 not-a-mapping"]),
        (b"\n\nname\n", ["3:1+1 not-a-mapping"]),
        (b"name: \xff\n", ["1:7+1 not-utf8"]),
        (b"name: a\x07\n", ["1:8+1 control-character"]),
        (b"name: a: b\n", ["1:7+4 yaml-colon"]),
        (b"name: a\nnaem: b\n", ["2:1+4 unknown-key"]),
        (b"name: a\nname: b\n", ["2:1+4 duplicate-key"]),
        (b"{}\n", ["1:1+1 missing-key"]),
    ],
)
def test_a_file_with_an_error_gives_no_fields(data: bytes, problems: list[str]) -> None:
    checked = read_yaml(data, AGENCY, AgencyFields)
    assert checked.value is None
    assert told(checked.problems) == problems


def test_a_warning_does_not_stand_in_the_way() -> None:
    checked = read_yaml("name: Ðồng Nai\n".encode(), AGENCY, AgencyFields)
    assert told(checked.problems) == ["1:7+1 look-alike-letter"]
    assert checked.value is not None
    assert checked.value.fields.name == Label("Ðồng Nai")


@pytest.mark.parametrize("data", ["name: Ðồng: Nai\n", "name: Ðồng\nlevel: xa\n", "name: Ðồng\nname: Nai\n"])
def test_letters_are_looked_at_whatever_else_is_wrong(data: str) -> None:
    checked = read_yaml(data.encode(), AGENCY, AgencyFields)
    assert checked.value is None
    assert len(checked.problems) == 2
    assert "1:7+1 look-alike-letter" in told(checked.problems)


def test_everything_wrong_in_a_file_is_reported_at_once() -> None:
    data = "types:\n  Quy chế: {en: x}\n  b: [y]\nfeilds: {}\ntypes: {}\n".encode()
    assert told(read_yaml(data, "content/vocabulary.yml", VocabularyFields).problems) == [
        "2:3+7 bad-slug",
        "3:3+1 expected-text",
        "4:1+6 unknown-key",
        "5:1+5 duplicate-key",
    ]


@pytest.mark.parametrize(
    "data", ["name: Bộ\nlevel: xứ\n", "\ufeffname: Bộ\r\nlevel: xứ\r\n", "name: Bô\u0323\rlevel: xứ"]
)
def test_places_are_the_same_whatever_program_wrote_the_file(data: str) -> None:
    assert told(read_yaml(data.encode(), AGENCY, AgencyFields).problems) == ["2:8+2 bad-choice"]
