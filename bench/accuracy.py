#!/usr/bin/env python3
"""Accuracy of tagger, parser, lemmatiser and tokenizer on Universal Dependencies treebanks, as the README's table.

Usage: bench/accuracy.py [--floors] TREEBANKS [PROGRAM]

With --floors it fails when a score is below what the shipped model must reach, and ends with 77 (skipped) when there
are no treebanks.

TREEBANKS is a folder with en_ewt-ud-test.conllu, en_pud-ud-test.conllu and, for GUM news, gum_ok-news-*.conllu; files
that are missing are left out. Scores are per cent. From raw text they are the F1 of the CoNLL 2018 shared task: a word
counts when its characters are the gold word's, an arc when both its ends do.
"""
import os
import subprocess
import sys


def read(text):
    """[(comments, [cells])] without ranges and empty nodes; ranges are kept apart as (first, last, form)."""
    sentences, comments, words, ranges = [], [], [], []
    for line in text.split("\n"):
        if not line:
            if words:
                sentences.append((comments, words, ranges))
            comments, words, ranges = [], [], []
        elif line[0] == "#":
            comments.append(line)
        else:
            cells = line.split("\t")
            if "-" in cells[0]:
                first, last = cells[0].split("-")
                ranges.append((int(first), int(last), cells[1]))
            elif "." not in cells[0]:
                words.append(cells)
    return sentences


def share(part, whole):
    return 100.0 * part / whole if whole else 0.0


def compare(gold, found):
    n = upos = xpos = lemma = uas = las = plain = plain_uas = 0
    for (_, g_words, _), (_, f_words, _) in zip(gold, found, strict=True):
        for g, f in zip(g_words, f_words, strict=True):
            n += 1
            upos += g[3] == f[3]
            xpos += g[4] == f[4]
            lemma += g[2] == f[2]
            uas += g[6] == f[6]
            las += g[6] == f[6] and g[7] == f[7]
            if g[3] != "PUNCT":
                plain += 1
                plain_uas += g[6] == f[6]
    return [share(x, n) for x in (upos, xpos, lemma, uas, las)] + [share(plain_uas, plain), len(gold), n]


def raw_text(gold):
    """Documents and paragraphs as running text."""
    parts = []
    for comments, _, _ in gold:
        text = next(c[9:] for c in comments if c.startswith("# text = "))
        fresh = any(c.startswith(("# newdoc", "# newpar")) for c in comments)
        parts.append(("\n\n" if fresh else " ") + text)
    return "".join(parts).strip() + "\n"


def words_of(sentences):
    """(key, head's key, label) of every word. A key is the place in the text without blanks; words inside one written
    token share its characters and are told apart by their form."""
    out, spans, at = [], [], 0
    for _, words, ranges in sentences:
        keys, i = [], 0
        covered = {first: (last, form) for first, last, form in ranges}
        begin_sentence = at
        while i < len(words):
            if i + 1 in covered:
                last, form = covered[i + 1]
                size, inner = len(form.replace(" ", "")), 0
                for k in range(i, last):
                    piece = words[k][1].replace(" ", "")
                    keys.append((at + inner, at + inner + len(piece)))
                    inner += len(piece)
                at += size
                i = last
            else:
                size = len(words[i][1].replace(" ", ""))
                keys.append((at, at + size))
                at += size
                i += 1
        spans.append((begin_sentence, at))
        for k, word in enumerate(words):
            head = int(word[6])
            out.append((keys[k], keys[head - 1] if head else None, word[7]))
    return out, spans


def f1(gold, found):
    gold, found = set(gold), set(found)
    common = len(gold & found)
    return share(2 * common, len(gold) + len(found))


