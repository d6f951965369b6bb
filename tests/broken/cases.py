"""What people and machines do to a park's files, and what tanlu must answer."""

# ruff: noqa: E501 - a case is a line

import csv
import io
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tanlu.model.table import tables
from tests.broken.build import (
    Build,
    archive,
    card,
    cell,
    factor,
    file,
    minimal,
    part,
    raw,
    row,
    sheets,
    workbook,
)


@dataclass(frozen=True)
class Case:
    """A broken park, the fault it must be answered with, and where that sits."""

    name: str
    build: Build
    code: str
    row: int | None = None
    column: str | None = None


GAS = {
    "record_id": "x", "member_id": "acme", "stream": "combustion", "carrier": "natural_gas",
    "period": "2022", "quantity": "1", "unit": "Nm3", "quality": "measured",
}  # fmt: skip
POWER = {
    "record_id": "x", "from_id": "world", "to_id": "acme", "carrier": "electricity",
    "period": "2020", "quantity": "1", "unit": "MWh", "quality": "measured",
}  # fmt: skip
FIGURE = {
    "record_id": "x", "figure": "co2", "period": "2022", "quantity": "1", "unit": "万 t CO2",
}  # fmt: skip

BATCH = {
    "record_id": "b", "member_id": "acme", "carrier": "diesel", "period": "2022-03",
    "quantity": "10", "unit": "t", "ncv": "42.7", "ncv_unit": "GJ/t", "cite": "wang2024#table-5",
}  # fmt: skip
CARBON = {"ncv": "", "ncv_unit": "", "carbon": "60", "carbon_unit": "%"}
PART = {
    "record_id": "q", "member_id": "acme", "carrier": "diesel", "period": "2022",
    "part": "component", "component": "biodiesel", "quantity": "10", "unit": "%",
    "cite": "wang2024#table-5",
}  # fmt: skip
FEED = {"part": "feedstock", "component": "", "fate": "emitted"}
IRON = {
    "record_id": "m", "member_id": "acme", "period": "2022", "side": "input", "material": "Ore",
    "quantity": "10", "unit": "t", "carbon": "1.5", "carbon_unit": "%",
    "cite": "wang2024#table-5",
}  # fmt: skip
STACK = {
    "record_id": "e", "member_id": "acme", "stack": "s", "period": "2022", "quantity": "10",
    "unit": "t CO2", "covers": "combustion", "booked": "calculated", "cite": "wang2024#table-5",
}  # fmt: skip
STOCK = {
    "record_id": "k", "member_id": "acme", "carrier": "diesel", "period": "2022",
    "item": "opening", "quantity": "1", "unit": "t", "cite": "count#1",
}  # fmt: skip

CHP = POWER | {
    "from_id": "acme", "to_id": "world", "period": "2022", "origin": "chp", "sharing": "efficiency",
}  # fmt: skip
GEC = {
    "certificate_id": "x", "kind": "gec", "period": "2022", "quantity": "10", "unit": "MWh",
    "cancelled_on": "2023-01-31", "cite": "wang2024#section-1",
}  # fmt: skip

METER = {"channel_id": "m9", "carrier": "electricity", "unit": "kWh"}
EVENT = {
    "event_id": "e1", "channel_id": "m9", "at": "2025-03-01 10:15", "kind": "replaced",
    "last_value": "100", "first_value": "0",
}  # fmt: skip
BAND = {
    "band_id": "b1", "tariff_id": "tou", "valid_from": "2025-01-01", "start": "00:00",
    "end": "24:00", "band": "flat", "price": "0.6", "unit": "元/kWh",
}  # fmt: skip


def both(first: Build, *more: tuple[str, dict[str, str]]) -> Build:
    """A park broken by several rows."""

    def build(folder: Path) -> Path:
        park = first(folder)
        for table, cells in more:
            columns = list(tables()[table].fields)
            with (park / f"{table}.csv").open("a", encoding="utf-8", newline="") as out:
                if out.tell() == 0:
                    csv.writer(out).writerow(columns)
                csv.writer(out).writerow([cells.get(name, "") for name in columns])
        return park

    return build


def member(name: str, parent: str = "", kind: str = "facility") -> dict[str, str]:
    return {"member_id": name, "parent_id": parent, "kind": kind}


