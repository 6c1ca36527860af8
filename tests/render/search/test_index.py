"""The index of a site: rebuilt after changes, kept otherwise, and never broken."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from bantin.build.build import build
from bantin.build.request import BuildContext, PublishedSite
from bantin.domain.problems import BulletinError
from bantin.render.search import Engine, find_engine
from bantin.render.search import index as module
from bantin.runtime.workers import InProcess
from tests.bulletins import ARTICLE, COMPLETE, SITE, files_of, memory_in, request, write
from tests.render.search.engines import program, real_engine

BAI = "content/articles/2020/bai.md"
EDITED = ARTICLE.replace("Nội dung.", "Nội dung mới.")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    real_engine()
    return write(tmp_path / "bulletin", COMPLETE)


def built(root: Path, find: Callable[[], Engine | None] | None = find_engine, *, strict: bool = False) -> PublishedSite:
    tools = replace(BuildContext(InProcess(), memory_in(root / ".bantin")), find_engine=find)
    return build(request(root, strict=strict), root / "site", tools)


def index_of(root: Path) -> dict[str, bytes]:
    return files_of(root / "site/pagefind")


def codes(made: PublishedSite) -> list[str]:
    return [problem.code for problem in made.report.problems]


def never() -> Engine:
    pytest.fail("no engine is needed")


def test_a_site_gets_an_index_and_it_is_listed_with_the_other_files(root: Path) -> None:
    made = built(root)
    assert {"pagefind-entry.json", "pagefind.js"} < index_of(root).keys()
    assert {f"pagefind/{name}" for name in index_of(root)} < set(made.edition.paths)
    assert codes(made) == []


def test_what_has_not_changed_is_not_indexed_again(root: Path, tmp_path: Path) -> None:
    built(root)
    before = index_of(root)
    write(root, {"content/site.yml": f"{SITE}search: titles\n"})
    built(root)
    titles = index_of(root)
    assert titles != before
    write(root, {BAI: EDITED})
    engine = real_engine()
    failing = program(tmp_path, "sys.exit(1)", version=engine.version)
    assert codes(built(root, lambda: failing)) == []
    assert index_of(root) == titles


def test_what_has_changed_is(root: Path) -> None:
    built(root)
    before = index_of(root)
    write(root, {BAI: EDITED})
    built(root)
    assert index_of(root) != before


def test_a_site_that_is_up_to_date_asks_for_no_engine(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bantin.runtime.cache.store._STEP", -1 << 60)
    built(root)
    assert built(root, never).report.written == 0


def test_an_index_that_is_gone_from_the_site_is_put_back(root: Path) -> None:
    built(root)
    before = index_of(root)
    shutil.rmtree(root / "site/pagefind")
    assert codes(built(root)) == []
    assert index_of(root) == before


def test_without_its_memory_the_index_is_rebuilt_and_is_the_same(root: Path) -> None:
    built(root)
    before = index_of(root)
    shutil.rmtree(root / ".bantin")
    shutil.rmtree(root / "site")
    built(root)
    assert index_of(root) == before
    assert "pagefind-entry.json" in before


def test_without_a_search_there_is_none(root: Path) -> None:
    built(root)
    write(root, {"content/site.yml": f"{SITE}search: off\n"})
    built(root, never)
    assert not (root / "site/pagefind").exists()
    assert not (root / "site/tim-kiem").exists()


def test_a_check_and_a_preview_do_not_make_it_but_keep_the_last_one(root: Path) -> None:
    built(root)
    before = index_of(root)
    write(root, {BAI: EDITED})
    built(root, None)
    assert index_of(root) == before


FAULTS = {
    "fails": "sys.exit(3)",
    "does nothing": "",
    "stops listening": "sys.stdin.close(); sys.exit()",
    "is killed": "receive(); os.kill(os.getpid(), 9)",
    "hangs": "time.sleep(60)",
    "babbles": "receive(); print('Ready!,', flush=True)",
    "tells of an error": "send([*pagefind(receive())[:-1], {'type': 'Error', 'message': 'no room'}])",
    "passes over a page": "asked = receive(); send(pagefind([asked[0], *asked[2:]]))",
    "answers nothing in the end": "send([*pagefind(receive())[:-1], {'type': 'GetFiles'}])",
    "leaves an empty entry": "send(change(pagefind(receive()), 'pagefind-entry', lambda data: b''))",
    "leaves out a piece": "send(change(pagefind(receive()), 'index/', lambda data: None))",
    "leaves out a program": "send(change(pagefind(receive()), 'pagefind.js', lambda data: None))",
    "is interrupted": "send(change(pagefind(receive()), 'index/', lambda data: data[:40]))",
}


@pytest.mark.parametrize("lines", FAULTS.values(), ids=FAULTS)
def test_an_engine_at_fault_leaves_the_last_index(
    root: Path, tmp_path: Path, lines: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(root)
    before = index_of(root)
    write(root, {BAI: EDITED})
    monkeypatch.setattr(module, "_TIMEOUT", 3.0 if lines != FAULTS["hangs"] else 0.3)
    engine = program(tmp_path, lines)
    made = built(root, lambda: engine)
    assert codes(made) == ["search-engine-failed"]
    assert index_of(root) == before
    assert "Nội dung mới." in (root / "site/bai-viet/2020/bai/index.html").read_text(encoding="utf-8")
    # It is made as soon as it can be.
    assert codes(built(root)) == []
    assert index_of(root) != before


def test_the_first_index_may_be_missing_and_is_reported(root: Path) -> None:
    assert codes(built(root, lambda: None)) == ["no-search-engine"]
    assert index_of(root) == {}
    assert codes(built(root, lambda: Engine("/no/such/program", (1, 6, 0)))) == ["search-engine-failed"]
    assert index_of(root) == {}


def test_in_a_strict_build_it_is_an_error_and_the_site_stays(root: Path) -> None:
    built(root)
    before = files_of(root / "site")
    write(root, {BAI: EDITED})
    with pytest.raises(BulletinError) as raised:
        built(root, lambda: None, strict=True)
    assert [problem.code for problem in raised.value.problems] == ["no-search-engine"]
    assert files_of(root / "site") == before


def test_a_build_tells_what_articles_are_found_by(root: Path) -> None:
    assert built(root, None).edition.search == ""
    assert built(root).edition.search == "full"
    write(root, {"content/site.yml": f"{SITE}search: titles\n"})
    assert built(root).edition.search == "titles"
    assert built(root, None).edition.search == "titles"
