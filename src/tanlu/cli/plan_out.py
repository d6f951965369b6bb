"""`tanlu plan to-pypsa` and `tanlu plan iamc`: plans for other programs."""

from pathlib import Path

import click

from tanlu.cli.language import lang_option, say
from tanlu.cli.park import echo_json
from tanlu.types import Text


@click.command("to-pypsa")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("to", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def to_pypsa(folder: Path, to: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """The plan in FOLDER as a PyPSA network in TO / 导出为 PyPSA 网络."""
    from tanlu.workflow.interchange import export_pypsa

    written = export_pypsa(folder, to)
    files = sorted(file.name for file in written.glob("*.csv"))
    if as_json:
        echo_json({"folder": str(written), "files": files})
        return
    said = Text("{to}: a PyPSA network of {n} files.", "{to}：PyPSA 网络，共 {n} 个文件。")
    click.echo(say(said.fill(to=written, n=len(files))))


@click.command("iamc")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON / 输出 JSON.")
@lang_option
def iamc_rows(path: Path, as_json: bool) -> None:  # noqa: FBT001 - click passes options
    """A plan or a park's scenarios in the IAMC long format, as CSV / 输出 IAMC 长表."""
    import csv
    import sys

    from tanlu.plan.iamc import Row
    from tanlu.workflow.interchange import iamc

    rows = iamc(path)
    if as_json:
        echo_json([row._asdict() for row in rows])
        return
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(Row._fields)
    out.writerows(rows)
