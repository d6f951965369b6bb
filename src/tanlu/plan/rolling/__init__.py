"""Control of what stands: set-points for the next hours, from the same components as the plan.

site(system, year, capacity, split) -> Site       # what stands in a year, on fine steps
schedule(site, state, window) -> Schedule         # the cheapest way through a horizon
simulate(site, forecast, …) -> Run                # step by step, the first step carried out
"""

from tanlu.plan.rolling.control import Schedule, State, opened, schedule
from tanlu.plan.rolling.run import Run, simulate
from tanlu.plan.rolling.site import Site, site

__all__ = ["Run", "Schedule", "Site", "State", "opened", "schedule", "simulate", "site"]
