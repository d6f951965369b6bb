"""What `tanlu trace flow` prints."""

from collections.abc import Mapping
from typing import Any

import click

from tanlu.cli.language import say
from tanlu.types import Text

_SHOWN = 24
_BEARS = {
    "gross": Text(
        "Users bear the losses of the lines that serve them.", "损耗由用能方承担（毛口径）。"
    ),
    "sink": Text("The operator of the network bears the losses.", "损耗由网络运营方承担。"),
    "net": Text(
        "Each generator bears the losses of what it gives.", "损耗由发电方承担（净口径）。"
    ),
}


def print_flow(record: Mapping[str, Any], loss: str) -> None:
    """Print hours, then what else was asked for."""
    click.echo(say(_BEARS[loss]))
    if "reconciled" in record:
        _moved(record["reconciled"])
    for hour in record["hours"][:_SHOWN]:
        _hour(hour)
    _more(len(record["hours"]))
    for row in record.get("imbalance", ())[:_SHOWN]:
        _off(row)
    for name, store in record.get("stores", {}).items():
        _store(name, store)
    for row in record.get("market", {}).get("hours", ())[:_SHOWN]:
        _market(row)
    for row in record.get("shares", ())[:_SHOWN]:
        _shares(row)
    if "meter" in record:
        _meter(record["meter"])
    for row in record.get("rules", ()):
        _rule(row)


def _more(count: int) -> None:
    if count > _SHOWN:
        more = Text("… {n} hours more: --json", "……另有 {n} 小时：--json")
        click.echo(say(more.fill(n=count - _SHOWN)))


def _moved(moved: Mapping[str, Any]) -> None:
    large = moved["largest"]
    told = Text(
        "reconciled; most moved: {meter} in hour {hour}, {a:.6g} → {b:.6g} MWh ({d:+.1f} σ)",
        "已调平；调整最大：{meter}，第 {hour} 小时，{a:.6g} → {b:.6g} MWh（{d:+.1f} σ）",
    )
    a, b = large["measured_mwh"], large["reconciled_mwh"]
    where = {"meter": large["meter"], "hour": large["hour"]}
    click.echo(say(told.fill(a=a, b=b, d=large["deviations"], **where)))
    worst = min(moved["hours"], key=lambda hour: hour["p"])
    chance = Text(
        "least likely hour: {h}, χ² = {c:.4g} with {dof} degrees of freedom, p = {p:.3g}",
        "最不可能的小时：{h}，χ² = {c:.4g}，自由度 {dof}，p = {p:.3g}",
    )
    shown = {"h": worst["hour"], "p": worst["p"], "c": worst["chi2"], "dof": moved["dof"]}
    click.echo(say(chance.fill(**shown)))


def _hour(hour: Mapping[str, Any]) -> None:
    head = Text("hour {h}: losses {t:.6g} t", "第 {h} 小时：损耗 {t:.6g} t")
    click.echo(say(head.fill(h=hour["hour"], t=hour["losses_t"])))
    for node, intensity in hour["nodes"].items():
        value = "—" if intensity is None else f"{intensity:.6f}"
        load = hour["loads"].get(node)
        tonnes = "" if load is None else f"{load:>16,.6g} t"
        click.echo(f"  {node:<24}{value:>12} t/MWh{tonnes}")
    for source, lost in hour.get("lost_by_source", {}).items():
        told = Text("  {s} bears {t:.6g} t of losses", "  {s} 承担损耗 {t:.6g} t")
        click.echo(say(told.fill(s=source, t=lost)))


def _off(row: Mapping[str, Any]) -> None:
    for node, off in row["nodes"].items():
        told = Text(
            "hour {h}: {node} is off by {m:+.6g} MWh, {t:+.6g} t",
            "第 {h} 小时：{node} 不平衡 {m:+.6g} MWh，{t:+.6g} t",
        )
        click.echo(say(told.fill(h=row["hour"], node=node, m=off["mwh"], t=off["t"])))


def _store(name: str, store: Mapping[str, Any]) -> None:
    head = Text(
        "{name}: held [MWh] · held [t] · taken [t] · given [t] · left [t]",
        "{name}：储量 [MWh] · 储碳 [t] · 存入 [t] · 放出 [t] · 残留 [t]",
    )
    click.echo(say(head.fill(name=name)))
    for row in store["hours"][:_SHOWN]:
        parts = ("held_mwh", "held_t", "taken_t", "given_t", "left_t")
        click.echo(f"  {row['hour']:<12}" + "".join(f"{row[part]:>14.6g}" for part in parts))


def _market(row: Mapping[str, Any]) -> None:
    mix = row["residual_t_per_mwh"]
    head = Text("hour {h}, by contracts: residual mix {m}", "第 {h} 小时，市场口径：剩余电力 {m}")
    shown = "—" if mix is None else f"{mix:.6f} t/MWh"
    click.echo(say(head.fill(h=row["hour"], m=shown)))
    for node, carbon in row["loads"].items():
        click.echo(f"  {node:<24}{carbon:>16,.6g} t")


def _shares(row: Mapping[str, Any]) -> None:
    click.echo(say(Text("hour {h}: origin", "第 {h} 小时：来源").fill(h=row["hour"])))
    for node, parts in row["nodes"].items():
        told = ", ".join(f"{source} {part:.1%}" for source, part in parts.items())
        click.echo(f"  {node:<24}{told or '—'}")


def _meter(meter: Mapping[str, Any]) -> None:
    for row in meter["hours"][:_SHOWN]:
        parts = ", ".join(f"{source} {part:.6f}" for source, part in row["parts"].items())
        click.echo(f"{meter['node']} {row['hour']}: {row['intensity']:.6f} t/MWh = {parts or '—'}")


def _rule(row: Mapping[str, Any]) -> None:
    name = say(Text(row["name"]["en"], row["name"]["zh"]))
    if row["nodes"] is None:
        click.echo(f"{name}: —")
        return
    nodes = ", ".join(
        f"{node} {'—' if value is None else f'{value:.4f}'}" for node, value in row["nodes"].items()
    )
    click.echo(f"{name} [{row['status']}]: {nodes} t/MWh")
