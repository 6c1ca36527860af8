"""The canonical order of the index does not depend on the order written by the engine, and nothing is lost."""

import gzip
import json
import random
import subprocess
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import cbor2
import pytest

from bantin.render.search.bundle import ENTRY, MARK, read_bundle
from bantin.render.search.canonical import in_order
from tests.bulletins import files_of
from tests.render.search.engines import real_engine

Files = dict[str, bytes]
Change = Callable[[list[Any]], object]

PAGES = 12
FACETS = {"year": ["2012", "2021", "Chưa rõ"], "agency": ["Bộ Công an", "Bộ Y tế", "Ủy ban"], "type": ["a", "b", "đ"]}


def index(folder: Path) -> Files:
    """The output of the real engine for pages with facets and two days each."""
    for number in range(PAGES):
        facets = "".join(
            f'<i data-pagefind-filter="{name}:{values[number % 3]}"></i>' for name, values in FACETS.items()
        )
        days = "".join(f'<i data-pagefind-sort="{name}:{number * 7 % PAGES}"></i>' for name in ("signed", "published"))
        text = f'<html lang="vi"><body><h1>Trang {number}</h1>{facets}{days}'
        (folder / f"{number}.html").write_text(text, encoding="utf-8")
    out = folder / "index"
    engine = real_engine()
    command = [engine.program, "--site", str(folder), "--output-path", str(out), "--force-language", "vi", "--silent"]
    subprocess.run(command, check=True)
    return read_bundle(files_of(out), PAGES)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return index(tmp_path_factory.mktemp("pages"))


def meta_of(files: Mapping[str, bytes]) -> str:
    (name,) = [name for name in files if name.endswith(".pf_meta")]
    return name


def told(data: bytes) -> Any:
    return cbor2.loads(gzip.decompress(data).removeprefix(MARK))


def packed(value: Any) -> bytes:
    return gzip.compress(MARK + cbor2.dumps(value))


def facets(files: Mapping[str, bytes]) -> dict[str, dict[str, list[int]]]:
    """The filters of results, found as by the engine's program: from the entry on."""
    (language,) = json.loads(files[ENTRY])["languages"].values()
    names = told(files[f"pagefind.{language['hash']}.pf_meta"])[3]
    pieces = [told(files[f"filter/{piece}.pf_filter"]) for _, piece in names]
    assert [name for name, _ in names] == [name for name, _ in pieces]
    return {name: dict(values) for name, values in pieces}


def shuffled(files: Files, seed: int) -> Files:
    """The same index in another order, with pieces of other names."""
    chance = random.Random(seed)
    meta = told(files[meta_of(files)])
    renamed: Files = {}
    for number, (name, piece) in enumerate(meta[3]):
        _, values = told(files[f"filter/{piece}.pf_filter"])
        chance.shuffle(values)
        meta[3][number][1] = f"vi_{chance.randrange(1 << 28):07x}"
        renamed[f"filter/{meta[3][number][1]}.pf_filter"] = packed([name, values])
    for part in (3, 4):
        chance.shuffle(meta[part])
    entry = json.loads(files[ENTRY])
    entry["languages"]["vi"]["hash"] = f"vi_{chance.randrange(1 << 40):010x}"
    kept = {name: data for name, data in files.items() if not name.startswith("filter/") and name != meta_of(files)}
    own = {f"pagefind.{entry['languages']['vi']['hash']}.pf_meta": packed(meta), ENTRY: json.dumps(entry).encode()}
    return {**kept, **renamed, **own}


@pytest.fixture
def ordered(made: Files) -> Files:
    found = in_order(made)
    if found == made:
        pytest.skip("the engine of this machine writes another format, in order")
    return found


@pytest.mark.parametrize("seed", range(5))
def test_whatever_the_order_was_the_bytes_are_the_same(made: Files, ordered: Files, seed: int) -> None:
    other = shuffled(made, seed)
    assert in_order(other) == ordered
    assert other.keys() != ordered.keys()


def test_the_engine_itself_makes_the_same_bytes_twice(ordered: Files, tmp_path: Path) -> None:
    assert in_order(index(tmp_path)) == ordered


