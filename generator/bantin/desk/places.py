"""Places of problems in a form: the field whose value is on a line of a file."""

from bantin.content.frontmatter import split
from bantin.content.yaml.parser import parse_yaml
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode

BODY = "body"
"""The name of the field for the text below the front matter."""


def field_at(text: str, path: str, line: int) -> str:
    """The path of the field for ``line`` of a file, such as ``agreement.parties.1.agency``; empty if there is none.

    ``text`` is that of the file at ``path``; lines are counted from 1.
    """
    if line < 1:
        return ""
    yaml, first = text, 1
    if path.endswith(".md"):
        parts = split(text, path).value
        if parts is None or line < parts.yaml_line:
            return ""
        if line >= parts.markdown_line:
            return BODY
        yaml, first = parts.yaml, parts.yaml_line
    root = parse_yaml(yaml, path, first).root
    return ".".join(_steps(root, line)) if root else ""


def _steps(node: Node, line: int) -> list[str]:
    """The steps to the last value that begins on ``line`` or above it."""
    if isinstance(node, ScalarNode):
        return []
    pairs = (
        [(name, key.line, value) for name, (key, value) in node.by_name.items()]
        if isinstance(node, MappingNode)
        else [(str(number), one.place.line, one) for number, one in enumerate(node.items)]
    )
    above = [pair for pair in pairs if pair[1] <= line]
    # Of several on one line, as in `{name: A, party: b}`, it is not known which.
    if not above or sum(pair[1] == above[-1][1] for pair in pairs) > 1:
        return []
    name, _, value = above[-1]
    return [name, *_steps(value, line)]
