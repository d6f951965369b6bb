"""The command line: verbs in the order in which data flow, each loaded when called."""

from typing import Any

import click

from tanlu.cli.language import lang_option, language
from tanlu.cli.lazy import Lazy
from tanlu.errors import TanluError
from tanlu.types import Text

VERBS: dict[str, tuple[str, Text]] = {
    "init": ("tanlu.cli.files:init", Text("start a park in an empty folder", "新建园区文件夹")),
    "import": ("tanlu.cli.files:import_", Text("workbook to folder", "工作簿转为文件夹")),
    "export": ("tanlu.cli.files:export", Text("folder to workbook", "文件夹转为工作簿")),
    "synth": (
        "tanlu.cli.synth:synth",
        Text("an invented park with a year of readings", "虚构园区与全年读数"),
    ),
    "template": (
        "tanlu.cli.template:template",
        Text("data templates of the five systems", "五个系统的数据模板"),
    ),
    "guide": (
        "tanlu.cli.guide:guide",
        Text("six steps from boundary to total", "从边界到合计的六步向导"),
    ),
    "decide": (
        "tanlu.cli.guide:decide",
        Text("say why an expected stream is absent", "说明应有源流为何不存在"),
    ),
    "check": ("tanlu.cli.files:check", Text("find all faults of a park", "检查园区数据")),
    "readings": (
        "tanlu.cli.readings:readings",
        Text("meters' readings: import, sum, check, keep", "计量读数：导入、汇总、检查、保存"),
    ),
    "calc": ("tanlu.cli.calc:calc", Text("one number now, cited", "快速核算，附依据")),
    "factor": ("tanlu.cli.factor:factor", Text("look into the factor catalogue", "查询因子库")),
    "option": (
        "tanlu.cli.option:option",
        Text("what a plan can choose, cited", "规划技术选项，附依据"),
    ),
    "policy": (
        "tanlu.cli.policy:policy",
        Text("what policies demand, clause and target", "政策要求、条款与目标"),
    ),
    "method": ("tanlu.cli.method:method", Text("accounting methods, compared", "核算方法及对照")),
    "account": ("tanlu.cli.account:account", Text("emission inventory of a park", "核算排放清单")),
    "uncertainty": (
        "tanlu.cli.uncertainty:uncertainty",
        Text("what a figure is worth, what to mend first", "不确定性与改进次序"),
    ),
    "zero-carbon": (
        "tanlu.cli.zero_carbon:zero_carbon",
        Text("a park beside the zero-carbon indicators", "对照零碳园区指标"),
    ),
    "compare": ("tanlu.cli.compare:compare", Text("a year beside the year before", "与上年比较")),
    "restate": (
        "tanlu.cli.restate:restate",
        Text("why a new version comes out otherwise", "重述：新旧版本差异"),
    ),
    "trace": ("tanlu.cli.trace:trace", Text("where carbon flows in the park", "追踪园区碳流")),
    "explain": ("tanlu.cli.explain:explain", Text("why emissions changed", "分析排放变化原因")),
    "plan": ("tanlu.cli.plan:plan", Text("scenarios, peak and targets", "情景、达峰与目标")),
    "report": ("tanlu.cli.report:report", Text("statement as Excel, PDF, HTML", "生成报告")),
    "serve": ("tanlu.cli.serve:serve", Text("open the platform in a browser", "启动网页平台")),
    "demo": ("tanlu.cli.demo:demo", Text("the Ganzhou park, end to end", "赣州园区全流程演示")),
}


class Verbs(Lazy):
    """The verbs; a fault of any of them is told, not thrown."""

    table = VERBS
    heading = Text("Verbs", "命令")

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click returns what it likes
        """Run a verb; a fault is a message with place and way out, never a traceback."""
        try:
            return super().invoke(ctx)
        except TanluError as error:
            failed = error
        except BrokenPipeError:  # who reads less than all is answered by click
            raise
        except OSError as error:
            path, reason = error.filename or "?", error.strerror or str(error)
            failed = TanluError.of("cannot_write", path=path, reason=reason)
        click.echo(failed.text(language(ctx)), err=True)
        raise click.exceptions.Exit(failed.exit_code)


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tanlu")
@lang_option
def tanlu() -> None:
    """碳路 tanlu: carbon management for industrial parks / 工业园区碳管理."""


def main() -> None:
    """Run the command line."""
    tanlu(prog_name="tanlu")