def link_out(folder: Path) -> Path:
    park = minimal(folder)
    (folder / "outside.csv").write_text("target_id\n", "utf-8")
    (park / "targets.csv").symlink_to(folder / "outside.csv")
    return park


def no_card(folder: Path) -> Path:
    park = minimal(folder)
    (park / "park.yaml").unlink()
    return park


def folder_named_like_a_table(folder: Path) -> Path:
    park = minimal(folder)
    (park / "targets.csv").mkdir()
    return park


def lines(change):
    def build(data: bytes) -> bytes:
        return b"".join(change(data.splitlines(keepends=True)))

    return build


def merge(book):
    book["activities"].merge_cells("B3:B4")


def put(sheet, where, value):
    def change(book):
        book[sheet][where] = value

    return change


def drop(name):
    def change(book):
        del book[name]

    return change


def rename(old, new):
    def change(book):
        book[old].title = new

    return change


def no_heads(book):
    book["flows"].delete_rows(1, 2)


def error_cell(book):
    book["activities"]["H3"] = "#REF!"
    book["activities"]["H3"].data_type = "e"


def deep_sheet(count: int) -> bytes:
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, count))
    return _sheet(rows)


def far_sheet() -> bytes:
    # laid out, these two cells would take 17 thousand million places
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="99"><c r="XFD99"><v>1</v></c></row>'
    return _sheet(cells)


def _sheet(rows: bytes) -> bytes:
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return b"<worksheet %s><sheetData>%s</sheetData></worksheet>" % (space, rows)


def packed(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr(name, data)
    return out.getvalue()


@cache
def bomb() -> bytes:
    return packed("park.yaml", b"\0" * (600 * 2**20))


def lying_bomb(_: Path) -> bytes:
    # the directory claims one kilobyte; the entry unpacks to 600 MB
    data = bytearray(bomb())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1024).to_bytes(4, "little")
    return bytes(data)


