"""Whether a scenario keeps a target."""

from tanlu.model.pathway import Gap, Projection


def is_met(projection: Projection, gap: Gap) -> bool | None:
    """Whether a target is kept; None when the span is too short to say.

    A scenario without a peak up to a year after the limit has missed a peak
    year, although it has no peak year to compare.
    """
    is_open = gap.indicator == "peak_year" and gap.value is None
    if is_open and projection.points[-1].year > gap.limit:
        return False
    return gap.is_met
