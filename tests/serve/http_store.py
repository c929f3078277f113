#!/usr/bin/env python3
"""A store behind the server: texts and passages, articles that come by POST or from another process, former ids.

usage: http_store.py CHANCERY SOURCE_DIR

Standard library only.
"""
import json, pathlib, re, subprocess, sys, tempfile, time, urllib.error, urllib.request

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
TOKEN = "0123456789abcdef0123"


class Server:
    def __init__(self, folder):
        (folder / "token").write_text(TOKEN)
        self.process = subprocess.Popen([PROGRAM, "serve", "news.store", "--port", "0", "--token-file", "token", "--quiet", "--models", SOURCE / "models"],
                                        cwd=folder, stderr=subprocess.PIPE, text=True)
        self.place = next(m[0] for m in (re.search(r"http://127\.0\.0\.1:\d+", line) for line in self.process.stderr) if m)

    def __enter__(self):
        self.wait("/readyz", lambda status, _: status == 200)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate(timeout=20)

    def ask(self, path, body=None, headers={}):
        """Status and answer; JSON where it is."""
        request = urllib.request.Request(self.place + path, body, headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                status, text = answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read().decode()
        return status, json.loads(text) if text.startswith("{") else text

    def wait(self, path, enough):
        for _ in range(200):
            status, answer = self.ask(path)
            if enough(status, answer):
                return answer
            time.sleep(0.1)
        raise AssertionError(f"{path} did not change: {status} {str(answer)[:200]}")


def main():
    with tempfile.TemporaryDirectory(prefix="chancery-store-") as scratch:
        folder = pathlib.Path(scratch)
        run = lambda *words: subprocess.run([PROGRAM, *words], cwd=folder, check=True, capture_output=True)
        run("add", "news.store", SOURCE / "samples/visa-row-1.txt")
        run("extract", SOURCE / "samples/visa-row-1.txt", "-o", "graph.json")
        with Server(folder) as server:
            graph = json.load(open(folder / "graph.json"))
            for node in graph["nodes"]:
                status, entity = server.ask("/api/v1/entities/" + node["id"])
                assert status == 200 and all(entity[key] == value for key, value in node.items()), node["id"]
            relation = server.ask("/api/v1/relations/" + graph["edges"][0]["id"])[1]
            for piece in relation["evidence"]:
                assert piece["text"] in piece["passage"]["text"], piece
            found = server.ask("/api/v1/texts?q=ambassador")[1]
            assert found["total"] == 1 and "ambassador" in found["found"][0]["snippet"].lower(), found
            assert "ambassador" in server.ask("/api/v1/articles/visa-row-1?text=true")[1]["text"]

            text = (SOURCE / "samples/reshuffle.txt").read_bytes()
            plain = {"Content-Type": "text/plain"}
            assert server.ask("/api/v1/articles?id=reshuffle", text, plain)[0] == 401
            bearer = plain | {"Authorization": "Bearer " + TOKEN}
            status, added = server.ask("/api/v1/articles?id=reshuffle", text, bearer)
            assert status == 201 and added["added"] and added["id"] == "reshuffle" and len(added["sha256"]) == 64, added
            assert server.ask("/api/v1/articles?id=reshuffle", text, bearer)[0] == 200
            server.wait("/api/v1/stats", lambda _, stats: stats["articles"] == 2)
            run("add", "news.store", SOURCE / "samples/ceasefire.txt")
            server.wait("/api/v1/stats", lambda _, stats: stats["articles"] == 3)
            run("extract", *(SOURCE / f"samples/{name}.txt" for name in ("visa-row-1", "reshuffle", "ceasefire")), "-o", "all.json")
            served = server.ask("/api/v1/graph.json")[1]
            wanted = json.load(open(folder / "all.json"))
            assert served["nodes"] == wanted["nodes"] and served["edges"] == wanted["edges"]
    print("a store is served: passed")
    return 0


sys.exit(main())
