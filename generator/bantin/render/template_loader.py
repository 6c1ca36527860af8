"""Where Jinja finds the templates of a theme."""

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path


class ThemeLoader(BaseLoader):
    """Loads the templates of ``files``, by their names, and nothing that lies beside them."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = files

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """The text of a template and the name of its file; none changes while there is an environment."""
        path = self._files.get("/".join(split_template_path(template)))
        if path is None:
            raise TemplateNotFound(template)
        return path.read_text(encoding="utf-8"), str(path), lambda: True
