"""Runs ``bantin import`` and reads the drafts that it makes, as their facts."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from benchmarks.bantin import program
from benchmarks.importing.facts import Facts

OF_AGREEMENT = "agreement."
"""What the keys of the agreement of an article begin with."""

_FENCE = "---\n"
_OPEN = ("", "unknown", "Chưa có tiêu đề")
_INCOMPLETE = re.compile(r"^# agreement:\n(?:#   .*\n)*", re.MULTILINE)
_CAPTIONS = re.compile(r"^# Ảnh không có trong nguồn; chú thích: (.+)$", re.MULTILINE)
_ONLY_DAY = re.compile(r"^# Nguồn ghi ngày cập nhật mà không ghi giờ: (.+)$", re.MULTILINE)
_IN_TEXT = re.compile(r'^!\[[^\]]*\]\(\S+ "([^"]*)"\)$', re.MULTILINE)
_PLAIN = ("type", "title", "number", "signed_on", "effective_on", "effective_method", "expires_on", "scope", "clauses")
_PEOPLE = ("signatories", "presided_by", "attended_by")


class Draft(Struct, frozen=True):
    """A draft: its path, its facts, and the paragraphs of its text."""

    path: str
    facts: Facts
    text: tuple[str, ...]


def run_import(root: Path, *sources: Path) -> Mapping[str, str]:
    """Imports ``sources`` into the bulletin ``root``; returns the paths of the drafts by the keys of their sources."""
    command = [program(), "import", *map(str, sources), "--into", str(root), "--format", "json"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{command} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return {item["source"]: item["path"] for item in json.loads(done.stdout)["items"] if item["kind"] != "agency"}


def read_drafts(root: Path, paths: Mapping[str, str]) -> dict[str, Draft]:
    """The drafts of ``root`` at ``paths``, by the keys of their sources."""
    names = _Names(root)
    return {key: _draft(root, path, names) for key, path in paths.items()}


class _Names:
    """The names that stand behind the ids of a bulletin."""

    def __init__(self, root: Path) -> None:
        files = (root / "content/agencies").glob("*.yml")
        self._agencies = {file.stem: _label(_load(file.read_text(encoding="utf-8"))["name"]) for file in files}
        vocabulary = _load((root / "content/vocabulary.yml").read_text(encoding="utf-8"))
        self._terms = {one: _label(label) for kind in ("types", "fields") for one, label in vocabulary[kind].items()}

    def agency(self, id_: str) -> str:
        return self._agencies.get(id_, id_)

    def term(self, id_: str) -> str:
        return self._terms.get(id_, id_)


def _label(value: str | Mapping[str, str]) -> str:
    return value if isinstance(value, str) else value["vi"]


def _load(text: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return loaded


def _draft(root: Path, path: str, names: _Names) -> Draft:
    _, head, body = (root / path).read_text(encoding="utf-8").split(_FENCE, 2)
    keys = _load(head)
    if "/agreements/" in path:
        return Draft(path, _given(_agreement(keys, names)), tuple(_lines(body)))
    # An agreement of which the source says too little for a record stands there as a comment.
    comment = _INCOMPLETE.search(head)
    told = _load(re.sub(r"(?m)^# ", "", comment[0])) if comment else keys
    agreement = _agreement(told["agreement"], names) if "agreement" in told else {}
    news = _news(keys) | {f"{OF_AGREEMENT}{key}": one for key, one in agreement.items()}
    news["updated"] += tuple(_ONLY_DAY.findall(head))
    news["captions"] += (*_CAPTIONS.findall(head), *_IN_TEXT.findall(body))
    return Draft(path, _given(news), tuple(_lines(body)))


def _given(facts: Facts) -> Facts:
    known = {key: tuple(value for value in values if value not in _OPEN) for key, values in facts.items()}
    return {key: values for key, values in known.items() if values}


def _news(keys: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    source = keys.get("source", {})
    authors = keys.get("authors", ())
    return {
        **{key: (keys.get(key, ""),) for key in ("title", "published", "updated", "lead", "section")},
        "authors": () if isinstance(authors, str) else tuple(authors),
        "source": (source.get("code", source.get("name", "")),),
        "tags": tuple(keys.get("tags", ())),
        "captions": tuple(photo.get("caption", "") for photo in keys.get("photos", ())),
        "address": tuple(keys.get("aliases", ())),
    }


def _agreement(keys: Mapping[str, Any], names: _Names) -> dict[str, tuple[str, ...]]:
    place = keys.get("signed_at", "")
    review = keys.get("review", {})
    plain = {key: (keys.get(key, ""),) for key in _PLAIN}
    people = {key: values for kind in _PEOPLE for key, values in _people(kind, keys, names)}
    return {
        **plain,
        **people,
        "type": (names.term(keys.get("type", "")),),
        "place": (place if isinstance(place, str) else place.get("place", ""),),
        "venue": ("" if isinstance(place, str) else place.get("venue", ""),),
        "parties": tuple(
            names.agency(one if isinstance(one, str) else one["agency"]) for one in _list(keys, "parties")
        ),
        "fields": tuple(names.term(one) for one in _list(keys, "fields")),
        "legal_basis": tuple(_list(keys, "legal_basis")),
        "review.every": (review.get("every", ""),),
        "review.chair": (names.agency(review.get("chair", "")),),
        "relations": tuple(f"{one['kind']} {_document(one)}" for one in _list(keys, "relations")),
    }


def _list(keys: Mapping[str, Any], key: str) -> Sequence[Any]:
    values = keys.get(key, ())
    return () if isinstance(values, str) else values


def _document(relation: Mapping[str, Any]) -> str:
    external = relation.get("external", {})
    number: str = external.get("number") or external.get("title", "")
    return number


def _people(kind: str, keys: Mapping[str, Any], names: _Names) -> Iterator[tuple[str, tuple[str, ...]]]:
    people = _list(keys, kind)
    yield kind, tuple(one["name"] for one in people)
    for part in ("rank", "position", "role", "on_behalf"):
        yield f"{kind}.{part}", tuple(f"{one['name']}: {one[part]}" for one in people if part in one)
    yield f"{kind}.also", tuple(f"{one['name']}: {post}" for one in people for post in one.get("also", ()))
    yield f"{kind}.party", tuple(f"{one['name']}: {names.agency(one['party'])}" for one in people if "party" in one)


def _lines(body: str) -> Iterator[str]:
    """The paragraphs as readers see them; pictures with their captions are none."""
    for line in body.splitlines():
        text = re.sub(r"\\(?=[^\w\s])|^#+ |\*\*", "", line).strip()
        if text and not text.startswith("!["):
            yield text
