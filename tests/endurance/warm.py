"""``make walk-warm``: edits a bulletin again and again; after each, a warm build must leave the bytes of a cold one.

The same seed makes the same edits.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random

from tests.bulletins import COMPLETE, files_of, write
from tests.edits import CHANGES, CROWD, ILLUSTRATED, LINKING, build_warm, cold
from tests.pictures import drawing


def walk(folder: Path, edits: int, seed: int) -> list[str]:
    """Makes ``edits`` in a bulletin in ``folder``; returns those after which a warm build differed from a cold one."""
    dice, found = Random(seed), []
    root = write(folder / "bulletin", COMPLETE, CROWD, {"content/articles/2020/ba.md": LINKING})
    write(root, {"content/articles/2020/anh.md": ILLUSTRATED, "content/articles/2020/a.png": drawing()})
    build_warm(root)
    for number in range(edits):
        # Several edits at once now and then, as a ``git pull`` brings them.
        made = dice.choices(CHANGES, k=dice.choice((1, 1, 1, 2, 5)))
        options = {"drafts": dice.random() < 0.1, "history": dice.random() < 0.3}
        for change in made:
            change(root, dice)
        build_warm(root, **options)
        warm, expected = files_of(root / "site"), cold(root, **options)
        differing = sorted(path for path in {*warm, *expected} if warm.get(path) != expected.get(path))
        if differing:
            names = ", ".join(change.__name__ for change in made)
            found.append(f"edit {number} ({names}): {', '.join(differing)}")
        print(f"{number + 1} of {edits}", file=sys.stderr, flush=True)
    return found


def main() -> None:
    """Prints the edits after which a warm build differed; fails if there are any."""
    parser = argparse.ArgumentParser(prog="python -m tests.endurance.warm", description=__doc__)
    parser.add_argument("--edits", type=int, default=365, help="how many edits to make, one after another")
    parser.add_argument("--seed", type=int, default=1, help="what decides which")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bantin-warm-") as folder:
        found = walk(Path(folder), arguments.edits, arguments.seed)
    print("\n".join([*found, f"{arguments.edits} edits: {len(found)} warm builds differ from cold ones"]))
    if found:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
