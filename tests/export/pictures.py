#!/usr/bin/env python3
"""Looks at the pictures: every name is there, no two names overlap, lines and legend say what they should, in time.

usage: pictures.py CHANCERY SAMPLES
Standard library only. The bytes of a picture depend on Graphviz and on fonts, so structure is tested.
"""
import json, os, random, re, subprocess, sys, tempfile, time, zlib
import xml.etree.ElementTree as xml

SVG = "{http://www.w3.org/2000/svg}"
TYPES = ["person", "official", "institution", "country", "place", "group"]
RELATIONS = [("met with", "event"), ("minister of", "role"), ("citizen of", "affiliation"), ("parent of", "family"), ("located in", "place"), ("agency of", "structure")]


def drawing_words(pdf):
    """The words of all packed parts of a PDF, and what stands between them without lengths, places and checksums."""
    words, between, at = [], [], 0
    for found in re.finditer(rb"stream\n(.*?)\nendstream", pdf, re.S):
        words += zlib.decompressobj().decompress(found.group(1)).split()
        between.append(pdf[at:found.start()])
        at = found.end()
    assert words, "pdf: nothing in it"
    return words, [re.sub(rb"\d+", b"", part) for part in between]


def same_drawing(a, b):
    """Cairo forgets glyphs at random, and those it makes anew may stand a millionth of a point elsewhere."""
    (mine, my_frame), (other, other_frame) = drawing_words(a), drawing_words(b)

    def close(x, y):
        number = re.compile(rb"-?\d+\.\d{6}")
        return x == y or bool(number.fullmatch(x) and number.fullmatch(y)) and abs(float(x) - float(y)) < 2e-6
    return my_frame == other_frame and len(mine) == len(other) and all(map(close, mine, other))


def made(nodes, edges):
    rng = random.Random(nodes)
    words = ["Maria", "Anton", "Ministry of", "Port of", "Northern", "Council", "Bridge", "Harbour", "Delegation", "Elin"]
    rows = [{"id": f"group_{n:05}", "type": rng.choice(TYPES), "label": " ".join(rng.choices(words, k=rng.randint(1, 3))) + f" {n}",
             "country": rng.choice(["NO", "GE", "CL", None, None])} for n in range(nodes)]
    links = []
    for e in range(edges):
        a, b = int(nodes * rng.random() ** 2.2), rng.randrange(nodes)
        status = rng.choice(["asserted"] * 7 + ["alleged", "denied", "planned"])
        label, kind = rng.choice(RELATIONS)
        if a != b:
            links.append({"id": f"e_{e}", "source": rows[a]["id"], "target": rows[b]["id"], "relation": label.replace(" ", "_"), "kind": kind, "status": status,
                          "label": label + ("" if status == "asserted" else f" ({status})"), "weight": 1, "evidence": [{"article": "a", "text": "t", "status": status}]})
    return {"nodes": rows, "edges": links}


def box(group):
    """The rectangle of a node's outline."""
    for shape in group.iter():
        if shape.tag == SVG + "ellipse":
            x, y, rx, ry = (float(shape.get(k)) for k in ("cx", "cy", "rx", "ry"))
            return x - rx, y - ry, x + rx, y + ry
        if shape.tag in (SVG + "polygon", SVG + "path"):
            numbers = [float(n) for n in re.findall(r"-?[0-9.]+", shape.get("points") or shape.get("d"))]
            return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])
    raise AssertionError("a node has no outline")


def plain(text):
    return " ".join(text.replace("\u00a0", " ").split())


def check_svg(name, path, graph):
    root = xml.parse(path).getroot()
    nodes = [g for g in root.iter(SVG + "g") if g.get("class") == "node"]
    names = [g for g in nodes if g.find(SVG + "title").text.startswith("n")]  # the others are labels of lines
    linked = {e[k] for e in graph["edges"] for k in ("source", "target")}
    assert len(names) == len(linked), f"{name}: {len(names)} nodes drawn of {len(linked)}"
    shown = {plain(" ".join(t.text or "" for t in g.iter(SVG + "text"))) for g in names}
    for node in graph["nodes"]:
        if node["id"] in linked and len(node["label"]) < 80:
            assert plain(node["label"]) in shown, f"{name}: {node['label']!r} is not in the picture"
    boxes = sorted(box(g) for g in names)
    for i, a in enumerate(boxes):
        for b in boxes[i + 1:]:
            if b[0] > a[2]:
                break
            assert not (a[0] + 2 < b[2] and b[0] + 2 < a[2] and a[1] + 2 < b[3] and b[1] + 2 < a[3]), f"{name}: two names overlap: {a} {b}"
    text = plain(" ".join(t.text or "" for t in root.iter(SVG + "text")))
    for word in TYPES + [kind for _, kind in RELATIONS] + ["asserted", "alleged", "denied, planned"]:
        assert word in text, f"{name}: {word} is not in the legend"
    statuses = {e["status"] for e in graph["edges"]}
    for status, dashes in (("alleged", "5,2"), ("planned", "1,5")):
        if status in statuses:
            assert any(dashes == p.get("stroke-dasharray") for p in root.iter(SVG + "path")), f"{name}: no line is drawn as {status}"


def main():
    chancery, samples = map(os.path.abspath, sys.argv[1:3])
    with tempfile.TemporaryDirectory() as top:
        def run(*arguments):
            return subprocess.run([chancery, *arguments], capture_output=True, text=True, cwd=top)

        def save(name, graph):
            with open(os.path.join(top, name + ".json"), "w", encoding="utf-8") as f:
                json.dump(graph, f)

        save("small", made(12, 16))
        save("large", made(300, 450))
        save("huge", made(2000, 1500))
        assert run("extract", samples, "-o", "samples.json").returncode == 0
        for name in ("small", "large", "samples"):
            with open(os.path.join(top, name + ".json"), encoding="utf-8") as f:
                graph = json.load(f)
            for flags in ([], ["--cluster", "country"]):
                begun = time.monotonic()
                done = run("convert", name + ".json", *flags, "-o", name + ".svg")
                took = time.monotonic() - begun
                assert done.returncode == 0 and done.stderr == "", f"{name}: {done.stderr}"
                check_svg(name, os.path.join(top, name + ".svg"), graph)
                print(f"{name} {' '.join(flags)}: {len(graph['nodes'])} nodes, {len(graph['edges'])} edges, {took:.1f} s")
                assert took < 30, f"{name}: {took:.0f} s"  # five on a quiet machine
        for suffix, begin in (("png", b"\x89PNG"), ("pdf", b"%PDF"), ("svg", b"<?xml")):
            for copy in ("a", "b"):
                assert run("convert", "samples.json", "-o", f"{copy}.{suffix}").returncode == 0
            a, b = (open(os.path.join(top, f"{copy}.{suffix}"), "rb").read() for copy in ("a", "b"))
            same = same_drawing(a, b) if suffix == "pdf" else a == b
            assert a.startswith(begin) and same, f"{suffix}: not the same twice"
        done = run("convert", "huge.json", "-o", "huge.svg")
        assert done.returncode == 1 and "cannot be read (at most" in done.stderr and "--top" in done.stderr, done.stderr
        assert not os.path.exists(os.path.join(top, "huge.svg"))


main()
