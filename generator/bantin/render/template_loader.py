"""The loader that finds the templates of a theme for Jinja."""

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path


class ThemeLoader(BaseLoader):
    """Loads the templates in ``files``, by name, and no other files."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """The source of a template, the name of its file, and a function: no template changes during a build."""
        path = self._files.get("/".join(split_template_path(template)))
        if path is None:
            raise TemplateNotFound(template)
        return path.read_text(encoding="utf-8"), str(path), lambda: True
