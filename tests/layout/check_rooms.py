#!/usr/bin/env python3
"""Checks who includes whom against tests/layout/rooms.txt, and that files and functions stay short.

usage: check_rooms.py SOURCE_DIR | --self-test
Standard library only. Prints one line per finding; exit status 1 when there is any.
"""
import os, re, sys, tempfile

LIBRARIES = {"boost/": "boost", "tinyxml2.h": "tinyxml2", "nlohmann/": "nlohmann", "CLI/": "CLI", "toml++/": "toml++", "unicode/": "unicode",
             "openssl/": "openssl", "httplib.h": "httplib", "zlib.h": "zlib", "catch2/": "catch2",
             "archive": "archive", "sqlite3.h": "sqlite", "gmime/": "gmime", "graphviz/": "graphviz"}
MOST_LINES = 400
MOST_FUNCTION_LINES = 60


def read_rooms(path):
    rooms = {}
    for line in open(path, encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        arrows, _, libraries = line.partition("|")
        room, *allowed = arrows.split()
        rooms[room] = (set(allowed) | {room}, set(libraries.split()))
    return rooms


def room_of(path, rooms):
    folder = os.path.dirname(path)
    while folder:
        if folder in rooms:
            return folder
        folder = os.path.dirname(folder)
    return None


def cycles(rooms):
    done, open_ = set(), []

    def visit(room):
        if room in open_:
            return [f"rooms.txt: a cycle: {' -> '.join(open_[open_.index(room):] + [room])}"]
        if room in done or room not in rooms:
            return []
        open_.append(room)
        found = [f for other in sorted(rooms[room][0] - {room}) for f in visit(other)]
        open_.pop()
        done.add(room)
        return found
    return [f for room in sorted(rooms) for f in visit(room)]


def check_includes(path, text, room, rooms):
    allowed, libraries = rooms[room]
    for number, line in enumerate(text.split("\n"), 1):
        match = re.match(r'\s*#include\s+(["<])([^">]+)[">]', line)
        if not match:
            continue
        quote, target = match.groups()
        if quote == '"':
            other = room_of(target, rooms)
            if other is None:
                yield f"{path}:{number}: includes {target}, which is in no room"
            elif other not in allowed:
                yield f"{path}:{number}: {room} may not include {other} (rooms.txt)"
        for prefix, library in LIBRARIES.items():
            if quote == "<" and target.startswith(prefix):
                if library not in libraries:
                    yield f"{path}:{number}: {room} may not use {library} (rooms.txt)"
                elif library in ("boost", "httplib") and path.endswith(".hpp"):
                    yield f"{path}:{number}: {library} stays behind a .cpp"


def check_length(path, text):
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        yield f"{path}: {len(lines)} lines, at most {MOST_LINES}"
    begin = None
    for number, line in enumerate(lines, 1):  # formatted code: a function opens with a line ending in ") {" or ") const {" and closes at its indent
        opens = re.match(r"^(\s*)[\w\[].*\)( const| noexcept| override)* \{$", line)
        control = re.match(r"^\s*(if|for|while|switch|else|do|catch|\}|return|const auto|auto)\b", line)
        if opens and not control and begin is None:
            begin = (number, opens.group(1))
        elif begin and line.startswith(begin[1] + "}") and len(line) - len(line.lstrip()) == len(begin[1]):
            if number - begin[0] + 1 > MOST_FUNCTION_LINES:
                yield f"{path}:{begin[0]}: a function of {number - begin[0] + 1} lines, at most {MOST_FUNCTION_LINES}"
            begin = None


def check_formats(source, texts):
    table = texts.get("export/format.cpp", "")
    for path, text in texts.items():
        match = re.match(r"export/(\w+)\.hpp$", path)
        if match and f"void write_{match.group(1)}(" in text and f"write_{match.group(1)}}}" not in table:
            yield f"{path}: its writer has no row in export/format.cpp"
        if match and f"void write_{match.group(1)}(" in text and not os.path.exists(os.path.join(source, "docs/formats", match.group(1) + ".md")):
            yield f"{path}: docs/formats/{match.group(1)}.md is missing"


def check_names(texts):
    """Two types of one name in one namespace are one to the linker: it keeps the templates of either for both."""
    where = {}
    for path, text in texts.items():
        namespace = ""
        for number, line in enumerate(text.split("\n"), 1):
            opens = re.match(r"namespace ?([\w:]*) \{", line)
            if opens:
                namespace = opens.group(1) or path  # without a name: of this file alone
            elif re.match(r"\}  // namespace$", line):
                namespace = "chancery"
            defined = re.match(r"(?:struct|class|enum class|enum) (\w+)(?!\w|::)[^;]*\{", line)
            if defined:
                first = where.setdefault((namespace, defined.group(1)), f"{path}:{number}")
                if first != f"{path}:{number}":
                    yield f"{path}:{number}: {defined.group(1)} is another type in {first}"


def check(source):
    rooms = read_rooms(os.path.join(source, "tests/layout/rooms.txt"))
    texts = {}
    for room in rooms:
        folder = os.path.join(source, room)
        for name in sorted(os.listdir(folder)):
            if name.endswith((".hpp", ".cpp")):
                texts[f"{room}/{name}"] = open(os.path.join(folder, name), encoding="utf-8").read()
    found = cycles(rooms)
    for path, text in texts.items():
        found += list(check_includes(path, text, room_of(path, rooms), rooms)) + list(check_length(path, text))
    return found + list(check_formats(source, texts)) + list(check_names(texts))


def self_test():
    with tempfile.TemporaryDirectory() as top:
        def put(path, text):
            os.makedirs(os.path.dirname(os.path.join(top, path)), exist_ok=True)
            open(os.path.join(top, path), "w", encoding="utf-8").write(text)
        put("tests/layout/rooms.txt", "low |\nhigh low | boost\n")
        put("low/a.hpp", '#include "high/b.hpp"\n#include <boost/x.hpp>\n#include "nowhere/c.hpp"\n')
        put("high/b.hpp", '#include <boost/x.hpp>\n#include "low/a.hpp"\n')
        put("high/c.cpp", "\n" * 500)
        put("high/d.cpp", "int long_one(int a) {\n" + "    ++a;\n" * 80 + "}\n")
        put("low/e.hpp", "namespace chancery {\nstruct Twice {};\nstruct Once {};\n}\n")
        put("high/f.cpp", "namespace chancery {\nnamespace {\nstruct Once {};\n}  // namespace\nclass Twice {};\n}\n")
        found = "\n".join(check(top))
    for part in ("low may not include high", "low may not use boost", "in no room", "boost stays behind", "501 lines", "function of 82 lines", "Twice is another"):
        assert "Once" not in found, found
        assert part in found, part + "\n" + found
    assert cycles({"a": ({"a", "b"}, set()), "b": ({"b", "a"}, set())})
    print("check_rooms: self-test passed")


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
    else:
        findings = check(sys.argv[1])
        print("\n".join(findings) or "rooms: all includes allowed, files and functions short")
        sys.exit(1 if findings else 0)
