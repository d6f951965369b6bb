"""Records that do not fit together are refused, and what is odd is told."""

from datetime import date

import pytest

from tanlu.account.cut import cut
from tanlu.errors import InputError, NoFactorError
from tests.laws.parks import burned, ledger_of, member

DOCUMENTS = [{"citation_id": "lab", "title_en": "Laboratory", "title_zh": "检测"}]


def park(**tables):
    members = [member("acme"), member("boiler", "acme", "facility"), member("other")]
    return {"members": members, "citations": DOCUMENTS, **tables}


def lines(method="cn.park", **tables):
    return ledger_of(park(**tables), method=method).lines


def told(method="cn.park", **tables):
    found = ledger_of(park(**tables), method=method).preparation.warnings
    return {fault.code: fault for fault in found}


def refused(**tables):
    with pytest.raises(InputError) as error:
        lines(**tables)
    return {fault.code: fault.place.row for fault in error.value.faults if fault.is_error}


def coal(quantity=1000, period="2022", who="acme"):
    return burned(who, "bituminous_coal", quantity, "t", period)


def batch(name="b", period="2022-03", quantity=1000, **rest):
    return {
        "record_id": name, "member_id": "acme", "carrier": "bituminous_coal", "period": period,
        "quantity": str(quantity), "unit": "t", "ncv": "22", "ncv_unit": "GJ/t", "carbon": "55",
        "carbon_unit": "%", "cite": "lab#1", **rest,
    }  # fmt: skip


def stock(item, quantity, period="2022", **rest):
    return {
        "record_id": f"{item}-{period}", "member_id": "acme", "carrier": "bituminous_coal",
        "period": period, "item": item, "quantity": str(quantity), "unit": "t", "cite": "count#1",
        **rest,
    }  # fmt: skip


def part(name="q", quantity="10", **rest):
    return {
        "record_id": name, "member_id": "acme", "carrier": "bituminous_coal", "period": "2022",
        "part": "feedstock", "fate": "emitted", "quantity": quantity, "unit": "%",
        "cite": "lab#2", **rest,
    }  # fmt: skip


def term(side="input", carbon="80", **rest):
    return {
        "record_id": f"{side}-{rest.get('material', 'Coke')}", "member_id": "acme",
        "period": "2022", "side": side, "material": "Coke", "quantity": "100", "unit": "t",
        "carbon": carbon, "carbon_unit": "%", "destination": "sold", "cite": "lab#3", **rest,
    }  # fmt: skip


def stack(name="e", **rest):
    return {
        "record_id": name, "member_id": "acme", "stack": "s", "period": "2022",
        "quantity": "2000", "unit": "t CO2", "covers": "combustion", "booked": "measured",
        "cite": "lab#4", **rest,
    }  # fmt: skip


STOCKS = [stock("opening", 200), stock("purchased", 1000), stock("closing", 100)]


