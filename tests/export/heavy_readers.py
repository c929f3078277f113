#!/usr/bin/env python3
"""Opens what chancery writes in the programs that are heavy to install: Gephi's importer, Neo4j, FollowTheMoney's library.

usage: heavy_readers.py gephi|neo4j|ftm WRITE_AWKWARD CHANCERY SAMPLES CACHE
They are fetched by name into CACHE on first use. What cannot be had is announced and skipped (exit 77), or is an error
when CHANCERY_READERS=all.
"""
import json, os, re, shutil, subprocess, sys, tempfile
from datetime import date, datetime, timedelta, timezone
import reader_table

HERE = os.path.dirname(os.path.abspath(__file__))
STATUSES = ["asserted", "alleged", "denied", "planned"]
GEPHI = "0.10.1"
NEO4J = "5.26.0"


def skip(why):
    print(f"SKIPPED: {why}; these checks did not run", flush=True)
    sys.exit(1 if os.environ.get("CHANCERY_READERS") == "all" else 77)


def run(command, what, **more):
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, **more)
    assert done.returncode == 0, f"{what}: {(done.stdout + done.stderr)[-1500:]}"
    return done.stdout


def fetch(command, what, made, cache):
    """Runs a download unless `made` is there already."""
    if os.path.exists(made):
        return
    for tool in (command[0],) + (("java",) if command[0] == "mvn" else ()):
        if not shutil.which(tool):
            skip(f"{tool} is not installed, needed for {what}")
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, cwd=cache)
    if done.returncode != 0:
        shutil.rmtree(made, ignore_errors=True)
        skip(f"{what} could not be fetched: {(done.stdout + done.stderr)[-300:]}")


# --- what is expected, from the JSON ---

def node_values(node):
    values = {k: node[k] for k in ("label", "type", "country", "cameo_actor", "aliases", "named", "mentions", "first_seen", "last_seen")}
    return values | {"articles": len(node["articles"]), "article_ids": node["articles"]}


def edge_values(edge):
    best = min(edge["evidence"], key=lambda e: (-e["confidence"], STATUSES.index(e["status"])))
    values = {k: edge[k] for k in ("label", "relation", "kind", "status", "former", "symmetric", "weight", "confidence", "first_date", "last_date", "sources", "cameo", "plover")}
    return values | {"interaction": edge["relation"], "statuses": [f"{s} {edge['statuses'][s]}" for s in STATUSES if s in edge["statuses"]],
                     "article_ids": sorted({e["article"] for e in edge["evidence"]}), "quote": best["text"], "quote_article": best["article"]}


def kept(values):
    return {k: v for k, v in values.items() if v not in (None, "", [])}


def compare(who, want, got):
    assert set(want) == set(got), f"{who}: ids differ: {sorted(set(want) ^ set(got))[:5]}"
    for key, values in want.items():
        for name in set(values) | set(got[key]):
            one, other = values.get(name), got[key].get(name)
            same = abs(one - other) < 1e-9 if isinstance(one, float) and isinstance(other, (int, float)) else one == other
            assert same, f"{who}: {key}.{name}: {one!r} became {other!r}"


# --- Gephi ---

KEYWORDS = {"node", "edge", "graph", "digraph", "subgraph", "strict"}


def flat(value, escape):
    return " | ".join(v.replace("\\", "\\\\").replace("|", "\\|") if escape else v for v in value) if isinstance(value, list) else value


def id_in(file, node):
    return node + "_" if file.endswith(".dot") and node.lower() in KEYWORDS else node


def as_gephi(values, file):
    """What Gephi makes of the values in each format: docs/formats tells of these."""
    out = {}
    for name, value in kept(values).items():
        if not file.endswith(".gexf"):
            value = flat(value, file.endswith(".graphml"))
        if file.endswith((".dot", ".csv")) and isinstance(value, str):
            value = value.replace("\n", " ").replace("\t", " ")
        if file.endswith(".csv") and isinstance(value, str):
            value = value.replace("\\", "\u2216").strip()
        if file.endswith((".graphml", ".gexf")) and name != "label":
            text = lambda v: v.replace("INF", "Infinity") if isinstance(v, str) else v
            value = [text(v) for v in value] if isinstance(value, list) else text(value)
        if file.endswith(".dot") and name not in ("label", "weight"):
            value = str(value).lower() if isinstance(value, bool) else str(value)
        out[name] = value
    return out