def locked(_: Path) -> bytes:
    data = bytearray(packed("park.yaml", b"park_id: x\n"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    return bytes(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LAUGHS = b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n"
SHEET = "xl/worksheets/sheet5.xml"

CASES = [
    # cells
    Case("wrong unit", cell("activities", 3, "unit", "furlong"), "unknown_unit", 3, "unit"),
    Case("unit of another thing", cell("activities", 3, "unit", "人"), "unit_not_for_carrier", 3, "unit"),
    Case("mass of power", cell("flows", 2, "unit", "t"), "unit_not_for_carrier", 2, "unit"),
    Case("money in tonnes", cell("indicators", 2, "unit", "t"), "unit_not_for_figure", 2, "unit"),
    Case("text in a number", cell("activities", 2, "quantity", "about 120"), "text_in_number", 2, "quantity"),
    Case("unit in a number", cell("activities", 2, "quantity", "120万"), "text_in_number", 2, "quantity"),
    Case("decimal comma", cell("activities", 2, "quantity", "1.234,5"), "decimal_comma", 2, "quantity"),
    Case("not available", cell("activities", 2, "quantity", "Not Available"), "absence_in_number", 2, "quantity"),
    Case("无", cell("flows", 3, "quantity", "无"), "absence_in_number", 3, "quantity"),
    Case("dash", cell("flows", 3, "quantity", "—"), "absence_in_number", 3, "quantity"),
    Case("nan", cell("activities", 2, "quantity", "NaN"), "not_finite", 2, "quantity"),
    Case("infinite", cell("activities", 2, "quantity", "1e999"), "not_finite", 2, "quantity"),
    Case("percent of gas", cell("activities", 2, "quantity", "12%"), "percent_sign", 2, "quantity"),
    Case("negative", cell("activities", 2, "quantity", "-5"), "negative", 2, "quantity"),
    Case("blank quantity", cell("activities", 2, "quantity", " "), "missing_value", 2, "quantity"),
    Case("unknown fuel", cell("activities", 4, "carrier", "unobtainium"), "unknown_carrier", 4, "carrier"),
    Case("burned power", cell("activities", 4, "carrier", "electricity"), "not_a_fuel", 4, "carrier"),
    Case("guessed quality", cell("activities", 4, "quality", "guessed"), "unknown_choice", 4, "quality"),
    Case("30 February", cell("activities", 2, "period", "2022-02-30"), "unknown_period", 2, "period"),
    Case("month 13", cell("activities", 2, "period", "2022-13"), "unknown_period", 2, "period"),
    Case("year 99999", cell("activities", 2, "period", "99999"), "unknown_period", 2, "period"),
    Case("across the year", cell("activities", 2, "period", "2020-12-15/2021-01-15"), "crosses_year", 2, "period"),
    Case("formula", cell("activities", 2, "note", "=cmd|' /C calc'!A0"), "formula_cell", 2, "note"),
    Case("formula by @", cell("members", 2, "name_zh", "@SUM(1)"), "formula_cell", 2, "name_zh"),
    Case("wide formula", cell("members", 2, "name_en", "＝1+1"), "formula_cell", 2, "name_en"),
    Case("bell", cell("members", 2, "name_en", "a\x07b"), "control_character", 2, "name_en"),
    Case("writing backwards", cell("members", 2, "name_en", "a\u202eb"), "control_character", 2, "name_en"),
    Case("code with a space", cell("channels", 2, "channel_id", "m gas"), "bad_id", 2, "channel_id"),
    Case("code of a path", cell("channels", 2, "channel_id", "../etc"), "bad_id", 2, "channel_id"),
    Case("long note", cell("activities", 2, "note", "x" * 5000), "too_long", 2, "note"),
    # rows among themselves
    Case("same row again", row("activities", **GAS | {"channel_id": "m-gas"}), "duplicate_row", 6, "period"),
    Case("same code again", row("flows", **POWER | {"record_id": "power-2021"}), "duplicate_id", 4, "record_id"),
    Case("month in its year", row("activities", **GAS | {"channel_id": "m-gas", "period": "2022-03"}), "overlapping_periods", 6, "period"),
    Case("unknown member", row("activities", **GAS | {"member_id": "acne"}), "unknown_member", 6, "member_id"),
    Case("unknown channel", row("activities", **GAS | {"channel_id": "m9"}), "unknown_reference", 6, "channel_id"),
    Case("other meter", row("activities", **GAS | {"channel_id": "m-power"}), "other_carrier", 6, "channel_id"),
    Case("own parent", row("members", **member("f", "f")), "circle", 3, "parent_id"),
    Case("enterprise below", row("members", **member("e", "acme", "enterprise")), "enterprise_below", 3, "parent_id"),
    Case("member world", row("members", **member("world")), "reserved_id", 3, "member_id"),
    Case("to itself", row("flows", **POWER | {"from_id": "acme"}), "flow_to_itself", 4, "to_id"),
    Case("outside only", row("flows", **POWER | {"to_id": "world"}), "outside_flow", 4, "to_id"),
    Case("oxidised 98", factor(value="98"), "oxidised_above_one", 2, "value"),
    Case("negative heat value", factor(quantity="ncv", value="-389.31", unit="GJ/10^4 Nm3"), "not_positive", 2, "value"),
    Case("heat value of zero", factor(quantity="ncv", value="0", unit="GJ/10^4 Nm3"), "not_positive", 2, "value"),
    Case("factor's unit", factor(unit="GJ/t"), "unit_not_for_figure", 2, "unit"),
    Case("limits crossed", factor(lower="0.99"), "limits_crossed", 2, "lower"),
    Case("ends before it begins", factor(to_on="2020-01-01"), "ends_before", 2, "to_on"),
    Case("no such day", factor(from_on="2021-02-29"), "unknown_date", 2, "from_on"),
    Case("unknown document", factor(cite="hearsay#1"), "unknown_citation", 2, "cite"),
    Case("no place in it", factor(cite="wang2024"), "cite_without_place", 2, "cite"),
    Case("no document", row("published", **FIGURE), "missing_value", 2, "cite"),
    Case("scenario over itself", row("scenarios", scenario_id="s", over_id="s", name_en="S", name_zh="S", end_year="2030"), "circle", 2, "over_id"),
    Case("year in words", row("scenarios", scenario_id="s", name_en="S", name_zh="S", end_year="soon"), "unknown_year", 2, "end_year"),
    # measured fuels
    Case("batch says nothing", row("batches", **BATCH | {"ncv": ""}), "batch_without_value", 2, "ncv"),
    Case("heat without a unit", row("batches", **BATCH | {"ncv_unit": ""}), "batch_without_unit", 2, "ncv_unit"),
    Case("heat of zero", row("batches", **BATCH | {"ncv": "0"}), "not_positive", 2, "ncv"),
    Case("heat per volume of a liquid", row("batches", **BATCH | {"ncv_unit": "GJ/Nm3"}), "unit_not_for_figure", 2, "ncv_unit"),
    Case("batch in energy", row("batches", **BATCH | {"unit": "GJ"}), "batch_in_energy", 2, "unit"),
    Case("carbon per heat alone", row("batches", **BATCH | CARBON | {"carbon_unit": "t C/GJ"}), "carbon_needs_heat", 2, "ncv"),
    Case("dry without moisture", row("batches", **BATCH | CARBON | {"basis": "dry"}), "basis_needs_moisture", 2, "moisture"),
    Case("air-dried without its moisture", row("batches", **BATCH | CARBON | {"basis": "air_dried", "moisture": "8"}), "basis_needs_moisture", 2, "moisture_air"),
    Case("all water", row("batches", **BATCH | CARBON | {"basis": "dry", "moisture": "100"}), "out_of_range", 2, "moisture"),
    Case("more carbon than fuel", row("batches", **BATCH | CARBON | {"carbon_unit": "t C/t"}), "more_carbon_than_mass", 2, "carbon"),
    Case("heat with a percent sign", row("batches", **BATCH | {"ncv": "42 %"}), "percent_sign", 2, "ncv"),
    Case("batch across years", row("batches", **BATCH | {"period": "2021-12-20/2022-01-10"}), "crosses_year", 2, "period"),
    Case("batch without a document", row("batches", **BATCH | {"cite": "lab-9#1"}), "unknown_citation", 2, "cite"),
    Case("batch of another meter", row("batches", **BATCH | {"channel_id": "m-gas"}), "other_carrier", 2, "channel_id"),
    Case("blend of nothing", row("parts", **PART | {"component": ""}), "component_without_fuel", 2, "component"),
    Case("blend of power", row("parts", **PART | {"component": "electricity"}), "not_a_fuel", 2, "component"),
    Case("liquid in a gas", row("parts", **PART | {"component": "natural_gas"}), "component_in_other_unit", 2, "component"),
    Case("part above the whole", row("parts", **PART | {"quantity": "110"}), "share_above_one", 2, "quantity"),
    Case("feedstock to nowhere", row("parts", **PART | FEED | {"fate": ""}), "feedstock_without_fate", 2, "fate"),
    Case("fate of a blend", row("parts", **PART | {"fate": "emitted"}), "only_for_feedstock", 2, "fate"),
    Case("counted by nothing", row("parts", **PART | FEED | {"fate": "counted"}), "counted_by_nothing", 2, "counted_by"),
    Case("biogenic tonnes", row("parts", **PART | {"part": "biogenic", "component": "", "unit": "t"}), "biogenic_needs_share", 2, "unit"),
    Case("carbon to nowhere", row("mass_balance", **IRON | {"side": "output"}), "carbon_without_destination", 2, "destination"),
    Case("carbon per heat of a material", row("mass_balance", **IRON | {"carbon_unit": "t C/GJ"}), "unit_not_for_figure", 2, "carbon_unit"),
    Case("more carbon than ore", row("mass_balance", **IRON | {"carbon": "150"}), "more_carbon_than_mass", 2, "carbon"),
    Case("ore in kilowatt hours", row("mass_balance", **IRON | {"unit": "kWh"}), "unit_not_for_figure", 2, "unit"),
    Case("stack in energy", row("cems", **STACK | {"unit": "GJ"}), "unit_not_for_figure", 2, "unit"),
    Case("stack books both", row("cems", **STACK | {"booked": "both"}), "unknown_choice", 2, "booked"),
    Case("stock without evidence", row("stocks", **STOCK | {"cite": ""}), "missing_value", 2, "cite"),
    Case("stock below nothing", row("stocks", **STOCK | {"quantity": "-1"}), "negative", 2, "quantity"),
    Case("stock that lacks its end", row("stocks", **STOCK), "stock_incomplete", 2, "item"),
    Case("more set apart than there is", row("parts", **PART | {"quantity": "99", "unit": "t"}), "parts_above_whole", 2, "quantity"),
    Case("counted by a ghost", row("parts", **PART | FEED | {"fate": "counted", "counted_by": "ghost"}), "counted_by_unknown", 2, "counted_by"),
    Case("carbon from nothing", row("mass_balance", **IRON | {"side": "output", "destination": "sold"}), "carbon_appears", 2, "quantity"),
    # the card
    Case("unknown place", card("CN-36", "CN-99"), "unknown_place", None, "place"),
    Case("unknown method", card("cn.park", "by.feel"), "unknown_method", None, "method"),
    Case("unknown warming set", card("AR5", "AR9"), "unknown_choice", None, "gwp_set"),
    Case("card without method", card("method: cn.park\n", ""), "missing_value", None, "method"),
    Case("card with more", card("place: CN-36", "place: CN-36\nwhim: fine"), "unknown_column", None, "whim"),
    Case("card twice", card("gwp_set: AR5", "gwp_set: AR5\ngwp_set: AR6"), "bad_card", None, "gwp_set"),
    Case("card runs code", card("place: CN-36", "place: !!python/object/apply:os.system [ls]"), "bad_card", 4),
    Case("card laughs", file("park.yaml", lambda _: LAUGHS), "bad_card", 1),
    Case("card nests", card("place: CN-36", "place: {a: b}"), "bad_card", 4),
    Case("card is no YAML", card("place: CN-36", "place: 'CN"), "bad_card"),
    Case("card of 100 KB", file("park.yaml", lambda d: d + b"# x\n" * 25_600), "file_too_large"),
    Case("no card", no_card, "not_a_park"),
    # files
    Case("UTF-16", file("flows.csv", lambda d: d.decode().encode("utf-16")), "unknown_encoding"),
    Case("Latin-1", file("flows.csv", lambda d: d + "é\xff".encode("latin-1")), "unknown_encoding"),
    Case("NUL bytes", file("flows.csv", lambda d: d + b"\0\0\0"), "bad_csv"),
    Case("open quote", file("flows.csv", lambda d: d + b'"x'), "bad_csv"),
    Case("empty file", file("flows.csv", lambda _: b""), "empty_file"),
    Case("no headings", file("flows.csv", lines(lambda x: x[1:])), "unknown_separator"),
    Case("parted by bars", file("flows.csv", lambda d: d.replace(b",", b"|")), "unknown_separator"),
    Case("heading twice", file("flows.csv", lambda d: d.replace(b"note", b"unit", 1)), "duplicate_heading", 1, "unit"),
    Case("heading unknown", file("flows.csv", lambda d: d.replace(b"note", b"colour", 1)), "unknown_column", None, "colour"),
    Case("heading missing", file("flows.csv", lambda d: d.replace(b"unit", b"note", 1).replace(b"cite,note", b"cite,x", 1)), "missing_column", None, "unit"),
    Case("cells too many", file("flows.csv", lambda d: d.replace(b"invoiced,,", b"invoiced" + b"," * 40 + b"9,,", 1)), "ragged_row", 2),
    Case("semicolons and decimal commas", file("activities.csv", lambda d: b"\xef\xbb\xbf" + d.replace(b",", b";").replace(b"115.2", b"115,2")), "decimal_comma", 2, "quantity"),
    Case("GBK with a fault", file("members.csv", lambda d: d.decode().replace("facility", "x").replace("enterprise", "企业").encode("gbk")), "unknown_choice", 2, "kind"),
    Case("table misspelt", file("flow.csv", lambda _: b"record_id\n1\n"), "unknown_table"),
    Case("table in another form", file("targets.tsv", lambda _: b"x"), "unread_table"),
    Case("link to elsewhere", link_out, "outside_link"),
    Case("folder for a table", folder_named_like_a_table, "unread_table"),
    # workbooks
    Case("directory for a file", raw("x", b""), "not_a_park"),
    Case("empty workbook", raw("park.xlsx", b""), "empty_file"),
    Case("text for a workbook", raw("park.xlsx", b"park_id,x\n"), "broken_archive"),
    Case("old workbook", raw("park.xls", OLE), "old_workbook"),
    Case("password", raw("park.xlsx", OLE + "EncryptedPackage".encode("utf-16-le")), "encrypted_workbook"),
    Case("locked archive", raw("park.zip", locked), "encrypted_workbook"),
    Case("cut short", raw("park.xlsx", lambda f: workbook(f).read_bytes()[:4000]), "broken_archive"),
    Case("archive of something else", raw("park.xlsx", packed("hello.txt", b"x")), "broken_archive"),
    Case("bomb", raw("park.zip", lambda _: bomb()), "archive_bomb"),
    Case("lying bomb", raw("park.zip", lying_bomb), "archive_bomb"),
    Case("way out of the archive", archive(**{"../../evil.csv": b"x"}), "archive_path"),
    Case("absolute path", archive(**{"/etc/evil.csv": b"x"}), "archive_path"),
    Case("two parks in one", archive(**{"b/park.yaml": b"x"}), "not_a_park"),
    Case("fault in an archive", archive(**{"targets.csv": b"target_id\n1\n"}), "missing_column", None, "indicator"),
    Case("a million rows", part(SHEET, lambda: deep_sheet(1_000_001)), "too_many_rows"),
    Case("cell far out", part(SHEET, far_sheet), "too_many_columns"),
    Case("entities", part("xl/workbook.xml", lambda: b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'), "broken_archive"),
    Case("sheet missing", sheets(drop("park")), "missing_sheet"),
    Case("sheet misspelt", sheets(rename("flows", "flow")), "unknown_table"),
    Case("merged cells", sheets(merge), "merged_cells", 3, "B"),
    Case("error in a cell", sheets(error_cell), "error_cell", 3),
    Case("formula never computed", sheets(put("activities", "H3", "=1+1")), "unread_formula", 3),
    Case("number with text", sheets(put("activities", "H3", "n/a")), "absence_in_number", 3, "quantity"),
    Case("negative number", sheets(put("activities", "H3", -3.5)), "negative", 3, "quantity"),
    Case("headings gone", sheets(no_heads), "no_headings"),
    Case("heading twice in a sheet", sheets(put("flows", "L1", "单位")), "duplicate_heading", 1, "unit"),
    Case("card entry twice", sheets(put("park", "A3", "park_id")), "duplicate_heading", 3, "park_id"),
    Case("origin of heat", row("flows", **(POWER | {"carrier": "heat", "unit": "GJ", "origin": "pv"})), "origin_not_power", 4, "origin"),
    Case("store outside", row("flows", **(POWER | {"origin": "storage"})), "storage_outside", 4, "origin"),
    Case("store gives more than it took", row("flows", **(POWER | {"from_id": "park", "origin": "storage"})), "storage_gives_more", 4, "quantity"),
    Case("store charges a store", both(row("flows", **(POWER | {"from_id": "park", "origin": "storage"})), ("flows", POWER | {"record_id": "y", "from_id": "acme", "to_id": "park", "origin": "storage"})), "storage_loop", 4, "to_id"),
    Case("unknown origin", row("flows", **(POWER | {"origin": "sun"})), "unknown_choice", 4, "origin"),
    Case("certificate used twice", both(row("certificates", **(GEC | {"number": "A-1"})), ("certificates", GEC | {"certificate_id": "y", "number": "A-1"})), "certificate_twice", 3, "number"),
    Case("certificate code twice", both(row("certificates", **GEC), ("certificates", GEC)), "duplicate_id", 3, "certificate_id"),
    Case("certificate for the wrong year", row("certificates", **(GEC | {"claim_year": "2025"})), "certificate_wrong_year", 2, "claim_year"),
    Case("certificate for an earlier year", row("certificates", **(GEC | {"claim_year": "2021"})), "certificate_wrong_year", 2, "claim_year"),
    Case("cancelled before it was generated", row("certificates", **(GEC | {"cancelled_on": "2021-12-31"})), "cancelled_before_generated", 2, "cancelled_on"),
    Case("more certificates than generation", row("certificates", **(GEC | {"generator_id": "acme"})), "certificates_exceed_generation", 2, "quantity"),
    Case("certificate for an unknown member", row("certificates", **(GEC | {"for_id": "acne"})), "unknown_member", 2, "for_id"),
    Case("certificate in tonnes", row("certificates", **(GEC | {"unit": "t"})), "unit_not_for_figure", 2, "unit"),
    Case("certificate without proof", row("certificates", **(GEC | {"cite": "nowhere#1"})), "unknown_citation", 2, "cite"),
    Case("negative certificate", row("certificates", **(GEC | {"quantity": "-10"})), "negative", 2, "quantity"),
    Case("sharing of plain power", row("flows", **(POWER | {"sharing": "energy"})), "sharing_without_chp", 4, "sharing"),
    Case("two rules of one plant", both(row("flows", **CHP), ("flows", CHP | {"record_id": "y", "to_id": "park", "sharing": "energy"})), "sharing_differs", 5, "sharing"),
    Case("plant without fuel", row("flows", **(CHP | {"period": "2020"})), "plant_without_fuel", 4, "from_id"),
    Case("heat of a plant in coal equivalent", row("flows", **(CHP | {"carrier": "heat", "unit": "tce"})), "heat_in_energy", 4, "unit"),
    Case("exergy without temperature", row("flows", **(CHP | {"carrier": "heat", "unit": "GJ", "sharing": "exergy"})), "exergy_without_temperature", 4, "supply_celsius"),
    Case("formula that is none", row("channels", **(METER | {"formula": "m9 * m9"})), "bad_channel_formula", None, "formula"),
    Case("formula over an unknown channel", row("channels", **(METER | {"formula": "zz + m9"})), "unknown_channel_in_formula", None, "formula"),
    Case("formula that leads back", both(row("channels", **(METER | {"formula": "m8"})), ("channels", METER | {"channel_id": "m8", "formula": "2 * m9"})), "formula_circle", None, "formula"),
    Case("formula over another unit", both(row("channels", **(METER | {"formula": "m8"})), ("channels", {"channel_id": "m8", "unit": "m3"})), "wrong_dimension", None, "formula"),
    Case("register of a power", row("channels", **(METER | {"unit": "kW", "kind": "counter"})), "register_of_rate", None, "kind"),
    Case("channel ends before it begins", row("channels", **(METER | {"valid_from": "2025-02-01", "valid_until": "2025-01-01"})), "ends_before_start", None, "valid_until"),
    Case("factor channel that is none", both(row("channels", **(METER | {"factor_channel": "m8"})), ("channels", METER | {"channel_id": "m8"})), "not_a_factor_channel", None, "factor_channel"),
    Case("multiplier event without one", both(row("channels", **METER), ("meter_events", EVENT | {"kind": "multiplier"})), "event_without_multiplier", 2, "multiplier"),
    Case("two events at once", both(row("channels", **METER), ("meter_events", EVENT), ("meter_events", EVENT | {"event_id": "e2"})), "two_events_at_once", None, "at"),
    Case("event at no moment", both(row("channels", **METER), ("meter_events", EVENT | {"at": "last week"})), "unknown_instant", None, "at"),
    Case("tariff with a gap", row("tariffs", **(BAND | {"end": "23:00"})), "tariff_gap", 2, "start"),
    Case("tariff with two prices", both(row("tariffs", **BAND), ("tariffs", BAND | {"band_id": "b2", "start": "08:00", "end": "09:00"})), "tariff_overlap", 2, "start"),
    Case("tariff without weekends", row("tariffs", **(BAND | {"days": "workdays"})), "tariff_gap", 2, "start"),
    Case("tariff of half a year", row("tariffs", **(BAND | {"months": "1-6"})), "tariff_gap", 2, "start"),
    Case("months nobody knows", row("tariffs", **(BAND | {"months": "13"})), "bad_months", 2, "months"),
    Case("price of nothing", row("tariffs", **(BAND | {"unit": "元"})), "not_a_price", 2, "unit"),
    Case("time of day that is none", row("tariffs", **(BAND | {"start": "8 o'clock"})), "unknown_clock", 2, "start"),
    Case("unknown tariff", row("channels", **(METER | {"tariff_id": "tou"})), "unknown_tariff", None, "tariff_id"),
    Case("tariff of another thing", both(row("channels", **(METER | {"tariff_id": "tou"})), ("tariffs", BAND | {"unit": "元/m3"})), "wrong_dimension", None, "tariff_id"),
]  # fmt: skip
