"""A synthetic park: enterprises on one grid, roofs, batteries, a joint plant, a ring of heat."""

from tests.laws.parks import burned, draft_of, flow, member, own

CHP = {"origin": "chp", "sharing": "efficiency"}


def draft(count):
    """A park of so many enterprises; every tenth has a roof, every fiftieth a battery."""
    names = [f"e{n:04d}" for n in range(count)]
    members = [member(n) for n in ("grid", "plant", *names)]
    flows = [power("world", "grid", 120 * count), power("plant", "grid", 30 * count, **CHP)]
    flows.append(heat("plant", names[0], 400 * count, **CHP))
    for n, name in enumerate(names):
        flows.append(power("grid", name, 100 + n % 37))
        # a ring: each passes on most of the heat that it gets, the last one back to the first
        flows.append(heat(name, names[(n + 1) % count], 100.0 + 300 * (count - n) * 0.9))
        if n % 10 == 0:
            members.append(member(f"r{n:04d}", name, "facility"))
            flows.append(power(f"r{n:04d}", name, 40, origin="pv"))
        if n % 50 == 0:
            members.append(member(f"b{n:04d}", name, "facility"))
            flows += [power(f"r{n:04d}", f"b{n:04d}", 10, origin="pv"),
                      power(f"b{n:04d}", name, 9, origin="storage")]  # fmt: skip
    burning = [burned("plant", "natural_gas", 9000 * count, "Nm3")]
    burning += [burned(name, "natural_gas", 100 + n, "Nm3") for n, name in enumerate(names[::3])]
    factors = [own("electricity", "emission", 0.5, "t CO2/MWh"),
               own("electricity", "residual", 0.6, "t CO2/MWh")]  # fmt: skip
    tables = {"members": members, "flows": flows, "activities": burning, "factors": factors}
    return draft_of(tables, method="cn.park")


def power(start, end, mwh, **rest):
    row = flow(start, end, "electricity", mwh, "MWh") | rest
    return row | {"record_id": f"p-{start}-{end}-{rest.get('origin', 'grid')}"}


def heat(start, end, gigajoule, **rest):
    return flow(start, end, "hot_water", gigajoule, "GJ") | rest