def same_in_gephi(one, other):
    if isinstance(other, str) and other.startswith("<["):  # a spreadsheet's date has become a time
        seconds = float(other.strip("<[]>").split(",")[0]) / 1000
        if seconds < 10:  # or a number, when it is a year alone
            return one == str(round(seconds * 1000))
        return datetime.fromtimestamp(seconds, timezone.utc).strftime("%Y-%m-%d").startswith(one)
    if isinstance(one, float) or isinstance(other, float):
        return abs(float(one) - float(other)) < 1e-6
    if isinstance(other, str) and other.endswith("\u2026") and len(one) > 5000:  # long values are cut in DOT
        return one.startswith(other[:-1])
    return one == other or str(one) == str(other) or (isinstance(other, int) and str(one).isdigit() and int(one) == other)


NEEDED = {"label", "type", "country", "mentions", "articles", "first_seen", "last_seen", "relation", "kind", "status", "statuses", "weight", "confidence", "first_date", "last_date",
          "sources", "quote", "cameo", "plover"}


def compare_gephi(who, want, row, renamed, columns):
    for name, value in want.items():
        column = renamed.get(name, name)
        if column not in columns and name not in NEEDED:
            continue
        other = row.get(column)
        if isinstance(value, str) and value != other and "\\|" in value:  # joined lists
            value = value.replace("\\|", "|")
        assert same_in_gephi(value, other), f"{who}.{name}: {str(value)[:200]!r} became {str(other)[:200]!r}"


def days(value):
    """First and last day of an EDTF date."""
    ends = [date.fromisoformat(part + "-01-01"[len(part) - 4:]) for part in (value.split("/")[0], value.split("/")[-1])]
    last = value.split("/")[-1]
    after = ends[1].replace(year=ends[1].year + 1) if len(last) == 4 else (ends[1] + timedelta(31)).replace(day=1) if len(last) == 7 else ends[1] + timedelta(1)
    return ends[0], after - timedelta(1)


def spells_of(ranges):
    """In as few stretches as possible."""
    out = []
    for first, last in sorted(ranges):
        if out and first <= out[-1][1] + timedelta(1):
            out[-1][1] = max(out[-1][1], last)
        else:
            out.append([first, last])
    return out


def spells_in_gephi(text):
    """"<[1.9E12, 1.9E12]; [..]>" as days."""
    day = lambda number: datetime.fromtimestamp(float(number) / 1000, timezone.utc).date()
    return [[day(n) for n in re.split(", ?", part)] for part in re.findall(r"\[([^]]*)\]", text or "")]


def check_spells(file, graph, nodes, edges):
    published = {a["id"]: a["published"] for a in graph["articles"]}
    ranges = {node["id"]: [(days(node["first_seen"])[0], days(node["last_seen"])[1])] if node["first_seen"] else [] for node in graph["nodes"]}
    for edge in graph["edges"]:
        own = [days(d) for d in (e["date"] or published[e["article"]] for e in edge["evidence"]) if d]
        assert spells_in_gephi(edges[edge["id"]].get("timeset")) == spells_of(own), f"Gephi: {file}: spells of {edge['id']}: {edges[edge['id']].get('timeset')}"
        for end in ("source", "target"):
            ranges[edge[end]] += own
    for node, own in ranges.items():
        whole = [[min(first for first, _ in own), max(last for _, last in own)]] if own else []
        assert spells_in_gephi(nodes[node].get("timeset")) == whole, f"Gephi: {file}: spell of {node}: {nodes[node].get('timeset')}"


def plain_columns(row):
    return {re.sub(r"^[ne]_", "", k): v for k, v in row.items()}


def check_gephi(answer, graph):
    file = answer["file"]
    assert "error" not in answer, f"Gephi: {file}: {answer['error']}"
    assert not answer["issues"], f"Gephi reports of {file}: {answer['issues'][:5]}"
    nodes = {r["id"]: plain_columns(r) for r in answer["nodes"]}
    assert sorted(nodes) == sorted(id_in(file, n["id"]) for n in graph["nodes"]), f"Gephi: nodes of {file} differ"
    types, edge_types = plain_columns(answer["node_types"]), plain_columns(answer["edge_types"])
    if nodes and not file.endswith(".dot"):
        for name, kind in {"mentions": "Integer", "articles": "Integer", "named": "Boolean"}.items():
            assert types[name] == kind, f"Gephi: {file}: {name} is {types[name]}"
    for node in graph["nodes"]:
        compare_gephi(f"Gephi: {file}: {node['id']}", as_gephi(node_values(node), file), nodes[id_in(file, node["id"])], {}, types)
    assert len(answer["edges"]) == len(graph["edges"]), f"Gephi: {file}: {len(answer['edges'])} edges of {len(graph['edges'])}"
    key = lambda s, t, r: (s, t, r)
    edges = {key(r["#source"], r["#target"], plain_columns(r)["relation"]): plain_columns(r) for r in answer["edges"]}
    for edge in graph["edges"]:
        want = as_gephi(edge_values(edge), file)
        row = edges[key(id_in(file, edge["source"]), id_in(file, edge["target"]), want["relation"])]
        if file.endswith(".gexf"):
            want.pop("interaction", None)
        compare_gephi(f"Gephi: {file}: {edge['id']}", want, row, {"kind": "relation_kind"} if file.endswith(".csv") else {}, edge_types)
        if not file.endswith(".dot"):
            assert row["#kind"] == edge["relation"], f"Gephi: {file}: kind {row['#kind']}"
        if file.endswith(".gexf"):
            assert row["#directed"], f"Gephi: {file}: direction of {edge['id']}"
    if file.endswith(".gexf"):
        check_spells(file, graph, nodes, {row["id"]: row for row in edges.values()})


