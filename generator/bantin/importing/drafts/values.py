"""The values of a draft as a flat list, for the report: ``agreement.signatories.1.name``."""

from collections.abc import Iterator

from bantin.importing.drafts.draft import Value
from bantin.importing.drafts.yaml_writer import Items, Node, Scalar


def values_in(node: Node, above: str = "", evidence: str = "") -> Iterator[Value]:
    """Yields every value below ``node``, which rests on ``evidence`` if it has none of its own."""
    if isinstance(node, Scalar):
        yield Value(above, node.text, node.evidence or evidence)
    elif isinstance(node, Items):
        for number, item in enumerate(node.items, 1):
            yield from values_in(item, f"{above}.{number}", evidence)
    else:
        for key, value in node.items:
            yield from values_in(value, f"{above}.{key}" if above else key, node.evidence or evidence)
