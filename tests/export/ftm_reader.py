"""ftm_reader.py STEM...: reads STEM.ftm.jsonl with FollowTheMoney's library and compares it with STEM.json."""
import json, sys
from followthemoney import model
from followthemoney.proxy import EntityProxy

BODIES = {"Organization", "PublicBody", "Company"}
NODE_SCHEMATA = {"person": {"Person"}, "official": {"Person"}, "institution": BODIES, "country": {"PublicBody"}, "place": {"Address"}, "group": {"LegalEntity"}}


def read(path):
    entities = {}
    with open(path, encoding="utf-8") as f:
        for line in f:
            data = json.loads(line)
            proxy = EntityProxy(model.get(data["schema"]), {**data, "properties": {}})
            assert proxy.id not in entities, f"{proxy.id} stands twice"
            for name, values in data["properties"].items():
                prop = proxy.schema.get(name)
                assert prop is not None, f"{proxy.id}: {proxy.schema.name} has no property {name}"
                for value in values:
                    proxy.add(prop, value)
                    assert proxy.get(prop) and prop.type.clean(value) is not None, f"{proxy.id}.{name}: {value[:200]!r} is no {prop.type.name}"
                if prop.type.name in ("entity", "country", "date", "url", "language", "topic", "identifier"):
                    assert sorted(proxy.get(prop)) == sorted(values), f"{proxy.id}.{name}: {values} became {proxy.get(prop)}"
            model.get(proxy.schema.name).validate(proxy.to_dict())
            entities[proxy.id] = proxy
    return entities


def check_ends(entities):
    """Every entity named exists and is of the range of the property."""
    for proxy in entities.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                other = entities.get(value)
                assert other is not None, f"{proxy.id}.{prop.name}: no entity {value}"
                assert other.schema.is_a(prop.range), f"{proxy.id}.{prop.name}: {value} is {other.schema.name}, not {prop.range.name}"


def squashed(text):
    return " ".join(text.split())


def check(stem):
    with open(stem + ".json", encoding="utf-8") as f:
        graph = json.load(f)
    entities = read(stem + ".ftm.jsonl")
    check_ends(entities)
    things = [e for e in entities.values() if not e.schema.is_a("Interval") and e.schema.name not in ("Article", "Position")]
    assert len(things) == len(graph["nodes"]), f"{len(things)} entities of {len(graph['nodes'])} nodes"
    assert sum(e.schema.name == "Article" for e in entities.values()) == len(graph["articles"])
    for node, proxy in zip(graph["nodes"], things):
        assert proxy.schema.name in NODE_SCHEMATA[node["type"]], f"{node['id']} is {proxy.schema.name}"
        assert squashed(proxy.first("name"))[:300] == squashed(node["label"])[:300] or len(node["label"]) > 300, f"{node['id']}: {proxy.first('name')[:100]!r}"
        assert len(proxy.get("proof")) == len(node["articles"])
    by_record = {e.first("recordId"): e for e in entities.values() if e.schema.is_a("Interval")}
    assert len(by_record) == len(graph["edges"])
    for edge in graph["edges"]:
        proxy = by_record[edge["id"]]
        fact = edge["status"] == "asserted" and "denied" not in edge["statuses"]
        assert fact or proxy.schema.name == "UnknownLink", f"{edge['id']} ({edge['label']}) is {proxy.schema.name}"
        for status, count in edge["statuses"].items():
            assert f"{status} {count}" in proxy.first("summary"), f"{edge['id']}: {proxy.first('summary')}"
        assert edge["label"] in proxy.first("summary")
        assert set(proxy.get("proof")), f"{edge['id']} has no proof"
        if not fact:
            assert edge["label"] in proxy.first("role") and proxy.first("status") == edge["status"]
    schemata = {}
    for proxy in entities.values():
        schemata[proxy.schema.name] = schemata.get(proxy.schema.name, 0) + 1
    print(f"FollowTheMoney reads {stem.rsplit('/', 1)[-1]}: " + ", ".join(f"{n} {s}" for s, n in sorted(schemata.items())))


for argument in sys.argv[1:]:
    check(argument)
