"""Makes series.csv of the synthetic plan: an invented park's year, hour by hour.

    python tools/plan_series.py > src/tanlu/workflow/plans/synthetic/series.csv

Shapes are simple curves with seeded chance; nothing here was measured.
"""

import math

import numpy as np

DAYS, HOURS = 365, 24
SEED = 8


def sun(day: int, clear: float) -> list[float]:
    """Output of photovoltaics per MW: height of the sun at 30 degrees north, by clearness."""
    tilt = math.radians(23.45) * math.sin(2 * math.pi * (284 + day) / 365)
    place = math.radians(30)
    heights = [
        math.sin(place) * math.sin(tilt)
        + math.cos(place) * math.cos(tilt) * math.cos(math.pi * (hour + 0.5 - 12) / 12)
        for hour in range(HOURS)
    ]
    return [0.95 * clear * max(height, 0.0) for height in heights]


def tariff(day: int, hour: int) -> float:
    """Price of power by time of use, dearer at peak in high summer and winter. [CNY/MWh]"""
    if hour < 8:
        return 320.0
    if 10 <= hour < 12 or 14 <= hour < 19:
        return 1180.0 if 181 <= day < 243 or day >= 334 or day < 31 else 980.0
    return 650.0


def main() -> None:
    """Print the table."""
    rng = np.random.default_rng(SEED)
    print("hour,sun,wind,power,heat,cold,tariff")
    breeze, clear = 0.3, 0.7
    for day in range(DAYS):
        clear = min(max(0.65 + 0.5 * (clear - 0.65) + rng.normal(0, 0.18), 0.08), 1.0)
        warmth = -math.cos(2 * math.pi * (day - 15) / 365)
        works = 1.0 if day % 7 < 5 else 0.72
        light = sun(day, clear)
        for hour in range(HOURS):
            usual = 0.26 - 0.06 * warmth
            breeze = usual + 0.96 * (breeze - usual) + rng.normal(0, 0.045)
            breeze = min(max(breeze, 0.0), 0.98)
            busy = 0.62 + 0.38 * math.exp(-(((hour - 14.0) / 5.5) ** 2))
            power = works * busy * (1 + 0.06 * max(warmth, 0)) * (1 + rng.normal(0, 0.02))
            heat = works * (0.55 + 0.25 * busy) - 0.25 * warmth * (1.1 - 0.3 * busy)
            cold = max(0.08, 0.75 * max(warmth, 0) * (0.5 + 0.6 * busy) * (0.7 + 0.5 * clear))
            values = (light[hour], breeze, power, max(heat, 0.1), cold)
            row = ",".join(f"{value:.3f}" for value in values)
            print(f"{day * HOURS + hour},{row},{tariff(day, hour):.0f}")


if __name__ == "__main__":
    main()
