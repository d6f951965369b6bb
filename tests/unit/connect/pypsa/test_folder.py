"""Exported folders of PyPSA: what is read, and what is refused with its place."""

import numpy as np
import pytest

from tanlu.connect.pypsa.folder import read_folder, read_network
from tanlu.errors import InputError


def folder(tmp_path, **files):
    whole = {
        "buses": "name,v_nom\nb,20\n",
        "snapshots": ",snapshot,objective,stores,generators\n0,h0,2.0,1.0,3.0\n1,h1,2.0,1.0,3.0\n",
        **files,
    }
    for name, text in whole.items():
        (tmp_path / f"{name.replace('__', '-')}.csv").write_text(text, "utf-8")
    return tmp_path


def codes(error):
    return [(fault.code, fault.place.of("en")) for fault in error.value.faults]


def test_absent_columns_have_pypsas_defaults(tmp_path):
    path = folder(tmp_path, generators="name,bus,p_nom\ng,b,\n", storage_units="name,bus\ns,b\n")
    network = read_folder(path)
    generators = network.table("generators")
    assert generators.numbers("p_nom") == [0.0]
    assert np.isinf(generators.numbers("p_nom_max")).all()
    assert network.table("storage_units").numbers("p_min_pu") == [-1.0]
    assert network.time.generators.tolist() == [3.0, 3.0]
    assert network.name == tmp_path.name


def test_series_stand_beside_what_is_still(tmp_path):
    path = folder(
        tmp_path,
        generators="name,bus,p_max_pu\ng,b,0.5\nh,b,0.7\n",
        generators__p_max_pu=",h\n0,0.1\n1,0.2\n",
    )
    found = read_folder(path).table("generators").over_time("p_max_pu")
    assert found.tolist() == [[0.5, 0.1], [0.5, 0.2]]


def test_whole_numbers_are_names(tmp_path):
    path = folder(
        tmp_path, buses="name\n01\n2\n", loads="name,bus\n7,2\n", loads__p_set=",7\n0,1\n1,2\n"
    )
    network = read_folder(path)
    assert network.table("buses").names == ("1", "2")
    assert network.table("loads").over_time("p_set").tolist() == [[1.0], [2.0]]


def test_every_bad_cell_is_told_with_its_place(tmp_path):
    path = folder(
        tmp_path,
        generators="name,bus,p_nom,p_nom_extendable\ng,b,12 MW,True\ng,b,3,perhaps\n",
        generators__p_max_pu=",g\n0,0.5\n1,\n",
    )
    with pytest.raises(InputError) as error:
        read_folder(path)
    assert codes(error) == [
        ("pypsa_twice", "generators.csv, row 3"),
        ("pypsa_not_a_number", "generators.csv, row 2, column p_nom"),
        ("pypsa_not_a_flag", "generators.csv, row 3, column p_nom_extendable"),
        ("pypsa_no_value", "generators-p_max_pu.csv, row 3, column g"),
    ]


def test_a_series_has_a_row_for_each_snapshot(tmp_path):
    path = folder(
        tmp_path, generators="name,bus\ng,b\n", generators__p_max_pu=",g\n0,1\n1,1\n2,1\n"
    )
    with pytest.raises(InputError) as error:
        read_folder(path)
    assert codes(error) == [("pypsa_series_length", "generators-p_max_pu.csv")]


def test_what_may_not_vary_is_refused_as_a_series(tmp_path):
    path = folder(tmp_path, generators="name,bus\ng,b\n", generators__p_nom=",g\n0,1\n1,1\n")
    with pytest.raises(InputError, match="p_nom may not change over time"):
        read_folder(path)


def test_somebodys_own_columns_are_told_and_left_out(tmp_path):
    path = folder(tmp_path, generators="name,bus,owner\ng,b,me\n")
    notices = read_folder(path).notices
    assert [(n.code, n.place.column) for n in notices] == [("pypsa_own_column", "owner")]


def test_a_folder_without_buses_is_no_network(tmp_path):
    with pytest.raises(InputError, match="has no buses"):
        read_folder(tmp_path)


def test_snapshots_without_periods_are_repeated_in_each(tmp_path):
    path = folder(
        tmp_path,
        investment_periods="period,objective,years\n2030,1.0,10\n2040,0.5,10\n",
        loads="name,bus\nl,b\n",
        loads__p_set=",l\n0,1\n1,2\n",
    )
    network = read_folder(path)
    assert network.time.at_period.tolist() == [0, 0, 1, 1]
    assert network.time.cost_weight.tolist() == [2.0, 2.0, 1.0, 1.0]
    assert network.table("loads").over_time("p_set").ravel().tolist() == [1.0, 2.0, 1.0, 2.0]


def test_periods_and_snapshots_must_be_the_same_years(tmp_path):
    path = folder(
        tmp_path,
        snapshots=",period,timestep\n0,2030,h0\n1,2040,h0\n",
        investment_periods="period,objective,years\n2030,1.0,10\n2050,0.5,10\n",
    )
    with pytest.raises(InputError) as error:
        read_folder(path)
    assert codes(error) == [("pypsa_periods", "investment_periods.csv")]


def test_a_netcdf_file_that_is_none_is_named(tmp_path):
    pytest.importorskip("netCDF4")
    path = tmp_path / "n.nc"
    path.write_text("nothing", "utf-8")
    with pytest.raises(InputError) as error:
        read_network(path)
    assert codes(error) == [("pypsa_no_netcdf", "n.nc")]
