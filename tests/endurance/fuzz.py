"""``make fuzz``: builds a bulletin again and again, each time with one damaged input, cache or journal.

Whatever the input, a build must end by itself, without a traceback, say where each error is, and leave the site that
was published when it fails. The same seed damages the same; ``--number`` repeats what a line of the report names.
"""

import argparse
import multiprocessing
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from random import Random

from bantin.build.request import MEMORY
from bantin.output.publish.output import MANIFEST, STAGING
from tests.bulletins import files_of, write
from tests.endurance import child, mutations

_WHATS = ("tracebacks", "hangs", "changed sites", "inputs without a place")
_KINDS = (*mutations.KINDS, "caches", "journals")
# How many inputs share a bulletin, whose first build takes as long as several of them.
_PACE = 100


class Fault(Exception):
    """A fault that was found with an input."""

    def __init__(self, what: str, told: str) -> None:
        self.what, self.told = what, told
        super().__init__(f"{what}: {told}")


class Bench:
    """A bulletin with its site in a folder, whose inputs are damaged and restored one after another."""

    def __init__(self, folder: Path) -> None:
        self._root = write(folder / "bulletin", mutations.bulletin())
        self._said = folder / "said"
        self._good = mutations.bulletin()
        child.load(self._root, self._said)
        # The original state of folders, which is restored after each input.
        self._kept = shutil.copytree(self._root, folder / "kept", symlinks=True)
        self._site = files_of(self._root / "site")
        self._memory = files_of(self._root / MEMORY)

    def try_one(self, kind: str, dice: Random) -> str:
        """Damages one input of this ``kind``, builds, and restores the input. Raises ``Fault`` if a rule is broken.

        Returns the result of the build.
        """
        changed: list[str] = []
        if kind in mutations.KINDS:
            files = mutations.KINDS[kind](dice, self._good)
            changed += files
            try:
                write(self._root, files)
            except OSError:
                # The file system does not allow the name.
                return "no such file"
        else:
            {"caches": self._damage_cache, "journals": self._damage_journal}[kind](dice)
        try:
            return self._judge(kind, child.build(self._root, self._said))
        finally:
            self._mend(kind, changed)

    def rebuilt(self) -> str:
        """Builds the unchanged bulletin and returns the result; raises ``Fault`` if a rule is broken."""
        return self._judge("", child.build(self._root, self._said))

    def _judge(self, kind: str, ended: child.Ended) -> str:
        if ended.traceback:
            raise Fault("tracebacks", ended.traceback)
        if ended.hung or ended.status is None:
            raise Fault("hangs", ended.told)
        site = files_of(self._root / "site")
        ours = {path: data for path, data in site.items() if not path.startswith(STAGING)}
        if ended.status and ours != self._site and kind != "journals":
            raise Fault("changed sites", str({path for path in ours if ours[path] != self._site.get(path)}))
        if kind in ("caches", "journals") and not ended.status:
            self._require_whole(ours)
        placeless = [one for one in ended.problems if one["severity"] == "error" and not one["path"]]
        if ended.status and (placeless or not ended.problems):
            raise Fault("inputs without a place", ended.told)
        return "built" if ended.status == 0 else "refused"

    def _require_whole(self, site: dict[str, bytes]) -> None:
        others = {path for path in {*site, *self._site} if site.get(path) != self._site.get(path)} - {MANIFEST}
        if others:
            raise Fault("changed sites", str(others))

    def _damage_cache(self, dice: Random) -> None:
        """Damages the cache, and makes the site out of date, so that the build has to read the cache."""
        for path in (self._root / MEMORY).rglob("*"):
            if path.is_file() and dice.random() < 0.7:
                path.write_bytes(mutations.damaged(dice, path.read_bytes(), ("SQLite format 3\0", "\0" * 512)))
        if dice.random() < 0.5:
            (self._root / "content/vocabulary.yml").touch()

    def _damage_journal(self, dice: Random) -> None:
        """Damages the manifest of the site, or writes a damaged journal of an interrupted build."""
        manifest = self._root / "site" / MANIFEST
        names = sorted(files_of(self._root / "site"))
        if dice.random() < 0.5:
            manifest.write_bytes(mutations.damaged(dice, manifest.read_bytes(), ("..", "/", '"', "[", "{", *names)))
            return
        staging = self._root / "site" / STAGING
        staging.mkdir()
        (staging / "0").write_bytes(dice.randbytes(20))
        steps = [[dice.choice(("0", *names)), dice.choice(("../out", *names))] for _ in range(dice.randrange(4))]
        journal = repr({"version": 1, "moves": steps, "removals": dice.sample(names, 2)}).replace("'", '"').encode()
        (staging / "journal.json").write_bytes(mutations.damaged(dice, journal, ("..", "/", '"', "[", "{", *names)))

    def _mend(self, kind: str, changed: Sequence[str]) -> None:
        """Restores the changed files, the site and the cache."""
        for path in changed:
            file = self._root / path
            if path in self._good:
                write(self._root, {path: self._good[path]})
            elif file.exists():
                file.unlink()
                for above in file.parents:
                    if any(above.iterdir()):
                        break
                    above.rmdir()
        for folder, files in (("site", self._site), (MEMORY, self._memory)):
            if files_of(self._root / folder) != files:
                shutil.rmtree(self._root / folder, ignore_errors=True)
                shutil.copytree(self._kept / folder, self._root / folder, symlinks=True)


