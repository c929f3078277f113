#!/usr/bin/env python3
"""Opens what chancery writes in the programs people use, and compares every value with the JSON.

usage: readers.py WRITE_AWKWARD CHANCERY SAMPLES
Readers: xmllint, networkx, igraph, Graphviz. One that is not installed is announced and skipped.
"""
import json, os, shutil, subprocess, sys, tempfile

STATUSES = ["asserted", "alleged", "denied", "planned"]
NODE_KEYS = {"label": "label", "type": "type", "country": "country", "cameo_actor": "cameo_actor", "mentions": "mentions", "named": "named", "first_seen": "first_seen", "last_seen": "last_seen"}
EDGE_KEYS = {"label": "label", "relation": "relation", "interaction": "relation", "kind": "kind", "status": "status", "former": "former", "symmetric": "symmetric",
             "weight": "weight", "confidence": "confidence", "first_date": "first_date", "last_date": "last_date", "cameo": "cameo", "plover": "plover"}


def skip(what):
    print(f"SKIPPED: {what} is not installed; its checks did not run", flush=True)


def expected(rows, keys, extra):
    out = {}
    for row in rows:
        out[row["id"]] = {name: row.get(key) for name, key in keys.items() if row.get(key) not in (None, "")} | extra(row)
    return out


def joined(items):
    return " | ".join(item.replace("\\", "\\\\").replace("|", "\\|") for item in items)


def lists(values):
    return {name: joined(items) for name, items in values.items() if items}


def node_extra(node):
    extra = {"articles": len(node["articles"])} | lists({"aliases": node["aliases"], "article_ids": node["articles"]})
    return extra | ({"ids": json.dumps(node["ids"], ensure_ascii=False)} if node["ids"] else {})


def edge_extra(edge):
    best = min(edge["evidence"], key=lambda e: (-e["confidence"], STATUSES.index(e["status"])))
    articles = [e["article"] for e in edge["evidence"]]
    return {"sources": edge["sources"], "quote": best["text"], "quote_article": best["article"], "evidence": json.dumps(edge["evidence"], ensure_ascii=False)} | lists(
        {"statuses": [f"{s} {edge['statuses'][s]}" for s in STATUSES if s in edge["statuses"]], "article_ids": [a for i, a in enumerate(articles) if i == 0 or a != articles[i - 1]]})


def compare(who, want, got, ignore):
    assert set(want) == set(got), f"{who}: ids differ: {sorted(set(want) ^ set(got))[:5]}"
    for key, values in want.items():
        for name, value in values.items():
            other = got[key].get(name)
            if name in ("evidence", "ids"):
                value, other = json.loads(value), json.loads(other)
            same = abs(value - other) < 1e-9 if isinstance(value, float) else value == other
            assert same, f"{who}: {key}.{name}: {value!r} became {other!r}"
        more = {k for k, v in got[key].items() if k not in values and k not in ignore and v not in ("", None, False) and v == v}
        assert not more, f"{who}: {key} has more: {more}"


def check_networkx(path, graph):
    try:
        import networkx
    except ImportError:
        return skip("networkx")
    read = networkx.read_graphml(path, force_multigraph=True)
    compare("networkx nodes", expected(graph["nodes"], NODE_KEYS, node_extra), dict(read.nodes(data=True)), ())
    edges = {key: data for _, _, key, data in read.edges(keys=True, data=True)}
    compare("networkx edges", expected(graph["edges"], EDGE_KEYS, edge_extra), edges, ("id",))
    assert sorted((e["source"], e["target"], e["id"]) for e in graph["edges"]) == sorted(read.edges(keys=True)), "networkx: ends differ"


def check_igraph(path, graph):
    try:
        import igraph
    except ImportError:
        return skip("igraph")
    read = igraph.Graph.Read_GraphML(path)
    assert read.is_directed()
    nodes = {v["id"]: {k: v[k] for k in v.attributes() if k != "id"} for v in read.vs}
    compare("igraph nodes", expected(graph["nodes"], NODE_KEYS, node_extra), nodes, ())
    edges = {e["id"]: {k: e[k] for k in e.attributes() if k != "id"} for e in read.es}
    compare("igraph edges", expected(graph["edges"], EDGE_KEYS, edge_extra), edges, ())


def check_files(stem):
    with open(stem + ".json", encoding="utf-8") as f:
        graph = json.load(f)
    for node in graph["nodes"]:
        for key in ("label",):
            node[key] = node[key].replace("\r", "\n")
    if shutil.which("xmllint"):
        subprocess.run(["xmllint", "--noout", "--huge", stem + ".graphml"], check=True)
    else:
        skip("xmllint")
    check_networkx(stem + ".graphml", graph)
    check_igraph(stem + ".graphml", graph)
    if shutil.which("dot"):
        svg = stem + ".svg"
        engine = ["dot"] if len(graph["edges"]) < 500 else ["dot", "-Gsplines=line", "-Gnslimit=1", "-Gmclimit=0.1"]
        done = subprocess.run(engine + ["-Tsvg", stem + ".dot", "-o", svg], capture_output=True, text=True, timeout=240)
        assert done.returncode == 0, done.stderr[:500]
        if shutil.which("xmllint"):
            subprocess.run(["xmllint", "--noout", "--huge", svg], check=True)
        text = open(svg, encoding="utf-8").read()
        assert text.count('class="node"') == len(graph["nodes"]) + 10, "dot: nodes differ"  # the legend has 10
        assert text.count('class="edge"') == len(graph["edges"]) + 3, "dot: edges differ"
    else:
        skip("Graphviz")
    print(f"{os.path.basename(stem)}: {len(graph['nodes'])} nodes, {len(graph['edges'])} edges read alike by all")


def main():
    write_awkward, chancery, samples = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as top:
        subprocess.run([write_awkward, top], check=True)
        stem = os.path.join(top, "samples")
        subprocess.run([chancery, "extract", samples, "-o", stem + ".json", "-o", stem + ".graphml", "-o", stem + ".dot"], check=True)
        for name in ("empty", "one", "awkward", "samples"):
            check_files(os.path.join(top, name))


main()
