from collections import Counter

import pytest

from tanlu.catalog.load import load_catalog
from tanlu.connect.folder import write_folder
from tanlu.errors import InputError
from tanlu.measure.readings.channels import channels_of
from tanlu.workflow.open import open_book
from tanlu.workflow.synth.park import plan
from tanlu.workflow.synth.size import Size, checked, least_meters
from tanlu.workflow.synth.tables import draft

SMALL = Size(26, 260, 2025)


@pytest.mark.parametrize(("enterprises", "meters"), [(8, 55), (26, 260), (60, 400), (600, 6000)])
def test_a_park_has_as_many_members_and_meters_as_asked_for(enterprises, meters):
    made = plan(checked(Size(enterprises, meters, 2025)))
    assert len(made.meters) == meters
    assert len({meter.channel_id for meter in made.meters}) == meters
    assert sum(member.kind == "enterprise" for member in made.members) == enterprises


def test_the_least_park_has_all_five_systems():
    size = checked(Size(8, least_meters(8), 2025))
    made = plan(size)
    systems = {member.system for member in made.members}
    assert systems == {"energy", "production", "buildings", "transport", "infrastructure"}
    assert min(meter.mean for meter in made.meters) >= 0


def test_every_role_and_kind_of_reading_is_there():
    made = plan(SMALL)
    assert {m.kind for m in made.meters} == {"interval", "counter", "instant"}
    assert {m.role for m in made.meters} == {
        "supply", "export", "generation", "combustion", "transfer", "check",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("size", "code"),
    [
        (Size(4, 400, 2025), "synth_too_small"),
        (Size(26, 40, 2025), "synth_too_small"),
        (Size(26, 260, 1999), "synth_year"),
        (Size(26, 260, 2025, minutes=7), "synth_minutes"),
    ],
)
def test_what_cannot_be_made_is_refused_with_the_way_out(size, code):
    with pytest.raises(InputError) as caught:
        checked(size)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_the_tables_pass_the_check_and_give_channels(tmp_path):
    made = plan(SMALL)
    write_folder(draft(made), tmp_path / "park")
    book = open_book(tmp_path / "park")
    assert book.warnings == ()
    channels = channels_of(book, load_catalog())
    assert len(channels) == 261
    assert (
        Counter(c.role for c in channels.values())["supply"]
        == Counter(m.role for m in made.meters)["supply"]
    )
    assert channels["grid-factor"].role == "check"
    assert {c.system for c in channels.values() if c.role == "supply"} == {
        "energy", "production", "buildings", "transport", "infrastructure",
    }  # fmt: skip