def gephi(top, graphs, cache, chancery):
    jar = f"{cache}/m2/org/gephi/gephi-toolkit/{GEPHI}/gephi-toolkit-{GEPHI}-all.jar"
    fetch(["mvn", "-q", "-B", f"-Dmaven.repo.local={cache}/m2", "dependency:get", f"-Dartifact=org.gephi:gephi-toolkit:{GEPHI}:jar:all", "-Dtransitive=false"], "Gephi's importer", jar, cache)
    files = [f"{top}/{name}{suffix}" for name in graphs for suffix in (".graphml", ".gexf", ".gephi.dot")] + [f"{top}/{name}.nodes.csv,{top}/{name}.edges.csv" for name in graphs]
    out = run(["java", "-Djava.awt.headless=true", "-Duser.timezone=UTC", "-cp", jar, f"{HERE}/GephiReader.java", *files], "Gephi")
    answers = [json.loads(line[1:]) for line in out.split("\n") if line.startswith("@")]
    assert len(answers) == len(files)
    for answer in answers:
        name = os.path.basename(answer["file"]).split(".")[0]
        check_gephi(answer, graphs[name])
    print(f"Gephi {GEPHI} reads {len(files)} files alike")


# --- Neo4j ---

LABELS = {"person": ["Entity", "Person"], "official": ["Entity", "Official", "Person"], "institution": ["Entity", "Institution"], "country": ["Country", "Entity"],
          "place": ["Entity", "Place"], "group": ["Entity", "Group"]}


def relationship_type(edge):
    kind = re.sub("[^A-Z0-9_]", "_", edge["relation"].upper())
    disputed = "denied" in edge["statuses"] and edge["status"] in ("asserted", "alleged")
    return kind + ("_DISPUTED" if disputed else "" if edge["status"] == "asserted" else "_" + edge["status"].upper())


def in_table(value):
    """The importer's table has no line ends, and no semicolon in a list's items."""
    spaces = lambda text: text.replace("\n", " ").replace("\t", " ")
    return [spaces(v).replace(";", ",") for v in value] if isinstance(value, list) else spaces(value) if isinstance(value, str) else value


def check_neo4j(who, path, graph, change, articles):
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    entities = [r for r in rows if r["what"] == "node" and "Entity" in r["labels"]]
    links = [r for r in rows if r["what"] == "relationship" and r["type"] != "MENTIONS"]
    changed = lambda values: {k: change(v) for k, v in kept(values).items()}
    compare(f"{who} nodes", {n["id"]: changed(node_values(n)) | {"id": n["id"], "": LABELS[n["type"]]} for n in graph["nodes"]},
            {r["values"]["id"]: r["values"] | {"": r["labels"]} for r in entities})
    assert len(links) == len(graph["edges"]), f"{who}: {len(links)} relationships of {len(graph['edges'])}"
    compare(f"{who} relationships", {e["id"]: changed(edge_values(e)) | {"id": e["id"], "": [relationship_type(e), e["source"], e["target"]]} for e in graph["edges"]},
            {r["values"]["id"]: r["values"] | {"": [r["type"], r["source"], r["target"]]} for r in links})
    if articles:
        ids = {r["values"]["id"] for r in rows if r["what"] == "node" and "Article" in r["labels"]}
        assert ids == {a["id"] for a in graph["articles"]}, f"{who}: articles differ"
        mentions = sum(r["what"] == "relationship" and r["type"] == "MENTIONS" for r in rows)
        assert mentions == sum(len(n["articles"]) for n in graph["nodes"]), f"{who}: {mentions} mentions"


