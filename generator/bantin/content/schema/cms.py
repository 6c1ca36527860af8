"""``editors`` in ``site.yml``: the settings of the editors' desk."""

import re
from typing import Annotated, Self

from pydantic import model_validator

from bantin.content.problems import settings
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.values import Fields, Text, Texts, Url, YesNo, choice
from bantin.domain.model import CmsBackend

_REPOSITORY = re.compile(r"[\w.-]+(?:/[\w.-]+)+")


class CmsFields(Fields):
    """The fields of ``editors``. A desk of the agency's own, or one that is only tried out, has no repository."""

    backend: Annotated[CmsBackend, choice(CmsBackend)]
    repository: Text = ""
    branch: Text = ""
    base_url: Url | None = None
    api_root: Url | None = None
    app_id: Text = ""
    review: YesNo = True
    publishers: Texts = ()

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        needed = self.backend not in {CmsBackend.TEST, CmsBackend.HERE}
        if bool(self.repository) != needed or (needed and not _REPOSITORY.fullmatch(self.repository)):
            raise Invalid(settings.BAD_DESK, value=self.repository, backend=self.backend)
        return self
