#!/usr/bin/env python3
"""Compares --measures with igraph and networkx, on made graphs and the samples.

usage: measures.py CHANCERY SAMPLES
"""
import json, os, random, subprocess, sys, tempfile

COUNTED = ("asserted", "alleged")


def made(nodes, edges, seed, blocks=1):
    """A graph with parallel, symmetric, looping, denied and planned edges, in `blocks` communities."""
    rng = random.Random(seed)
    rows = [{"id": f"group_{n:05}", "type": "group", "label": f"n{n}"} for n in range(nodes)]
    links = []
    for e in range(edges):
        a = int(nodes * rng.random() ** 2)
        b = rng.randrange(nodes)
        if blocks > 1 and rng.random() < 0.85:
            b = b - b % blocks + a % blocks
        b = min(b, nodes - 1)
        status = rng.choice(["asserted"] * 6 + ["alleged", "denied", "planned"])
        links.append({"id": f"e_{e}", "source": rows[a]["id"], "target": rows[b]["id"], "relation": f"r{e}", "kind": "event", "label": "met", "status": status,
                      "symmetric": rng.random() < 0.2, "weight": rng.randint(1, 4),
                      "evidence": [{"article": "a", "text": "t", "status": status}]})
    return {"nodes": rows, "edges": links}


def measured(chancery, top, graph, *flags):
    with open(os.path.join(top, "in.json"), "w", encoding="utf-8") as f:
        json.dump(graph, f)
    done = subprocess.run([chancery, "convert", os.path.join(top, "in.json"), *(flags or ["--measures"]), "--format", "json"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def same(who, measure, ours, theirs, tolerance=1e-7):
    for node, value in ours.items():
        assert abs(value - theirs[node]) <= tolerance * max(1, abs(value)), f"{who}: {measure} of {node}: {value} here, {theirs[node]} there"


def check(chancery, top, name, graph, everything=False):
    import igraph, networkx
    read = measured(chancery, top, graph, "--measures-all" if everything else "--measures")
    ours = {m: {n["id"]: n["measures"][m] for n in read["nodes"]} for m in read["nodes"][0]["measures"]}
    ids = [n["id"] for n in read["nodes"]]
    edges = [e for e in read["edges"] if e["source"] != e["target"] and (everything or e["status"] in COUNTED)]
    directed, multi, simple = networkx.MultiDiGraph(), networkx.MultiGraph(), networkx.Graph()
    for g in (directed, multi, simple):
        g.add_nodes_from(ids)
    for e in edges:
        multi.add_edge(e["source"], e["target"], weight=e["weight"])
        simple.add_edge(e["source"], e["target"], weight=e["weight"] + (simple.get_edge_data(e["source"], e["target"]) or {"weight": 0})["weight"])
        directed.add_edge(e["source"], e["target"], weight=e["weight"])
        if e["symmetric"]:
            directed.add_edge(e["target"], e["source"], weight=e["weight"])
    same("networkx", "degree", ours["degree"], dict(multi.degree()))
    same("networkx", "weighted_degree", ours["weighted_degree"], dict(multi.degree(weight="weight")))
    same("networkx", "in_degree", ours["in_degree"], dict(directed.in_degree()))
    same("networkx", "out_degree", ours["out_degree"], dict(directed.out_degree()))
    same("networkx", "core", ours["core"], networkx.core_number(simple))
    if len(ids) <= 500:
        same("networkx", "betweenness", ours["betweenness"], networkx.betweenness_centrality(simple))
        same("networkx", "closeness", {n: v * max(1, len(ids) - 1) for n, v in ours["closeness"].items()}, networkx.harmonic_centrality(simple))
    place = {n: i for i, n in enumerate(ids)}
    flat = igraph.Graph(len(ids), [(place[a], place[b]) for a, b in simple.edges()])
    weights = [d["weight"] for _, _, d in simple.edges(data=True)]
    walk = igraph.Graph(len(ids), [(place[a], place[b]) for a, b, _ in directed.edges(keys=True)], directed=True)
    by_id = lambda values: dict(zip(ids, values))
    same("igraph", "pagerank", ours["pagerank"], by_id(walk.pagerank(weights=[d["weight"] for _, _, d in directed.edges(data=True)])), 1e-6)
    same("igraph", "core", ours["core"], by_id(flat.coreness()))
    if len(ids) <= 5000:
        pairs = max(1, (len(ids) - 1) * (len(ids) - 2) / 2)
        same("igraph", "betweenness", {n: v * pairs for n, v in ours["betweenness"].items()}, by_id(flat.betweenness()))
        same("igraph", "closeness", ours["closeness"], by_id(flat.harmonic_centrality()))
    parts = lambda m: sorted(sorted(n for n in ids if ours[m][n] == c) for c in set(ours[m].values()))
    assert parts("component") == sorted(sorted(ids[v] for v in c) for c in flat.connected_components()), "components differ"
    community = [ours["community"][n] for n in ids]
    mine, theirs = (flat.modularity(c, weights=weights) for c in (community, flat.community_multilevel(weights=weights).membership)) if weights else (0, 0)
    assert mine >= theirs - abs(theirs) * 0.01, f"{name}: modularity {mine} here, {theirs} by igraph's multilevel"
    for c in set(community):
        assert flat.induced_subgraph([i for i in range(len(ids)) if community[i] == c]).is_connected(), f"{name}: community {c} falls apart"
    shuffled = {"nodes": graph["nodes"][:], "edges": graph["edges"][:]}
    random.Random(3).shuffle(shuffled["nodes"])
    random.Random(4).shuffle(shuffled["edges"])
    again = measured(chancery, top, shuffled, "--measures-all" if everything else "--measures")
    assert {n["id"]: n["measures"] for n in again["nodes"]} == {n["id"]: n["measures"] for n in read["nodes"]}, f"{name}: depends on the order of rows"
    print(f"{name}: {len(ids)} nodes, {len(edges)} edges as igraph and networkx have them; modularity {mine:.4f}, igraph's multilevel {theirs:.4f}")


def main():
    chancery, samples = sys.argv[1:3]
    try:
        import igraph, networkx  # noqa: F401
    except ImportError:
        print("SKIPPED: igraph or networkx is not installed; --measures was not checked against them", flush=True)
        return
    with tempfile.TemporaryDirectory() as top:
        done = subprocess.run([chancery, "extract", samples, "--format", "json"], check=True, capture_output=True, text=True)
        check(chancery, top, "samples", json.loads(done.stdout))
        check(chancery, top, "one node", made(1, 0, 1))
        for seed in range(4):
            check(chancery, top, f"made {seed}", made(60 + 40 * seed, 150 + 40 * seed, seed, 4), everything=seed % 2 == 1)
        check(chancery, top, "sparse", made(300, 200, 9))
        check(chancery, top, "blocks", made(4000, 20000, 10, 25))


main()
