"""A park as an optimisation problem.

    System(periods, slices, nodes, components, policies=(), series={}, rate=0.0, base_year=None)
    build(system, slack_cny=None) -> Model          # problem + ledger
    tanlu.plan.solve.solve(system) -> Design        # optimum and what it says

Power is in MW, energy in MWh, carbon in t CO2, money in CNY of the base year, real. A quantity
(`Given`) is a number, a tuple of one number a period, or `Value(by_period, series)`.

Each kind of component is one module with the same functions: `columns` adds what is decided,
`balance` says what it brings to nodes, `tallies` what it adds to yearly sums of money, carbon
and energy. The assembler is a loop over them.
"""

from tanlu.plan.model.assemble import Model, build, yearly
from tanlu.plan.model.capture import Capture
from tanlu.plan.model.contract import Certificates, DirectLine, GreenPower
from tanlu.plan.model.converter import Converter
from tanlu.plan.model.demand import Demand
from tanlu.plan.model.fleet import Fleet, weibull
from tanlu.plan.model.generator import Generator
from tanlu.plan.model.kinds import Component
from tanlu.plan.model.measure import Measure
from tanlu.plan.model.offset import Offset
from tanlu.plan.model.policy import (
    Budget,
    Cap,
    CarbonPrice,
    CleanShare,
    Intensity,
    Limit,
    Match,
    Neutral,
    Peak,
    Policy,
)
from tanlu.plan.model.process import Process
from tanlu.plan.model.stock import Stock
from tanlu.plan.model.store import Store
from tanlu.plan.model.supply import Sale, Supply
from tanlu.plan.model.system import Node, Period, Slices, System
from tanlu.plan.model.value import Given, Value

__all__ = [
    "Budget",
    "Cap",
    "Capture",
    "CarbonPrice",
    "Certificates",
    "CleanShare",
    "Component",
    "Converter",
    "Demand",
    "DirectLine",
    "Fleet",
    "Generator",
    "Given",
    "GreenPower",
    "Intensity",
    "Limit",
    "Match",
    "Measure",
    "Model",
    "Neutral",
    "Node",
    "Offset",
    "Peak",
    "Period",
    "Policy",
    "Process",
    "Sale",
    "Slices",
    "Stock",
    "Store",
    "Supply",
    "System",
    "Value",
    "build",
    "weibull",
    "yearly",
]
