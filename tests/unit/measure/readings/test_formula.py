import pytest

from tanlu.errors import InputError
from tanlu.measure.readings.formula import ordered, read_formula

KNOWN = {"a", "b", "c", "m-1", "m-1-x", "总表"}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("a", {"a": 1}),
        ("a+b-0.5*c", {"a": 1, "b": 1, "c": -0.5}),
        ("2*(a - (b - c))", {"a": 2, "b": -2, "c": 2}),
        ("(a - b) × 1e-3", {"a": 1e-3, "b": -1e-3}),
        ("m-1", {"m-1": 1}),
        ("m-1-x - m-1", {"m-1-x": 1, "m-1": -1}),
        ("a-b", {"a": 1, "b": -1}),
        ("a - -b", {"a": 1, "b": 1}),
        ("总表 − a", {"总表": 1, "a": -1}),
        ("2*0.5*a", {"a": 1}),
        ("a - a", {"a": 0}),
    ],
)
def test_what_a_formula_says(text, terms):
    assert read_formula(text, KNOWN) == terms


@pytest.mark.parametrize(
    "text",
    ["", "a +", "a b", "a * b", "3", "a + 3", "(a", "a)", "a / b", "__import__(1)", "(" * 99,
     "a;b", "2 * 3", "* a", "a ** 2"],
)  # fmt: skip
def test_what_is_no_formula(text):
    with pytest.raises(InputError) as error:
        read_formula(text, KNOWN)
    assert error.value.faults[0].code in {"bad_channel_formula", "unknown_channel_in_formula"}


def test_a_name_that_is_a_number_stands_in_brackets():
    assert read_formula("[7] + 8*a", {"7", "a"}) == {"7": 1, "a": 8}


def test_an_unknown_channel_is_named():
    with pytest.raises(InputError) as error:
        read_formula("a + zz", KNOWN)
    assert error.value.faults[0].params["channel"] == "zz"


def test_a_circle_is_named():
    with pytest.raises(InputError) as error:
        ordered({"x": ["y"], "y": ["z", "a"], "z": ["x"]})
    assert error.value.faults[0].params["path"] == "x → y → z → x"
