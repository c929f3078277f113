#!/usr/bin/env python3
"""Opens what chancery writes in the programs people use, and compares every value with the JSON.

usage: readers.py WRITE_AWKWARD CHANCERY SAMPLES
The readers stand in READERS. One that is not installed is announced and skipped; the JavaScript ones are looked for in $CHANCERY_NODE_MODULES.
"""
import json, os, shutil, subprocess, sys, tempfile
import reader_table

STATUSES = ["asserted", "alleged", "denied", "planned"]
NODE_KEYS = {"label": "label", "type": "type", "country": "country", "cameo_actor": "cameo_actor", "mentions": "mentions", "named": "named", "first_seen": "first_seen", "last_seen": "last_seen"}
EDGE_KEYS = {"label": "label", "relation": "relation", "interaction": "relation", "kind": "kind", "status": "status", "former": "former", "symmetric": "symmetric",
             "weight": "weight", "confidence": "confidence", "first_date": "first_date", "last_date": "last_date", "cameo": "cameo", "plover": "plover"}


def skip(what):
    print(f"SKIPPED: {what} is not installed; its checks did not run", flush=True)
    return False


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


def check_networkx_gexf(path, graph):
    try:
        import networkx
    except ImportError:
        return skip("networkx")
    read = networkx.read_gexf(path)
    nodes = {n: {k: v for k, v in data.items() if not str(v).startswith("[")} for n, data in read.nodes(data=True)}
    compare("networkx GEXF nodes", expected(graph["nodes"], NODE_KEYS, lambda n: {"articles": len(n["articles"])}), nodes, ("viz", "start", "end", "spells"))
    if not graph["edges"]:
        return True
    edges = {data["id"]: {k: v for k, v in data.items() if not str(v).startswith("[")} for _, _, data in read.edges(data=True)}
    keys = {k: v for k, v in EDGE_KEYS.items() if k != "interaction"}
    compare("networkx GEXF edges", expected(graph["edges"], keys, plain_edge), edges, ("id", "viz", "start", "end", "spells"))
    return True


def plain_edge(edge):
    extra = edge_extra(edge)
    return {k: extra[k] for k in ("sources", "quote", "quote_article")}


def with_lists(rows, keys, extra, lists):
    """Expected attributes where lists stay lists."""
    return expected(rows, keys, lambda row: extra(row) | {name: items for name, items in lists(row).items() if items})


def node_lists(node):
    return {"aliases": node["aliases"], "article_ids": node["articles"]}


def edge_lists(edge):
    articles = [e["article"] for e in edge["evidence"]]
    return {"statuses": [f"{s} {edge['statuses'][s]}" for s in STATUSES if s in edge["statuses"]],
            "article_ids": [a for i, a in enumerate(articles) if i == 0 or a != articles[i - 1]]}


def check_javascript(library):
    """graphology's and Cytoscape's own code, run by Node."""
    def check(path, graph):
        packages = os.environ.get("CHANCERY_NODE_MODULES", "")
        if not shutil.which("node") or not os.path.isdir(os.path.join(packages, "cytoscape")):
            return skip("Node with graphology, graphology-gexf, graphology-graphml and cytoscape in $CHANCERY_NODE_MODULES")
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "readers.js")
        done = subprocess.run(["node", script, library, path], capture_output=True, text=True, env=os.environ | {"NODE_PATH": packages}, timeout=120)
        assert done.returncode == 0, done.stderr[:500]
        read = json.loads(done.stdout)
        drawn = ("color", "size", "thickness", "shape", "name", "id", "source", "target", "interaction", "x", "y")
        if library == "graphml":
            nodes, edges = expected(graph["nodes"], NODE_KEYS, node_extra), expected(graph["edges"], EDGE_KEYS, edge_extra)
        else:
            keys = {k: v for k, v in EDGE_KEYS.items() if k != "interaction"}
            nodes = with_lists(graph["nodes"], NODE_KEYS, lambda n: {"articles": len(n["articles"])}, node_lists)
            edges = with_lists(graph["edges"], keys, plain_edge, edge_lists)
        compare(library + " nodes", nodes, read["nodes"], drawn)
        compare(library + " edges", edges, read["edges"], drawn)
        ends = {e["id"]: {e["source"], e["target"]} for e in graph["edges"]}
        assert ends == {key: {e["source"], e["target"]} for key, e in read["edges"].items()}, library + ": ends differ"
        return True
    return check


