"""The cost of reading and checking articles, compared with another checkout of Bantin, in rounds.

``--against`` names the other checkout, such as a worktree of an earlier commit. Both read the same bulletins, one right
after the other, in the same environment.
"""

import argparse
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from benchmarks.corpus import Corpus, write_corpus
from benchmarks.table import number, ratio_table
from benchmarks.workplace import log_progress, versions, workplace

_HERE = Path(__file__).resolve().parent.parent
_CORPORA = {"agreements": False, "plain news": True}


def main() -> None:
    """Prints the seconds of processor time that each checkout takes to read each bulletin, and their ratio."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--against", type=Path, required=True, help="the root of another checkout")
    parser.add_argument("--articles", type=int, default=10_000, help="the size of each bulletin")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is read")
    parser.add_argument("--folder", type=Path, help="where to work; the bulletins stay there, to be looked at")
    arguments = parser.parse_args()
    trees = {"here": _HERE, "there": arguments.against.resolve()}
    figures: dict[tuple[str, str], list[float]] = defaultdict(list)
    with workplace(arguments.folder) as folder:
        for name, news in _CORPORA.items():
            write_corpus(folder / name, Corpus(arguments.articles, news=news))
        for turn in range(1, arguments.rounds + 1):
            for name in _CORPORA:
                # Another checkout starts each time, in case the first one warms caches for the other.
                for tree in list(trees) if turn % 2 else reversed(trees):
                    took = _read(trees[tree], folder / name)
                    log_progress(f"round {turn} of {arguments.rounds}, {name}, {tree}: {number(took)} s")
                    figures[name, tree].append(took)
    print(f"{versions([])}; {arguments.articles:,} articles; medians of {arguments.rounds} rounds (least–greatest)\n")
    print(ratio_table(figures, list(_CORPORA), list(trees)))


def _read(tree: Path, root: Path) -> float:
    environment = {**os.environ, "PYTHONPATH": str(tree / "generator")}
    # Not -m, which would put the current folder before PYTHONPATH.
    program = [sys.executable, "-P", str(tree / "benchmarks/read_once.py"), str(root)]
    return float(subprocess.run(program, check=True, capture_output=True, text=True, env=environment).stdout)


if __name__ == "__main__":
    main()
