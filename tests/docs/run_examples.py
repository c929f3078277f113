#!/usr/bin/env python3
"""Runs the shell examples of the documentation.

usage: run_examples.py CHANCERY SOURCE_DIR

An example is a line in a code block (fenced, or indented by four blanks) of README.md or docs/**/*.md, or in the footer
of a command's --help, that begins with `chancery ` or `build/release/bin/chancery `. The lines of a page are run by
bash, in order, in one scratch folder; each must end with 0. What they name is there:

  samples/ articles/ folder/   the articles of samples/
  article.txt                  one of them
  news.jsonl, news.jsonl.gz    all of them, one a line, their text under two keys
  page.html, pages/, saved/    web pages of them
  crawl.warc.gz                a crawl of one page
  graph.json                   the graph of all of them
  decisions.tsv                its doubtful pairs
  my_rules.toml                a relation of the user's own (tests/docs/my_rules.toml)
  gold.conllu                  what `chancery parse` says of article.txt

Training takes treebanks and minutes, and a server does not end, so `chancery train` and `chancery serve` are left out
here (tests/serve/run_serve.py starts the latter), and so is what watches a folder. An example that names anything else fails: use
these names, or add one here.
"""
import gzip, html, json, pathlib, re, shutil, subprocess, sys, tempfile

program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
START = re.compile(r"(chancery|build/release/bin/chancery) (?!(train|serve)\b|add --watch)")


def code_lines(text):
    """Lines of code blocks, each with its number."""
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif fenced or line.startswith("    "):
            yield number, line.strip()


def examples():
    """(where, lines) for each page and each command's help."""
    for page in [source / "README.md", *sorted((source / "docs").rglob("*.md"))]:
        lines = [(n, line) for n, line in code_lines(page.read_text(encoding="utf-8")) if START.match(line)]
        yield str(page.relative_to(source)), lines
    help_text = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    for command in re.findall(r"^  ([a-z]+)  ", help_text[help_text.index("Subcommands"):], re.M):
        text = subprocess.run([program, command, "--help"], capture_output=True, text=True, check=True).stdout
        lines = [(n, line.strip()) for n, line in enumerate(text.split("\n"), 1) if START.match(line.strip())]
        yield f"chancery {command} --help", lines


def page_of(text):
    """A web page with an article."""
    title, *rest = [block.strip() for block in text.split("\n\n") if block.strip()]
    body = "".join(f"<p>{html.escape(block)}</p>\n" for block in rest)
    return f"<html><head><title>{html.escape(title)}</title></head><body><article><h1>{html.escape(title)}</h1>\n{body}</article></body></html>\n"


def warc_of(page):
    """A crawl of one page, as an archive record."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\nWARC-Date: 2031-03-04T00:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n")
    return gzip.compress(head.encode() + answer + b"\r\n\r\n")


def furnish(folder):
    """Puts the files there that examples may name."""
    run = lambda *words: subprocess.run([program, *words], cwd=folder, check=True, capture_output=True, text=True).stdout
    for name in ("samples", "articles", "folder"):
        shutil.copytree(source / "samples", folder / name, ignore=shutil.ignore_patterns("*.md"))
    texts = sorted((folder / "samples").glob("*.txt"))
    shutil.copy(texts[-1], folder / "article.txt")
    with open(folder / "news.jsonl", "w", encoding="utf-8") as out:
        for path in texts:
            text = path.read_text(encoding="utf-8", errors="replace")
            out.write(json.dumps({"id": path.stem, "text": text, "body": text}) + "\n")
    (folder / "news.jsonl.gz").write_bytes(gzip.compress((folder / "news.jsonl").read_bytes()))
    page = page_of((folder / "article.txt").read_text(encoding="utf-8"))
    (folder / "page.html").write_text(page, encoding="utf-8")
    for name in ("pages", "saved"):
        (folder / name).mkdir()
        (folder / name / "1.html").write_text(page, encoding="utf-8")
    (folder / "crawl.warc.gz").write_bytes(warc_of(page))
    shutil.copy(source / "tests/docs/my_rules.toml", folder)
    run("extract", "samples", "-o", "graph.json")
    (folder / "decisions.tsv").write_text(run("query", "graph.json", "duplicates"), encoding="utf-8")
    (folder / "gold.conllu").write_text(run("parse", "article.txt"), encoding="utf-8")
    (folder / "bin").mkdir()
    (folder / "bin/chancery").symlink_to(program)
    (folder / "build/release").mkdir(parents=True)
    (folder / "build/release/bin").symlink_to(folder / "bin")


def main():
    failed = count = 0
    with tempfile.TemporaryDirectory(prefix="chancery-docs-") as scratch:
        template = pathlib.Path(scratch) / "template"
        template.mkdir()
        furnish(template)
        for where, lines in examples():
            folder = pathlib.Path(scratch) / re.sub(r"\W", "-", where)
            shutil.copytree(template, folder, symlinks=True)
            for number, line in lines:
                count += 1
                done = subprocess.run(["bash", "-o", "pipefail", "-c", f'PATH="$PWD/bin:$PATH"; {line}'], cwd=folder,
                                      capture_output=True, text=True, stdin=subprocess.DEVNULL)
                if done.returncode != 0:
                    failed += 1
                    print(f"{where}:{number}: {line}\n    exit {done.returncode}: {done.stderr.strip()[-400:]}")
    print(f"{count} examples, {failed} failed")
    return 1 if failed or count < 10 else 0


sys.exit(main())
