"""Fixtures and settings of all tests."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from random import Random
from types import CodeType
from typing import ClassVar, NoReturn, TypeVar

import pytest
from hypothesis import settings
from jinja2 import nodes

from bantin.build import build
from bantin.content.documents import reading
from bantin.content.documents.checks import suffix_of
from bantin.content.documents.examiner import Examiner
from bantin.content.documents.messages import Examination, Outcome
from bantin.render.environment import QuickEnvironment, ThemeEnvironment, environment_class
from bantin.render.images import encoding
from bantin.render.images.encoding import encode
from bantin.runtime.cache import program_version
from bantin.site.charts import network_layout
from bantin.site.charts.layout import Ends, Point, layout
from bantin.site.pictures import Rendition
from benchmarks.corpus import write_files
from benchmarks.portal import accords, files
from tests.bulletins import build_site

T = TypeVar("T")
REPOSITORY = Path(__file__).resolve().parent.parent
# A copy of this repository's bulletin: additions to that do not change any tests.
SAMPLE = REPOSITORY / "tests/sites/sample/input"

# The share of examples that property tests try, and of cases that exhaustive tests try: in `make test-fast`, in `make
# test`, and in `.ci/run`, which tries all.
SHARES = {"fast": 0.1, "usual": 0.25, "full": 1.0}
SHARE = SHARES[os.environ.get("BANTIN_EXAMPLES", "usual")]


def examples(most: int) -> int:
    """The number of examples to try in this run, of at most ``most``."""
    return max(min(most, 5), round(most * SHARE))


def tried(cases: Iterable[T]) -> Iterator[T]:
    """The cases to try in this run: a random sample that is the same in every run."""
    dice = Random(0)
    return (case for case in cases if dice.random() < SHARE)


# Machines may be slow or busy, and no test depends on time.
settings.register_profile("bantin", deadline=None, max_examples=examples(100))
settings.load_profile("bantin")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-sites", action="store_true", help="Write the golden sites anew from what is built now.")


@pytest.fixture
def update_sites(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-sites"))


class Remembering(QuickEnvironment):
    """The Jinja environment of themes, with a cache of compiled templates for all builds of a process.

    Most of the time of a small build is spent on compiling the bundled templates, and there are hundreds of such
    builds. The result depends only on the source and the language, since all environments have the same options.
    """

    compiled: ClassVar[dict[tuple[object, ...], CodeType]] = {}

    def compile(  # type: ignore[override]
        self, source: str | nodes.Template, name: str | None = None, filename: str | None = None
    ) -> CodeType:
        if not isinstance(source, str):
            return super().compile(source, name, filename)
        # Jinja formats constants when it compiles: as 1.000 or as 1,000, which depends on the language.
        key = (source, name, filename, self.filters["number"](1000))
        if key not in self.compiled:
            self.compiled[key] = super().compile(source, name, filename)
        return self.compiled[key]


def remembering(*, sandboxed: bool) -> type[ThemeEnvironment]:
    """The environment that the renderer would use, or in place of Bantin's own the one with a cache."""
    chosen = environment_class(sandboxed=sandboxed)
    return Remembering if chosen is QuickEnvironment else chosen


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once() -> Iterator[None]:
    """Makes the renderer use environments with a cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bantin.render.renderer.environment_class", remembering)
        # And writes nothing to the user's own cache folder.
        patch.setattr("bantin.render.renderer.compiled_templates", lambda *_given, **_options: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def computed_once() -> Iterator[None]:
    """Results that depend only on the program, a graph, an image or a document are computed once in a process.

    The program does not change while it is tested. A network is laid out, and documents are examined, in processes of
    their own, which cost more than the rest of a small build; and to encode the photos of the sample takes longer than
    to build all else of it. The tests of each of the four compute it each time: ``test_fingerprint.py``,
    ``test_layout.py``, ``test_examiner.py`` and ``test_encoding.py``.
    """
    layouts: dict[tuple[int, tuple[Ends, ...]], Sequence[Point]] = {}

    def layout_once(size: int, edges: Iterable[Ends]) -> Sequence[Point]:
        graph = size, tuple(edges)
        if graph not in layouts:
            layouts[graph] = layout(*graph)
        return layouts[graph]

    examinations: dict[tuple[object, ...], Examination] = {}

    def examined_once(path: str, data: bytes, examiner: Examiner) -> Examination:
        if type(examiner) is not Examiner:
            return examination(path, data, examiner)
        asked = suffix_of(path), data, examiner._request
        found = examinations.get(asked) or examination(path, data, examiner)
        # A timeout on a busy machine may not happen again.
        if found.outcome is not Outcome.COSTLY:
            examinations[asked] = found
        return found

    @lru_cache(maxsize=64)
    def encoded_once(data: bytes, wanted: tuple[Rendition, ...]) -> tuple[bytes, ...]:
        return tuple(encode(data, wanted))

    version, examination = program_version(), reading._examination
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(network_layout, "layout", layout_once)
        patch.setattr(reading, "_examination", examined_once)
        patch.setattr(encoding, "encode", lambda data, wanted: iter(encoded_once(data, tuple(wanted))))
        patch.setattr(build, "program_version", lambda plugins: program_version(plugins) if plugins else version)
        yield


@pytest.fixture(scope="session")
def portal_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a bulletin of 300 agreements with names as long as real ones, of every status."""
    root = tmp_path_factory.mktemp("portal")
    write_files(root, files(accords()))
    build_site(root, root / "site")
    return root / "site"


@pytest.fixture(scope="session", autouse=True)
def state_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Redirects the folder of the user's secret to one of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


def missing(tool: str) -> NoReturn:
    """Skips a test whose tool is not installed. Fails it instead if ``BANTIN_NO_SKIPS`` is set."""
    if os.environ.get("BANTIN_NO_SKIPS"):
        pytest.fail(f"{tool} is missing")
    pytest.skip(f"{tool} is missing; .ci/run installs it")
