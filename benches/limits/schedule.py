"""The forecast of a desk's approvals as a script would make it: rows from the same file, one graph in networkx, its order,
and the earliest and latest days along it.

schedule.py DESK.db TODAY HOLIDAYS.csv ITEMS.json; for every line it is sent it plans once and answers
"milliseconds sum-of-finish-days critical-items".
"""

import bisect
import csv
import json
import sqlite3
import sys
import time
from datetime import date

import networkx as nx

DECIDED = {"approved", "delivered", "lacking_passed"}
BEGINS = {"accepted", "lacking_accepted", "reviewing", "extended"}


def calendar(path, until):
    """The days worked from 2015 on, as ordinals."""
    with open(path, encoding="utf-8") as table:
        said = {date.fromisoformat(row["day"]).toordinal(): row["off"] == "0" for row in csv.DictReader(table)}
    days = range(date(2015, 1, 1).toordinal(), until)
    return [day for day in days if said.get(day, (day - 1) % 7 < 5)]


def whole(half_days):
    return (half_days + 1) // 2 if half_days > 1 else 0


def due(worked, start, days, working):
    """The day on which so many days end that begin after `start`."""
    if not working or days == 0:
        return worked[bisect.bisect_left(worked, start + days)]
    return worked[bisect.bisect_right(worked, start) + days - 1]


def latest_start(worked, finish, days, working):
    last = bisect.bisect_right(worked, finish) - 1
    if not working or days == 0:
        return worked[last] - days
    return worked[last + 1 - days] - 1


def due_with_stops(worked, accepted, days, working, stops):
    day, done = accepted, 0
    while True:
        at = bisect.bisect_left(worked, day)
        works = worked[at] == day
        held = [(end, anew) for begin, end, anew in stops if begin <= day <= end]
        if any(end == day and anew for end, anew in held):
            done = 0
        if not held:
            if day > accepted and done < days and (works or not working):
                done += 1
            if done == days and works:
                return day
        day += 1


def fold(steps):
    """Day of acceptance, stops that have ended, days added, and day of decision."""
    accepted, decided, stopped, stops, added = None, None, None, [], 0
    for state, on, anew, days in steps:
        if state == "extended":
            added += days or 0
        elif stopped is not None:
            stops.append((stopped[0], on, stopped[1]))
            stopped = None
        if state == "stopped":
            stopped = (on, anew)
        elif state in BEGINS and accepted is None:
            accepted = on
        elif state in DECIDED and decided is None:
            decided = on
    return accepted, stops, added, decided


def read(db):
    ordinal = {}
    steps = {}
    for approval, state, on, anew, days in db.execute(
        "select approval, state, happened_on, restart, extension from approval_step order by happened_on, typed_ms, id"
    ):
        number = ordinal.get(on)
        if number is None:
            number = ordinal[on] = date.fromisoformat(on).toordinal()
        steps.setdefault(approval, []).append((state, number, anew, days))
    rows = db.execute("select id, project, item, promised from approval where waived is null order by project, item")
    return [(project, item, promised, steps[id]) for id, project, item, promised in rows if id in steps]


def plan(db, today, worked, items):
    graph = nx.DiGraph()
    for project, code, promised, steps in read(db):
        item = items[code]
        limit = (promised, True) if promised is not None else item["limit"]
        lasts = (promised, True) if promised is not None else item["lasts"]
        accepted, stops, added, decided = fold(steps)
        if decided is not None:
            fixed = decided
        elif accepted is not None:
            if limit is None:
                fixed = today
            elif stops:
                fixed = due_with_stops(worked, accepted, whole(limit[0]) + added, limit[1], stops)
            else:
                fixed = due(worked, accepted, whole(limit[0]) + added, limit[1])
            fixed = max(fixed, due(worked, today, 0, True))
        else:
            fixed = None
        done, days = decided is not None, whole(lasts[0])
        graph.add_node((project, code), fixed=fixed, done=done, days=days, working=lasts[1])
    for project, code in list(graph):
        graph.nodes[project, code]["groups"] = groups = []
        if graph.nodes[project, code]["done"]:
            continue
        for group in items[code]["needs"]:
            present = [(project, before) for before in group if (project, before) in graph]
            if present:
                groups.append(present)
                graph.add_edges_from((before, (project, code)) for before in present)
    return passes(graph, today, worked)


def passes(graph, today, worked):
    nodes, finish, drivers, ends = graph.nodes, {}, {}, {}
    order = list(nx.topological_sort(graph))
    for node in order:
        task = nodes[node]
        day = task["fixed"]
        if not task["done"]:
            drivers[node] = chosen = [min(group, key=finish.__getitem__) for group in task["groups"]]
            start = max((finish[before] for before in chosen), default=today)
            if day is None:
                day = due(worked, max(start, today), task["days"], task["working"])
            else:
                day = max(day, start)
        finish[node] = day
        project = node[0]
        ends[project] = max(ends.get(project, day), day)
    latest = {node: ends[node[0]] for node in order}
    gates(latest, finish)
    for node in reversed(order):
        chosen = drivers.get(node)
        if chosen:
            task = nodes[node]
            start = latest[node]
            if task["fixed"] is None:
                start = latest_start(worked, start, task["days"], task["working"])
            for before in chosen:
                if latest[before] > start:
                    latest[before] = start
    critical = 0
    for node in order:
        if not nodes[node]["done"]:
            a, b = bisect.bisect_right(worked, finish[node]), bisect.bisect_right(worked, latest[node])
            critical += b <= a
    return sum(finish.values()), critical


def gates(latest, finish):
    """What construction waits for must be there when it can begin."""
    before = ("C05", "P02", "P03", "P05", "P06", "P07", "C12")
    for project in {project for project, code in finish if code == "C05"}:
        there = [(project, code) for code in before if (project, code) in finish]
        begins = max(finish[node] for node in there)
        for node in there:
            latest[node] = begins


def main():
    path, today, holidays, items = sys.argv[1:5]
    db = sqlite3.connect(path)
    today = date.fromisoformat(today).toordinal()
    worked = calendar(holidays, today + 4000)
    with open(items, encoding="utf-8") as table:
        items = json.load(table)
    for _ in sys.stdin:
        begun = time.perf_counter()
        total, critical = plan(db, today, worked, items)
        print((time.perf_counter() - begun) * 1000, total, critical, flush=True)


main()
