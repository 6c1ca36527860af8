"""Texts whose facts were written down by hand: raw text of portals, and news of signings."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from benchmarks.importing.facts import Outcome, Source
from tests.importing.facts.measure import SIGNINGS, Verdict, measure, news
from tests.importing.names import sample_names

_RAW = Path(__file__).resolve().parents[2] / "tests/importing/facts/news/raw"
_SINGLE = ("title", "published", "updated", "lead")
_SEVERAL = ("authors", "tags", "captions")


def raw_texts() -> Iterator[Source]:
    """Yields the raw texts. Their sections are left out: they are no facts of a bulletin that has no such section."""
    for path in sorted(_RAW.glob("*.txt")):
        said: dict[str, Any] = yaml.load(path.with_suffix(".yml").read_text(encoding="utf-8"), yaml.BaseLoader)
        facts = {key: (said[key],) for key in _SINGLE if key in said}
        facts |= {key: tuple(said[key]) for key in _SEVERAL if key in said}
        source = said.get("source_code") or said.get("source_name")
        facts |= {"source": (source,)} if source else {}
        body = tuple(said.get("body", ()))
        yield Source("text", path.name, path.read_bytes(), facts, body, is_news_only=True)


def news_of_signings() -> Iterator[tuple[str, tuple[Outcome, ...]]]:
    """Yields each corpus of news by its name, with what became of the facts that it says."""
    for path in sorted(SIGNINGS.glob("*.yml")):
        yield path.stem, tuple(_outcomes(measure(news(path.name), sample_names())))


def _outcomes(verdicts: Sequence[Verdict]) -> Iterator[Outcome]:
    for one in verdicts:
        key = one.key.rpartition(": ")[2]
        match one.outcome:
            case "right":
                yield Outcome(key, right=1)
            case "open":
                yield Outcome(key, open=(one.expected,))
            case _ if one.expected:
                yield Outcome(key, wrong=(f"{one.found} ≠ {one.expected}",))
            case _:
                yield Outcome(key, invented=(one.found,))
