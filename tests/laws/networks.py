"""Networks for the tests of carbon flow."""

import numpy as np

from tanlu.trace.flows import Flows, no_branches
from tanlu.trace.network import network


def flows_of(nodes, links, sources, loads):
    """One hour: links (from, to, sent, received), sources (node, MWh, t/MWh), loads by node."""
    nodes = list(nodes)
    none = no_branches(1)
    return Flows(
        network(nodes, links=[link[:2] for link in links]),
        none,
        none,
        np.array([[link[2] for link in links]], float).reshape(1, -1),
        np.array([[link[3] for link in links]], float).reshape(1, -1),
        np.array([nodes.index(s[0]) for s in sources], np.int64),
        np.array([[s[1] for s in sources]], float),
        np.array([[s[1] * s[2] for s in sources]], float),
        np.array([[loads.get(node, 0.0) for node in nodes]], float),
    )


def dc_flows(nodes, branches, given, loads):
    """Flow of each branch by the direct-current model. (hours, branches)"""
    start, end = (np.array([b[i] for b in branches]) for i in (0, 1))
    y = np.array([1 / b[2] for b in branches])
    incidence = np.zeros((nodes, len(branches)))
    incidence[start, np.arange(len(branches))] = 1
    incidence[end, np.arange(len(branches))] -= 1
    laplace = (incidence * y) @ incidence.T
    angle = np.zeros((nodes, len(given)))
    angle[1:] = np.linalg.solve(laplace[1:, 1:], (given - loads).T[1:])
    return np.ascontiguousarray(((incidence * y[None, :]).T @ angle).T), start, end
