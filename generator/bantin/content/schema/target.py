"""``deploy`` in ``site.yml``: the targets that the site is deployed to."""

import re
from typing import Annotated, Self

from pydantic import model_validator

from bantin.content.problems import settings
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.values import Fields, Text, YesNo, choice, integer
from bantin.domain.model import TargetKind

_MOST_RELEASES, _LAST_PORT = 1_000, 65_535
_SHAPES: dict[TargetKind, tuple[re.Pattern[str], str]] = {
    TargetKind.FOLDER: (re.compile(r"[^\0\r\n]+"), "/srv/bulletin"),
    # ssh would take a host with a leading dash for an option.
    TargetKind.SSH: (
        re.compile(r"(?:[\w.-]+@)?\w[\w.-]*:/[^\0\r\n]*[^\0\r\n/]"),
        "deploy@bantin.example.vn:/srv/bulletin",
    ),
    TargetKind.S3: (re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:/[\w.-]+)*/?"), "bucket/folder"),
    TargetKind.BRANCH: (re.compile(r"[^-\s\0][^\s\0]*"), "origin"),
}
_OF_KIND: dict[str, tuple[TargetKind, ...]] = {
    "keep": (TargetKind.FOLDER, TargetKind.SSH),
    "precompress": (TargetKind.FOLDER, TargetKind.SSH),
    "port": (TargetKind.SSH,),
    "endpoint": (TargetKind.S3,),
    "region": (TargetKind.S3,),
    "branch": (TargetKind.BRANCH,),
}
_PASSWORD = re.compile(r"//[^/@\s]*:[^/@\s]+@")
_BRANCH = re.compile(r"(?!.*(?:\.\.|//|@\{|\.lock$))[\w][\w./-]*[\w]")


class TargetFields(Fields):
    """An item of ``deploy``."""

    kind: Annotated[TargetKind, choice(TargetKind)]
    to: Text
    keep: Annotated[int, integer(1, _MOST_RELEASES)] = 5
    precompress: YesNo = False
    port: Annotated[int, integer(0, _LAST_PORT)] = 0
    endpoint: Text = ""
    region: Text = ""
    branch: Text = "gh-pages"

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        shape, example = _SHAPES[self.kind]
        if _PASSWORD.search(f"{self.to} {self.endpoint}"):
            raise Invalid(settings.SECRET_IN_TARGET)
        if not shape.fullmatch(self.to):
            raise Invalid(settings.BAD_TARGET, value=self.to, sort=self.kind, example=example)
        if not _BRANCH.fullmatch(self.branch):
            raise Invalid(settings.BAD_TARGET, value=self.branch, sort=self.kind, example="gh-pages")
        for key, kinds in _OF_KIND.items():
            if key in self.model_fields_set and self.kind not in kinds:
                raise Invalid(settings.NOT_OF_THIS_KIND, key=key, sort=self.kind)
        return self
