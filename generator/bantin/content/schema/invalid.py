"""The error of an invalid value, which pydantic collects together with its place."""

from bantin.domain.problems import Kind


class Invalid(ValueError):
    """An invalid value: the kind of the problem, and the values that fill its message."""

    def __init__(self, kind: Kind, **values: object) -> None:
        self.kind = kind
        self.values = values
        super().__init__(kind.code)