def try_all(numbers: Sequence[int], seed: int, only: str | None) -> Iterator[tuple[int, str, str, str]]:
    """Tries the inputs ``numbers``; yields for each its number, its kind, its result, and the message of a fault."""
    with tempfile.TemporaryDirectory(prefix="bantin-fuzz-") as folder:
        bench = Bench(Path(folder))
        for number in numbers:
            kind = only or _KINDS[number % len(_KINDS)]
            try:
                yield number, kind, bench.try_one(kind, Random(f"{seed}/{number}")), ""
            except Fault as fault:
                yield number, kind, fault.what, fault.told


def main() -> None:
    """Prints each fault as it is found, and the numbers of results by kind; fails if there is any fault."""
    arguments = _arguments()
    numbers = [*arguments.number] or [*range(arguments.inputs)]
    found, ways = Counter[str](), Counter[tuple[str, str]]()
    # Not a pool of multiprocessing: its workers may have no children, and builds have some.
    with ProcessPoolExecutor(arguments.jobs, multiprocessing.get_context("spawn")) as pool:
        shares = [numbers[at : at + _PACE] for at in range(0, len(numbers), _PACE)]
        tried = as_completed([pool.submit(_share, share, arguments.seed, arguments.kind) for share in shares])
        for share in tried:
            for number, kind, what, told in share.result():
                ways[kind, what] += 1
                if what in _WHATS:
                    found[what] += 1
                    print(f"\n{what}: input {number} ({kind})\n{told}")
            print(f"{sum(ways.values())} of {len(numbers)}", file=sys.stderr, flush=True)
    for kind in _KINDS:
        print(f"{kind}: " + ", ".join(f"{count} {what}" for (one, what), count in sorted(ways.items()) if one == kind))
    print("; ".join(f"{found[what]} {what}" for what in _WHATS))
    if found:
        raise SystemExit(1)


def _share(numbers: Sequence[int], seed: int, only: str | None) -> list[tuple[int, str, str, str]]:
    return list(try_all(numbers, seed, only))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000, help="how many inputs to damage")
    parser.add_argument("--seed", type=int, default=1, help="what decides how they are damaged")
    parser.add_argument("--jobs", type=int, default=2, help="how many to try at once")
    parser.add_argument("--kind", choices=_KINDS, help="damage inputs of this kind alone")
    parser.add_argument("--number", type=int, nargs="+", default=[], help="the numbers of the inputs to try again")
    return parser.parse_args()


if __name__ == "__main__":
    main()
