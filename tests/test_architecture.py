"""The architecture: imports go downwards only, folders have docstrings, modules stay readable."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "generator/bantin"

# The layers, from the bottom up. A module may import from its own layer and from those before it.
LAYERS = (
    "domain.system_errors",
    "domain.problems",
    "domain.text",
    "domain.model",
    "domain.rules",
    "domain.provisions",
    "counter",
    "runtime.confined",
    "runtime.workers",
    "runtime.entry_points",
    "runtime.cache",
    "runtime.bundled",
    "runtime.drafts",
    "content",
    "index",
    "site",
    "plugin",
    "render",
    "render.images",
    "render.search",
    "output.serving",
    "output.publish",
    "output.verify",
    "links",
    "report",
    "deploy",
    "build.request",
    "build.ledger_file",
    "build.up_to_date",
    "build.prepare",
    "build.cached_pages",
    "build.text_edit",
    "build.next_day",
    "build.pipeline",
    "build.build",
    "todo",
    "preview",
    "desk",
    "scaffold",
    "migration",
    "importing.material",
    "importing.facts",
    "importing.readers",
    "importing.drafts",
    "importing",
    "cli",
    "__main__",
)
LONGEST_MODULE = 350
# What reads the clock or the environment.
CLOCKS = ("datetime.now", "date.today", "time.time(", "os.environ")


@cache
def modules() -> tuple[Path, ...]:
    return tuple(sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py"))


@cache
def source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def imported(path: Path) -> tuple[str, ...]:
    """The modules of this package that a file imports, at its top or inside a function."""
    return tuple(_imported(ast.parse(source(path))))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("bantin."):
            for name in node.names:
                inner = PACKAGE.parent / node.module.replace(".", "/") / f"{name.name}.py"
                yield f"{node.module}.{name.name}" if inner.exists() else node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("bantin."))


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layer_of(module: str) -> int:
    """The place of the innermost layer that ``module`` is in. A folder of several layers is as high as its top."""
    name = module.removeprefix("bantin.")
    holding = [layer for layer in LAYERS if f"{name}.".startswith(f"{layer}.")]
    inside = [layer for layer in LAYERS if layer.startswith(f"{name}.")]
    return LAYERS.index(max(holding, key=len) if holding else inside[-1])


def test_there_are_modules_to_be_looked_at() -> None:
    assert len(modules()) > 100
    assert any(imported(path) for path in modules())


def test_imports_go_downwards() -> None:
    upward = [
        f"{name_of(path)} → {module}"
        for path in modules()
        for module in imported(path)
        if layer_of(module) > layer_of(name_of(path))
    ]
    assert upward == []


def test_no_import_cycles() -> None:
    graph = {name_of(path): set(imported(path)) for path in modules()}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " → ".join([*trail, module])
        if module not in done:
            for other in graph.get(module, set()) - {module}:
                visit(other, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_modules_are_short() -> None:
    assert [name_of(path) for path in modules() if len(source(path).splitlines()) > LONGEST_MODULE] == []


def test_folders_are_tables_of_contents() -> None:
    """An ``__init__.py`` says what its folder is for and what it offers, and does nothing."""
    allowed = (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr)
    trees = {name_of(path): ast.parse(source(path)) for path in modules() if path.name == "__init__.py"}
    assert [name for name, tree in trees.items() if not ast.get_docstring(tree)] == []
    assert [name for name, tree in trees.items() if not all(isinstance(node, allowed) for node in tree.body)] == []


def test_every_folder_has_a_table_of_contents() -> None:
    folders = {path.parent for path in modules()}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_stages_do_not_ask_for_the_time() -> None:
    """The clock is read by commands, and handed down: the same input gives the same site."""
    stages = [path for path in modules() if not name_of(path).startswith("bantin.cli.")]
    asking = [f"{name_of(path)}: {clock}" for path in stages for clock in CLOCKS if clock in source(path)]
    assert asking == []
