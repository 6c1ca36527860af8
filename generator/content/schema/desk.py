"""``editors`` in ``site.yml``: the editors' desk."""

import re
from typing import Annotated, Self

from pydantic import model_validator

from generator.content.problems import settings
from generator.content.schema.invalid import Invalid
from generator.content.schema.values import Fields, Text, Url, choice
from generator.model import DeskBackend

_REPOSITORY = re.compile(r"[\w.-]+(?:/[\w.-]+)+")


class DeskFields(Fields):
    """``editors``; a desk that is only tried out needs no repository."""

    backend: Annotated[DeskBackend, choice(DeskBackend)]
    repository: Text = ""
    branch: Text = ""
    base_url: Url | None = None
    api_root: Url | None = None
    app_id: Text = ""

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        needed = self.backend is not DeskBackend.TEST
        if bool(self.repository) != needed or (needed and not _REPOSITORY.fullmatch(self.repository)):
            raise Invalid(settings.BAD_DESK, value=self.repository, backend=self.backend)
        return self
