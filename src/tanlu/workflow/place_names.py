"""Places by what people call them."""

import difflib
import re

from tanlu.catalog.content import Catalog, normal
from tanlu.errors import InputError, Place

_ENDINGS = (
    "", "省", "市", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "地区", "province",
    "municipality", "autonomousregion", "city", "subregion",
)  # fmt: skip
_ALSO = {
    "usa": "US", "unitedstatesofamerica": "US", "america": "US", "us average": "US",
    "uk": "GB", "greatbritain": "GB", "england": "GB", "prc": "CN", "中国大陆": "CN", "全国": "CN",
    "national": "CN", "内蒙": "CN-15", "xizang": "CN-54", "mainlandchina": "CN",
}  # fmt: skip


_SHORT = re.compile(r"^(.{2,}?)(?:市|地区|盟|(?:.{1,4}族)+自治州)$")


def find_place(catalog: Catalog, text: str) -> str:
    """The code of a place from its code or its name in either language.

    Raises:
        InputError: When no place is called so; the message names near ones.

    Example:
        >>> from tanlu.catalog.load import load_catalog
        >>> find_place(load_catalog(), "江西省"), find_place(load_catalog(), "CAMX")
        ('CN-36', 'US-CAMX')
        >>> find_place(load_catalog(), "赣州")
        'CN-36'
    """
    names = _names(catalog)
    wanted = normal(text)
    for ending in _ENDINGS:
        if wanted.removesuffix(ending) in names:
            return names[wanted.removesuffix(ending)]
    near = difflib.get_close_matches(wanted, names, n=5, cutoff=0.4)
    codes = list(dict.fromkeys(names[name] for name in near)) or ["CN", "US", "GB", "CN-36"]
    known = ", ".join(f"{code} ({catalog.places[code].label.zh})" for code in codes)
    raise InputError.of("unknown_place", Place(column="region"), place=text, known=known)


def _names(catalog: Catalog) -> dict[str, str]:
    names: dict[str, str] = {}
    for code, place in catalog.places.items():
        short = code.partition("-")[2]  # CAMX for US-CAMX; 36 alone would be no name
        words = (code, place.label.en, place.label.zh, short if short.isalpha() else code)
        for word in words:
            names.setdefault(normal(word), code)
    for city, code in catalog.cities.items():
        match = _SHORT.match(city)
        for word in (city, match[1] if match else city):
            names.setdefault(normal(word), code)  # a province of the same name goes first
    return names | {normal(word): code for word, code in _ALSO.items() if code in catalog.places}