class TestBatches:
    def test_a_facility_takes_its_enterprise_s_batches(self):
        found = lines(activities=[coal(who="boiler")], batches=[batch()])
        assert found["mean"][0] == "acme.bituminous_coal..2022"
        assert found["co2_t"][0] == pytest.approx(1000 * 0.55 * 0.93 * 44 / 12)

    def test_a_batch_counts_once_where_it_is_the_whole_record(self):
        found = ledger_of(park(activities=[coal(1000, "2022-03")], batches=[batch()]))
        (mean,) = found.preparation.means
        assert ([b.record_id for b in mean.batches], mean.weighed, mean.used) == (["b"], 1e3, 1e3)

    def test_another_member_does_not(self):
        found = lines(activities=[coal(who="other")], batches=[batch()])
        assert found["mean"][0] is None

    def test_energy_follows_the_measured_heat(self):
        found = lines(activities=[coal()], batches=[batch()])
        assert found["energy_tce"][0] == pytest.approx(1000 * 22 / 29.3076)

    def test_a_sample_of_the_month_gives_the_carbon_of_daily_heats(self):
        days = [
            batch(f"d{n}", f"2022-03-{n:02}", n, ncv=str(20 + n), carbon="", carbon_unit="")
            for n in (1, 2, 3)
        ]
        month = batch("m", "2022-03", 6, ncv="", ncv_unit="", carbon="58")
        found = lines(activities=[coal(6, "2022-03")], batches=[*days, month])
        assert found["co2_t"][0] == pytest.approx(6 * 0.58 * 0.93 * 44 / 12)
        (mean,) = ledger_of(
            park(activities=[coal(6, "2022-03")], batches=[*days, month]), method="cn.park"
        ).preparation.means
        assert (mean.weighed, len(mean.batches)) == (6.0, 4)
        heat = (1 * 21 + 2 * 22 + 3 * 23) / 29.3076
        assert found["energy_tce"][0] == pytest.approx(heat)

    def test_carbon_without_heat_is_taken_per_amount(self):
        found = lines(activities=[coal()], batches=[batch(ncv="", ncv_unit="")])
        assert found["formula"][0] == "content_co2"
        assert found["co2_t"][0] == pytest.approx(1000 * 0.55 * 0.93 * 44 / 12)

    def test_heat_without_carbon_takes_the_default_carbon(self):
        found = lines(activities=[coal()], batches=[batch(carbon="", carbon_unit="")])
        assert found["co2_t"][0] == pytest.approx(1000 * 22 * 0.0261 * 0.93 * 44 / 12)

    def test_air_dried_carbon_is_made_as_received(self):
        wet = batch(basis="air_dried", moisture="10", moisture_air="2")
        found = lines(activities=[coal()], batches=[wet])
        assert found["co2_t"][0] == pytest.approx(1000 * 0.55 * 0.9 / 0.98 * 0.93 * 44 / 12)

    def test_a_batch_of_a_meter_holds_for_that_meter(self):
        meters = [
            {"channel_id": c, "member_id": "acme", "carrier": "bituminous_coal", "unit": "t"}
            for c in ("m1", "m2")
        ]
        records = [{**coal(), "record_id": c, "channel_id": c} for c in ("m1", "m2")]
        found = lines(channels=meters, activities=records, batches=[batch(channel_id="m1")])
        assert dict(found.select("record_id", "mean").iter_rows()) == {
            "m1": "acme.bituminous_coal.m1.2022",
            "m2": None,
        }

    def test_a_batch_across_two_records_is_refused(self):
        records = [coal(period="2022-03"), coal(period="2022-04")]
        faults = refused(activities=records, batches=[batch(period="2022-03-20/2022-04-10")])
        assert faults == {"batch_crosses_record": 2}

    def test_a_month_without_analysis_is_told_and_takes_the_default(self):
        records = [coal(period="2022-03"), coal(period="2022-04")]
        found = told(activities=records, batches=[batch()])
        assert found["record_without_analysis"].params["period"] == "2022-04"
        april = lines(activities=records, batches=[batch()]).filter(start=date(2022, 4, 1))
        assert april["mean"][0] is None
        assert april["co2_t"][0] > 0

    def test_months_of_a_yearly_record_without_analysis_are_told(self):
        months = str(told(activities=[coal()], batches=[batch()])["months_without_analysis"].params)
        assert "2022-01" in months
        assert "2022-03" not in months

    def test_a_batch_that_nothing_takes_is_told(self):
        assert "batch_unused" in told(activities=[coal(period="2022-04")], batches=[batch()])

    def test_what_was_measured_is_not_passed_over(self):
        # the method knows no oxidation factor: it must be stated, not left to a default of CO2
        with pytest.raises(NoFactorError) as error:
            lines("uk.desnz", activities=[coal()], batches=[batch()])
        assert {fault.params["quantity"] for fault in error.value.faults} == {"oxidised"}


