#!/usr/bin/env python3
"""The GraphML and DOT writers of igraph and networkx on the shape of bench/export.cpp, and the programs of ours and of Boost in the same run.

usage: export_others.py BUILD_BIN FOLDER [NODES EDGES]
networkx writes a tenth of the graph, since it takes minutes: MB/s is what counts.
"""
import os, random, subprocess, sys, time

QUOTE = 'The minister met "Мария Захарова" in Oslo on Monday.'


def report(name, path, write):
    start = time.perf_counter()
    write(path)
    seconds = time.perf_counter() - start
    size = os.path.getsize(path) / 1e6
    print(f"{name:18} {size:8.1f} MB {seconds:7.3f} s {size / seconds:7.1f} MB/s", flush=True)
    os.remove(path)


def igraph_writers(folder, nodes, edges):
    import igraph
    rng = random.Random(20310304)
    g = igraph.Graph(n=nodes, edges=[(rng.randrange(nodes), rng.randrange(nodes)) for _ in range(edges)], directed=True)
    g.vs["label"] = [f"Ministry of <Defence> & Trade {n}" for n in range(nodes)]
    for name, value in {"type": "institution", "country": "NO", "first_seen": "2031-03-04", "mentions": 4, "share": 0.25}.items():
        g.vs[name] = [value] * nodes
    for name, value in {"label": "met with", "relation": "met_with", "date": "2031-03-04", "quote": QUOTE, "weight": 1}.items():
        g.es[name] = [value] * edges
    g.es["confidence"] = [rng.randrange(1000) / 1000 for _ in range(edges)]
    report("igraph GraphML", os.path.join(folder, "igraph.graphml"), g.write_graphml)
    report("igraph DOT", os.path.join(folder, "igraph.dot"), g.write_dot)


def networkx_writer(folder, nodes, edges):
    import networkx
    rng = random.Random(20310304)
    g = networkx.MultiDiGraph()
    for n in range(nodes):
        g.add_node(n, label=f"Ministry of <Defence> & Trade {n}", type="institution", country="NO", first_seen="2031-03-04", mentions=4, share=0.25)
    for _ in range(edges):
        g.add_edge(rng.randrange(nodes), rng.randrange(nodes), label="met with", relation="met_with", date="2031-03-04", quote=QUOTE, weight=1, confidence=rng.randrange(1000) / 1000)
    report("networkx GraphML", os.path.join(folder, "networkx.graphml"), lambda path: networkx.write_graphml(g, path))


def main():
    if len(sys.argv) not in (3, 5):
        sys.exit(__doc__)
    programs, folder = sys.argv[1:3]
    nodes, edges = (int(a) for a in (sys.argv[3:] or (100000, 1000000)))
    for program in ("bench_export", "bench_export_boost"):
        path = os.path.join(programs, program)
        if os.path.exists(path):
            subprocess.run([path, folder, str(nodes), str(edges)], check=True)
        else:
            print(f"SKIPPED: {program} is not built (--target {program}; Boost's needs libboost-graph-dev)", flush=True)
    igraph_writers(folder, nodes, edges)
    networkx_writer(folder, nodes // 10, edges // 10)


main()
