"""Two small stores: the paper's park, and two enterprises that supply each other."""

import csv
import io

import pytest
from fastapi.testclient import TestClient

from tanlu.model.book import Draft, Row, Sheet
from tanlu.store.parks import save
from tanlu.web.app import create_app
from tanlu.workflow.desk import open_desk
from tanlu.workflow.viewer import LOCAL

CLIENT = {"X-Tanlu-Client": "test"}
CARD = {
    "park_id": "pair",
    "name_en": "Pair",
    "name_zh": "双厂园",
    "place": "CN-36",
    "method": "cn.park",
    "gwp_set": "AR5",
}
TABLES = {
    "members": """member_id,parent_id,kind,system,name_en,name_zh
a,,enterprise,energy,Plant A,甲厂
b,,enterprise,production,Plant B,乙厂
a1,a,facility,energy,Boiler,锅炉
""",
    "activities": """record_id,member_id,stream,carrier,period,quantity,unit,quality
gas,a1,combustion,natural_gas,2023,100,万 Nm³,measured
oil,b,combustion,diesel,2023,50,t,invoiced
""",
    "flows": """record_id,from_id,to_id,carrier,period,quantity,unit,quality
grid-a,world,a,electricity,2023,2000,MWh,invoiced
grid-b,world,b,electricity,2023,300,万 kWh,invoiced
heat,a,b,heat,2023,8000,GJ,measured
power,b,a,electricity,2023,400,MWh,measured
out,a,world,heat,2023,500,GJ,measured
""",
    "indicators": """record_id,member_id,indicator,period,quantity,unit
i,,output_value,2023,3,亿元
""",
}


def sheet(name, text):
    rows = csv.DictReader(io.StringIO(text))
    return Sheet(name, [Row(n, dict(row)) for n, row in enumerate(rows, start=2)])


@pytest.fixture
def pair():
    return Draft(CARD, {name: sheet(name, text) for name, text in TABLES.items()})


@pytest.fixture
def desk(tmp_path, pair):
    opened = open_desk(tmp_path / "store")
    opened.judge(pair)
    save(opened.engine, "pair", pair, 0, opened.saving(LOCAL, "test"))
    return opened


@pytest.fixture
def client(desk):
    with TestClient(create_app(desk), headers=CLIENT) as opened:
        yield opened
