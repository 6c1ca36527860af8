"""``bantin schema``: JSON Schemas with the names of a bulletin, printed or as files."""

import json
from pathlib import Path

import pytest

from bantin.content.schema.json_schema import FileKind
from tests.bulletins import COMPLETE, SITE, VOCABULARY, files_of, write
from tests.cli.commands import bantin


@pytest.fixture
def root(tmp_path: Path) -> Path:
    own = f"{SITE}sections: {{tin: Tin tức}}\nfields: {{purpose: Mục đích}}\n"
    return write(tmp_path / "bản tin", COMPLETE, {"content/site.yml": own, "content/agencies/hong.yml": "name: [\n"})


def test_one_is_printed_with_the_names_of_the_bulletin(root: Path) -> None:
    result = bantin("schema", root, "--kind", "article")
    assert (result.exit_code, result.stderr) == (0, "")
    schema = json.loads(result.stdout)
    assert (schema["$schema"], schema["title"]) == ("https://json-schema.org/draft/2020-12/schema", "Bài viết")
    assert {"const": "co-quan-a", "title": "Cơ quan A"} in schema["$defs"]["agencies"]["anyOf"]
    assert {"const": "tin", "title": "Tin tức"} in schema["properties"]["section"]["anyOf"]
    agreement = schema["properties"]["agreement"]["anyOf"][0]["properties"]
    assert {"const": "quy-che", "title": "Quy chế"} in agreement["type"]["anyOf"]
    assert agreement["purpose"]["title"] == "Mục đích"


def test_all_are_written_and_written_again(root: Path, tmp_path: Path) -> None:
    folder = root / ".vscode/bantin"
    assert bantin("schema", root, "--to", folder).exit_code == 0
    before = files_of(folder)
    assert before.keys() == {f"{kind}.schema.json" for kind in FileKind}
    write(root, {"content/agencies/co-quan-c.yml": "name: Cơ quan C\n"})
    result = bantin("schema", root, "--to", folder)
    assert f"Đã ghi {folder / 'agency.schema.json'}.\n" in result.stdout
    changed = {path for path, data in files_of(folder).items() if data != before[path]}
    assert changed == {"agency.schema.json", "article.schema.json", "record.schema.json"}
    assert bantin("schema", root, "--kind", "site", "--to", tmp_path / "one").exit_code == 0
    assert files_of(tmp_path / "one").keys() == {"site.schema.json"}


def test_an_english_bulletin_has_english_names(root: Path) -> None:
    write(root, {"content/site.yml": SITE.replace("language: vi", "language: en")})
    schema = json.loads(bantin("schema", root, "--kind", "agency").stdout)
    assert (schema["title"], schema["properties"]["level"]["title"]) == ("Agency", "Level")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [([], "--to THƯ-MỤC"), (["--kind", "photo"], "'photo'"), (["--to", "content/site.yml"], "là tệp")],
)
def test_what_makes_no_sense_is_refused(
    root: Path, arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    result = bantin("schema", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_without_a_sound_bulletin_the_use_is_wrong(tmp_path: Path) -> None:
    result = bantin("schema", write(tmp_path, {"content/vocabulary.yml": VOCABULARY}), "--kind", "site")
    assert result.exit_code == 2
    assert "bantin check" in result.stderr
