"""``fields`` in ``site.yml``: declarations of facts that a bulletin adds to its agreements."""

import re
from typing import Annotated, Self

from pydantic import Field, PlainValidator, model_validator

from bantin.content.problems import settings
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.record import RecordFields
from bantin.content.schema.texts import text_of
from bantin.content.schema.translation import TranslatedAgreementFields
from bantin.content.schema.values import Fields, Name, Slug, choice
from bantin.domain.model import OwnFieldKind, ShownIn

# The form of built-in keys, so that every program accepts the name of the data column.
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")


def _own_key(value: object) -> str:
    text = text_of(value)
    if _KEY.fullmatch(text) is None:
        raise Invalid(settings.BAD_FIELD_KEY, value=text)
    # Pydantic refuses keys with the names of attributes of its models.
    if text in _BUILT_IN or hasattr(RecordFields, text):
        raise Invalid(settings.FIELD_KEY_TAKEN, value=text)
    return text


_BUILT_IN = frozenset((*RecordFields.model_fields, *TranslatedAgreementFields.model_fields))

OwnKey = Annotated[str, PlainValidator(_own_key)]


class OwnFieldFields(Fields):
    """One of ``fields``; a name alone is short for ``{label: …}``, which is a text."""

    label: Name
    kind: Annotated[OwnFieldKind, choice(OwnFieldKind)] = OwnFieldKind.TEXT
    choices: dict[Slug, Name] = Field(default_factory=dict)
    shown: tuple[Annotated[ShownIn, choice(ShownIn)], ...] = (ShownIn.PAGE, ShownIn.DATA)

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        if self.kind is OwnFieldKind.CHOICE and not self.choices:
            raise Invalid(settings.NO_CHOICES)
        if self.kind is not OwnFieldKind.CHOICE and self.choices:
            raise Invalid(settings.CHOICES_OF_OTHER, value=self.kind)
        return self
