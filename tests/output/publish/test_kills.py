"""After a kill at any write, every file is whole, and the next build gives the same site as a clean build."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from bantin.build.build import build
from bantin.build.request import MEMORY
from bantin.domain.model import History
from bantin.domain.problems import BulletinError
from bantin.output.publish import RECEIPT, receipt_bytes
from bantin.output.publish.journal import JOURNAL
from bantin.output.publish.output import MANIFEST, STAGING
from bantin.output.publish.receipt import Subject
from bantin.output.verify import Folder, verify
from bantin.runtime.cache import store
from tests.bulletins import ARTICLE, COMPLETE, TODAY, UNSEARCHED, build_site, files_of, request, tools, write
from tests.conftest import REPOSITORY
from tests.output.publish.faults import watched
from tests.output.publish.sites import COPIES, FOREIGN, NEW, OLD, PHOTO, Site, everything, put, put_new, put_old, shown

Work = Callable[[], object]
WHOLE = {*OLD.items(), *NEW.items(), *FOREIGN.items(), ("media/b.png", "new photo")}
FOREIGN_FOLDERS = {"b"}


def killed_at(number: int, work: Work) -> bool:
    """Does ``work`` in a process that is killed at its write with this number; whether it came to that."""
    child = os.fork()
    if child == 0:
        hits = count()

        def hit(_name: str) -> None:
            if next(hits) == number:
                os.kill(os.getpid(), signal.SIGKILL)

        status = 1
        try:
            with watched(hit):
                work()
            status = 0
        finally:
            os._exit(status)
    _pid, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def failing_at(number: int, work: Work) -> None:
    """Does ``work``, whose write with this number fails, so that it is undone."""
    hits = count()

    def hit(_name: str) -> None:
        if next(hits) == number:
            raise OSError("refused")

    try:
        with watched(hit):
            work()
    except BulletinError:
        pass


def state_of(root: Path) -> str:
    """The state of the site after a kill, as one word."""
    site = shown(root) if (root / "site").exists() else {}
    if not (root / "site" / STAGING).exists():
        return "before or after"
    if (root / "site" / STAGING / JOURNAL).exists():
        return "publishing"
    pages = {path for path in site if not path.startswith(STAGING)}
    return "mixed" if any(site[path] == NEW[path] != OLD.get(path) for path in pages & {*NEW}) else "staging"


def require_whole_files(root: Path) -> None:
    for path, text in shown(root).items():
        if not path.startswith(f"{STAGING}/"):
            assert (path, text) in WHOLE


def tree(root: Path) -> dict[str, object]:
    """Everything below the site, without metadata that differs between files of the same bytes."""
    return {path: one[0] if isinstance(one, tuple) else one for path, one in everything(root / "site").items()}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """The sites from clean builds, with foreign files."""
    made = {}
    for name, site, copies in (("new", NEW, COPIES), ("old", OLD, {}), ("empty", {}, {})):
        root = write(tmp_path_factory.mktemp(name), {PHOTO: "new photo"})
        put(root, site, copies=copies)
        write(root / "site", FOREIGN)
        made[name] = tree(root)
    return made


# What is built after a kill: the same site, the one before, another one.
NEXT: tuple[tuple[str, Site, Site], ...] = (("new", NEW, COPIES), ("old", OLD, {}), ("empty", {}, {}))


def start(root: Path) -> None:
    if root.exists():
        shutil.rmtree(root)
    put_old(root)


@pytest.mark.parametrize("first", range(3))
def test_a_build_that_is_killed_while_it_publishes(
    tmp_path: Path, expected: dict[str, dict[str, object]], first: int
) -> None:
    root, states = tmp_path / "bulletin", Counter[str]()
    for number in count():
        name, site, copies = NEXT[(number + first) % len(NEXT)]
        start(root)
        if not killed_at(number, lambda: put_new(root)):
            break
        require_whole_files(root)
        states[state_of(root)] += 1
        report = put(root, site, copies=copies)
        assert report.problems == ()
        assert tree(root) == expected[name]
    assert states["staging"] > 20
    assert states["publishing"] > 25
    assert sum(states.values()) > 60


def test_a_first_build_that_is_killed(tmp_path: Path, expected: dict[str, dict[str, object]]) -> None:
    root, kills = tmp_path / "bulletin", 0
    for number in count():
        write(root, {PHOTO: "new photo"})
        if not killed_at(number, lambda: put_new(root)):
            break
        kills += 1
        if (root / "site").exists():
            require_whole_files(root)
        put_new(root)
        write(root / "site", FOREIGN)
        assert tree(root) == expected["new"]
        shutil.rmtree(root)
    assert kills > 40


def test_a_build_that_is_killed_while_it_ends_what_a_killed_one_began(
    tmp_path: Path, expected: dict[str, dict[str, object]]
) -> None:
    root, dice, states = tmp_path / "bulletin", random.Random(5), Counter[str]()
    for number in range(26, 56):
        name, site, copies = dice.choice(NEXT)
        start(root)
        assert killed_at(number, lambda: put_new(root))
        for _ in range(2):
            if killed_at(dice.randrange(40), partial(put, root, site, copies=copies)):
                states[state_of(root)] += 1
            require_whole_files(root)
        put(root, site, copies=copies)
        assert tree(root) == expected[name]
    assert sum(states.values()) > 40
    assert states["publishing"] > 20


def test_a_build_that_is_killed_while_it_undoes_what_failed(
    tmp_path: Path, expected: dict[str, dict[str, object]]
) -> None:
    root, dice, states = tmp_path / "bulletin", random.Random(6), Counter[str]()
    for number in (*range(47, 62), *range(47, 62)):
        name, site, copies = dice.choice(NEXT)
        start(root)
        assert killed_at(number + dice.randrange(1, number - 36), partial(failing_at, number, partial(put_new, root)))
        states[state_of(root)] += 1
        require_whole_files(root)
        put(root, site, copies=copies)
        assert tree(root) == expected[name]
    assert states["mixed"] > 10


def certified(root: Path, site: Site, copies: Site) -> None:
    put(
        root,
        site,
        copies=copies,
        certify=lambda sums: receipt_bytes(sums, Subject("https://x.example/", TODAY, History())),
    )


def test_a_receipt_never_speaks_of_what_is_not_there_yet(tmp_path: Path) -> None:
    root, kills = tmp_path / "bulletin", Counter[str]()
    certified(write(tmp_path / "whole", {PHOTO: "new photo"}), NEW, COPIES)
    receipt = shown(tmp_path / "whole")[RECEIPT]
    for number in count(0, 5):
        start(root)
        certified(root, OLD, {})
        if not killed_at(number, lambda: certified(root, NEW, COPIES)):
            break
        found = shown(root)
        kills["new" if found[RECEIPT] == receipt else "old"] += 1
        assert found[RECEIPT] != receipt or {*NEW.items(), ("media/b.png", "new photo")} <= found.items()
        _, site, copies = NEXT[number % len(NEXT)]
        certified(root, site, copies)
        problems = verify(Folder(root / "site")).problems
        assert [problem.code for problem in problems] == ["file-extra"] * len(FOREIGN)
    assert kills["old"] > 10
    assert kills["new"] > 1


def test_what_a_killed_build_left_goes_though_the_site_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_STEP", -(10**18))
    root = write(tmp_path, COMPLETE)
    for _ in range(2):
        build(request(root), root / "site", tools(memory=root / MEMORY))
    before = everything(root / "site")
    write(root / "site" / STAGING, {"0": "half"})
    report = build(request(root), root / "site", tools(memory=root / MEMORY)).report
    assert (report.written, report.removed) == (0, 0)
    assert everything(root / "site") == before


def test_a_command_that_is_killed_at_any_time(tmp_path: Path) -> None:
    dice = random.Random(7)
    articles = {f"content/articles/2020/bai-{n}.md": ARTICLE.replace("Hai", f"Bài {n}") for n in range(30)}
    root = write(tmp_path / "bulletin", COMPLETE, UNSEARCHED, articles)
    command = [sys.executable, "-m", "bantin", "build", str(root), "-j", "1", "-q", "--as-of", "2026-01-01"]

    def build_whole() -> float:
        """Builds the site, and returns the time that it took."""
        began = time.monotonic()
        subprocess.run(command, check=True, cwd=REPOSITORY)
        return time.monotonic() - began

    takes = build_whole()
    versions: dict[str, set[bytes]] = {}
    killed = 0
    for turn in range(4):
        for path, data in files_of(root / "site").items():
            versions.setdefault(path, set()).add(data)
        write(root, {path: text.replace("ký quy chế", f"ký {turn}") for path, text in articles.items()})
        build_site(root, tmp_path / f"cold-{turn}")
        cold = files_of(tmp_path / f"cold-{turn}")
        for path, data in cold.items():
            versions.setdefault(path, set()).add(data)
        if turn == 2:
            shutil.rmtree(root / "site")
        process = subprocess.Popen(command, cwd=REPOSITORY)
        time.sleep(dice.uniform(0.5, 1) * takes)
        process.kill()
        killed += process.wait() == -signal.SIGKILL
        for path, data in files_of(root / "site").items() if (root / "site").exists() else ():
            if path != MANIFEST and not path.startswith(f"{STAGING}/"):
                assert data in versions[path]
        # The fastest one counts: after a measurement on a busy machine, a build would end before it is killed.
        takes = min(takes, build_whole())
        assert files_of(root / "site") == cold
    assert killed > 1
