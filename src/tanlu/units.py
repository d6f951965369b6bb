"""Units as users write them, and the only place that converts.

A unit is read once, at the border, into a dimension and an exact factor to
that dimension's base. Coal equivalent is a dimension of its own: only a cited
coefficient may turn it into energy or mass. A plain cubic metre and a normal
cubic metre (0 °C, 101.325 kPa) are different dimensions too.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from tanlu.errors import InputError, Place

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_GALLON = Fraction("3.785411784") / 10**3
_CUBIC_FOOT = Fraction("0.3048") ** 3
# atom: (dimension, factor to the dimension's base, names users write)
_ATOMS: dict[str, tuple[str, Fraction, tuple[str, ...]]] = {
    "GJ": ("energy", Fraction(1), ("吉焦",)),
    "J": ("energy", Fraction(1, 10**9), ("焦", "焦耳")),
    "Wh": ("energy", Fraction(36, 10**7), ("瓦时",)),
    "度": ("energy", Fraction(36, 10**4), ("度电",)),
    "cal": ("energy", Fraction(41868, 10**13), ("卡",)),
    "Btu": ("energy", Fraction("1.05505585262") / 10**6, ("英热单位",)),
    "kBtu": ("energy", Fraction("1.05505585262") / 10**3, ()),
    "mmBtu": ("energy", Fraction("1.05505585262"), ("百万英热单位",)),
    "therm": ("energy", Fraction("1.05505585262") / 10, ("therms",)),
    "Dth": ("energy", Fraction("1.05505585262"), ("dekatherm", "dekatherms")),
    "tce": ("coal_equivalent", Fraction(1), ("吨标煤", "吨标准煤", "t标煤")),
    "gce": ("coal_equivalent", Fraction(1, 10**6), ("克标煤", "克标准煤")),
    "t": (
        "mass",
        Fraction(1),
        (
            "吨",
            "公吨",
            "tonne",
            "tonnes",
            "ton",
            "tons",
            "metric ton",
            "metric tons",
        ),
    ),
    "g": ("mass", Fraction(1, 10**6), ("克",)),
    "公斤": ("mass", Fraction(1, 10**3), ("kilogram", "kilograms")),
    "lb": ("mass", Fraction("0.45359237") / 10**3, ("lbs", "pound", "pounds", "磅")),
    "short ton": ("mass", Fraction("0.90718474"), ("short tons", "US ton", "US tons", "短吨")),
    "long ton": ("mass", Fraction("1.0160469088"), ("long tons", "长吨")),
    "m3": ("volume", Fraction(1), ("m^3", "立方米", "立方", "方", "cubic metres", "cubic meters")),
    "L": ("volume", Fraction(1, 10**3), ("升", "公升", "litre", "liter", "litres", "liters")),
    "kL": ("volume", Fraction(1), ("kilolitre", "kilolitres", "千升")),
    "gal": ("volume", _GALLON, ("gallon", "gallons", "US gallon", "US gallons", "US gal", "加仑")),
    "imperial gallon": (
        "volume",
        Fraction("4.54609") / 10**3,
        ("imperial gallons", "UK gallon", "UK gallons"),
    ),
    "bbl": ("volume", 42 * _GALLON, ("barrel", "barrels", "桶")),
    "ft3": ("volume", _CUBIC_FOOT, ("ft^3", "cf", "cubic feet", "cubic foot", "立方英尺")),
    "Nm3": ("normal_volume", Fraction(1), ("Nm^3", "标立方米", "标准立方米", "标方", "标立方")),
    # 15 °C, 101.325 kPa; 60 °F, 14.7 psi: kinds of their own, nothing here turns them into Nm³
    "Sm3": ("standard_volume", Fraction(1), ("Sm^3",)),
    "scf": ("us_standard_volume", Fraction(1), ("standard cubic feet", "standard cubic foot")),
    "ccf": ("us_standard_volume", Fraction(100), ()),
    "Mcf": ("us_standard_volume", Fraction(10**3), ("Mscf",)),
    "MMcf": ("us_standard_volume", Fraction(10**6), ("MMscf",)),
    "CNY": ("money", Fraction(1), ("元", "RMB", "人民币", "yuan")),
    # other currencies are kinds of their own: only a dated, cited rate turns them into CNY
    "EUR": ("euro", Fraction(1), ("欧元", "€")),
    "USD": ("dollar", Fraction(1), ("美元", "US$")),
    "1": ("ratio", Fraction(1), ("", "-")),
    "%": ("ratio", Fraction(1, 100), ("百分比",)),
    "‰": ("ratio", Fraction(1, 1000), ()),
    "person": ("count", Fraction(1), ("人", "persons")),
    "piece": ("count", Fraction(1), ("件", "台", "个", "辆", "pcs", "pieces")),
    "m2": ("area", Fraction(1), ("m^2", "平方米", "㎡")),
    "km": ("distance", Fraction(1), ("公里", "千米")),
    "min": ("time", Fraction(1, 60), ("分钟", "minute", "minutes")),
    "V": ("voltage", Fraction(1), ("伏",)),
    "mV": ("voltage", Fraction(1, 1000), ("毫伏",)),
    "mile": ("distance", Fraction("1.609344"), ("miles", "mi", "英里")),
    "h": ("time", Fraction(1), ("小时", "hour")),
    "d": ("time", Fraction(24), ("日", "天", "day", "days")),
    "a": ("years", Fraction(1), ("年", "year", "yr")),
    "W": ("power", Fraction(1, 10**6), ("瓦",)),
    # States that a meter reports beside use; they are kept, never converted.
    "°C": ("temperature", Fraction(1), ("℃", "degC", "摄氏度")),
    "Pa": ("pressure", Fraction(1, 10**6), ("帕",)),
    "A": ("current", Fraction(1), ("安", "安培")),
    "Hz": ("frequency", Fraction(1), ("赫兹",)),
    "var": ("reactive_power", Fraction(1, 10**6), ("乏",)),
    "VA": ("apparent_power", Fraction(1, 10**6), ()),
    "varh": ("reactive_energy", Fraction(1, 10**6), ("乏时",)),
}
_BASE = {
    "energy": "GJ", "coal_equivalent": "tce", "mass": "t", "volume": "m3",
    "normal_volume": "Nm3", "standard_volume": "Sm3", "us_standard_volume": "scf",
    "gross_energy": "GJ gross", "money": "CNY", "euro": "EUR",
    "dollar": "USD", "ratio": "1", "count": "piece",
    "area": "m2", "distance": "km", "time": "h", "voltage": "V", "years": "a", "power": "MW",
    "temperature": "°C", "pressure": "MPa", "current": "A", "frequency": "Hz",
    "reactive_power": "Mvar", "apparent_power": "MVA", "reactive_energy": "Mvarh",
}  # fmt: skip
_PREFIXABLE = (
    "J", "Wh", "cal", "gce", "tce", "g", "t", "W", "m3", "Pa", "A", "var", "VA", "varh",
)  # fmt: skip
_PREFIXES = {"k": 3, "M": 6, "G": 9, "T": 12, "P": 15}
_MULTIPLIERS = {
    "百万": 6, "千万": 7, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 6, "吉": 9,
    "million": 6, "billion": 9,
}  # fmt: skip
_POWER = re.compile(r"^(?:1?[×x*])?(?:10\^(\d{1,2})|1e(\d{1,2}))[×x*]?", re.IGNORECASE)
_SPECIES = re.compile(r"^(?P<unit>.+?)(?P<species>CO2eq|CO2e|CO2|CH4|N2O|SF6|C)$")
_HEAT = re.compile(
    r"^(?P<unit>.+?)(?:(?P<gross>grosscv|gross|gcv|hhv|高位热值|高位)|(?:netcv|net|ncv|lhv|低位热值|低位))$",
    re.IGNORECASE,
)
_MOST = 10**30  # no park needs a larger multiple
_LONGEST = 60  # characters; also bounds the multipliers that can be heaped up
COMMON = (
    "kWh, MWh, GWh, 万 kWh, 亿 kWh, GJ, TJ, t, kg, 万 t, m³, Nm³, 万 Nm³, 万 m³, "
    "tce, 万 tce, 元, 万元, 亿元, %, 人"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its dimension and its factor to the dimension's base unit.

    Example:
        >>> unit = parse_unit("万 kWh")
        >>> unit.dimension, float(unit.factor)
        ('energy', 36.0)
    """

    dimension: str
    factor: Fraction


