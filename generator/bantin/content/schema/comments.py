"""``comments`` in ``site.yml``: the service that readers' comments are stored in."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from bantin.content.problems import settings
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.values import Fields, Service, Text


def _shaped(shape: str, example: str) -> AfterValidator:
    pattern = re.compile(shape)

    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise Invalid(settings.BAD_GISCUS, value=text, example=example)
        return text

    return AfterValidator(check)


class GiscusFields(Fields):
    """``giscus``: the settings of a repository, as https://giscus.app/ shows them."""

    repository: Annotated[Text, _shaped(r"[\w-]+/[\w.-]+", "owner/name")]
    repository_id: Annotated[Text, _shaped(r"[\w=-]+", "R_kgDOAbCdEf")]
    category: Annotated[Text, _shaped(r".+", "Announcements")]
    category_id: Annotated[Text, _shaped(r"[\w=-]+", "DIC_kwDOAbCdEf4CAbCd")]


class CommentsFields(Fields):
    """The fields of ``comments``: one of the two services."""

    isso: Service | None = None
    giscus: GiscusFields | None = None

    @model_validator(mode="after")
    def _one_only(self) -> Self:
        if (self.isso is None) == (self.giscus is None):
            raise Invalid(settings.ONE_ENGINE)
        return self