def test_nothing_that_is_found_is_lost_and_the_index_is_whole(made: Files, ordered: Files) -> None:
    assert facets(ordered) == facets(made)
    assert {name: sorted(values) for name, values in facets(ordered).items()} == FACETS
    assert read_bundle(ordered, PAGES) == ordered
    before, after = (told(files[meta_of(files)]) for files in (made, ordered))
    assert [after[part] for part in (0, 1, 2, 5)] == [before[part] for part in (0, 1, 2, 5)]
    assert sorted(before[4]) == after[4] != []
    same = made.keys() - ordered.keys()
    assert all(name.startswith(("filter/", "pagefind.vi_")) for name in same)
    assert all(ordered[name] == made[name] for name in made.keys() & ordered.keys() if name != ENTRY)


def test_pieces_are_named_by_what_they_say(made: Files, ordered: Files) -> None:
    """Browsers keep pieces for ever, so no two that differ have one name."""
    meta = told(made[meta_of(made)])
    piece = next(piece for name, piece in meta[3] if name == "year")
    name, values = told(made[f"filter/{piece}.pf_filter"])
    other = in_order({**made, f"filter/{piece}.pf_filter": packed([name, values[:-1]])})
    (gone,) = {name for name in ordered.keys() - other.keys() if name.startswith("filter/")}
    assert told(ordered[gone])[0] == "year"
    assert meta_of(ordered) != meta_of(other)


def test_every_piece_can_be_unpacked_as_browsers_do(ordered: Files) -> None:
    """Packed as RFC 1952 says, with nothing of the day or of this machine in it."""
    for name in (meta_of(ordered), *(name for name in ordered if name.startswith("filter/"))):
        assert ordered[name][:10] == b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
        unpacker = zlib.decompressobj(wbits=31)
        assert unpacker.decompress(ordered[name]).startswith(MARK)
        assert (unpacker.eof, unpacker.unused_data) == (True, b"")


def damaged_meta(change: Change) -> Callable[[Files], Files]:
    def damage(files: Files) -> Files:
        meta = told(files[meta_of(files)])
        change(meta)
        return {**files, meta_of(files): packed(meta)}

    return damage


def with_entry(text: bytes) -> Callable[[Files], Files]:
    return lambda files: {**files, ENTRY: text}


UNKNOWN: dict[str, Callable[[Files], Files]] = {
    "one more part": damaged_meta(lambda meta: meta.append([])),
    "one less part": damaged_meta(list.pop),
    "pages told otherwise": damaged_meta(lambda meta: meta[1][0].append("")),
    "filters told otherwise": damaged_meta(lambda meta: meta[3][0].append(1)),
    "a piece that is missing": damaged_meta(lambda meta: meta[3].append(["x", "vi_0000000"])),
    "numbers of another kind": damaged_meta(lambda meta: meta[1][0].__setitem__(1, 1.5)),
    "no CBOR": lambda files: {**files, meta_of(files): gzip.compress(MARK + b"\xff\xff")},
    "cut short": lambda files: {**files, meta_of(files): gzip.compress(gzip.decompress(files[meta_of(files)])[:-9])},
    "no gzip": lambda files: {**files, meta_of(files): b"?"},
    "without the mark": lambda files: {**files, meta_of(files): gzip.compress(b"?")},
    "lengths told otherwise": lambda files: {
        **files,
        meta_of(files): gzip.compress(MARK + b"\x9f" + gzip.decompress(files[meta_of(files)])[13:] + b"\xff"),
    },
    "no entry": lambda files: {name: data for name, data in files.items() if name != ENTRY},
    "an entry that is empty": with_entry(b""),
    "an entry of two languages": with_entry(b'{"languages": {"vi": {"hash": "a"}, "en": {"hash": "b"}}}'),
    "an entry without languages": with_entry(b"{}"),
    "an entry of lists": with_entry(b'{"languages": []}'),
    "an entry of texts": with_entry(b'{"languages": {"vi": "vi_0"}}'),
    "nothing": lambda _files: {},
}


@pytest.mark.usefixtures("ordered")
@pytest.mark.parametrize("change", UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_of_another_format_is_left_alone(made: Files, change: Callable[[Files], Files]) -> None:
    other = change(made)
    assert in_order(other) == other
