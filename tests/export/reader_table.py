"""The table of readers in docs/formats/README.md, made from what the reader tests have seen.

Each test hands over what its readers opened and compared; tests/export/readers.tsv keeps that for all tests, so that the table is whole
although no single run has every runtime. A test fails when it sees something else than what is kept for it, and when the table is not made
from what is kept. CHANCERY_UPDATE_GOLDEN=1 keeps what was seen and makes the table anew.
"""
import os

HERE = os.path.dirname(os.path.abspath(__file__))
KEPT = os.path.join(HERE, "readers.tsv")
PAGE = os.path.join(HERE, "../../docs/formats/README.md")
BEGIN, END = "<!-- readers -->\n", "<!-- end of readers -->\n"
TESTS = ["readers", "rdf_readers", "reader_gephi", "reader_neo4j", "reader_ftm"]  # the order of the rows
SUFFIXES = ["graphml", "gexf", "graphology.json", "cyjs", "dot", "gephi.dot", "csv", "nq", "ttl", "ftm.jsonl", "cypher", "neo4j.csv"]


def read_kept():
    with open(KEPT, encoding="utf-8") as f:
        lines = [line.rstrip("\n").split("\t") for line in f]
    assert lines[0] == ["test", "reader", "suffix"], f"{KEPT}: the first line names the columns test, reader, suffix"
    return [tuple(line) for line in lines[1:]]


def table(rows):
    readers = list(dict.fromkeys(reader for _, reader, _ in rows))
    opened = {(reader, suffix) for _, reader, suffix in rows}
    lines = ["| reader | " + " | ".join(f"`.{s}`" for s in SUFFIXES) + " |", "|---" * (len(SUFFIXES) + 1) + "|"]
    return "".join(line + "\n" for line in lines + [f"| {r} | " + " | ".join("yes" if (r, s) in opened else "" for s in SUFFIXES) + " |" for r in readers])


def check(test, opened, skipped=()):
    """`opened`: (reader, suffix) pairs that opened everything alike; `skipped`: readers that are not installed."""
    update = bool(os.environ.get("CHANCERY_UPDATE_GOLDEN"))
    assert not skipped or os.environ.get("CHANCERY_READERS") != "all", f"not installed: {', '.join(sorted(set(skipped)))}"
    assert all(suffix in SUFFIXES for _, suffix in opened), "a suffix has no column in the table of readers"
    rows = read_kept()
    of_test = [row for row in rows if row[0] == test]
    seen = [(test, reader, suffix) for reader, suffix in opened]
    if update and not skipped:
        rows = sorted([row for row in rows if row[0] != test] + seen, key=lambda row: TESTS.index(row[0]))
        with open(KEPT, "w", encoding="utf-8") as f:
            f.writelines("\t".join(row) + "\n" for row in [("test", "reader", "suffix")] + rows)
    else:
        expected = [row for row in of_test if row[1] not in skipped]
        assert sorted(seen) == sorted(expected), f"{KEPT}: differs from what was opened: {sorted(set(seen) ^ set(expected))}; CHANCERY_UPDATE_GOLDEN=1 keeps it"
    with open(PAGE, encoding="utf-8") as f:
        text = f.read()
    before, rest = text.split(BEGIN)
    made = before + BEGIN + table(rows) + END + rest.split(END)[1]
    if update:
        with open(PAGE, "w", encoding="utf-8") as f:
            f.write(made)
    assert update or made == text, f"{PAGE}: the table of readers is old; CHANCERY_UPDATE_GOLDEN=1 makes it anew"