class TestStocks:
    def test_a_stock_alone_is_the_record(self):
        found = lines(stocks=STOCKS)
        assert found.select("table", "amount", "quality").row(0) == ("stocks", 1100.0, "calculated")

    def test_a_record_stands_and_the_difference_is_told(self):
        found = told(activities=[coal(1000)], stocks=STOCKS)
        assert found["stock_differs"].params["gap"] == "-100"
        assert lines(activities=[coal(1000)], stocks=STOCKS)["amount"].to_list() == [1000.0]
        assert "stock_differs" not in told(activities=[coal(1100)], stocks=STOCKS)

    def test_records_of_facilities_are_compared_together(self):
        halves = [coal(500, "2022", "boiler"), {**coal(600), "record_id": "x"}]
        assert "stock_differs" not in told(activities=halves, stocks=STOCKS)

    def test_part_of_a_year_is_told(self):
        assert "stock_partly_recorded" in told(activities=[coal(1100, "2022-01")], stocks=STOCKS)

    def test_records_in_heat_cannot_be_compared(self):
        heat = burned("acme", "bituminous_coal", 20000, "GJ")
        assert "stock_not_comparable" in told(activities=[heat], stocks=STOCKS)

    def test_a_stock_that_lacks_an_item_is_refused(self):
        assert refused(stocks=STOCKS[1:]) == {"stock_incomplete": 2}

    def test_more_left_than_there_was_is_refused(self):
        assert refused(stocks=[*STOCKS[:2], stock("closing", 5000)]) == {"stock_negative": 4}

    def test_stocks_in_two_units_are_refused(self):
        other = stock("closing", 100, unit="tce")
        assert refused(stocks=[*STOCKS[:2], other]) == {"stock_units": 4}

    def test_one_day_has_one_stock(self):
        months = [
            stock("opening", 10, "2022-01"), stock("purchased", 50, "2022-01"),
            stock("closing", 20, "2022-01"), stock("opening", 25, "2022-02"),
            stock("purchased", 50, "2022-02"), stock("closing", 20, "2022-02"),
        ]  # fmt: skip
        assert told(stocks=months)["stock_step"].params["on"] == "2022-02-01"


class TestParts:
    def test_parts_above_the_whole_are_refused(self):
        both = [part("q1", "60"), part("q2", "60", part="component", fate="", component="coke")]
        assert "parts_above_whole" in refused(activities=[coal()], parts=both)

    def test_an_amount_above_its_records_is_refused(self):
        assert refused(activities=[coal()], parts=[part(quantity="1200", unit="t")]) == {
            "parts_above_whole": 2
        }

    def test_an_amount_is_shared_over_the_records(self):
        records = [coal(300, "2022-01"), coal(100, "2022-02")]
        found = lines(activities=records, parts=[part(quantity="40", unit="t")])
        fed = found.filter(stream="feedstock").sort("start")["amount"].to_list()
        assert fed == pytest.approx([30.0, 10.0])

    def test_a_part_of_half_a_record_is_refused(self):
        assert refused(activities=[coal()], parts=[part(period="2022-01")]) == {
            "part_cuts_record": 2
        }

    def test_a_part_in_another_unit_is_refused(self):
        assert refused(activities=[coal()], parts=[part(unit="GJ")]) == {"part_in_other_unit": 2}

    def test_feedstock_counted_by_nothing_that_exists_is_refused(self):
        assert refused(activities=[coal()], parts=[part(fate="counted", counted_by="x")]) == {
            "counted_by_unknown": 2
        }

    def test_a_part_without_records_is_told(self):
        assert "part_unused" in told(activities=[coal(who="other")], parts=[part()])

    def test_the_nearest_member_s_part_holds(self):
        near = part("near", "20", member_id="boiler")
        found = lines(activities=[coal(who="boiler")], parts=[part(), near])
        assert found.filter(stream="feedstock")["amount"].to_list() == pytest.approx([200.0])

    def test_lubricants_keep_the_share_that_ipcc_leaves_in_them(self):
        oil = burned("acme", "lubricants", 100, "t")
        kept = part(carrier="lubricants", fate="stored", quantity="100")
        found = lines("ipcc.2006", activities=[oil], parts=[kept])
        # [ipcc.2006.v3] eq. 5.1: LC × CC × ODU × 44/12, 40.2 TJ/Gg × 20 t C/TJ × 0.2
        assert found["co2_t"].sum() == pytest.approx(58.96)
        assert "stored_by_default" in told("ipcc.2006", activities=[oil], parts=[kept])

    def test_stored_carbon_needs_a_stated_share(self):
        with pytest.raises(NoFactorError):
            lines(activities=[coal()], parts=[part(fate="stored")])


