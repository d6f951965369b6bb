"""`tanlu trace`: where the carbon in flows comes from and where it goes."""

from pathlib import Path
from typing import Any

import click

from tanlu.cli.language import lang_option, language, say
from tanlu.cli.park import echo_json
from tanlu.cli.trace_text import print_flow
from tanlu.types import Text

# What several of these commands are asked.
_PARK = click.argument("path", metavar="PARK", type=click.Path(path_type=Path))
_YEAR = click.option("--year", type=int, default=None, help="Empty: the last / 留空取最近一年.")
_DAY = click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), required=True, help="Local day / 当地日期."
)
_LEVEL = click.option(
    "--level", type=click.Choice(["enterprise", "facility"]), default="enterprise",
    show_default=True, help="Who the members are / 成员层级.",
)  # fmt: skip
_VIEW = click.option(
    "--view", type=click.Choice(["location", "market", "booked"]), default="location",
    show_default=True, help="How transfers are valued / 转移量的口径：位置、市场、账面.",
)  # fmt: skip


@click.group()
@lang_option
def trace() -> None:
    """Where carbon flows / 碳流追踪."""


@trace.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--loss",
    type=click.Choice(["gross", "sink", "net"]),
    default="sink",
    show_default=True,
    help="Who bears losses: users, operator, generator / 损耗由谁承担：用户、网络运营方、发电方.",
)
@click.option(
    "--reconcile",
    type=click.FloatRange(min=0, min_open=True),
    default=None,
    metavar="PERCENT",
    help="Let meters of this class be moved until nodes balance / 按此准确度等级先作计量调平.",
)
@click.option(
    "--imbalance",
    type=click.Choice(["refuse", "sink"]),
    default="refuse",
    show_default=True,
    help="Nodes that do not balance: refuse, or book what is off apart / 不平衡：拒绝或单列.",
)
@click.option("--shares", is_flag=True, help="Origin of the energy at each node / 各节点能量来源.")
@click.option("--meter", metavar="NODE", default="", help="What each source adds there / 单表溯源.")
@click.option("--rules", is_flag=True, help="Joint plants under every rule / 各分摊规则对照.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def flow(
    folder: Path,
    *,
    loss: Any,  # noqa: ANN401 - click passes options
    reconcile: float | None,
    imbalance: str,
    shares: bool,
    meter: str,
    rules: bool,
    as_json: bool,
) -> None:
    """Trace the tables of FOLDER hour by hour / 逐时碳流追踪.

    flows.csv, sources.csv, loads.csv; beside them stores, storage, converters, conversions,
    contracts where there are any.
    """
    from tanlu.workflow import trace_flow, trace_parts

    if reconcile:
        found = trace_flow.reconciled_folder(folder, loss, reconcile)
    elif imbalance == "sink":
        found = trace_flow.open_folder(folder, loss)
    else:
        found = trace_flow.traced_folder(folder, loss)
    for warning in trace_flow.circles(found.hours, found.traced):
        click.echo(warning.line(language()), err=True)
    record = trace_flow.flow_record(found)
    if imbalance == "sink" and not reconcile:
        record["imbalance"] = trace_flow.imbalance_record(found)
    if found.hours.apart.contracts:
        record["market"] = trace_parts.market_record(found)
    if shares:
        record["shares"] = trace_parts.shares_record(found)
    if meter:
        record["meter"] = trace_parts.meter_record(found, meter)
    if rules:
        record["rules"] = trace_parts.rules_record(found, loss)
    if as_json:
        echo_json(record)
        return
    print_flow(record, loss)


