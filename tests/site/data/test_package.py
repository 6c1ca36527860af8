"""The Data Package: its library finds every table sound, and sees what is not."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from frictionless import Report, validate
from hypothesis import given, settings

from bantin.domain.model import Article
from bantin.site.data.tables import TABLES
from tests.conftest import examples
from tests.index.contents import bulletin
from tests.site.data.records import among, articles, files_of, json_of, rich


def report(folder: Path, files: dict[str, str]) -> Report:
    """The report of the library about the data files in ``folder``."""
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    made = validate(str(folder / "datapackage.json"))
    assert isinstance(made, Report)
    return made


def test_it_is_sound(tmp_path: Path) -> None:
    found = report(tmp_path, files_of(rich()))
    assert found.valid, found.flatten(["name", "rowNumber", "fieldName", "note"])
    assert found.warnings == []
    assert [task.name for task in found.tasks] == [table.name for table in TABLES]


@settings(deadline=None, max_examples=examples(5))
@given(articles())
def test_it_is_sound_whatever_the_records_say(made: list[Article]) -> None:
    with TemporaryDirectory() as folder:
        found = report(Path(folder), files_of(among(made)))
    assert found.valid, found.flatten(["name", "rowNumber", "fieldName", "note"])


@pytest.mark.parametrize(
    ("file", "old", "new", "kind"),
    [
        ("parties.csv", "\nday-du,1,a,", "\nday-du,1,khong-co,", "foreign-key"),
        ("agreements.csv", ",quy-che,", ",khong-co,", "foreign-key"),
        ("relations.csv", ",false,co-ban,", ",false,khong-co,", "foreign-key"),
        ("agencies.csv", ",a,central,", ",khong-co,central,", "foreign-key"),
        ("people.csv", "\nday-du,2,", "\nday-du,1,", "primary-key"),
        ("agreements.csv", ",2012-11-20,Hà", ",20/11/2012,Hà", "constraint-error"),
        ("agreements.csv", ",central,", ",galactic,", "constraint-error"),
        ("agreements.csv", ",2012-11-20T08:00:00+07:00,", ",2012-11-20T08:00,", "constraint-error"),
        ("agreements.csv", ",12,", ",mười hai,", "type-error"),
        ("events.csv", "day-du,1,signed", "day-du,1,", "constraint-error"),
    ],
)
def test_a_fault_is_seen(tmp_path: Path, file: str, old: str, new: str, kind: str) -> None:
    files = files_of(rich())
    assert old in files[file]
    found = report(tmp_path, {**files, file: files[file].replace(old, new)})
    assert kind in {error for (error,) in found.flatten(["type"])}


def test_it_says_where_it_is_from_and_on_what_terms() -> None:
    package = json_of(rich(), "datapackage.json")
    assert package["title"] == "Bản tin"
    assert package["version"] == "2024-06-15"
    assert package["contributors"] == [{"title": "Văn phòng", "roles": ["publisher"]}]
    assert package["licenses"] == [{"title": "Ghi rõ nguồn.", "path": "https://bantin.example/du-lieu/#bt-license"}]


def test_terms_that_name_an_address_are_found_there() -> None:
    named = rich(license="CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).")
    assert json_of(named, "datapackage.json")["licenses"][0]["path"] == "https://creativecommons.org/licenses/by/4.0/"


def test_terms_that_nobody_stated_are_not_made_up() -> None:
    assert "licenses" not in json_of(bulletin(), "datapackage.json")
