#!/usr/bin/env python3
"""Reads N-Quads and Turtle back with rdflib and rapper, and compares every value with the JSON.

usage: rdf_readers.py WRITE_AWKWARD CHANCERY SAMPLES
A reader that is not installed is announced and skipped.
"""
import json, os, shutil, subprocess, sys, tempfile
from collections import defaultdict
from urllib.parse import quote
import reader_table

BASE = "urn:chancery:"
RDF, RDFS, XSD = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2001/XMLSchema#"
PROV, DC, SCHEMA, SKOS, DEF = "http://www.w3.org/ns/prov#", "http://purl.org/dc/terms/", "https://schema.org/", "http://www.w3.org/2004/02/skos/core#", BASE + "def:"


def skip(what):
    print(f"SKIPPED: {what} is not installed; its checks did not run", flush=True)


def encoded(text):
    return quote(text.encode(), safe="-._~/")


class Described:
    """What the statements say of each subject, as plain values."""

    def __init__(self, triples):
        self.of = defaultdict(lambda: defaultdict(list))
        for s, p, o in triples:
            self.of[str(s)][str(p)].append(o)

    def values(self, subject, predicate):
        return sorted(str(o) for o in self.of[subject][predicate])

    def one(self, subject, predicate):
        values = self.values(subject, predicate)
        assert len(values) <= 1, f"{subject} {predicate}: {values}"
        return values[0] if values else None


def same(where, want, got):
    want = None if want in ("", None) else str(want).lower() if isinstance(want, bool) else str(want)
    assert want == got, f"{where}: {want!r} became {got!r}"


def check_nodes(graph, said, article_iri):
    for node in graph["nodes"]:
        iri = BASE + "node:" + encoded(node["id"])
        for key, predicate in {"label": RDFS + "label", "id": DC + "identifier", "type": DEF + "type", "named": DEF + "named", "country": DEF + "country",
                               "cameo_actor": DEF + "cameoActor", "mentions": DEF + "mentions", "first_seen": DEF + "firstSeen", "last_seen": DEF + "lastSeen"}.items():
            same(f"{iri} {key}", node[key], said.one(iri, predicate))
        assert sorted(set(node["aliases"]) - {node["label"]}) == said.values(iri, SKOS + "altLabel")
        assert sorted(article_iri[a] for a in node["articles"]) == said.values(iri, SCHEMA + "subjectOf")
        for scheme, value in node["ids"].items():
            same(f"{iri} id {scheme}", value, said.one(iri, DEF + "id_" + encoded(scheme)))


def check_articles(graph, said, article_iri):
    for article in graph["articles"]:
        iri = article_iri[article["id"]]
        for key, predicate in {"title": SCHEMA + "headline", "published": SCHEMA + "datePublished", "source": SCHEMA + "publisher", "language": SCHEMA + "inLanguage",
                               "words": SCHEMA + "wordCount", "sha256": DEF + "sha256"}.items():
            same(f"{iri} {key}", article[key], said.one(iri, predicate))


def check_evidence(evidence, iri, said, article_iri):
    same(iri, article_iri[evidence["article"]], said.one(iri, PROV + "wasQuotedFrom"))
    same(iri, evidence["text"], said.one(iri, PROV + "value"))
    same(iri, DEF + evidence["status"], said.one(iri, DEF + "status"))
    for key in ("place", "rule", "construction", "confidence"):
        same(f"{iri} {key}", evidence[key], said.one(iri, DEF + key))
    speaker = evidence["attributed_to"] or {"node": None, "text": None}
    same(iri, speaker["node"] and BASE + "node:" + encoded(speaker["node"]), said.one(iri, PROV + "wasAttributedTo"))
    same(iri, speaker["text"], said.one(iri, DEF + "attributedTo"))
    dates = (evidence["date"] or "").split("/")
    same(iri, dates[0], said.one(iri, SCHEMA + "startDate"))
    same(iri, dates[1] if len(dates) > 1 else None, said.one(iri, SCHEMA + "endDate"))
    for name, span in {"sentence": evidence["sentence"], **evidence["marks"]}.items():
        same(f"{iri} {name}", span[0], said.one(iri, f"{DEF}{name}Begin"))
        same(f"{iri} {name}", span[1], said.one(iri, f"{DEF}{name}End"))


