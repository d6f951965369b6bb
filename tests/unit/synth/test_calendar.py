"""Days off, written down again from the State Council's notices, not from the data file."""

from datetime import date

import numpy as np
import pytest

from tanlu.workflow.synth.curves import curves, grid_factor
from tanlu.workflow.synth.days import FESTIVAL, REST, WORK, count, kinds
from tanlu.workflow.synth.size import Size
from tanlu.workflow.synth.weather import clear_sky, clouds, temperature

HOURLY = Size(26, 260, 2025, minutes=60)
WORKDAY, HOLIDAY = date(2025, 1, 22), date(2025, 1, 30)


def kind_of(day):
    return kinds(day.year)[(day - date(day.year, 1, 1)).days]


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2025, 1, 1), FESTIVAL),
        (date(2025, 1, 26), WORK),  # a Sunday worked for Spring Festival
        (date(2025, 1, 27), WORK),
        (date(2025, 1, 28), FESTIVAL),
        (date(2025, 2, 4), FESTIVAL),
        (date(2025, 2, 5), WORK),
        (date(2025, 10, 8), FESTIVAL),
        (date(2025, 10, 11), WORK),
        (date(2025, 7, 5), REST),
        (date(2024, 2, 10), FESTIVAL),
        (date(2024, 2, 18), WORK),
        (date(2026, 2, 16), FESTIVAL),  # the eve, by the rule
        (date(2026, 2, 23), FESTIVAL),
        (date(2026, 2, 24), WORK),
    ],
)
def test_holidays_and_days_worked_instead(day, kind):
    assert kind_of(day) == kind


def test_a_year_has_as_many_days_off_as_the_notice_gives():
    # 2025: 1 + 8 + 3 + 5 + 3 + 8
    assert int((kinds(2025) == FESTIVAL).sum()) == 28
    assert len(kinds(2024)) == count(2024) == 366


def test_summer_is_warm_and_afternoons_are_warmer_than_dawn():
    air = temperature(HOURLY).reshape(-1, 24)
    july, january = air[181:212].mean(), air[:31].mean()
    assert july - january > 15
    assert air[:, 14].mean() > air[:, 4].mean() + 5


def test_the_sun_is_dark_at_night_high_at_noon_and_long_in_june():
    sky = clear_sky(HOURLY).reshape(-1, 24)
    assert sky[:, 0].max() == 0
    assert 900 < sky[172].max() < 1098
    lit = (sky > 0).sum(axis=1)
    assert lit[172] > lit[355]
    assert ((clouds(HOURLY) > 0) & (clouds(HOURLY) <= 1)).all()


def test_shapes_have_mean_one_and_never_run_backwards():
    for name, curve in curves(HOURLY).items():
        assert curve.mean() == pytest.approx(1, abs=1e-6), name
        assert curve.min() >= 0, name
        assert len(curve) == 8760


def test_a_one_shift_factory_works_on_workdays_and_rests_at_spring_festival():
    curve = curves(HOURLY)["one_shift"].reshape(-1, 24)
    place = {day: (day - date(2025, 1, 1)).days for day in (WORKDAY, HOLIDAY)}
    workday, festival = curve[place[WORKDAY]], curve[place[HOLIDAY]]
    assert workday[10] > 3 * workday[2]
    assert festival.max() < 0.4 * workday.max()


def test_the_invented_power_factor_is_low_at_noon():
    hours = grid_factor(HOURLY).reshape(-1, 24).mean(axis=0)
    assert int(np.argmin(hours)) in (12, 13)
    assert hours[19] > hours[3] > hours[12]
