"""Options that say a number, or several, of a name: NAME=1.5 or NAME=1:0.3."""

from collections.abc import Sequence

import click


def pairs(texts: Sequence[str], count: int) -> dict[str, tuple[float, ...]]:
    """Names with their numbers.

    Args:
        texts: As given, such as "energy=1:0.3" or "output=5%".
        count: How many numbers each has.

    Returns:
        Name to numbers; a percent sign divides by 100.

    Raises:
        click.BadParameter: When one is written otherwise.

    Example:
        >>> pairs(["energy=1:0.3"], 2), pairs(["output=5%"], 1)
        ({'energy': (1.0, 0.3)}, {'output': (0.05,)})
    """
    found = {}
    for text in texts:
        name, _, rest = text.rpartition("=")
        numbers = [_number(part) for part in rest.split(":")]
        if not name or len(numbers) != count or None in numbers:
            raise click.BadParameter(text)
        found[name] = tuple(n for n in numbers if n is not None)
    return found


def _number(text: str) -> float | None:
    try:
        return float(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return None
