"""Reference pages, made from the code and its data each time the documentation is built.

`mkdocs.yml` names this file as a hook. Nothing made here is kept in git, so that
nothing can be out of date; `tests/docs` checks that all there is has its place.
Run as a script, it writes the pages below a folder: `python docs/generate.py out`.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

import click
import yaml

from tanlu.account.formulas import FORMULAS
from tanlu.catalog.expectations import expected_streams, quality_scheme
from tanlu.catalog.load import load_catalog
from tanlu.catalog.method import Method
from tanlu.catalog.option_words import kinds, words_of
from tanlu.catalog.options import options
from tanlu.catalog.policies import policies, policy_words
from tanlu.catalog.policy_search import PolicyQuestion, find_policies
from tanlu.cli import VERBS, tanlu
from tanlu.errors import wording
from tanlu.model.factor import Way
from tanlu.model.label import label
from tanlu.model.option import Series
from tanlu.model.systems import CITE, DataKind, kinds_of, systems
from tanlu.model.table import Field, park_fields, tables
from tanlu.report.notation import mathml
from tanlu.types import Text
from tanlu.units import _ATOMS, _BASE, _PREFIXABLE, _PREFIXES
from tanlu.workflow.method_rules import answers
from tanlu.workflow.policy_records import target_text

DOCS = Path(__file__).parent
SOURCES = DOCS.parent / "src" / "tanlu"


def data(name: str) -> Any:
    """A hand-written data file of the documentation."""
    return yaml.safe_load((DOCS / "data" / name).read_text("utf-8"))


def cell(value: object) -> str:
    """A value that does not end its cell in a Markdown table."""
    return str(value).replace("|", "\\|").replace("\n", " ")


def grid(head: list[str], rows: Iterator[list[object]] | list[list[object]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(cell(value) for value in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def both(text: Text) -> str:
    """A text in English and Chinese, on two lines of a cell."""
    return text.en if text.en == text.zh else f"{text.en}<br>{text.zh}"


def head_of(title: str, chinese: str, intro: str, intro_zh: str) -> str:
    """The top of a generated page."""
    return f"# {title} · {chinese}\n\n{intro}\n\n{intro_zh}\n\n"


# --- tables, units, faults ---


def field_row(field: Field) -> list[object]:
    """One column of a table, as the reference shows it."""
    allowed = ", ".join(f"`{choice}`" for choice in field.choices)
    if field.ref:
        allowed = f"a row of `{field.ref}`" + (", `world`, `park`" if field.may_be_world else "")
    if field.least is not None:
        allowed = f"≥ {field.least:g}"
    kind = f"{field.kind}: {allowed}" if allowed else field.kind
    needed = "yes" if field.is_required else ""
    example = f"`{field.example}`" if field.example else ""
    return [f"`{field.name}`", both(field.label), both(field.help), kind, needed, example]


def tables_page() -> str:
    """All tables of a park and its card."""
    head = ["column", "label 名称", "meaning 说明", "kind 类型", "required 必填", "example 示例"]
    parts = [
        head_of(
            "Tables of a park", "园区数据表",
            "A park is a folder: `park.yaml` and one CSV file per table; or a workbook with one sheet "
            "per table. A table that you do not need may be absent. From `model/tables.yaml`.",
            "园区就是一个文件夹：`park.yaml` 加每表一个 CSV；也可以是每表一张工作表的工作簿。不需要的表可以没有。",
        ),
        "## park.yaml\n\n",
        grid(head, [field_row(field) for field in park_fields().values()]),
    ]  # fmt: skip
    for name, table in tables().items():
        parts += [
            f"\n## {name} · {table.label.zh}\n\n{table.help.en}\n\n{table.help.zh}\n\n",
            "Unique together 联合唯一: " + ", ".join(f"`{key}`" for key in table.key) + "\n\n",
            grid(head, [field_row(field) for field in table.fields.values()]),
        ]
    return "".join(parts)


def units_page() -> str:
    """All units that the border reads."""
    rows = [
        [f"`{atom}`", dimension, f"{float(factor):.10g} {_BASE[dimension]}",
         ", ".join(f"`{alias}`" for alias in aliases if alias),
         " ".join(_PREFIXES) if atom in _PREFIXABLE else ""]
        for atom, (dimension, factor, aliases) in _ATOMS.items()
    ]  # fmt: skip
    return head_of(
        "Units", "单位",
        "A unit is read once, at the border, and kept beside the converted value. Units combine with `/` "
        "(`kg CO2/kWh`), take the multipliers 百, 千, 万, 百万, 千万, 亿, `10^4`, `1e4`, `million`, "
        "and a mass may name its substance (`t CO2`, `t C`). `MT` and `mg` are refused: nobody can know "
        "whether a megatonne or a tonne is meant. m³ and Nm³ do not convert into each other, and tce "
        "becomes energy or mass only by a cited coefficient.",
        "单位在入口处读取一次，原值与换算值并存。单位可用 `/` 组合，可带 百、千、万、亿、`10^4` 等倍数；"
        "质量可注明物质（`t CO2`、`t C`）。`MT`、`mg` 有歧义，拒收。m³ 与 Nm³ 不互换；标煤须凭有出处的系数折算。",
    ) + grid(["unit", "dimension 量纲", "is 等于", "also written 别名", "prefixes 词头"], rows)  # fmt: skip


def faults_page() -> str:
    """Every fault with its way out, and the tree of errors."""
    tree = ast.get_docstring(ast.parse((SOURCES / "errors.py").read_text("utf-8"))) or ""
    parts = [
        head_of(
            "Faults", "错误与警告",
            "Every fault has a code, a place and a way out. An error stops the work; a warning does not. "
            "Words in braces are filled in. From `faults.toml`.",
            "每条错误都有代码、位置和处理办法。错误（error）会停止运行，警告（warning）不会。花括号处填入具体内容。",
        ),
        f"## The tree of errors 错误类型\n\n```text\n{tree}\n```\n",
    ]  # fmt: skip
    for code, words in wording().items():
        parts.append(
            f"\n## {code}\n\n*{words['severity']}*\n\n"
            f"- {escape(words['what']['en'])}\n- {escape(words['what']['zh'])}\n\n"
            f"Way out 处理办法\n\n- {escape(words['fix']['en'])}\n- {escape(words['fix']['zh'])}\n"
        )
    return "".join(parts)


# --- command line, API, modules, settings ---


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every verb with its full name; groups give their own verbs."""
    context = click.Context(tanlu)
    for verb in VERBS:
        command = tanlu.get_command(context, verb)
        assert command is not None  # noqa: S101 - VERBS and get_command are one table
        yield from _inner(f"tanlu {verb}", command)


