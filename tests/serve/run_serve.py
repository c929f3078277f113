#!/usr/bin/env python3
"""The HTTP endpoint from outside: messages, time, stopping, options.

usage: run_serve.py ATTACK_TARGET CHANCERY [slow|NAME...]

Standard library only. Each test starts its own server.
"""
import http.client, json, os, pathlib, re, signal, socket, subprocess, sys, tempfile, time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from attacks import HEAD, SANITIZED, Target, read_all, status

TARGET, CHANCERY = (pathlib.Path(p).resolve() for p in sys.argv[1:3])


def ours():
    return Target(TARGET, "ours")


def test_pipelined_requests_are_answered_in_order():
    with ours() as server:
        one = b"GET /entities/%d HTTP/1.1\r\n" + HEAD + b"\r\n"
        post = b"POST /count HTTP/1.1\r\n" + HEAD + b"Content-Length: 5\r\n\r\nhello"
        last = b"GET /entities/9 HTTP/1.1\r\n" + HEAD + b"Connection: close\r\n\r\n"
        text = server.ask(one % 1 + post + one % 2 * 100 + last).decode()
        found = re.findall(r'"id":"(\d)"|^(5)$', text, re.M)
        assert [a or b for a, b in found] == ["1", "5"] + ["2"] * 100 + ["9"], found


def test_a_request_in_single_bytes_is_one_request():
    with ours() as server, server.connect() as client:
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in b"POST /count HTTP/1.1\r\n" + HEAD + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n":
            client.sendall(bytes([byte]))
        assert read_all(client).endswith(b"\r\n\r\n5\n")


def test_a_body_is_counted_whole():
    with ours() as server:
        for size in (0, 1, 8192, 8193, 1 << 20, 8 << 20):  # 8,192 is where the library stops for forms
            connection = http.client.HTTPConnection("127.0.0.1", server.port)
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", "/count", b"x" * size, form)
            assert connection.getresponse().read() == b"%d\n" % size
            connection.request("POST", "/count", iter([b"y" * size] if size else []), encode_chunked=True, headers={"Transfer-Encoding": "chunked"})
            assert connection.getresponse().read() == b"%d\n" % size


def test_a_body_over_the_limit_is_refused_before_it_comes():
    with ours() as server, server.connect() as client:
        client.sendall(b"POST /count HTTP/1.1\r\n" + HEAD + b"Content-Length: 8388609\r\nExpect: 100-continue\r\n\r\n")
        answer = read_all(client)
        assert status(answer) == 413 and b"100 Continue" not in answer, answer


def test_a_client_that_waits_for_100_is_told_to_go_on():
    with ours() as server, server.connect() as client:
        client.sendall(b"POST /count HTTP/1.1\r\n" + HEAD + b"Content-Length: 5\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n")
        assert client.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
        client.sendall(b"hello")
        assert read_all(client).endswith(b"5\n")


def test_large_answers_arrive_whole_packed_or_not():
    with ours() as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.request("GET", "/big")
        assert connection.getresponse().read() == b"x" * (5 << 20)
        connection.request("GET", "/stream", headers={"Accept-Encoding": "gzip"})
        assert connection.getresponse().read() == b'{"row":1}\n' * 100000
        connection.request("HEAD", "/stream")
        assert connection.getresponse().read() == b""
        connection.request("HEAD", "/big")
        answer = connection.getresponse()
        assert answer.getheader("Content-Length") == str(5 << 20) and answer.read() == b""
        old = server.ask(b"GET /stream HTTP/1.0\r\n" + HEAD + b"\r\n")
        assert old.split(b"\r\n\r\n", 1)[1] == b'{"row":1}\n' * 100000 and b"chunked" not in old[:1000]


def test_slow_readers_hold_no_thread():
    with ours() as server:
        held = []
        for _ in range(30):  # of 8 threads
            client = socket.socket()
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            client.connect(("127.0.0.1", server.port))
            client.sendall(b"GET /big HTTP/1.1\r\n" + HEAD + b"\r\n")
            held.append(client)
        time.sleep(0.3)
        begin = time.monotonic()
        assert status(server.get()) == 200 and time.monotonic() - begin < 0.5
        assert SANITIZED or server.peak() < 60, server.peak()  # one body, not thirty


