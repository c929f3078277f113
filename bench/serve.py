#!/usr/bin/env python3
"""Requests a second of `chancery serve`, beside nginx sending the same bytes from memory, in one run.

usage: bench/serve.py CHANCERY GRAPH.json [--path PATH] [--connections N] [--seconds S] [--rounds N] [--soak MINUTES]
       bench/serve.py CHANCERY STORE --soak MINUTES --articles ARTICLES.jsonl [--every S] [--cores LIST]

The answer at PATH (default: the entity with the most edges) is asked for once and written to a file, which nginx serves
from its cache with as many workers as there are cores and sendfile. wrk asks both in turns with one thread; the median round
of each is printed, with the machine's load before it. wrk shares the cores with the servers, as the goal says.

--soak asks for MINUTES at the given connections while the graph is changed every few seconds, and prints errors and resident
memory over time. A graph file is replaced by itself. To a store the next of ARTICLES is added, and once there are twenty, the
oldest of them is removed, so that the graph keeps its size. --cores binds server and load to some cores (taskset's words).
Needs wrk; nginx is left out where it is not installed.
"""
import argparse, json, os, pathlib, re, shutil, statistics, subprocess, tempfile, threading, time, urllib.parse, urllib.request

NGINX = """
worker_processes auto; pid {top}/nginx.pid; error_log {top}/error.log; daemon off;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nodelay on; keepalive_requests 100000000; default_type application/json; open_file_cache max=10;
  client_body_temp_path {top}/b; proxy_temp_path {top}/p; fastcgi_temp_path {top}/f; uwsgi_temp_path {top}/u; scgi_temp_path {top}/s;
  server {{ listen 127.0.0.1:{port}; location / {{ root {top}/www; }} }}
}}
"""


def start_chancery(program, graph):
    process = subprocess.Popen([program, "serve", graph, "--port", "0", "--quiet"], stderr=subprocess.PIPE, text=True)
    for line in process.stderr:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if found:
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return process, int(found.group(1))
    raise SystemExit("chancery serve did not start")


def start_nginx(top, body, port):
    (top / "www").mkdir()
    (top / "www/entity").write_bytes(body)
    (top / "nginx.conf").write_text(NGINX.format(top=top, port=port))
    top.chmod(0o755)
    process = subprocess.Popen(["nginx", "-c", top / "nginx.conf", "-p", top], stderr=subprocess.DEVNULL)
    time.sleep(0.5)
    return process


def wrk(url, connections, seconds):
    """Requests a second, p99 in milliseconds, and what wrk says of errors."""
    text = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}", "--latency", url], capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    errors = " ".join(re.findall(r"(?:Socket errors|Non-2xx).*", text))
    return rate, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit], errors


def busiest_entity(graph):
    counts = {}
    for edge in json.load(open(graph))["edges"]:
        for end in (edge["source"], edge["target"]):
            counts[end] = counts.get(end, 0) + 1
    return "/api/v1/entities/" + urllib.parse.quote(max(sorted(counts), key=counts.get), safe="")


def resident(process):
    return int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{process.pid}/status").read()).group(1)) // 1024


def compare(options, port, body, top):
    targets = {"chancery": f"http://127.0.0.1:{port}{options.path}"}
    nginx = None
    if shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin"):
        os.environ["PATH"] += ":/usr/sbin"
        nginx = start_nginx(top, body, port + 1 if port < 65000 else port - 1)
        targets["nginx"] = f"http://127.0.0.1:{port + 1 if port < 65000 else port - 1}/entity"
    rounds = {name: [] for name in targets}
    for _ in range(options.rounds):
        for name, url in targets.items():
            load = os.getloadavg()[0]
            rounds[name].append((*wrk(url, options.connections, options.seconds), load))
    print(f"{len(body)} bytes, {options.connections} connections, {options.rounds} rounds of {options.seconds} s, {os.cpu_count()} cores with wrk on them")
    for name, results in rounds.items():
        rates, slow = [r[0] for r in results], [r[1] for r in results]
        print(f"{name:10} {statistics.median(rates):9.0f} requests/s ({min(rates):.0f} to {max(rates):.0f})   p99 {statistics.median(slow):6.2f} ms "
              f"({min(slow):.2f} to {max(slow):.2f})   load {min(r[3] for r in results):.1f} to {max(r[3] for r in results):.1f} {' '.join(r[2] for r in results).strip()}")
    if nginx:
        nginx.terminate()


def replace_file(graph, every, stop):
    saved = graph.read_bytes()
    while not stop.wait(every):
        graph.with_suffix(".new").write_bytes(saved)
        os.replace(graph.with_suffix(".new"), graph)
        CHANGES.append(time.monotonic())


def change_store(options, store, stop):
    folder, names = store.parent, []
    for number, line in enumerate(open(options.articles)):
        if stop.wait(options.every):
            return
        names.append(f"soak-{number}")
        one = folder / f"{names[-1]}.txt"
        one.write_text(json.loads(line)["text"])
        jobs = [["add", store, one]]
        if len(names) > 20:
            jobs.append(["remove", store, names.pop(0)])
        for job in jobs:
            subprocess.run(["taskset", "-c", f"0-{os.cpu_count() - 1}", options.chancery, *job], check=True, capture_output=True)
            CHANGES.append(time.monotonic())
        one.unlink()


CHANGES = []


def soak(options, process, port, graph):
    stop = threading.Event()
    changer = threading.Thread(target=change_store, args=(options, graph, stop)) if options.articles else \
        threading.Thread(target=replace_file, args=(graph, options.every, stop))
    changer.start()
    total = 0
    for minute in range(options.soak):
        rate, slow, errors = wrk(f"http://127.0.0.1:{port}{options.path}", options.connections, 60)
        total += rate * 60
        stats = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/stats"))
        print(f"minute {minute + 1:3}: {rate:9.0f} requests/s  p99 {slow:6.2f} ms  {resident(process)} MB resident  {len(CHANGES)} changes  "
              f"{stats['entities']} entities  load {os.getloadavg()[0]:.1f}  {errors or 'no errors'}", flush=True)
    stop.set()
    changer.join()
    print(f"{total / 1e6:.1f} million requests, {len(CHANGES)} changes")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("chancery", type=pathlib.Path)
    parser.add_argument("graph", type=pathlib.Path)
    parser.add_argument("--path")
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--soak", type=int)
    parser.add_argument("--articles", type=pathlib.Path)
    parser.add_argument("--every", type=float, default=2)
    parser.add_argument("--cores")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        options.chancery = options.chancery.resolve()
        if options.cores:
            subprocess.run(["taskset", "-pc", options.cores, str(os.getpid())], check=True, stdout=subprocess.DEVNULL)
        graph = top / ("graph.db" if options.articles else "graph.json")
        shutil.copy(options.graph, graph)
        if options.articles:
            subprocess.run([options.chancery, "convert", graph, "-o", top / "now.json"], check=True)
        options.path = options.path or busiest_entity(top / "now.json" if options.articles else graph)
        process, port = start_chancery(options.chancery, graph)
        try:
            body = urllib.request.urlopen(f"http://127.0.0.1:{port}{options.path}").read()
            soak(options, process, port, graph) if options.soak else compare(options, port, body, top)
        finally:
            process.terminate()
