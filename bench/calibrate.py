#!/usr/bin/env python3
"""How often each construction is right: models/confidence.tsv.

    bench/calibrate.py GOLD_FOLDER GRAPH_FOLDER [IDS] > models/confidence.tsv
    bench/calibrate.py --check GOLD_FOLDER GRAPH_FOLDER [IDS]

GOLD_FOLDER holds ID.json as annotated by hand (entities with name, type, aliases; relations with s, r, o),
GRAPH_FOLDER what `chancery extract --each` made of the same articles. IDS is a file of ids. An edge is right when the
gold holds its relation between entities of the same names. --check prints, for each tenth of confidence, how many
edges there are and how many of them are right.
"""
import collections
import json
import pathlib
import re
import sys

SYMMETRIC = {"sibling_of", "spouse_of", "relative_of", "met_with", "negotiated_with", "agreed_with", "allied_with"}


def plain(name):
    name = re.sub(r"[^\w\s]", " ", name.lower()).split()
    return " ".join(word for word in name if word not in ("the", "s"))


def names(thing, key):
    return {plain(name) for name in [thing[key]] + thing.get("aliases", [])}


def edges(gold_folder, graph_folder, ids):
    for graph_file in sorted(graph_folder.glob("*.json")):
        gold_file = gold_folder / graph_file.name
        if (ids and graph_file.stem not in ids) or not gold_file.exists():
            continue
        gold, graph = json.loads(gold_file.read_text()), json.loads(graph_file.read_text())
        owners = collections.defaultdict(set)
        for entity in gold["entities"]:
            for name in names(entity, "name"):
                owners[name].add(entity["id"])
        right = set()
        for row in gold["relations"]:
            for subject in [row["s"]] + row.get("s_alt", []):
                for target in [row["o"]] + row.get("o_alt", []):
                    right.add((subject, row["r"], target))
                    if row["r"] in SYMMETRIC:
                        right.add((target, row["r"], subject))
        nodes = {node["id"]: set().union(*(owners[name] for name in names(node, "label"))) for node in graph["nodes"]}
        for edge in graph["edges"]:
            best = max(edge["evidence"], key=lambda evidence: evidence["confidence"])
            found = any((s, edge["relation"], t) in right for s in nodes[edge["source"]] for t in nodes[edge["target"]])
            yield edge["kind"], best["construction"], edge["confidence"], found


def main(arguments):
    check = arguments[:1] == ["--check"]
    arguments = arguments[check:]
    if len(arguments) < 2:
        sys.exit(__doc__)
    ids = set(pathlib.Path(arguments[2]).read_text().split()) if len(arguments) > 2 else set()
    counts = collections.defaultdict(lambda: [0, 0])
    for kind, construction, confidence, found in edges(pathlib.Path(arguments[0]), pathlib.Path(arguments[1]), ids):
        row = counts[int(confidence * 10) if check else (kind, construction)]
        row[0] += found
        row[1] += 1
    if check:
        for tenth, (right, seen) in sorted(counts.items()):
            print(f"{tenth / 10:.1f} and more: {seen} edges, {right} right, {right / seen:.2f}")
        return
    print("# How often each construction was right in articles annotated by hand; made by bench/calibrate.py. CC0 1.0.")
    print("kind\tconstruction\tright\tseen")
    for (kind, construction), (right, seen) in sorted(counts.items()):
        print(f"{kind}\t{construction}\t{right}\t{seen}")


main(sys.argv[1:])
