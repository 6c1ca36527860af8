"""The plan of the house: imports go downwards only, folders are tables of contents, modules stay readable."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "generator/bantin"

# The layers, from the ground up. A module may import from layers that stand before its own, and from its own.
LAYERS = (
    "domain.system_errors",
    "domain.problems",
    "domain.text",
    "domain.model",
    "domain.rules",
    "counter",
    "runtime.workers",
    "runtime.entry_points",
    "runtime.cache",
    "runtime.bundled",
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
    "build.up_to_date",
    "build.prepare",
    "build.text_edit",
    "build.pipeline",
    "build.build",
    "preview",
    "scaffold",
    "cli",
    "__main__",
)
LONGEST_MODULE = 350


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def imported(path: Path) -> Iterator[str]:
    """The modules of this package that a file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
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


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_go_downwards(path: Path) -> None:
    here = layer_of(name_of(path))
    upward = [module for module in imported(path) if layer_of(module) > here]
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


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", [path for path in modules() if path.name == "__init__.py"], ids=name_of)
def test_folders_are_tables_of_contents(path: Path) -> None:
    """An ``__init__.py`` says what its folder is for and what it offers, and does nothing."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    allowed = (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr)
    assert all(isinstance(node, allowed) for node in tree.body)


def test_every_folder_has_a_table_of_contents() -> None:
    folders = {path.parent for path in modules()}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_stages_do_not_ask_for_the_time(path: Path) -> None:
    """The clock is read by commands, and handed down: the same input gives the same site."""
    if name_of(path).startswith("bantin.cli."):
        return
    text = path.read_text(encoding="utf-8")
    assert "datetime.now" not in text
    assert "date.today" not in text
    assert "time.time(" not in text
    assert "os.environ" not in text
