"""`tanlu policy`: what documents demand of parks, with number, clause and target."""

from typing import TYPE_CHECKING

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tanlu.catalog.content import Catalog
    from tanlu.catalog.policy_search import PolicyQuestion
    from tanlu.model.policy import Policy


@click.group()
@lang_option
def policy() -> None:
    """Policies: what they demand, and whether they hold / 政策知识库."""


def _filters(command: "Callable[..., None]") -> "Callable[..., None]":
    options = (
        click.option("--level", default="", help="nation, province, city, park / 层级."),
        click.option("--region", default="", help="江西, CN-36: and what is around it / 地区."),
        click.option("--year", type=int, default=0, help="Issued in it, or due in it / 年份."),
        click.option("--indicator", default="", help="clean_share, peak_year … / 指标."),
        click.option("--theme", default="", help="carbon, green_power, park … / 主题."),
        click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON."),
    )
    for option in reversed(options):
        command = option(command)
    return command


@policy.command("list")
@_filters
@lang_option
def list_(
    level: str,
    region: str,
    year: int,
    indicator: str,
    theme: str,
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:
    """Policies, newest first / 列出政策."""
    _found("", (level, region, year, indicator, theme), as_json=as_json)


@policy.command()
@click.argument("words", nargs=-1, required=True)
@_filters
@lang_option
def search(
    words: tuple[str, ...],
    level: str,
    region: str,
    year: int,
    indicator: str,
    theme: str,
    as_json: bool,  # noqa: FBT001 - click passes options
) -> None:
    """Policies that hold every one of WORDS, in either language / 检索政策."""
    _found(" ".join(words), (level, region, year, indicator, theme), as_json=as_json)


@policy.command()
@click.argument("policy_id", metavar="POLICY")
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def show(policy_id: str, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """What POLICY demands, clause by clause / 政策内容."""
    from tanlu.catalog.load import load_catalog
    from tanlu.catalog.policies import policy as find
    from tanlu.workflow.policy_records import policy_record

    catalog, found = load_catalog(), find(policy_id)
    if as_json:
        echo_json(policy_record(found, catalog))
        return
    for line in _lines(found, catalog):
        click.echo(line)


def _found(words: str, asked: tuple[str, str, int, str, str], *, as_json: bool) -> None:
    from tanlu.catalog.load import load_catalog
    from tanlu.catalog.policy_search import find_policies
    from tanlu.workflow.policy_records import policy_line

    catalog = load_catalog()
    found = find_policies(catalog, _question(words, asked, catalog))
    if as_json:
        echo_json([policy_line(each, catalog) for each in found])
        return
    for each in found:
        document = catalog.citations[each.policy_id]
        line = f"{each.policy_id:<40}{document.published_on or '-':<12}{document.number or '-'}"
        click.echo(f"{line}  {say(document.title)}  [{_state(each)}]")


def _question(
    words: str, asked: tuple[str, str, int, str, str], catalog: "Catalog"
) -> "PolicyQuestion":
    from tanlu.catalog.policy_search import PolicyQuestion
    from tanlu.workflow.place_names import find_place

    level, region, year, indicator, theme = asked
    place = find_place(catalog, region) if region else ""
    return PolicyQuestion(words, level, place, year, indicator, theme)


def _state(found: "Policy") -> str:
    from tanlu.catalog.policies import policy_words

    return say(policy_words("states")[found.state])


def _lines(found: "Policy", catalog: "Catalog") -> "Iterator[str]":
    from tanlu.catalog.policies import policy_words, superseded_by
    from tanlu.workflow.policy_records import target_text

    document = catalog.citations[found.policy_id]
    yield f"{found.policy_id} · {say(document.title)}"
    level = say(policy_words("levels")[found.level])
    parts = (document.number, document.published_on, say(document.issuer), level, found.place)
    yield "  " + " · ".join(part for part in (*parts, _state(found)) if part)
    after = superseded_by(found.policy_id)
    if after:
        yield f"  {say(Text('superseded by', '已被替代'))}: {after}"
    yield f"  {say(Text('read', '阅读情况'))}: {document.read} · {document.note or ''}"
    for demand in found.demands:
        yield f"  [{demand.clause}] {say(demand.says)} ({demand.status})"
        if demand.target:
            yield f"      → {say(target_text(demand.target))}"
