"""``make bench BENCH=importing``: how much of what sources say is imported, what is invented, and how long it takes."""

import argparse
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.bantin import BANTIN
from benchmarks.importing.conversion import converted, has_office
from benchmarks.importing.documents import documents
from benchmarks.importing.facts import Outcome, Source, summed
from benchmarks.importing.measuring import measure
from benchmarks.importing.pages import PICTURE, pages, picture
from benchmarks.importing.sheets import registers
from benchmarks.importing.texts import news_of_signings, raw_texts
from benchmarks.importing.timing import page_of_ocr, thousand_pages
from benchmarks.table import table
from benchmarks.workplace import log_progress, versions, workplace

_HEAD = ("said", "right", "share", "wrong", "invented", "open")
_OF_OFFICE = ("odt", "doc", "pdf")
_KINDS = ("docx", *_OF_OFFICE, "pages", "sheets", "texts")
_Outcomes = dict[str, tuple[Outcome, ...]]


def main() -> None:
    """Measures, and prints a table by the kinds of sources, one by keys, and the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=10, help="documents of every layout, and pages of every portal")
    parser.add_argument("--rows", type=int, default=1_000, help="rows of the largest register")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other sources")
    parser.add_argument("--only", choices=_KINDS, help="measure one kind of sources")
    parser.add_argument("--mistakes", action="store_true", help="also print every fact that is not right")
    parser.add_argument("--no-times", action="store_true", help="do not measure times")
    parser.add_argument("--work", type=Path, help="the folder to work in, which is left in place")
    asked = parser.parse_args()
    print(versions([BANTIN]), end="\n\n")
    with workplace(asked.work) as place:
        outcomes, errors = _measured(place, asked)
        print(_by_kind(outcomes), _by_key(outcomes), sep="\n\n")
        print("\nErrors of builds after no edit but `draft`:", len(errors), *errors[:5], sep="\n")
        if asked.mistakes:
            print(*_mistakes(outcomes), sep="\n")
        if not asked.no_times:
            print(thousand_pages(place), page_of_ocr(place), sep="\n")


def _measured(place: Path, asked: argparse.Namespace) -> tuple[_Outcomes, tuple[str, ...]]:
    """What became of the facts of each kind of sources, and the errors of the builds of their drafts."""
    outcomes: _Outcomes = {}
    errors: list[str] = []
    for kind in [asked.only] if asked.only else _KINDS:
        if kind in _OF_OFFICE and not has_office():
            log_progress(f"{kind}: not measured without LibreOffice")
            continue
        began = time.monotonic()
        files, sources = _made(kind, asked.each, asked.rows, asked.seed)
        result = measure(place / kind, files, sources)
        outcomes[kind] = tuple(one for several in result.outcomes.values() for one in several)
        errors += (f"{kind}: {one}" for one in result.errors)
        log_progress(f"{kind}: {len(sources)} in {time.monotonic() - began:.0f} s")
    return outcomes | {f"news ({name})": found for name, found in news_of_signings()}, tuple(errors)


def _made(kind: str, each: int, rows: int, seed: int) -> tuple[Mapping[str, bytes], tuple[Source, ...]]:
    """The files of a kind of sources, and what they say."""
    match kind:
        case "docx":
            made = tuple(documents(each, seed))
        case "pages":
            made = tuple(pages(each, seed))
            return {**_files(made), PICTURE: picture()}, made
        case "sheets":
            books = tuple(registers(rows, seed))
            return {name: data for name, data, _ in books}, tuple(one for *_, told in books for one in told)
        case "texts":
            made = tuple(raw_texts())
        case _:
            # Without its font, a document in TCVN3 shows other letters in a PDF: there it says nothing.
            whole = [one for one in documents(1, seed + 1) if kind != "pdf" or not one.name.startswith("tcvn3")]
            made = tuple(converted(whole, kind))
    return _files(made), made


def _files(sources: Iterable[Source]) -> dict[str, bytes]:
    return {one.name: one.data for one in sources}


def _by_kind(outcomes: Mapping[str, Iterable[Outcome]]) -> str:
    return table(("source", *_HEAD), [_row(summed(kind, several)) for kind, several in outcomes.items()])


def _by_key(outcomes: Mapping[str, Iterable[Outcome]]) -> str:
    by_key: dict[str, list[Outcome]] = {}
    for one in (one for several in outcomes.values() for one in several):
        by_key.setdefault(one.key.removeprefix("agreement."), []).append(one)
    return table(("key", *_HEAD), [_row(summed(key, several)) for key, several in sorted(by_key.items())])


def _row(one: Outcome) -> tuple[str, ...]:
    share = f"{100 * one.right / one.said:.1f} %" if one.said else ""
    counts = (one.said, one.right, len(one.wrong), len(one.invented), len(one.open))
    said, right, *others = map(str, counts)
    return (one.key, said, right, share, *others)


def _mistakes(outcomes: Mapping[str, Iterable[Outcome]]) -> Iterator[str]:
    for kind, several in outcomes.items():
        for one in several:
            yield from (f"{kind}: {one.key}: wrong: {value}" for value in one.wrong)
            yield from (f"{kind}: {one.key}: invented: {value}" for value in one.invented)
            yield from (f"{kind}: {one.key}: open: {value}" for value in one.open)


if __name__ == "__main__":
    main()
