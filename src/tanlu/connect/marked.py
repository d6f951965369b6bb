"""YAML whose keys know the line they stand on."""

from collections.abc import Mapping
from typing import Any

import yaml


def marked(text: str) -> tuple[Any, Mapping[str, int]]:
    r"""What a YAML text says, and the line of each key.

    Args:
        text: The text; aliases are refused, since one line may stand for a billion otherwise.

    Returns:
        The value, and line numbers by dotted path.

    Raises:
        yaml.YAMLError: When it is no YAML, or has aliases.

    Example:
        >>> marked("a:\n  b: 1\n")
        ({'a': {'b': 1}}, {'a': 1, 'a.b': 2})
    """
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.SafeLoader)):
        raise yaml.YAMLError("aliases")
    node = yaml.compose(text, yaml.SafeLoader)
    return yaml.safe_load(text), dict(_lines(node, "")) if node is not None else {}


def _lines(node: yaml.Node, above: str) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            path = f"{above}{key.value}"
            found += [(path, key.start_mark.line + 1), *_lines(value, f"{path}.")]
    if isinstance(node, yaml.SequenceNode):
        for at, item in enumerate(node.value):
            path = f"{above.removesuffix('.')}[{at + 1}]"
            found += [(path, item.start_mark.line + 1), *_lines(item, f"{path}.")]
    return found