class TestCarbon:
    def test_carbon_cannot_appear(self):
        assert refused(mass_balance=[term(), term("output", "90")]) == {"carbon_appears": 2}

    def test_balances_of_one_member_do_not_overlap(self):
        rows = [term(), term(record_id="x", material="Ore", period="2022-01")]
        assert "balance_periods" in refused(mass_balance=rows)

    def test_a_fuel_of_the_balance_is_not_burned_as_well(self):
        rows = [term(carrier="bituminous_coal")]
        assert refused(activities=[coal()], mass_balance=rows) == {"counted_twice": 2}

    def test_unless_its_part_is_set_apart(self):
        rows = [term(carrier="bituminous_coal")]
        counted = part(fate="counted", counted_by="input-Coke")
        found = lines(activities=[coal()], mass_balance=rows, parts=[counted])
        assert found.filter(gas="co2_apart")["amount"].to_list() == [100.0]
        # the coal's energy is counted once, with its record
        assert found.filter(stream="mass_balance")["energy_tce"].to_list() == [0.0]

    def test_fuels_of_the_balance_are_energy(self):
        found = lines(mass_balance=[term(carrier="coke")])
        assert found["energy_tce"][0] == pytest.approx(100 * 0.9714)


class TestStacks:
    def test_two_stacks_do_not_replace_one_record(self):
        rows = [stack(), stack("f", member_id="boiler")]
        assert refused(activities=[coal(who="boiler")], cems=rows) == {"stack_twice": 3}

    def test_a_stack_of_half_a_record_is_refused(self):
        assert refused(activities=[coal()], cems=[stack(period="2022Q1")]) == {
            "stack_cuts_record": 2
        }

    def test_stacks_of_a_member_book_the_same(self):
        rows = [stack(), stack("f", stack="t", booked="calculated")]
        assert refused(activities=[coal()], cems=rows) == {"stacks_disagree": 3}

    def test_a_stack_that_is_silent_for_a_while_is_refused(self):
        months = [stack(f"m{n}", period=f"2022-{n:02}") for n in range(1, 13)]
        half = [stack(f"n{n}", stack="t", period=f"2022-{n:02}") for n in range(1, 7)]
        assert "stack_gap" in refused(activities=[coal()], cems=[*months, *half])

    def test_months_of_a_stack_stand_beside_a_year_of_coal(self):
        months = [stack(f"m{n}", period=f"2022-{n:02}", quantity="150") for n in range(1, 13)]
        found = ledger_of(park(activities=[coal()], cems=months), method="cn.park")
        (compared,) = found.preparation.stacks
        assert compared.measured == pytest.approx(1800)
        assert compared.calculated == pytest.approx(1858.661284 / 0.9)
        assert cut(found, year=2022).total_t == pytest.approx(1800)

    def test_a_stack_with_nothing_beside_it_is_told(self):
        assert "stack_alone" in told(cems=[stack()])

    def test_other_gases_stay_as_calculated(self):
        tables = {"activities": [coal()], "cems": [stack()]}
        found = lines("cn.park.ghg", **tables)
        assert set(found["gas"]) == {"co2", "co2_apart", "ch4", "n2o"}
