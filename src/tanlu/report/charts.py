"""Charts as SVG text: deterministic, glyphs as outlines, no date, no screen.

Titles, units and notes stand beside a chart as text, so that they can be read
out, searched and translated; a chart holds only names and numbers.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any, TypeAlias

from tanlu.errors import need
from tanlu.report.font import LOWERED, RAISED, SUBSCRIPTS, SUPERSCRIPTS, font_file, printable
from tanlu.report.palette import FAINT, FALLS, LINE, PRIMARY, RISES, TEXT, TOTAL

WIDTH = 6.9  # inches: a column of A4
_BAR = 0.5

Axis: TypeAlias = Any
"""A chart of matplotlib, which ships no types."""


def marked(text: str) -> str:
    """A label with raised and lowered digits as matplotlib sets them.

    Example:
        >>> marked("10⁴ t CO₂")
        '10$^{4}$ t CO$_{2}$'
    """
    plain = printable(text).replace("$", r"\$").replace("−", "$-$")
    plain = RAISED.sub(lambda m: "$^{" + "".join(SUPERSCRIPTS[c] for c in m[0]) + "}$", plain)
    return LOWERED.sub(lambda m: "$_{" + "".join(SUBSCRIPTS[c] for c in m[0]) + "}$", plain)


def draw(height: float, columns: int, paint: Callable[..., None]) -> str:
    """A figure as SVG text.

    Args:
        height: Height. [inch]
        columns: Charts side by side.
        paint: Draws on the axes, given one by one.

    Returns:
        An svg element without prolog; equal input gives equal text.
    """
    figure = need("matplotlib.figure", "report").Figure(
        figsize=(WIDTH, height), layout="constrained", facecolor="none"
    )
    axes = [figure.add_subplot(1, columns, index + 1) for index in range(columns)]
    for axis in axes:
        _plain_axis(axis)
    paint(*axes)
    _set_font(figure)
    buffer = BytesIO()
    canvas = need("matplotlib.backends.backend_svg", "report").FigureCanvasSVG(figure)
    canvas.print_svg(buffer, metadata={"Date": None, "Creator": None})
    return _inline(buffer.getvalue().decode("utf-8"))


def _plain_axis(axis: Axis) -> None:
    for side in ("top", "right", "left"):
        axis.spines[side].set_visible(False)
    axis.spines["bottom"].set_color(LINE)
    axis.grid(axis="y", color=LINE, linewidth=0.6)
    axis.set_axisbelow(True)
    axis.tick_params(length=0, colors=FAINT, labelsize=8)
    axis.set_facecolor("none")


def _set_font(figure: Any) -> None:  # noqa: ANN401 - matplotlib ships no types
    properties = need("matplotlib.font_manager", "report").FontProperties
    kind = need("matplotlib.text", "report").Text
    for text in figure.findobj(kind):
        text.set_fontproperties(properties(fname=font_file(), size=text.get_size()))


def _inline(svg: str) -> str:
    # ids are numbered in their order, so that they depend on nothing but the drawing
    body = svg[svg.index("<svg") :].rstrip()
    names = list(dict.fromkeys(re.findall(r'\bid="([^"]+)"', body)))
    fresh = {name: f"i{index}" for index, name in enumerate(names)}
    body = re.sub(r'\bid="([^"]+)"', lambda m: f'id="{fresh[m[1]]}"', body)
    body = re.sub(r'href="#([^"]+)"', lambda m: f'href="#{fresh[m[1]]}"', body)
    body = re.sub(r"url\(#([^)]+)\)", lambda m: f"url(#{fresh[m[1]]})", body)
    return re.sub(r"<!--.*?-->\s*|<metadata>.*?</metadata>\s*", "", body, flags=re.DOTALL)


Series = Mapping[str, tuple[str, Sequence[float]]]
"""Name to colour and values."""


def bars(axis: Axis, names: Sequence[str], series: Series, places: int) -> None:
    """Draw stacked bars with their totals on top."""
    below = [0.0] * len(names)
    for name, (colour, values) in series.items():
        axis.bar(names, values, _BAR, bottom=below, color=colour, label=marked(name))
        _inside(axis, below, values, places, is_alone=len(series) == 1)
        below = [a + b for a, b in zip(below, values, strict=True)]
    for index, total in enumerate(below):
        axis.annotate(f"{total:,.{places}f}", (index, total), (0, 3), textcoords="offset points",
                      ha="center", fontsize=9, color=TEXT)  # fmt: skip
    axis.set_ylim(0, max(below, default=1.0) * 1.16 or 1.0)
    axis.set_yticks([])
    axis.grid(visible=False)


def _inside(
    axis: Axis,
    below: Sequence[float], values: Sequence[float], places: int, *, is_alone: bool,
) -> None:  # fmt: skip
    if is_alone:
        return
    for index, (start, value) in enumerate(zip(below, values, strict=True)):
        if value:
            axis.annotate(f"{value:,.{places}f}", (index, start + value / 2), ha="center",
                          va="center", fontsize=8, color="#ffffff")  # fmt: skip


def line(axis: Axis, names: Sequence[str], values: Sequence[float], label: str) -> None:
    """Draw one line with its values written at the points, from zero up."""
    axis.plot(names, values, color=RISES, marker="o", markersize=4, linewidth=1.6)
    for index, value in enumerate(values):
        axis.annotate(f"{value:.4g}", (index, value), (0, 7), textcoords="offset points",
                      ha="center", fontsize=9, color=TEXT)  # fmt: skip
    axis.set_ylim(0, max(values, default=1.0) * 1.25 or 1.0)
    axis.set_yticks([])
    axis.grid(visible=False)
    axis.set_xlim(-0.5, len(names) - 0.5)
    axis.set_title(marked(label), fontsize=9, color=FAINT, loc="left")


def titled(axis: Axis, label: str, colours: int) -> None:
    """Name a chart of one colour, or its colours where there are more."""
    if colours == 1:
        axis.set_title(marked(label), fontsize=9, color=FAINT, loc="left")
    else:
        legend(axis, 1)


def shares(
    axis: Axis,
    names: Sequence[str], series: Series, shown: Callable[[float], str],
) -> None:  # fmt: skip
    """Draw one horizontal bar a year, its parts in percent."""
    start = [0.0] * len(names)
    for name, (colour, values) in series.items():
        axis.barh(names, values, 0.6, left=start, color=colour, label=marked(name))
        for index, value in enumerate(values):
            if value > 0.04:
                axis.annotate(shown(value), (start[index] + value / 2, index),
                              ha="center", va="center", fontsize=8.5, color="#ffffff")  # fmt: skip
        start = [a + b for a, b in zip(start, values, strict=True)]
    axis.invert_yaxis()
    axis.set_xlim(0, 1)
    axis.set_xticks([])
    axis.spines["bottom"].set_visible(False)
    axis.grid(visible=False)
    legend(axis, len(series))


def legend(axis: Axis, columns: int) -> None:
    """Put names of colours above a chart."""
    axis.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=columns, frameon=False,
                fontsize=8.5, handlelength=1, handleheight=1, labelcolor=TEXT)  # fmt: skip


def waterfall(
    axis: Axis,
    steps: Sequence[tuple[str, float]],
    ends: tuple[float, float],
    names: tuple[str, str],
    places: int,
) -> None:
    """Draw how a start becomes an end, step by step; rises and falls also by sign."""
    at, labels = ends[0], [names[0], *(name for name, _ in steps), names[1]]
    axis.bar(0, ends[0], 0.6, color=TOTAL)
    _over(axis, 0, ends[0], f"{ends[0]:,.{places}f}")
    for index, (_, value) in enumerate(steps, start=1):
        axis.bar(index, value, 0.6, bottom=at, color=RISES if value > 0 else FALLS)
        axis.plot([index - 0.7, index + 0.3], [at, at], color=FAINT, linewidth=0.7)
        sign = "+" if value > 0 else "−" if value < 0 else ""
        shown = f"{abs(value):,.{places}f}"
        text = (sign if shown.strip("0.,") else "") + shown
        _over(axis, index, max(at, at + value), marked(text))
        at += value
    axis.bar(len(steps) + 1, ends[1], 0.6, color=TOTAL)
    _over(axis, len(steps) + 1, ends[1], f"{ends[1]:,.{places}f}")
    axis.set_xticks(range(len(labels)), [marked(label) for label in labels])
    axis.tick_params(axis="x", labelsize=9, colors=TEXT)
    axis.set_ylim(0, axis.get_ylim()[1] * 1.08)
    axis.set_yticks([])
    axis.grid(visible=False)


def _over(axis: Axis, index: int, top: float, text: str) -> None:
    axis.annotate(text, (index, top), (0, 3), textcoords="offset points", ha="center",
                  fontsize=9, color=TEXT)  # fmt: skip


Curve = tuple[str, str, Sequence[int], Sequence[float], Sequence[float] | None,
              Sequence[float] | None]  # fmt: skip
"""Name, colour, years, values, and bounds where there are any."""


def fan(
    axis: Axis, past: tuple[str, Sequence[int], Sequence[float]], curves: Sequence[Curve]
) -> None:
    """Draw accounted years and projections with their bands."""
    axis.plot(past[1], past[2], color=TEXT, linewidth=2, marker="o", markersize=3.5,
              label=marked(past[0]))  # fmt: skip
    for name, colour, years, values, low, high in curves:
        axis.plot(years, values, color=colour, linewidth=1.8, label=marked(name))
        if low and high:
            axis.fill_between(years, low, high, color=colour, alpha=0.15, linewidth=0)
        axis.annotate(f"{values[-1]:,.4g}", (years[-1], values[-1]), (5, 0), va="center",
                      textcoords="offset points", fontsize=8.5, color=colour)  # fmt: skip
    axis.set_ylim(0, axis.get_ylim()[1])
    axis.legend(loc="upper left", frameon=False, fontsize=8.5, labelcolor=TEXT)
    axis.xaxis.set_major_formatter("{x:.0f}")


def star(axis: Axis, year: int, value: float, colour: str = PRIMARY) -> None:
    """Mark a peak that lies inside its span."""
    axis.plot([year], [value], marker="v", color=colour, markersize=7)
    axis.annotate(str(year), (year, value), (0, -14), textcoords="offset points", ha="center",
                  fontsize=8.5, color=colour)  # fmt: skip