def names_table(folder, program):
    """Words of names, by kind, against the Universal NER annotation of the same treebanks."""
    kinds = {"PER": "person", "LOC": "place", "ORG": "organisation"}
    print("\n| words of names, P / R / F1 | " + " | ".join(kinds.values()) + " | all |\n|---|---|---|---|---|")
    for test, treebank in (("EWT test", "en_ewt-ud-test"), ("PUD", "en_pud-ud-test")):
        paths = [os.path.join(folder, treebank + ".conllu"), os.path.join(folder, "ner", treebank + ".iob2")]
        if not all(os.path.exists(path) for path in paths):
            continue
        gold = {}
        for block in open(paths[1], encoding="utf-8").read().split("\n\n"):
            cells = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
            gold[tuple(c[1] for c in cells)] = [c[2][2:] for c in cells]
        found = read(run(program, ["--input", "conllu"], open(paths[0], encoding="utf-8").read()))
        counts = {kind: [0, 0, 0] for kind in kinds}
        for _, words, _ in found:
            tags = gold.get(tuple(word[1] for word in words))
            for word, tag in zip(words, tags or []):
                mine = next((field[5:] for field in word[9].split("|") if field.startswith("Name=")), "")
                for kind, (right, all_found, all_gold) in counts.items():
                    counts[kind] = [right + (mine == tag == kind), all_found + (mine == kind), all_gold + (tag == kind)]
        rows = [*counts.values(), [sum(column) for column in zip(*counts.values())]]
        cells = [f"{share(r, f):.1f} / {share(r, g):.1f} / {share(2 * r, f + g):.1f}" for r, f, g in rows]
        print(f"| {test} | " + " | ".join(cells) + " |")


FLOORS = {  # (test, column): least score
    ("EWT test", "UPOS"): 95.5, ("EWT test", "UAS"): 87.8, ("EWT test", "LAS"): 84.8, ("EWT test", "lemma"): 96.0,
    ("PUD, its 500 news sentences", "UAS without punctuation"): 88.5,
    ("GUM news dev + test", "LAS"): 84.5,
    ("EWT test", "raw LAS"): 79.5,
}
COLUMNS = ["UPOS", "XPOS", "lemma", "UAS", "LAS", "UAS without punctuation"]


def run(program, arguments, text=None):
    return subprocess.run([program, "parse", *arguments], input=text, capture_output=True, text=True, check=True).stdout


def main():
    arguments = [a for a in sys.argv[1:] if a != "--floors"]
    floors = len(arguments) < len(sys.argv) - 1
    if not arguments:
        sys.exit(__doc__)
    folder = arguments[0]
    program = arguments[1] if len(arguments) > 1 else "build/release/bin/chancery"
    if floors and not os.path.isdir(folder):
        print(f"{folder}: no treebanks here; skipped")
        sys.exit(77)
    scores = {}

    def load(*names):
        paths = [os.path.join(folder, name) for name in names]
        if not all(os.path.exists(path) for path in paths):
            return None
        return "".join(open(path, encoding="utf-8").read() for path in paths)

    tests = [
        ("EWT test", load("en_ewt-ud-test.conllu"), None),
        ("GUM news dev + test", load("gum_ok-news-dev.conllu", "gum_ok-news-test.conllu"), None),
        ("PUD, all", load("en_pud-ud-test.conllu"), None),
        ("PUD, its 500 news sentences", load("en_pud-ud-test.conllu"), "n"),
    ]
    print("| gold tokens | UPOS | XPOS | lemma | UAS | LAS | UAS without punctuation | sentences | words |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name, text, prefix in tests:
        if text is None:
            continue
        gold, found = read(text), read(run(program, ["--input", "conllu"], text))
        if prefix:
            keep = [any(c.startswith("# sent_id = " + prefix) for c in comments) for comments, _, _ in gold]
            gold = [s for s, k in zip(gold, keep) if k]
            found = [s for s, k in zip(found, keep) if k]
        row = compare(gold, found)
        scores.update({(name, column): value for column, value in zip(COLUMNS, row)})
        print(f"| {name} | " + " | ".join(f"{x:.1f}" for x in row[:6]) + f" | {row[6]} | {row[7]} |")
    print("\n| from raw text, F1 | words | sentences | UAS | LAS |")
    print("|---|---|---|---|---|")
    for name, text, prefix in tests[:3]:
        if text is None:
            continue
        gold = read(text)
        found = read(run(program, [], raw_text(gold)))
        g_words, g_spans = words_of(gold)
        f_words, f_spans = words_of(found)
        scores[(name, "raw LAS")] = f1(g_words, f_words)
        print(f"| {name} | {f1([w[0] for w in g_words], [w[0] for w in f_words]):.1f} | {f1(g_spans, f_spans):.1f} | "
              f"{f1([w[:2] for w in g_words], [w[:2] for w in f_words]):.1f} | {scores[(name, 'raw LAS')]:.1f} |")
    names_table(folder, program)
    if floors:
        low = [f"{test}: {column} is {scores[(test, column)]:.2f}, must be {least}"
               for (test, column), least in FLOORS.items() if (test, column) in scores and scores[(test, column)] < least]
        sys.exit("\n".join(low) or 0)


if __name__ == "__main__":
    main()
