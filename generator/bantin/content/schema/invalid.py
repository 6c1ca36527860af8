"""A value that its kind refuses, as pydantic collects it with its place."""

from bantin.domain.problems import Kind


class Invalid(ValueError):
    """A value that its kind refuses: the rule it breaks, and what fills the rule's wording."""

    def __init__(self, kind: Kind, **values: object) -> None:
        self.kind = kind
        self.values = values
        super().__init__(kind.code)