def hard_names(chancery, top, graph):
    """The awkward graph with fewer relations, and names that would end a string or a statement if they could."""
    names = ["\\u0027}] AS row MATCH (n) DETACH DELETE n; //", "\\\\u0041 \\ 'x' `y` ${z}", "a;b;\nc\\", "\";\"", "/* not a comment", "$p {q: 1}"]
    for node, name in zip(graph["nodes"], names):
        node["label"], node["aliases"] = name, [name, name + "2"]
    graph["edges"] = graph["edges"][:30] + graph["edges"][-5:]
    with open(f"{top}/hard.json", "w", encoding="utf-8") as f:
        json.dump(graph, f)
    for suffix in (".cypher", ".neo4j.csv"):
        run([chancery, "convert", f"{top}/hard.json", "-o", f"{top}/hard{suffix}"], "convert")
    return graph


def neo4j(top, graphs, cache, chancery):
    lib = f"{cache}/neo4j-{NEO4J}"
    pom = f"{cache}/neo4j.xml"
    with open(pom, "w", encoding="utf-8") as f:
        f.write('<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>chancery</groupId><artifactId>readers</artifactId><version>1</version>'
                f'<dependencies><dependency><groupId>org.neo4j.test</groupId><artifactId>neo4j-harness</artifactId><version>{NEO4J}</version></dependency></dependencies></project>')
    fetch(["mvn", "-q", "-B", "-f", pom, f"-Dmaven.repo.local={cache}/m2", "dependency:copy-dependencies", f"-DoutputDirectory={lib}"], "Neo4j", lib, cache)
    java = ["java", "-Xmx1g", "-XX:TieredStopAtLevel=1", "-cp", f"{lib}/*"]
    graphs = {"samples": graphs["samples"], "hard": hard_names(chancery, top, graphs["awkward"])}
    answers = [word for name in graphs for word in (f"{top}/{name}.cypher", f"{top}/{name}.script")]
    run(java + [f"{HERE}/Neo4jReader.java", "script", *answers], "Neo4j runs the scripts")
    homes = []
    for name in graphs:
        home = f"{top}/home-{name}"
        os.makedirs(f"{home}/conf")
        open(f"{home}/conf/neo4j.conf", "w").close()
        run(java + ["org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j", f"--nodes={top}/{name}.neo4j-nodes.csv", f"--relationships={top}/{name}.neo4j-relationships.csv",
                    "--max-off-heap-memory=256m"], f"neo4j-admin imports {name}", cwd=top, env=os.environ | {"NEO4J_HOME": home, "NEO4J_CONF": f"{home}/conf"})
        homes += [home, f"{top}/{name}.import"]
    run(java + [f"{HERE}/Neo4jReader.java", "import", *homes], "Neo4j opens what was imported")
    for name, graph in graphs.items():
        check_neo4j(f"Neo4j: {name}.cypher", f"{top}/{name}.script", graph, lambda v: v, True)
        check_neo4j(f"neo4j-admin: {name}", f"{top}/{name}.import", graph, in_table, False)
        print(f"Neo4j {NEO4J} has the same {len(graph['nodes'])} nodes and {len(graph['edges'])} relationships of {name}")


# --- FollowTheMoney ---

def ftm(top, graphs, cache, chancery):
    python = f"{cache}/ftm/bin/python"
    fetch(["sh", "-c", f"/usr/bin/python3 -m venv {cache}/ftm && {python} -m pip install -q followthemoney==4.11.2"], "FollowTheMoney's library", f"{cache}/ftm/bin/ftm", cache)
    print(run([python, f"{HERE}/ftm_reader.py", *[f"{top}/{name}" for name in graphs]], "FollowTheMoney"), end="")


def main():
    what, write_awkward, chancery, samples, cache = sys.argv[1:6]
    os.makedirs(cache, exist_ok=True)
    suffixes = {"gephi": (".graphml", ".gexf", ".gephi.dot", ".csv"), "neo4j": (".cypher", ".neo4j.csv"), "ftm": (".ftm.jsonl",)}[what]
    with tempfile.TemporaryDirectory() as top:
        subprocess.run([write_awkward, top], check=True)
        stem = os.path.join(top, "samples")
        subprocess.run([chancery, "extract", samples, "-o", stem + ".json", *[word for s in suffixes for word in ("-o", stem + s)]], check=True)
        graphs = {}
        for name in ("awkward", "samples"):
            with open(f"{top}/{name}.json", encoding="utf-8") as f:
                graphs[name] = json.load(f)
        {"gephi": gephi, "neo4j": neo4j, "ftm": ftm}[what](top, graphs, os.path.abspath(cache), chancery)
    reader = {"gephi": "Gephi", "neo4j": "Neo4j", "ftm": "followthemoney"}[what]
    reader_table.check("reader_" + what, [(reader, suffix.removeprefix(".")) for suffix in suffixes])


main()
