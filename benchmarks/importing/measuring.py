"""Imports sources into a new bulletin, compares the drafts with what the sources say, and builds the bulletin."""

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from benchmarks.bantin import program
from benchmarks.corpus import write_files
from benchmarks.importing.drafts import OF_AGREEMENT, Draft, read_drafts, run_import
from benchmarks.importing.facts import Outcome, Source, compared
from benchmarks.importing.signings import bulletin

_FOLDER = "cu"


class Measured(Struct, frozen=True):
    """What became of the facts of some sources, source by source, and the errors of a build of the drafts."""

    outcomes: Mapping[str, tuple[Outcome, ...]]
    errors: tuple[str, ...]


def measure(place: Path, files: Mapping[str, bytes], sources: Sequence[Source]) -> Measured:
    """Imports ``files`` in the folder ``place``; ``sources`` tell what they say."""
    root, folder = place / "ban-tin", place / _FOLDER
    write_files(root, bulletin())
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    drafts = dict(_by_names(read_drafts(root, run_import(root, folder))))
    outcomes = {one.name: tuple(_outcomes(one, drafts.get(one.name))) for one in sources}
    return Measured(outcomes, tuple(_errors(root)))


def _by_names(drafts: Mapping[str, Draft]) -> Iterator[tuple[str, Draft]]:
    """The drafts by the names of their sources; those of rows have the number of the agreement behind the file."""
    for key, draft in drafts.items():
        file, _, row = key.removeprefix(f"{_FOLDER}/").partition("#")
        yield (f"{file} {draft.facts.get('number', ('',))[0]}" if row else file), draft


def _outcomes(source: Source, draft: Draft | None) -> Iterator[Outcome]:
    found = draft.facts if draft else {}
    if draft and draft.path.startswith("content/articles/") and "type" in source.facts:
        # A document or a row that says too little for a record has become news that tells of it.
        kept = {key: values for key, values in found.items() if key.startswith(OF_AGREEMENT)}
        found = {key.removeprefix(OF_AGREEMENT): values for key, values in kept.items()}
    if source.is_news_only:
        found = {key: values for key, values in found.items() if not key.startswith(OF_AGREEMENT)}
    yield from compared(source.facts, found)
    text = draft.text if draft else ()
    missing = tuple(line for line in source.text if line not in text)
    known = " ".join((*source.text, *source.others))
    invented = tuple(line for line in text if line not in known)
    yield Outcome("text", len(source.text) - len(missing), invented=invented, open=missing)


def _errors(root: Path) -> Iterator[str]:
    """The errors of a build in which no draft is a draft any more, and nothing else is edited."""
    content = root / "content"
    for path in (*content.rglob("*.md"), *(content / "agencies").glob("*.yml")):
        path.write_text(path.read_text(encoding="utf-8").replace("\ndraft: true\n", "\n", 1), encoding="utf-8")
    command = [program(), "build", str(root), "-o", str(root / "site"), "--format", "json"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    problems = json.loads(done.stdout)["problems"] if done.stdout.strip() else [{"message": done.stderr}]
    yield from (str(one) for one in problems if one.get("severity", "error") == "error")