def check_edges(graph, said, article_iri):
    facts = set()
    for edge in graph["edges"]:
        iri = BASE + "claim:" + encoded(edge["id"])
        source, relation, target = BASE + "node:" + encoded(edge["source"]), BASE + "relation:" + encoded(edge["relation"]), BASE + "node:" + encoded(edge["target"])
        for predicate, value in {RDF + "subject": source, RDF + "predicate": relation, RDF + "object": target, RDFS + "label": edge["label"],
                                 DEF + "status": DEF + edge["status"], DC + "identifier": edge["id"]}.items():
            same(f"{iri} {predicate}", value, said.one(iri, predicate))
        for key, name in {"kind": "kind", "former": "former", "symmetric": "symmetric", "weight": "weight", "sources": "sources", "confidence": "confidence", "cameo": "cameo",
                          "plover": "plover", "first_date": "firstDate", "last_date": "lastDate"}.items():
            same(f"{iri} {key}", edge[key], said.one(iri, DEF + name))
        for status in ("asserted", "alleged", "denied", "planned"):
            same(f"{iri} {status}", edge["statuses"].get(status), said.one(iri, f"{DEF}{status}Count"))
        pieces = said.values(iri, PROV + "wasDerivedFrom")
        assert len(pieces) == len(edge["evidence"]), f"{iri}: {len(pieces)} pieces of evidence"
        for evidence in edge["evidence"]:
            begins = [evidence["sentence"][0]] + [evidence["marks"][m][0] for m in ("subject", "trigger", "object")]
            place = "/".join([encoded(edge["id"]), article_iri[evidence["article"]].removeprefix(BASE + "article:"), *map(str, begins)])
            check_evidence(evidence, BASE + "evidence:" + place, said, article_iri)
        if edge["status"] == "asserted" and not edge["former"] and "denied" not in edge["statuses"]:
            facts.add((source, relation, target))
    return facts


def check_types(triples):
    """Every tagged value is a value of its type."""
    for s, p, o in triples:
        if getattr(o, "datatype", None) is not None:
            assert o.value is not None and not getattr(o, "ill_typed", False), f"{s} {p}: {o!r} is no {o.datatype}"


def check_file(stem):
    with open(stem + ".json", encoding="utf-8") as f:
        graph = json.load(f)
    article_iri = {a["id"]: BASE + "article:" + encoded("sha256/" + a["sha256"] if len(a["sha256"]) == 64 else a["id"]) for a in graph["articles"]}
    try:
        import rdflib
    except ImportError:
        skip("rdflib")
        return {"rdflib", "rapper"}
    turtle = set(rdflib.Graph().parse(stem + ".ttl", format="turtle"))
    quads = rdflib.ConjunctiveGraph()
    quads.parse(stem + ".nq", format="nquads")
    assert turtle == set(quads.triples((None, None, None))), f"{stem}: N-Quads and Turtle differ"
    with open(stem + ".nq", encoding="utf-8") as f:
        lines = f.read().split("\n")[:-1]
    assert len(lines) == len(set(lines)) == len(turtle), f"{stem}: a statement stands twice"
    check_types(turtle)
    said = Described(turtle)
    check_nodes(graph, said, article_iri)
    check_articles(graph, said, article_iri)
    facts = check_edges(graph, said, article_iri)
    plain = {tuple(map(str, t)) for t in turtle if str(t[1]).startswith(BASE + "relation:")}
    assert plain == facts, f"{stem}: plain statements differ: {sorted(plain ^ facts)[:3]}"
    in_facts = {tuple(map(str, t)) for t in quads.get_context(rdflib.URIRef(BASE + "graph:facts"))}
    assert in_facts == facts, f"{stem}: the graph of facts differs"
    skipped = set()
    if shutil.which("rapper"):
        for suffix, name in ((".nq", "nquads"), (".ttl", "turtle")):
            done = subprocess.run(["rapper", "-i", name, "-o", "ntriples", stem + suffix], capture_output=True, timeout=120)
            errors = [line for line in done.stderr.decode().splitlines() if "rror" in line or "arning" in line]
            assert done.returncode == 0 and not errors, f"rapper: {errors[:3]}"
            assert set(rdflib.Graph().parse(data=done.stdout, format="nt")) == turtle, f"rapper reads another graph from {stem}{suffix}"
    else:
        skip("rapper")
        skipped = {"rapper"}
    print(f"{os.path.basename(stem)}: {len(turtle)} statements, {len(facts)} of them facts, read alike by all")
    return skipped


def main():
    write_awkward, chancery, samples = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as top:
        subprocess.run([write_awkward, top], check=True)
        stem = os.path.join(top, "samples")
        subprocess.run([chancery, "extract", samples, "-o", stem + ".json", "-o", stem + ".nq", "-o", stem + ".ttl"], check=True)
        opened = [(reader, suffix) for reader in ("rdflib", "rapper") for suffix in ("nq", "ttl")]
        skipped = set()
        for name in ("empty", "one", "awkward", "samples"):
            skipped |= check_file(os.path.join(top, name))
    reader_table.check("rdf_readers", [pair for pair in opened if pair[0] not in skipped], skipped)


main()
