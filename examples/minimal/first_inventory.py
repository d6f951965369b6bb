"""From tables to an inventory, and what happens when a table is wrong."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tanlu.account.cut import cut, years_of
from tanlu.account.ledger import ledger
from tanlu.catalog.load import load_catalog
from tanlu.connect.park import open_park, save_park
from tanlu.errors import InputError
from tanlu.measure.border import check
from tanlu.workflow.open import bundled


def main() -> None:
    """Account the minimal park, then break it and read the answer."""
    catalog = load_catalog()
    draft = open_park(bundled("minimal"))
    book = check(draft, catalog)
    print(book.table("activities").select("record_id", "carrier", "amount", "amount_unit"))

    lines = ledger(book, catalog)
    for year in years_of(lines):
        inventory = cut(lines, year=year, boundary="park", member_id="")
        print(f"{year}: {inventory.total_t:,.1f} t CO2e")

    with TemporaryDirectory() as folder:
        save_park(draft, Path(folder) / "park.xlsx")
        again = open_park(Path(folder) / "park.xlsx")
        print("workbook and back:", again.card == draft.card)

    sheet = draft.sheet("flows")
    first = replace(sheet.rows[0], cells={**sheet.rows[0].cells, "unit": "t"})
    broken = replace(sheet, rows=(first, *sheet.rows[1:]))
    try:
        check(replace(draft, sheets={**draft.sheets, "flows": broken}), catalog)
    except InputError as error:
        print(error.text("en"))
        print(error.text("zh"))


if __name__ == "__main__":
    main()