def check_xmllint(path, graph):
    if not shutil.which("xmllint"):
        return skip("xmllint")
    subprocess.run(["xmllint", "--noout", "--huge", path], check=True)
    return True


def check_graphviz(path, graph):
    if not shutil.which("dot"):
        return skip("Graphviz")
    svg = path + ".svg"
    engine = ["dot"] if len(graph["edges"]) < 500 else ["dot", "-Gsplines=line", "-Gnslimit=1", "-Gmclimit=0.1"]
    done = subprocess.run(engine + ["-Tsvg", path, "-o", svg], capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr[:500]
    check_xmllint(svg, graph)
    text = open(svg, encoding="utf-8").read()
    assert text.count('class="node"') == len(graph["nodes"]) + 10, "dot: nodes differ"  # the legend has 10
    assert text.count('class="edge"') == len(graph["edges"]) + 3, "dot: edges differ"
    return True


def check_graphviz_gephi(path, graph):
    if not shutil.which("gvpr"):
        return skip("Graphviz")
    done = subprocess.run(["gvpr", "N{print(\"n\")} E{print(\"e\", $.id)}", path], capture_output=True, text=True)
    lines = done.stdout.split()
    assert lines.count("n") == len(graph["nodes"]), "gvpr: nodes differ"
    assert sorted(x[1:] for x in lines if x != "n") == sorted(e["id"] for e in graph["edges"]), "gvpr: edges differ"
    return True


def cell(text):
    flat = "".join(" " if c in "\t\n" else "\u2216" if c == "\\" else c for c in text)
    return "'" + flat if flat.lstrip()[:1] in ("=", "+", "-", "@") and flat.strip() else flat


def check_csv(path, graph):
    import csv
    csv.field_size_limit(1 << 24)
    stem = path[: -len(".csv")]
    with open(stem + ".nodes.csv", encoding="utf-8-sig", newline="") as f:
        nodes = {row["Id"]: row for row in csv.DictReader(f)}
    with open(stem + ".edges.csv", encoding="utf-8-sig", newline="") as f:
        edges = {row["Id"]: row for row in csv.DictReader(f)}
    assert [(n["id"], cell(n["label"]), n["type"], str(n["mentions"])) for n in graph["nodes"]] == [(i, n["Label"], n["type"], n["mentions"]) for i, n in nodes.items()], "csv: nodes differ"
    want = [(e["id"], e["source"], e["target"], e["relation"], cell(e["label"]), str(e["weight"]), cell(plain_edge(e)["quote"])) for e in graph["edges"]]
    assert want == [(i, e["Source"], e["Target"], e["Kind"], e["Label"], e["Weight"], e["quote"]) for i, e in edges.items()], "csv: edges differ"
    return True


def opened(check):
    """The older checks say nothing when they pass."""
    return lambda path, graph: check(path, graph) is not False


READERS = [("xmllint", "graphml", check_xmllint), ("xmllint", "gexf", check_xmllint), ("networkx", "graphml", opened(check_networkx)), ("networkx", "gexf", check_networkx_gexf),
           ("igraph", "graphml", opened(check_igraph)), ("graphology", "graphml", check_javascript("graphml")), ("graphology", "gexf", check_javascript("gexf")),
           ("graphology", "graphology.json", check_javascript("graphology")), ("cytoscape.js", "cyjs", check_javascript("cytoscape")), ("Graphviz", "dot", check_graphviz),
           ("Graphviz", "gephi.dot", check_graphviz_gephi), ("Python's csv", "csv", check_csv)]
results = {}


def check_files(stem):
    with open(stem + ".json", encoding="utf-8") as f:
        graph = json.load(f)
    for reader, suffix, check in READERS:
        if not check(f"{stem}.{suffix}", graph):
            results[reader, suffix] = "skipped"
        else:
            results.setdefault((reader, suffix), "yes")
    print(f"{os.path.basename(stem)}: {len(graph['nodes'])} nodes, {len(graph['edges'])} edges read alike by all")


def main():
    write_awkward, chancery, samples = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as top:
        subprocess.run([write_awkward, top], check=True)
        stem = os.path.join(top, "samples")
        outputs = [part for suffix in ["json"] + sorted({s for _, s, _ in READERS}) for part in ("-o", f"{stem}.{suffix}")]
        subprocess.run([chancery, "extract", samples] + outputs, check=True)
        for name in ("empty", "one", "awkward", "samples"):
            check_files(os.path.join(top, name))
    reader_table.check("readers", [pair for pair, result in results.items() if result == "yes"], [reader for (reader, _), result in results.items() if result == "skipped"])


main()
