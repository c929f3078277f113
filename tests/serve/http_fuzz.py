#!/usr/bin/env python3
"""Has openapi-spec-validator read the OpenAPI document and Schemathesis ask whatever it allows.

usage: http_fuzz.py CHANCERY SOURCE_DIR TOOLS_DIR

Both are fetched from PyPI into a virtual environment below TOOLS_DIR on first use; 77 (skipped) when that fails.
"""
import json, pathlib, subprocess, sys, tempfile, urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from http_docs import Server

TOOLS = pathlib.Path(sys.argv[3]).resolve()
PACKAGES = ["openapi-spec-validator==0.9.0", "schemathesis==4.32.5"]
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance,unsupported_method"


def tools():
    """The folder of the programs, or None."""
    done = TOOLS / "done"
    if not done.exists() or done.read_text() != " ".join(PACKAGES):
        if subprocess.run([sys.executable, "-m", "venv", TOOLS]).returncode != 0:
            return None
        if subprocess.run([TOOLS / "bin/pip", "install", "-q", *PACKAGES]).returncode != 0:
            return None
        done.write_text(" ".join(PACKAGES))
    return TOOLS / "bin"


def main():
    programs = tools()
    if programs is None:
        print("skipped: openapi-spec-validator and schemathesis could not be installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="chancery-fuzz-") as scratch, Server(pathlib.Path(scratch)) as server:
        document = json.load(urllib.request.urlopen(server.place + "/openapi.json"))
        path = pathlib.Path(scratch) / "openapi.json"
        path.write_text(json.dumps(document))
        valid = subprocess.run([programs / "openapi-spec-validator", path]).returncode
        fuzzed = subprocess.run([programs / "schemathesis", "run", path, "--url", server.place, "--checks", CHECKS, "--max-examples", "20", "--seed", "1",
                                 "--header", "Authorization: Bearer 0123456789abcdef0123", "--no-color"], cwd=scratch).returncode
    return 1 if valid or fuzzed else 0


sys.exit(main())