def test_streams_that_nobody_reads_leave_threads_for_others():
    with ours() as server:
        held = [server.connect() for _ in range(20)]
        for client in held:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            client.sendall((b"GET /stream HTTP/1.1\r\n" + HEAD + b"\r\n") * 20)
        time.sleep(0.3)
        begin = time.monotonic()
        assert status(server.get()) == 200 and time.monotonic() - begin < 0.5


def test_slow_requests_end_with_408():
    with ours() as server:
        head, body = server.connect(), server.connect()
        head.sendall(b"GET /entities/x HTTP/1.1\r\n")
        body.sendall(b"POST /count HTTP/1.1\r\n" + HEAD + b"Content-Length: 5\r\n\r\nhel")
        begin = time.monotonic()
        assert status(read_all(head)) == 408 and 4 < time.monotonic() - begin < 8
        body.settimeout(30)
        assert status(read_all(body)) == 408 and 19 < time.monotonic() - begin < 24


def test_too_many_clients_are_told_so():
    with serve("--max-connections", "20") as (port, _, process):
        def request():
            client = socket.create_connection(("127.0.0.1", port), 5)
            client.sendall(b"POST /healthz HTTP/1.1\r\n" + HEAD)
            return client
        held = [request() for _ in range(20)]
        time.sleep(0.2)
        with socket.create_connection(("127.0.0.1", port), 5) as client:  # unfinished heads of less than half a second keep their places
            client.sendall(b"GET /healthz HTTP/1.1\r\n" + HEAD + b"\r\n")
            answer = read_all(client)
            assert status(answer) == 503 and b"Retry-After: 1" in answer, answer
        time.sleep(0.5)
        with socket.create_connection(("127.0.0.1", port), 5) as client:  # older ones do not
            client.sendall(b"GET /healthz HTTP/1.1\r\n" + HEAD + b"Connection: close\r\n\r\n")
            assert status(read_all(client)) == 200
        del held


