"""Use cases: carbon flow of a park, a member's card, a month of the networks."""

from dataclasses import dataclass
from datetime import date

from tanlu.account.cut import years_of
from tanlu.connect.folder import TRACED
from tanlu.report.findings import Findings
from tanlu.workflow.desk import Desk
from tanlu.workflow.readings.open import of_desk
from tanlu.workflow.trace_green import green_day
from tanlu.workflow.trace_hours import month_by_hour
from tanlu.workflow.trace_kept import ParkHours, of_member
from tanlu.workflow.trace_park import Transfers, cells_in, transfers_of
from tanlu.workflow.viewer import Viewer, allowed_member, require_whole
from tanlu.workflow.views.figure import View, pick
from tanlu.workflow.views.trace import (
    card_view,
    day_view,
    green_view,
    month_names,
    network_view,
    transfers_view,
)
from tanlu.workflow.views.trace_figures import YEAR
from tanlu.workflow.views.trace_joint import joint_view


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a park is asked for; no year is the last one, no month the whole year."""

    year: int = 0
    month: str = ""
    level: str = "enterprise"
    view: str = "location"
    version: int = 0


def park_transfers(desk: Desk, viewer: Viewer, park_id: str, asked: Asked) -> View:
    """What members pass on to each other, and what remains with each."""
    require_whole(viewer, park_id)
    findings, done = _traced(desk, park_id, asked)
    return transfers_view(findings, done, _month(done, asked.month))


def member_carbon(desk: Desk, viewer: Viewer, park_id: str, member: str, asked: Asked) -> View:
    """A member's card: from whom, to whom, how much, how clean, month by month."""
    findings, done = _traced(desk, park_id, asked)
    allowed = allowed_member(viewer, member, findings.ledger.chains)
    pick(dict.fromkeys(cells_in(done.ledgers)), allowed)
    return card_view(findings, done, allowed)


def carbon_network(desk: Desk, viewer: Viewer, park_id: str, asked: Asked) -> View:
    """Intensities of all nodes in a month, and what flows between them."""
    require_whole(viewer, park_id)
    findings, done = _traced(desk, park_id, asked)
    return network_view(findings, done, _month(done, asked.month or month_names(done)[0]))


def day_of_park(
    desk: Desk, viewer: Viewer, park_id: str, when: tuple[date, int | None], asked: Asked
) -> View:
    """A day of a park hour by hour, or one hour of it, as the API's record `CarbonDay`.

    Raises:
        NotFoundError: When the day has no such hour.
    """
    require_whole(viewer, park_id)
    findings, park = _hours(desk, park_id)
    day, hour = when
    done = park.day(day, hour, asked.level, asked.view)
    transfers_of(findings.ledger, day.year, asked.level, asked.view)  # closed to the inventory
    return day_view(findings, done, park.opened.clock)


def day_of_member(
    desk: Desk, viewer: Viewer, park_id: str, member: str, when: tuple[date, int | None],
    asked: Asked,
) -> View:  # fmt: skip
    """The same of one member: what remains with it, from whom, to whom, how clean.

    Raises:
        NotFoundError: When there is no such member or hour.
    """
    findings, park = _hours(desk, park_id)
    allowed = allowed_member(viewer, member, findings.ledger.chains)
    day, hour = when
    done = of_member(park.day(day, hour, asked.level, asked.view), allowed)
    return day_view(findings, done, park.opened.clock)


def _hours(desk: Desk, park_id: str) -> tuple[Findings, ParkHours]:
    findings, opened = desk.findings(park_id), of_desk(desk, park_id)
    folder = desk.home(park_id) / TRACED
    return findings, ParkHours(findings.ledger, findings.book, opened, folder)


def green_of_park(desk: Desk, viewer: Viewer, park_id: str, day: date, level: str) -> View:
    """Who owns which green power in each hour of a day, as the API's record `GreenDay`."""
    require_whole(viewer, park_id)
    findings, opened = desk.findings(park_id), of_desk(desk, park_id)
    month = month_by_hour(findings.ledger, findings.book, opened, day)
    return green_view(findings, green_day(month, findings.catalog, opened.clock, day, level))


def joint_of_park(desk: Desk, viewer: Viewer, park_id: str, asked: Asked) -> View:
    """What power and heat of joint plants carry under every rule."""
    require_whole(viewer, park_id)
    findings = desk.findings(park_id, asked.version)
    return joint_view(findings, asked.year or years_of(findings.ledger)[-1])


def _traced(desk: Desk, park_id: str, asked: Asked) -> tuple[Findings, Transfers]:
    findings = desk.findings(park_id, asked.version)
    year = asked.year or years_of(findings.ledger)[-1]
    return findings, transfers_of(findings.ledger, year, asked.level, asked.view)


def _month(done: Transfers, month: str) -> str:
    if not month:
        return YEAR
    pick(dict.fromkeys(month_names(done)), month)
    return month