def _inner(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for sub in command.list_commands(context):  # a group may load its verbs only when asked
        inner = command.get_command(context, sub)
        assert inner is not None  # noqa: S101 - both are of one table
        yield from _inner(f"{name} {sub}", inner)


def _option_row(option: click.Option) -> list[object]:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    is_choice = isinstance(option.type, click.Choice)
    kind = (
        " \\| ".join(option.type.choices)
        if is_choice
        else ""
        if option.is_flag
        else option.type.name
    )
    default = (
        ""
        if option.default in (None, False, "", ()) or "UNSET" in repr(option.default)
        else option.default
    )
    return [names, kind.replace("\\|", "|"), default, option.help or ""]


def cli_page() -> str:
    """Every verb with its arguments and options."""
    parts = [
        head_of(
            "Command line", "命令行",
            "Every verb answers `--help`. `--json` prints what a program can read. Faults go to standard "
            "error. Exit codes: 0 done, 2 the park has errors, 3 the catalogue, 4 a balance, 5 the store, "
            "6 access, 7 a missing extra; 1 anything else.",
            "所有命令都支持 `--help`；`--json` 输出供程序读取；错误写到标准错误。退出码：0 完成，2 园区数据有误，"
            "3 因子库，4 平衡，5 存储，6 权限，7 缺少组件，1 其他。",
        )
    ]  # fmt: skip
    for name, command in commands():
        usage = " ".join(command.collect_usage_pieces(click.Context(command)))
        options = [p for p in command.params if isinstance(p, click.Option)]
        parts += [
            f"\n## {name}\n\n{command.help}\n\n```text\n{name} {usage}\n```\n\n",
            grid(
                ["option 选项", "values 取值", "default 默认", "meaning 说明"],
                map(_option_row, options),
            ),  # type: ignore[arg-type]
        ]
    return "".join(parts)


def openapi() -> dict[str, Any]:
    """The description that the server gives of itself."""
    from tanlu.web.app import create_app

    schema: dict[str, Any] = create_app(None).openapi()  # type: ignore[arg-type]
    return schema


def _type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(_type(each) for each in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if "enum" in schema or "const" in schema:
        return ", ".join(f"`{value}`" for value in schema.get("enum", [schema.get("const")]))
    return str(schema.get("type", "any"))


def _routes(schema: Mapping[str, Any]) -> Iterator[list[object]]:
    for path, methods in schema["paths"].items():
        for method, route in methods.items():
            asked = ", ".join(
                f"`{p['name']}`" for p in route.get("parameters", ()) if p["in"] == "query"
            )
            good = next((a for code, a in route["responses"].items() if code.startswith("2")), {})
            body = next(iter(good.get("content", {}).values()), {}).get("schema", {})
            says = route.get("description") or route.get("summary", "")
            yield [f"`{method.upper()} {path}`", says, asked, _type(body) if body else ""]


def api_page() -> str:
    """Every route and record of the API."""
    schema = openapi()
    parts = [
        head_of(
            "API", "接口",
            "JSON under `/api/v1`. The server itself gives the OpenAPI description at "
            "`/api/v1/openapi.json`. A fault is `application/problem+json` with the list of "
            "[faults](faults.md). A write carries the header `X-Tanlu-Client`. The reasons are in the "
            "[design note](../design/0001-api.md).",
            "接口位于 `/api/v1`，JSON 格式；OpenAPI 描述见服务器的 `/api/v1/openapi.json`。写入须带请求头 `X-Tanlu-Client`。",
        ),
        "## Routes 路由\n\n",
        grid(["route", "what", "query", "answer"], _routes(schema)),
        "\n## Records 记录\n",
    ]  # fmt: skip
    for name, record in schema["components"]["schemas"].items():
        rows = [
            [f"`{field}`", _type(shape), shape.get("description", "")]
            for field, shape in record.get("properties", {}).items()
        ]
        says = record.get("description", "") or ", ".join(f"`{v}`" for v in record.get("enum", ()))
        parts.append(
            f"\n### {name}\n\n{says}\n\n"
            + (grid(["field", "kind", "meaning"], rows) if rows else "")
        )
    return "".join(parts)


def modules() -> dict[str, ast.Module]:
    """Every module of the package, parsed and not run."""
    found = {}
    for path in sorted(SOURCES.rglob("*.py")):
        parts = path.relative_to(SOURCES.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text("utf-8"))
    return found


Named = ast.Module | ast.FunctionDef | ast.ClassDef


def first_line(node: Named) -> str:
    """What a module, function or class says of itself first."""
    return (ast.get_docstring(node) or "").split("\n", 1)[0]


def public(module: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Functions and classes that others may use."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node


def modules_page() -> str:
    """Every public module, function and class with its first line."""
    parts = [
        head_of(
            "Modules",
            "模块",
            "From Python, call functions of these modules. Imports point upstream: see CONTRIBUTING.",
            "供 Python 调用的模块、函数和类；导入方向见 CONTRIBUTING。",
        )
    ]
    for name, module in modules().items():
        parts.append(f"\n## {name}\n\n{escape(first_line(module))}\n\n")
        rows = [[f"`{node.name}`", escape(first_line(node))] for node in public(module)]
        parts.append(grid(["name", "what"], rows) if rows else "")  # type: ignore[arg-type]
    return "".join(parts)


def settings_in_code() -> set[str]:
    """Environment variables that the package reads."""
    found: set[str] = set()
    for path in SOURCES.rglob("*.py"):
        text = path.read_text("utf-8")
        found |= set(re.findall(r"\bTANLU_[A-Z_]+\b", text))
        if "environ" in text:
            found |= set(re.findall(r'"((?:LC_[A-Z]+|LANG))"', text))
    return found


def settings_page() -> str:
    """Every environment variable."""
    rows = [
        [f"`{name}`", entry["en"], entry["zh"], entry["for"]]
        for name, entry in data("settings.yaml").items()
    ]
    return head_of(
        "Settings", "设置",
        "There is no configuration file. What a command does, its options say; these variables are read too.",
        "没有配置文件。命令的行为由选项决定；此外只读取下列环境变量。",
    ) + grid(["variable", "meaning", "含义", "for"], rows)  # fmt: skip


# --- formulas, words, rules ---


def formulas_page() -> str:
    """Every formula: as people write it, LaTeX, symbols, document."""
    parts = [
        head_of(
            "Formulas",
            "公式",
            "Each formula is one Python function. The same function, run on names instead of numbers, gives "
            "the text, the LaTeX, the line with numbers and the cell formula of the workbook.",
            "每个公式只写一次，就是一个 Python 函数；以符号代入即得文字、LaTeX、代数值的算式和工作簿公式。",
        )
    ]
    for code, formula in FORMULAS.items():
        symbols = [
            [f"`{s.letter}`", f"`{name}`", both(s.label), s.unit]
            for name, s in formula.symbols.items()
        ]
        parts += [
            f"\n## {code}\n\n{formula.label.en} · {formula.label.zh} [{formula.unit}]\n\n",
            f"{mathml(formula)}\n\n```text\n{formula.text()}\n```\n\n```latex\n{formula.latex()}\n```\n\n",
            f"Document 依据: `{formula.cite}` ([documents](documents.md#{formula.cite.partition('#')[0]}))\n\n",
            f"Code 代码: `{formula.function.__module__}.{formula.function.__name__}`\n\n",
            grid(["symbol 符号", "argument 参数", "meaning 含义", "unit 单位"], symbols),
        ]
    return "".join(parts)


def words_page() -> str:
    """The nomenclature."""
    rows = [
        [f"`{e['code']}`", e["en"], e["zh"], e["means"], e["checked"]] for e in data("words.yaml")
    ]
    return head_of(
        "Nomenclature", "术语",
        "The words of the field, and the one that code, tables and pages use for each. "
        "*Checked* says against what: a text that was seen, or *recalled* when the standard itself was not at hand.",
        "术语及代码、数据表和页面统一采用的名称。“checked” 说明核对依据：见过的文本，或凭记忆（recalled）。",
    ) + grid(["code", "English", "中文", "means 含义", "checked 核对"], rows)  # fmt: skip


def rules_page() -> str:
    """The accounting rules and where the code keeps each."""
    parts = [
        head_of(
            "Accounting rules R1 to R14",
            "核算规则 R1–R14",
            "Code, warnings and reports cite these numbers. *Kept* says how far the code keeps a rule today.",
            "代码、警告和报告引用这些编号。“Kept” 说明目前代码做到哪一步。",
        )
    ]
    for rule in data("rules.yaml"):
        parts.append(f"\n## {rule['rule']} · {rule['title']['en']} · {rule['title']['zh']}\n\n")
        parts.append(
            f"{rule['en']}\n\n{rule['zh']}\n\n**Kept 落实: {rule['kept']}.** {rule['how']}\n\n"
        )
        parts += [f"- `{where}`\n" for where in rule.get("where", ())]
    return "".join(parts)


# --- the catalogue ---

_FILTER = """<p><input id="find" type="search" placeholder="natural gas, 天然气, CN-36, confirmed …"
 aria-label="Filter 筛选" style="width:100%;padding:.5em;border:1px solid"></p>
<p id="count" role="status"></p>
"""
_SCRIPT = """<script>
(() => {
  const find = document.getElementById("find"), count = document.getElementById("count");
  const rows = [...document.querySelectorAll("#catalogue tbody tr")];
  const show = () => {
    const words = find.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let seen = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      seen += row.hidden ? 0 : 1;
    }
    count.textContent = `${seen} / ${rows.length}`;
  };
  find.addEventListener("input", show);
  show();
})();
</script>
"""


def factors_page() -> str:
    """Every value of the catalogue in one table that can be filtered."""
    catalog = load_catalog()
    names = ["subject 对象", "quantity 参数", "value 数值", "unit 单位", "95 % range 区间", "place 地点",
             "from 起", "to 止", "document 文件", "clause 条款", "status 状态"]  # fmt: skip
    rows = []
    for f in catalog.factors:
        carrier = catalog.carriers[f.subject]
        spread = "" if f.lower is None else f"{f.lower:g} – {f.upper:g}"
        derived = ", derived 推算" if (f.note or "").startswith("Derived") else ""
        cells = [f"{f.subject}<br>{escape(carrier.label.en)} {carrier.label.zh}", f.quantity,
                 f"{f.value:g}", escape(f.unit), spread, f.place, f.from_on, f.to_on or "",
                 f'<a href="../documents/#{f.citation_id}">{f.citation_id}</a>',
                 escape(f.clause), f.status + derived]  # fmt: skip
        rows.append("<tr>" + "".join(f"<td>{value}</td>" for value in cells) + "</tr>")
    head = "".join(f"<th>{name}</th>" for name in names)
    return (
        head_of(
            "Factor catalogue",
            "因子库",
            f"{len(rows)} values as their documents print them; *derived* marks what follows from a printed heat value. Type words to filter; all must occur. "
            "What a status means: [status of values](../explanation/status-of-values.md). "
            "On the command line: `tanlu factor show natural_gas`.",
            f"共 {len(rows)} 个取值，照文件原文；标 *推算* 者由文件的热值折算。输入词语筛选。命令行：`tanlu factor show 天然气`。",
        )
        + _FILTER
        + f'<table id="catalogue"><thead><tr>{head}</tr></thead>\n<tbody>\n'
        + "\n".join(rows)
        + f"\n</tbody></table>\n\n{_SCRIPT}"
    )


def processes_page() -> str:
    """Every process: its unit, its gases, and how each is computed."""
    rows = []
    for carrier in load_catalog().carriers.values():
        if carrier.kind != "process":
            continue
        ways = [f"{w.gas}: {escape(FORMULAS[w.formula].text())} · {_fed(w)}" for w in carrier.ways]
        cells = [carrier.carrier_id, f"{escape(carrier.label.en)}<br>{carrier.label.zh}",
                 escape(carrier.unit), escape(", ".join(carrier.aliases)),
                 "<br>".join(ways) or "amount × factor 数量 × 因子"]  # fmt: skip
        rows.append("<tr>" + "".join(f"<td>{value}</td>" for value in cells) + "</tr>")
    names = ["code 编号", "name 名称", "unit 单位", "also 别名", "ways, best first 计算方式"]
    head = "".join(f"<th>{name}</th>" for name in names)
    return (
        head_of(
            "Processes",
            "工业过程",
            f"{len(rows)} processes that `tanlu calc` and a park's `activities` take. Behind an argument "
            "stand the quantities that may feed it, best first: own ones of the process, then `subject/quantity`. "
            "Values: [factor catalogue](factors.md).",
            f"共 {len(rows)} 个过程，可用于 `tanlu calc` 与 activities 表。参数后为可供取值的量，按优先次序排列。",
        )
        + _FILTER
        + f'<table id="catalogue"><thead><tr>{head}</tr></thead>\n<tbody>\n'
        + "\n".join(rows)
        + f"\n</tbody></table>\n\n{_SCRIPT}"
    )


def _fed(way: Way) -> str:
    return escape("; ".join(f"{name} ← {' | '.join(names)}" for name, names in way.takes))


def options_page() -> str:
    """Every option with its numbers as printed."""
    parts = [
        head_of(
            "Options",
            "技术选项",
            f"{len(options())} options that a plan can choose; numbers as their documents print them. *Assumed* "
            "has no document. In the plan's units on a day: `tanlu option show heat_pump_80c --on 2030`.",
            f"共 {len(options())} 项，数值照文件原文；assumed 为没有文件的假设。规划单位下的取值：`tanlu option show`。",
        )
    ]
    head = [
        "quantity 量",
        "values 取值",
        "unit 单位",
        "prices 价格",
        "document 文件",
        "status 状态",
    ]
    for each in options().values():
        kind, way = kinds()[each.kind].label, words_of("directions")[each.direction]
        parts.append(
            f"\n## {each.label.en} {{ #{each.option_id} }}\n\n{each.label.zh} · `{each.option_id}` · "
            f"{kind.en} {kind.zh} · {way.en} {way.zh}\n\n"
        )
        parts.append(f"{both(each.note)}\n\n" if each.note else "")
        parts.append(
            grid(
                head, [_printed_row(q.name, s) for q in each.every() for s in (q.taken, *q.others)]
            )
        )
    return "".join(parts)


def _printed_row(name: str, series: Series) -> list[object]:
    alone = len(series.points) == 1
    said = [f"{p.value:g}" if alone else f"{p.on.year}: {p.value:g}" for p in series.points]
    cites = dict.fromkeys(p.cite or "—" for p in series.points)
    prices = f"{series.price_year}, {series.place}" if series.price_year else ""
    statuses = dict.fromkeys(p.status for p in series.points)
    return [
        f"`{name}`",
        "; ".join(said),
        series.unit,
        prices,
        ", ".join(cites),
        ", ".join(statuses),
    ]


def policies_page() -> str:
    """Every policy with what it demands."""
    catalog = load_catalog()
    parts = [
        head_of(
            "Policies",
            "政策",
            f"{len(policies())} documents that demand something of parks, newest first: clause, demand in our own "
            "words, target. Also: `tanlu policy search 零碳园区`.",
            f"共 {len(policies())} 份政策，按日期排列：条款、要求（自拟简述）、目标。检索：`tanlu policy search`。",
        )
    ]
    for each in find_policies(catalog, PolicyQuestion()):
        document, state = catalog.citations[each.policy_id], policy_words("states")[each.state]
        level = policy_words("levels")[each.level]
        about = [document.number, document.published_on, document.issuer.en, document.issuer.zh,
                 f"{level.en} {level.zh}", f"{state.en} {state.zh}", f"read: {document.read}"]  # fmt: skip
        parts.append(
            f"\n## {document.title.en} {{ #{each.policy_id} }}\n\n{document.title.zh} · `{each.policy_id}`\n\n"
        )
        parts.append(" · ".join(part for part in about if part) + "\n\n")
        rows: list[list[object]] = [
            [d.clause, both(d.says), both(target_text(d.target)) if d.target else "", d.status]
            for d in each.demands
        ]
        parts.append(grid(["clause 条款", "demand 要求", "target 目标", "status 状态"], rows))
        parts.append(f"\n{document.note}\n" if document.note else "")
    return "".join(parts)


def documents_page() -> str:
    """Every document of the catalogue."""
    catalog = load_catalog()
    used: dict[str, int] = {}
    for factor in catalog.factors:
        used[factor.citation_id] = used.get(factor.citation_id, 0) + 1
    parts = [
        head_of(
            "Documents",
            "文件",
            "What the values rest on. *Read* says whether the document itself was read (`primary`) or only "
            "texts that quote it (`secondary`, `recalled`).",
            "取值的依据文件。“read” 表示是否读过原文：primary 为原文，secondary 为转引，recalled 为凭记忆。",
        )
    ]
    for key, document in sorted(catalog.citations.items()):
        rows: list[list[object]] = [
            ["issuer 发布", both(document.issuer)], ["number 文号", document.number or "—"],
            ["date 日期", document.published_on or "—"], ["kind 类型", document.kind],
            ["status 效力", document.status], ["read 阅读", document.read],
            ["values 取值数", used.get(key, 0)], ["note 备注", document.note or "—"],
        ]  # fmt: skip
        parts.append(f"\n## {document.title.en} {{ #{key} }}\n\n{document.title.zh} · `{key}`\n\n")
        parts.append(grid(["", ""], rows))
    return "".join(parts)


def method_part(method: Method) -> Iterator[str]:
    """One method: every rule with its answer, document and status, then its orders of series."""
    yield f"\n## {method.method_id}\n\n{method.label.en} · {method.label.zh}\n\n"
    yield f"{method.note.en}\n\n{method.note.zh}\n\n"
    kin = {"extends 继承": method.extends, "succeeds 前一方法": method.succeeds}
    yield "".join(f"{name}: [{code}](#{slug(code)}). " for name, code in kin.items() if code)
    yield f"Document 依据: `{method.cite}` ({method.status}).\n\n"
    yield grid(["rule 规则", "answer 内容", "document 依据", "status 状态"], method_rules(method))
    order = [[f"`{q}`", arrows(series)] for q, series in method.series.items()]
    order += [
        [
            f"`{name}` {span.from_on or '…'} – {span.to_on or '…'}",
            f"{arrows(span.series)} {span.at}",
        ]
        for name, spans in method.dated.items()
        for span in spans
    ]
    yield "\n" + grid(["parameter 参数", "series, best first 次序"], order)  # type: ignore[arg-type]


def slug(code: str) -> str:
    """The anchor of a heading."""
    return code.replace(".", "")


def arrows(names: tuple[str, ...]) -> str:
    """Names in their order."""
    return " → ".join(f"`{name}`" for name in names)


def method_rules(method: Method) -> Iterator[list[object]]:
    """Each rule of a method; one without a clause is the project's own."""
    applies, said = method.applies, dict(answers(method))
    who = ", ".join(label("who", who).en for who in applies.to)
    dates = f"{applies.from_on or '…'} – {applies.to_on or '…'}"
    where = ", ".join((*applies.sectors, applies.place, dates))
    narrowed = "; ".join(f"{s}: {', '.join(g)}" for s, g in method.gases_by_stream.items())
    rows: dict[str, object] = {"applies": f"{who}; {where}"}
    rows |= {name: both(answer) for name, answer in said.items()}
    rows["gases"] = f"{', '.join(method.gases)}{'; ' + narrowed if narrowed else ''}"
    rows |= {"categories": "; ".join(f"{k}: {v}" for k, v in method.categories.items())}
    for rule in dict.fromkeys((*rows, *method.clauses)):
        clause = method.clauses.get(rule)
        note = f"<br>{both(clause.note)}" if clause and clause.note else ""
        if rows.get(rule) or clause:
            cite = f"`{clause.cite}`{note}" if clause else ""
            status = clause.status if clause else "convention"
            yield [both(label("rule", rule)), rows.get(rule, ""), cite, status]


def methods_page() -> str:
    """Accounting methods, warming potentials, places."""
    catalog = load_catalog()
    parts = [
        head_of(
            "Methods, warming potentials, places",
            "方法、增温潜势与地点",
            "A method says to whom it applies, which gases and streams count, and which documents' values "
            "it takes, in order. A rule without a document is the project's own.",
            "方法规定适用对象、核算气体与源流，以及按什么次序采用哪些文件的取值。未注明文件的规则为本项目约定。",
        )
    ]
    for method in catalog.methods.values():
        parts += method_part(method)
    parts.append("\n## Warming potentials 增温潜势\n\n")
    for name, members in catalog.gwp.items():
        rows = [
            [p.gas, both(p.label), f"{p.value:g}", f"`{p.citation_id}#{p.clause}`"]
            for p in members.values()
        ]
        parts.append(f"\n### {name}\n\n" + grid(["gas", "name", "GWP 100", "document"], rows))  # type: ignore[arg-type]
    places = [[f"`{p.code}`", both(p.label), " → ".join(p.around)] for p in catalog.places.values()]
    parts.append("\n## Places 地点\n\n" + grid(["code", "name", "then 上级"], places))  # type: ignore[arg-type]
    return "".join(parts)


def examples_page() -> str:
    """Worked examples of documents that tanlu is tested against."""
    parts = [
        head_of(
            "Worked examples",
            "算例",
            "Examples with published results that every test run repeats through `tanlu calc` and "
            "`tanlu account`: printed inputs in, printed result out, within half of the last printed digit "
            "or what is said beside it. An example that a document got wrong is kept, with the reason.",
            "每次测试均以文件公布的输入重算并与公布的结果核对，容差为末位数字的一半或另行说明；"
            "文件自身有误的算例予以保留并说明原因。",
        )
    ]
    folders: dict[str, list[list[object]]] = {}
    for path in sorted((Path(__file__).parents[1] / "tests/golden/examples").glob("*/*/case.yaml")):
        case = yaml.safe_load(path.read_text("utf-8"))
        asked = case["inputs"].get("calc", {})
        said = "; ".join(asked.get("items", ())) or "a park 园区"
        results = "; ".join(
            f"{e['value']} {e['unit']} ± {e['tolerance']}" for e in case["expected"]
        )
        what = f"{case['what']['en']}<br>{case['what']['zh']}"
        note = case.get("fault") or case.get("note") or ""
        row = [
            what,
            f"`{said}`",
            f"`{asked.get('method', '')}`",
            results,
            case["cite"].partition("#")[2],
            note,
        ]
        folders.setdefault(path.parent.parent.name, []).append(row)
    names = [
        "what 内容",
        "inputs 输入",
        "method 方法",
        "printed 公布值",
        "clause 条款",
        "note 备注",
    ]
    for document, rows in folders.items():
        parts.append(f"\n## {document}\n\n[{document}](documents.md#{document})\n\n")
        parts.append(grid(names, rows))  # type: ignore[arg-type]
    return "".join(parts)


def _kind(kind: DataKind) -> str:
    places = "; ".join(
        f"`{p.table}`"
        + (f" ({', '.join(f'{k}: {v}' for k, v in p.fixed.items())})" if p.fixed else "")
        for p in kind.places
    )
    rows = [
        [f"`{e.table}`", ", ".join(f"{name} = {text}" for name, text in e.cells.items())]
        for e in kind.examples
    ]
    return (
        f"\n### {kind.number}. {kind.label.en} · {kind.label.zh}\n\n{kind.says.en}\n\n{kind.says.zh}\n\n"
        f"Goes into 填入: {places}. Units 单位: {', '.join(kind.units)}. "
        f"Becomes 用途类别: {', '.join(kind.role)}.\n\n{kind.use.en}\n\n{kind.use.zh}\n\n"
        + grid(["table", "example 示例"], rows)  # type: ignore[arg-type]
    )


def systems_page() -> str:
    """The five systems and the 13 kinds of data of table 1; expected streams; grades."""
    parts = [
        head_of(
            "Five systems, 13 kinds of data",
            "五个系统与 13 类数据",
            f"Table 1 of the seed paper (`{CITE}`), where each kind is written and what becomes of it.",
            f"论文表 1（`{CITE}`）：每类数据填在哪里、有何用途。",
        )
    ]
    for code, system in systems().items():
        note = f"\n{system.note.en}\n\n{system.note.zh}\n" if system.note else ""
        shared = [k for k in kinds_of(code) if k.system != code]
        taken = ", ".join(f"{k.number}. {k.label.en} {k.label.zh}" for k in shared)
        parts.append(f"\n## {system.label.en} · {system.label.zh}\n{note}\n")
        parts += [_kind(kind) for kind in kinds_of(code) if kind.system == code]
        parts.append(f"\nIts template also holds 模板另含: {taken}.\n" if taken else "")
    rows = [
        [f"`{e.code}`", both(e.label), both(e.question), e.scope, e.level,
         ", ".join(e.sectors), f"`{e.cite}`"]
        for e in expected_streams().values()
    ]  # fmt: skip
    parts.append("\n## Expected streams 应有源流\n\n")
    parts.append(grid(["code", "stream", "question", "scope", "of", "sectors", "document"], rows))  # type: ignore[arg-type]
    scheme = quality_scheme()
    parts.append(
        f"\n## Data-quality grades 数据质量等级\n\n{scheme.note.en}\n\n{scheme.note.zh}\n\n"
    )
    for side, criteria in (("Record 活动数据", scheme.activity), ("Factor 因子", scheme.factor)):
        levels = [
            [both(c.label), *(both(c.levels[n].says) for n in range(1, 6))]
            for c in criteria.values()
        ]
        parts.append(f"\n### {side}\n\n" + grid(["criterion", "1", "2", "3", "4", "5"], levels))  # type: ignore[arg-type]
    return "".join(parts)


PAGES: Mapping[str, Callable[[], str]] = {
    "reference/systems.md": systems_page,
    "reference/tables.md": tables_page,
    "reference/units.md": units_page,
    "reference/faults.md": faults_page,
    "reference/cli.md": cli_page,
    "reference/api.md": api_page,
    "reference/modules.md": modules_page,
    "reference/settings.md": settings_page,
    "reference/formulas.md": formulas_page,
    "reference/nomenclature.md": words_page,
    "reference/rules.md": rules_page,
    "reference/factors.md": factors_page,
    "reference/processes.md": processes_page,
    "reference/options.md": options_page,
    "reference/policies.md": policies_page,
    "reference/documents.md": documents_page,
    "reference/methods.md": methods_page,
    "reference/examples.md": examples_page,
}


def on_files(files: Any, config: Any) -> Any:
    """Give mkdocs the generated pages beside the written ones."""
    from mkdocs.structure.files import File

    for name, make in PAGES.items():
        files.append(File.generated(config, name, content=make()))
    return files


def main(folder: Path) -> None:
    """Write all generated pages below a folder."""
    for name, make in PAGES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(make(), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