def _plain(text: str) -> str:
    text = re.sub(r"10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda m: "10^" + m[1].translate(SUPERSCRIPTS), text)
    text = text.translate(SUPERSCRIPTS).replace("／", "/").replace("％", "%")
    text = re.sub(r"[₀-₉]", lambda m: str(ord(m[0]) - 0x2080), text)
    return re.sub(r"[\s·•()（）_]", "", text)


@cache
def _exact() -> dict[str, tuple[str, Fraction]]:
    names: dict[str, tuple[str, Fraction]] = {}
    for atom, (dimension, factor, aliases) in _ATOMS.items():
        for name in (atom, *aliases):
            names[name.replace(" ", "")] = (dimension, factor)
        if atom in _PREFIXABLE:
            for prefix, power in _PREFIXES.items():
                names.setdefault(prefix + atom, (dimension, factor * 10**power))
    return names


@cache
def _folded() -> dict[str, tuple[str, Fraction] | None]:
    folded: dict[str, tuple[str, Fraction] | None] = {}
    for name, meaning in _exact().items():
        key = name.lower()
        folded[key] = meaning if folded.get(key, meaning) == meaning else None
    return folded | dict.fromkeys(_CASE_MATTERS)


# Mt and Mg are masses of 10⁶ t and 1 t; who writes MT or mg means a tonne or a milligram.
_CASE_MATTERS = ("mt", "gt", "tt", "pt", "mg", "gg", "tg", "pg", "mgce", "ggce", "tgce", "pgce")


def _atom(text: str) -> tuple[str, Fraction] | None:
    return _exact().get(text) or _folded().get(text.lower())


def _simple(text: str) -> tuple[str, Fraction] | None:
    found = _atom(text)
    if found:
        return found
    rest, power = _strip_multiplier(text)
    if rest is not None:
        inner = _simple(rest)
        return (inner[0], inner[1] * 10**power) if inner else None
    heat = _HEAT.match(text)
    if heat:
        return _heat(_simple(heat["unit"]), is_gross=bool(heat["gross"]))
    match = _SPECIES.match(text)
    inner = _simple(match["unit"]) if match else None
    if match and inner and inner[0] == "mass":
        return (f"mass {match['species'].removesuffix('q')}", inner[1])
    return None


def _heat(inner: tuple[str, Fraction] | None, *, is_gross: bool) -> tuple[str, Fraction] | None:
    if inner is None or inner[0] != "energy":
        return None
    return ("gross_energy", inner[1]) if is_gross else inner


def heat_basis(text: str) -> str:
    """Whether a unit of heat says that it is "gross" or "net"; empty when it does not.

    Gross heat is a dimension of its own; net heat is the energy of a fuel.

    Example:
        >>> heat_basis("kWh (Gross CV)"), heat_basis("GJ LHV"), heat_basis("mmBtu")
        ('gross', 'net', '')
    """
    match = _HEAT.match(_plain(text))
    if match is None or _simple(match["unit"]) is None:
        return ""
    return "gross" if match["gross"] else "net"


def _strip_multiplier(text: str) -> tuple[str | None, int]:
    match = _POWER.match(text)
    if match:
        return text[match.end() :], int(match[1] or match[2])
    for word, power in _MULTIPLIERS.items():
        if text.lower().startswith(word):
            return text[len(word) :], power
    return None, 0


@cache
def find_unit(text: str) -> Unit | None:
    """The unit that a text means, or None when nobody could know.

    Example:
        >>> find_unit("furlong") is None
        True
    """
    if len(text) > _LONGEST:
        return None
    parts = [_simple(part) if part else None for part in _plain(text).split("/")]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    dimension, factor = known[0]
    for below, below_factor in known[1:]:
        dimension, factor = f"{dimension}/{below}", factor / below_factor
    is_sane = Fraction(1, _MOST) < factor < _MOST
    return Unit(dimension, factor) if is_sane else None


def parse_unit(text: str, place: Place | None = None) -> Unit:
    """The unit that a text means.

    Args:
        text: As users write it: "万 kWh", "10⁴ Nm³", "t CO2/MWh", "亿元".
        place: Where the text stands, for the message.

    Returns:
        The unit.

    Raises:
        InputError: When the unit is not known; the message lists known ones.

    Example:
        >>> parse_unit("kg CO2/kWh").dimension
        'mass CO2/energy'
    """
    unit = find_unit(text)
    if unit is None:
        raise InputError.of("unknown_unit", place, unit=text, known=COMMON)
    return unit


def ratio(written: str, wanted: str) -> float:
    """By what a number in one unit is multiplied to be in another.

    Raises:
        InputError: When the two measure different things.

    Example:
        >>> ratio("万 kWh", "MWh")
        10.0
    """
    have, want = parse_unit(written), parse_unit(wanted)
    if have.dimension != want.dimension:
        raise InputError.of("wrong_dimension", unit=written, wanted=wanted)
    return float(have.factor / want.factor)


def convert(value: float, written: str, wanted: str) -> float:
    """A value in another unit of the same dimension.

    Example:
        >>> convert(389.31, "GJ/10^4 Nm3", "GJ/Nm3")
        0.038931
    """
    scale = parse_unit(written).factor / parse_unit(wanted).factor
    if parse_unit(written).dimension != parse_unit(wanted).dimension:
        raise InputError.of("wrong_dimension", unit=written, wanted=wanted)
    if scale.denominator == 1 or scale.numerator != 1:
        return value * scale.numerator / scale.denominator
    return value / scale.denominator


def base_unit(unit: Unit) -> str:
    """The base unit of a dimension that has a single part.

    Example:
        >>> base_unit(parse_unit("亿元"))
        'CNY'
    """
    return _BASE[unit.dimension]


def same_measure(written: str, wanted: str) -> bool:
    """Whether two dimensions measure the same: a share is also mass per mass.

    Example:
        >>> same_measure("ratio", "mass/mass"), same_measure("ratio", "mass CO2/mass")
        (True, False)
    """
    return _share(written) == _share(wanted)


def _share(dimension: str) -> str:
    above, _, below = dimension.partition("/")
    return "ratio" if above == below else dimension
