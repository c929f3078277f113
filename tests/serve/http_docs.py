#!/usr/bin/env python3
"""Runs the examples of docs/http.md against a server on the samples' graph, and checks the OpenAPI document.

usage: http_docs.py CHANCERY SOURCE_DIR

A `curl` line in a code block is run by bash as it stands, but for the port. The line "answers STATUS" or "answers STATUS
with `TEXT`" below the block tells what each must give. Every route must be in an example. Standard library and curl.
"""
import html, json, pathlib, re, shutil, subprocess, sys, tempfile, time, urllib.request

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
ANSWERS = re.compile(r"answers (\d{3})(?: with `(.*)`)?$")
PLACE = "http://127.0.0.1:8087"


def examples(text):
    """(line number, command, status, text) of every curl line."""
    waiting = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("    curl "):
            waiting.append((number, line.strip()))
        elif match := ANSWERS.match(line.strip()):
            for where, command in waiting:
                yield where, command, int(match[1]), match[2]
            waiting = []
    for where, command in waiting:
        raise SystemExit(f"docs/http.md:{where}: no 'answers STATUS' below {command}")


class Server:
    """chancery serve on a free port, in a folder with the files that examples name."""

    def __init__(self, folder):
        self.folder = folder
        run = lambda *words: subprocess.run([PROGRAM, *words], cwd=folder, check=True, capture_output=True)
        shutil.copytree(SOURCE / "samples", folder / "samples", ignore=shutil.ignore_patterns("*.md"))
        run("extract", "samples", "-o", "graph.json")
        article = (folder / "samples/claims-and-denials.txt").read_text(encoding="utf-8")
        (folder / "article.txt").write_text(article, encoding="utf-8")
        blocks = [html.escape(b) for b in article.split("\n\n")]
        body = f"<h1>{blocks[0]}</h1>" + "".join(f"<p>{b}</p>" for b in blocks[1:])
        (folder / "page.html").write_text(f"<html><title>{blocks[0]}</title><body><article>{body}</article></body></html>", encoding="utf-8")
        (folder / "token").write_text("0123456789abcdef0123\n")
        (folder / "token").chmod(0o600)
        self.process = subprocess.Popen([PROGRAM, "serve", "graph.json", "--port", "0", "--token-file", "token", "--models", SOURCE / "models"],
                                        cwd=folder, stderr=subprocess.PIPE, text=True)
        self.place = None
        for line in self.process.stderr:
            if match := re.search(r"http://127\.0\.0\.1:\d+", line):
                self.place = match[0]
                break
        if not self.place:
            raise SystemExit("the server did not start")
        self.drain = subprocess.Popen(["cat"], stdin=self.process.stderr, stdout=subprocess.DEVNULL)  # its log must not fill the pipe

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)
        self.drain.kill()
        self.drain.wait()

    def run(self, command):
        """Status and answer of a documented line."""
        line = command.replace(PLACE, self.place).replace("curl -s", "curl -s -o answer -w '%{http_code}'", 1)
        done = subprocess.run(["bash", "-c", line], cwd=self.folder, capture_output=True, text=True, timeout=60)
        return int(done.stdout or 0), (self.folder / "answer").read_text(encoding="utf-8", errors="replace")


def paths_of(command):
    """Method and path that a curl line asks."""
    method = "post" if re.search(r" --data", command) else "get"
    return method, re.search(re.escape(PLACE) + r"([^?' ]*)", command)[1]


def covers(pattern, path):
    parts = [("[^/]+" if part.startswith("{") else re.escape(part)) for part in pattern.split("/")]
    return re.fullmatch("/".join(parts), path) is not None


def check_coverage(document, asked):
    """Every route stands in an example; of the paths for each format one is enough."""
    for pattern, operations in document["paths"].items():
        family = re.sub(r"^(/api/v1/(?:sub)?graph)\..*", r"\1.", pattern)
        for method in operations:
            if family.endswith("."):
                found = any(m == method and path.startswith(family) for m, path in asked)
            else:
                found = any(m == method and covers(pattern, path) for m, path in asked)
            if not found:
                yield f"docs/http.md: no example of {method.upper()} {pattern}"


def articles(server):
    return json.load(urllib.request.urlopen(server.place + "/api/v1/stats"))["articles"]


def check_swap(server):
    """A graph that takes the place of the old one is served soon; one that cannot be read is not."""
    (server.folder / "graph.json").write_text("{}")
    time.sleep(2.5)
    if articles(server) < 2:
        yield "a broken graph file was taken"
    subprocess.run([PROGRAM, "extract", "article.txt", "-o", "graph.json"], cwd=server.folder, check=True, capture_output=True)
    for _ in range(100):
        if articles(server) == 1:
            return
        time.sleep(0.1)
    yield "a new graph file was not taken within 10 s"


def main():
    failures = []
    text = (SOURCE / "docs/http.md").read_text(encoding="utf-8")
    asked = []
    with tempfile.TemporaryDirectory(prefix="chancery-http-") as scratch, Server(pathlib.Path(scratch)) as server:
        for where, command, status, part in examples(text):
            asked.append(paths_of(command))
            got, answer = server.run(command)
            if got != status or (part and part not in answer):
                failures.append(f"docs/http.md:{where}: {command}\n    {got}, wanted {status} with {part}: {answer[:300]}")
        document = json.load(urllib.request.urlopen(server.place + "/openapi.json"))
        failures += check_swap(server)
    failures += check_coverage(document, asked)
    print("\n".join(failures))
    print(f"{len(asked)} examples, {len(failures)} failed")
    return 1 if failures or len(asked) < 30 else 0


if __name__ == "__main__":
    sys.exit(main())