@trace.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def exchange(file: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Carbon embodied in the trade of FILE / 企业间贸易隐含碳."""
    from tanlu.workflow.trace_exchange import trace_exchange

    found, warnings = trace_exchange(file)
    for warning in warnings:
        click.echo(warning.line(language()), err=True)
    if as_json:
        echo_json(found)
        return
    click.echo(say(_VIEWS))
    views = (found["final_product"], found["income"], *found["shared"].values())
    for name, multiplier in found["multipliers"].items():
        per_unit = "—" if multiplier is None else f"{multiplier:.6g}"
        click.echo(f"  {name:<24}{per_unit:>14}" + "".join(f"{v[name]:>16,.3f}" for v in views))


_VIEWS = Text(
    "enterprise: t per unit sold · final product · income · kept by producer · "
    "passed to consumers [t CO2]",
    "企业：单位销售隐含碳 · 最终产品 · 收入侧 · 生产者承担 · 消费者承担 [t CO2]",
)


@trace.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def byproducts(file: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """By-products and waste heat of FILE, booked once on both sides / 副产物与余热双方记账."""
    from tanlu.workflow.trace_byproducts import trace_byproducts

    found = trace_byproducts(file)
    if as_json:
        echo_json(found)
        return
    head = Text(
        "pair: giver books · taker books · giver saves · taker saves [t CO2]",
        "交换：提供方记账 · 接收方记账 · 提供方减排 · 接收方减排 [t CO2]",
    )
    click.echo(say(head))
    for row in found["pairs"]:
        parts = ("giver_t", "taker_t", "giver_credit_t", "taker_credit_t")
        name = f"{row['pair']} {row['giver']} → {row['taker']} ({row['rule']})"
        click.echo(f"  {name:<36}" + "".join(f"{row[part]:>14,.3f}" for part in parts))
    total = Text("emitted {e:,.3f} t, avoided {a:,.3f} t", "排放 {e:,.3f} t，避免 {a:,.3f} t")
    click.echo(say(total.fill(e=found["emitted_t"], a=found["avoided_t"])))


@trace.command("park")
@_PARK
@_YEAR
@_LEVEL
@_VIEW
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def of_park(path: Path, year: int | None, level: str, view: str, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """What members of PARK pass on to each other / 园区成员间的碳转移."""
    from tanlu.catalog.load import load_catalog
    from tanlu.cli.park import read_book
    from tanlu.workflow.trace_park import park_record, trace_book

    done = trace_book(read_book(path), load_catalog(), year=year, level=level, view=view)
    found = park_record(done)
    if as_json:
        echo_json(found)
        return
    _print_park(found)


def _print_park(found: dict[str, Any]) -> None:
    click.echo(say(_STATEMENT))
    for member in found["members"]:
        parts = (member[name] for name in ("direct_t", "bought_t", "received_t", "given_t"))
        row = "".join(_tonnes(value) for value in (*parts, member["own_t"]))
        click.echo(f"  {member['member']:<20}{row}")
    total = say(Text("park", "园区"))
    click.echo(f"  {total:<20}{'':>56}{_tonnes(found['total_t'])}")
    line = Text(
        "members as each books {m} t, eliminated {e} t, sent out apart {s} t",
        "各成员账面合计 {m} t，抵消 {e} t，外送单列 {s} t",
    )
    keys = {"m": "members_t", "e": "eliminated_t", "s": "sent_out_t"}
    click.echo(say(line.fill(**{k: _tonnes(found[v]).strip() for k, v in keys.items()})))
    for row in found["transfers"]:
        clean = "—" if row["intensity"] is None else f"{row['intensity']:.4g} t/{row['unit']}"
        moved = f"{row['amount']:>16,.1f} {row['unit']:<5}{_tonnes(row['co2_t'])} t"
        click.echo(f"  {row['from']} → {row['to']}, {row['carrier']}:{moved}  ({clean})")


def _tonnes(value: float | None) -> str:
    return f"{'—' if value is None else f'{value:,.1f}':>14}"


_STATEMENT = Text(
    "member: emitted · bought outside · received · passed on · remains [t CO2e]",
    "成员：直接排放 · 外购携带 · 接收 · 转出 · 留存 [t CO2e]",
)


@trace.command()
@_PARK
@_DAY
@_LEVEL
@_VIEW
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def hours(path: Path, day: Any, level: str, view: str, as_json: bool) -> None:  # noqa: ANN401, FBT001 - click passes options
    """A day of PARK's carbon flow by its readings / 按读数逐时的碳流."""
    from tanlu.workflow.trace_kept import trace_day

    found = trace_day(path, day.date(), level, view)
    if as_json:
        echo_json(found)
        return
    head = Text(
        "hour: all members [t CO2e] ({p:.0%} follows no meter)",
        "小时：全部成员 [t CO2e]（{p:.0%} 无读数，按小时均摊）",
    )
    click.echo(say(head.fill(p=found["spread"])))
    for place, hour in enumerate(found["hours"]):
        known = [member["own_t"][place] for member in found["members"]]
        click.echo(f"  {hour}{_tonnes(sum(value or 0.0 for value in known))}")
    for row in found["nodes"]:
        mixes = [value for value in row["intensity"] if value is not None]
        if mixes:
            span = f"{min(mixes):.4g} … {max(mixes):.4g} t/{row['amount_unit']}"
            click.echo(f"  {row['node']}, {row['carrier']}: {span}")


@trace.command("year")
@_PARK
@_YEAR
@_LEVEL
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def whole_year(path: Path, year: int | None, level: str, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Trace and keep every hour of PARK's year / 追踪并保存全年逐时碳流."""
    from tanlu.workflow.trace_kept import trace_year

    found = trace_year(path, year, level)
    if as_json:
        echo_json(found)
        return
    told = Text(
        "{year}: {hours:,} hours kept; members {own} t, inventory {known} t, "
        "eliminated {gone} t; apart {apart:.1e}, worst hour {worst:.1e}",
        "{year} 年：已保存 {hours:,} 小时；成员合计 {own} t，清单 {known} t，"
        "抵消 {gone} t；相对差 {apart:.1e}，最差小时 {worst:.1e}",
    )
    shown = {
        "own": "own_t", "known": "inventory_t", "gone": "eliminated_t",
    }  # fmt: skip
    parts = {name: _tonnes(found[key]).strip() for name, key in shown.items()}
    errors = {"apart": found["closing_error"], "worst": found["worst_hour"]}
    click.echo(say(told.fill(year=found["year"], hours=found["hours"], **parts, **errors)))


@trace.command()
@_PARK
@_YEAR
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def joint(path: Path, year: int | None, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """Power and heat of PARK's joint plants under every rule / 热电联产分摊规则对照."""
    from tanlu.account.cut import years_of
    from tanlu.account.ledger import ledger
    from tanlu.catalog.load import load_catalog
    from tanlu.cli.park import read_book
    from tanlu.workflow.trace_joint import joint_plants, joint_record

    book, catalog = read_book(path), load_catalog()
    lines = ledger(book, catalog)
    found = joint_record(joint_plants(book, catalog, lines, year or years_of(lines)[-1]))
    if as_json:
        echo_json(found)
        return
    for plant in found:
        head = Text(
            "{plant} {year}: {t:,.1f} t; rule on its transfers: {rule}",
            "{plant} {year}：{t:,.1f} t；交付所用规则：{rule}",
        )
        told = {name: plant[name] for name in ("plant", "year", "rule")}
        click.echo(say(head.fill(t=plant["co2_t"], **told)))
        click.echo(say(Text("  power · heat [t/MWh]", "  电 · 热 [t/MWh]")))
        for row in plant["rules"]:
            name = say(Text(row["name"]["en"], row["name"]["zh"]))
            line = f"{row['power_t_per_mwh']:>10.4f}{row['heat_t_per_mwh']:>10.4f}"
            click.echo(f"{line}  {name} [{row['status']}]")


@trace.command()
@_PARK
@_DAY
@_LEVEL
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def green(path: Path, day: Any, level: str, as_json: bool) -> None:  # noqa: ANN401, FBT001 - click passes options
    """Who owns PARK's green power, hour by hour / 逐时绿电归属."""
    from tanlu.workflow.trace_green import trace_green

    found = trace_green(path, day.date(), level)
    if as_json:
        echo_json(found)
        return
    head = Text(
        "member: used · own plants · stores · contracts · certificates · open [MWh]",
        "成员：用电 · 自有电源 · 储能 · 合同 · 绿证 · 未覆盖 [MWh]",
    )
    click.echo(say(head))
    for member in found["members"]:
        kinds = ("used", "own", "store", "contract", "certificate", "open")
        row = "".join(f"{sum(member[kind]):>14,.3f}" for kind in kinds)
        click.echo(f"  {member['member']:<20}{row}")