class serve:
    """chancery serve on an empty graph: (port, its folder, the process)."""

    def __init__(self, *options, token=None):
        self.options, self.token = options, token

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        top = pathlib.Path(self.folder.name)
        (top / "g.json").write_text(json.dumps({"articles": [], "nodes": [], "edges": []}))
        options = [o.replace("DIR", self.folder.name) for o in self.options]
        if self.token:
            (top / "token").write_text(self.token + "\n")
            (top / "token").chmod(0o600)
            options += ["--token-file", str(top / "token")]
        self.process = subprocess.Popen([CHANCERY, "serve", top / "g.json", "--port", "0", *options], stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        port = re.search(r":(\d+)/$", line)
        self.line = line
        return int(port.group(1)) if port else None, top, self.process

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stderr.close()
        self.folder.cleanup()


def fetch(port, path, method="GET", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    answer.text = answer.read().decode()
    return answer


def test_health_and_metrics():
    with serve() as (port, _, _process):
        assert fetch(port, "/healthz").text == "ok\n"
        assert fetch(port, "/readyz").text == "ready\n"
        fetch(port, "/nothing/of/the/kind")
        time.sleep(0.2)  # counted after the answer is sent
        text = fetch(port, "/metrics").text
        assert 'chancery_http_requests_total{route="/healthz",status="200"} 1\n' in text
        assert 'chancery_http_requests_total{route="(none)",status="404"} 1\n' in text and "nothing" not in text
        assert int(re.search(r"chancery_http_sent_bytes_total (\d+)", text)[1]) > len("ok\nready\n")
        for line in text.splitlines():  # the text format, line by line
            assert re.fullmatch(r'# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"\\]*"(,[a-z]+="[^"\\]*")*\})? [0-9.e+-]+', line), line


def test_other_machines_need_a_token():
    result = subprocess.run([CHANCERY, "serve", os.devnull, "--address", "0.0.0.0"], capture_output=True, text=True)
    assert result.returncode == 1
    with serve("--address", "0.0.0.0", token="0123456789abcdef0") as (port, _, _process):
        assert fetch(port, "/healthz").status == 200
        assert fetch(port, "/metrics").status == 401
        assert fetch(port, "/metrics", Authorization="Bearer 0123456789abcdef1").status == 401
        assert fetch(port, "/metrics", Authorization="Bearer 0123456789abcdef0").status == 200
    with serve("--address", "0.0.0.0", "--public-read") as (port, _, _process):
        assert fetch(port, "/metrics").status == 200
        assert fetch(port, "/metrics", "POST").status == 403
    with serve("--address", "0.0.0.0") as (port, _, process):
        assert port is None and process.wait(5) == 1


def test_the_log_is_one_line_a_request_and_says_nothing_it_should_not():
    with serve(token="0123456789abcdef") as (port, _, process):
        fetch(port, "/healthz?q=private", Authorization="Bearer 0123456789abcdef", User_Agent="secret")
        with socket.create_connection(("127.0.0.1", port), 5) as client:
            client.sendall(b"GET /\x1b[31m HTTP/1.1\r\n" + HEAD + b"\r\n")
            read_all(client)
        process.send_signal(signal.SIGTERM)
        log = process.communicate()[1]
    lines = sorted(log.splitlines(), key=lambda line: "GET" not in line)  # written after the answer, so in any order
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ 127\.0\.0\.1 GET /healthz 400 \d+ \d+\.\dms", lines[0]), lines
    assert re.fullmatch(r"\S+ 127\.0\.0\.1 - - 400 \d+ \d+\.\dms", lines[1]), lines
    assert not re.search(r"private|0123456789abcdef|secret|\x1b", log)


def test_a_unix_socket_is_for_its_owner():
    with serve("--socket", "DIR/s") as (_, top, process):
        path = top / "s"
        assert path.stat().st_mode & 0o777 == 0o600
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(path))
            client.sendall(b"GET /healthz HTTP/1.1\r\nHost: anything\r\nConnection: close\r\n\r\n")
            assert status(read_all(client)) == 200
        second = subprocess.run([CHANCERY, "serve", top / "g.json", "--socket", path], capture_output=True, text=True)
        assert second.returncode == 1 and "another server listens there" in second.stderr, second.stderr
        process.kill()
        process.wait()
        assert path.exists()
        third = subprocess.Popen([CHANCERY, "serve", top / "g.json", "--socket", path], stderr=subprocess.PIPE, text=True)
        assert str(path) in third.stderr.readline()
        third.send_signal(signal.SIGINT)
        assert third.wait(5) == 0 and not path.exists()
        third.communicate()
        path.write_text("precious")
        fourth = subprocess.run([CHANCERY, "serve", top / "g.json", "--socket", path], capture_output=True, text=True)
        assert fourth.returncode == 1 and path.read_text() == "precious"


def test_a_port_is_never_shared():
    with serve() as (port, top, _process):
        second = subprocess.run([CHANCERY, "serve", top / "g.json", "--port", str(port)], capture_output=True, text=True)
        assert second.returncode == 1 and f"127.0.0.1:{port}: cannot listen: Address already in use" in second.stderr, second.stderr


def test_answers_on_their_way_are_finished():
    with ours() as server:
        with server.connect() as client, server.connect() as idle:
            idle.sendall(b"GET /entities/x HTTP/1.1\r\n" + HEAD + b"\r\n")
            client.sendall(b"POST /count HTTP/1.1\r\n" + HEAD + b"Content-Length: 5\r\n\r\nhel")
            time.sleep(0.2)
            begin = time.monotonic()
            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.2)
            client.sendall(b"lo")
            answer = read_all(client)
            assert status(answer) == 200 and answer.endswith(b"5\n") and b"Connection: close" in answer, answer
            assert server.process.wait(5) == 0 and time.monotonic() - begin < 2
    with ours() as server, server.connect() as client:  # a client that never comes to its end does not hold it for long
        client.sendall(b"POST /count HTTP/1.1\r\n" + HEAD + b"Content-Length: 5\r\n\r\nhel")
        time.sleep(0.2)
        begin = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(8) == 0 and 3 < time.monotonic() - begin < 6


SLOW = {"test_slow_requests_end_with_408"}

if __name__ == "__main__":
    tests = {name: test for name, test in globals().items() if name.startswith("test_")}
    wanted = [n for n in tests if n in SLOW] if sys.argv[3:] == ["slow"] else sys.argv[3:] or [n for n in tests if n not in SLOW]
    for name in wanted:
        begin = time.monotonic()
        tests[name]()
        print(f"{name:75} {time.monotonic() - begin:5.1f} s")
