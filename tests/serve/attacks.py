#!/usr/bin/env python3
"""Attacks on the HTTP endpoint, each of which a plain httplib::Server of the packaged version falls to.

usage: attacks.py ATTACK_TARGET [quick|slow|NAME...]

Every attack runs twice, on a fresh server each: on the plain one it must succeed, or the test has proved nothing; on
Chancery's it must fail, and Chancery's must still answer afterwards with little memory. With CHANCERY_SANITIZED in the
environment the plain server is left out and memory is not looked at: sanitizers change both. Standard library only.
"""
import gzip, os, resource, signal, socket, subprocess, sys, time

SANITIZED = "CHANCERY_SANITIZED" in os.environ
LIMIT = 8 << 20  # attack_target.cpp's body limit
HEAD = b"Host: 127.0.0.1\r\n"


class Target:
    """A running attack_target."""

    def __init__(self, program, kind, port=0, stack=None):
        limit = (lambda: resource.setrlimit(resource.RLIMIT_STACK, (stack, stack))) if stack else None
        self.process = subprocess.Popen([program, kind, str(port)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=limit)
        line = self.process.stdout.readline().strip()
        self.port = int(line) if line else None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()

    def peak(self):
        """Largest resident memory so far, in MB."""
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith("VmHWM"):
                return int(line.split()[1]) // 1024

    def connect(self, timeout=10.0):
        return socket.create_connection(("127.0.0.1", self.port), timeout)

    def ask(self, request, timeout=10.0, most=64 << 20):
        """Sends bytes and returns what comes back until the server closes, stays silent, or `most` bytes came."""
        with self.connect(timeout) as client:
            try:
                client.sendall(request)
            except OSError:
                pass  # refused while sending: the answer may still be there
            return read_all(client, most)

    def get(self, path=b"/entities/x", headers=HEAD, timeout=10.0):
        return self.ask(b"GET " + path + b" HTTP/1.1\r\n" + headers + b"Connection: close\r\n\r\n", timeout)


def read_all(client, most=64 << 20):
    parts, size = [], 0
    try:
        while size < most:
            part = client.recv(1 << 16)
            if not part:
                break
            parts.append(part)
            size += len(part)
    except OSError:
        pass
    return b"".join(parts)


def status(answer):
    words = answer.split(b" ", 2)
    return int(words[1]) if len(words) > 2 and words[0].startswith(b"HTTP/1.") else None


def counted(answer):
    """What /count says it read."""
    body = answer.split(b"\r\n\r\n", 1)[-1].strip()
    return int(body) if status(answer) == 200 and body.isdigit() else 0


def seconds_to_answer(target, timeout):
    begin = time.monotonic()
    ok = status(target.get(timeout=timeout)) == 200
    return time.monotonic() - begin if ok else timeout + 1


# Each attack returns whether it did its harm.

def chunks_beyond_limit(target):
    piece = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    head = b"POST /count HTTP/1.1\r\n" + HEAD + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    return counted(target.ask(head + piece * 32 + b"0\r\n\r\n")) > LIMIT


def endless_header_line(target):
    with target.connect(3) as client:
        client.sendall(b"GET /entities/x HTTP/1.1\r\n" + HEAD + b"X-Long: ")
        try:
            for _ in range(32):
                client.sendall(b"x" * (1 << 20))
        except OSError:
            return False
        client.settimeout(0.3)
        return read_all(client) == b""  # 32 MB, and it waits for more


def many_headers(target):
    lines = b"".join(b"X-%d: y\r\n" % i for i in range(300000))
    return status(target.ask(b"GET /entities/x HTTP/1.1\r\n" + HEAD + b"Connection: close\r\n" + lines + b"\r\n")) == 200


def gzip_bomb(target):
    bomb = gzip.compress(b"x" * (32 << 20))
    head = b"POST /count HTTP/1.1\r\n" + HEAD + b"Connection: close\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb)
    return counted(target.ask(head + bomb)) > LIMIT


def many_ranges(target):
    ranges = ",".join(["0-"] * 400).encode()
    answer = target.get(b"/big", HEAD + b"Range: bytes=" + ranges + b"\r\n", timeout=60.0)  # a busy machine takes a while
    return len(answer) > 40 << 20


def idle_connections(target):
    held = [target.connect() for _ in range(200)]
    for client in held[:100]:  # half of them after a first answer
        client.sendall(b"GET /entities/x HTTP/1.1\r\n" + HEAD + b"\r\n")
    time.sleep(0.2)
    slow = seconds_to_answer(target, 2) > 0.5
    for client in held:
        client.close()
    return slow


def slow_heads(target):
    held = [target.connect() for _ in range(40)]
    for client in held:
        client.sendall(b"GET /entities/x HTTP/1.1\r\n" + HEAD + b"X-Slow: ")
    time.sleep(0.2)
    with target.connect(3) as client:
        begin = time.monotonic()
        client.sendall(b"GET /entities/x HTTP/1.1\r\n" + HEAD + b"Connection: close\r\n\r\n")
        client.settimeout(0.3)
        answer = b""
        while time.monotonic() - begin < 3 and not answer:
            for slow in held:
                try:
                    slow.sendall(b"x")
                except OSError:
                    pass
            answer = read_all(client)
    for slow in held:
        slow.close()
    return status(answer) != 200


def two_lengths(target):
    request = b"POST /count HTTP/1.1\r\n" + HEAD + b"Connection: close\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
    return status(target.ask(request, 2)) == 200


def encoded_line_end(target):
    head = target.get(headers=HEAD + b"X-In: a%0D%0AX-Injected: yes\r\n").split(b"\r\n\r\n")[0]
    return b"\r\nX-Injected: yes" in head


def foreign_host(target):
    return status(target.get(headers=b"Host: rebound.example\r\n")) == 200


def long_paths(target):
    target.get(b"/entities/" + b"x" * 7900, timeout=2)
    try:
        return target.process.wait(0.5) < 0  # died of a signal
    except subprocess.TimeoutExpired:
        return False


def shared_port(target):
    with Target(PROGRAM, target.kind, target.port) as second:
        return second.port is not None


GROUPS = {"quick": [chunks_beyond_limit, endless_header_line, many_headers, gzip_bomb, two_lengths, encoded_line_end, foreign_host, long_paths,
                    shared_port],
          "slow": [many_ranges, idle_connections, slow_heads]}
ATTACKS = GROUPS["quick"] + GROUPS["slow"]


def run(attack, kind):
    """Whether the attack succeeds, and what is wrong with the server afterwards."""
    with Target(PROGRAM, kind, stack=2 << 20 if attack is long_paths else None) as target:
        target.kind = kind
        harmed = attack(target)
        after = []
        if kind == "ours" and status(target.get()) != 200:
            after.append("does not answer afterwards")
        if kind == "ours" and target.peak() > 150 and not SANITIZED:
            after.append(f"took {target.peak()} MB")
        return harmed, after


if __name__ == "__main__":
    PROGRAM = sys.argv[1]
    wrong = []
    names = sys.argv[2:] or list(GROUPS)
    for attack in [a for a in ATTACKS if a.__name__ in names or any(a in GROUPS.get(name, []) for name in names)]:
        begin = time.monotonic()
        harmed, after = run(attack, "ours")
        wrong += [f"{attack.__name__}: ours {text}" for text in after] + ([f"{attack.__name__}: succeeds on ours"] if harmed else [])
        if not SANITIZED and not run(attack, "plain")[0]:
            wrong.append(f"{attack.__name__}: fails on a plain httplib::Server, so it proves nothing")
        print(f"{attack.__name__:20} {time.monotonic() - begin:5.1f} s")
    print("\n".join(wrong) or "attacks: each succeeds on a plain server and fails on Chancery's")
    sys.exit(1 if wrong else 0)
