"""A PostgreSQL of our own on loopback, where there is one to start."""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

FOLDERS = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt")


def find(program: str) -> str | None:
    """Where a program of PostgreSQL is; None where there is none."""
    found = shutil.which(program)
    if found:
        return os.path.realpath(found)
    places = [path for folder in FOLDERS for path in Path(folder).glob(f"*/bin/{program}")]
    return str(max(places)) if places else None


@contextmanager
def running() -> Iterator[str]:
    """The address of a fresh server; it is gone afterwards. It refuses to run as root."""
    with tempfile.TemporaryDirectory(prefix="pg") as scratch:
        folder = Path(scratch) / "cluster"
        as_whom = _as_whom()
        if as_whom:
            shutil.chown(scratch, "postgres")
        port = _free_port()
        initdb, server = find("initdb"), find("pg_ctl")
        _do(*as_whom, initdb, "-D", folder, "-U", "proef", "-A", "trust", "-E", "UTF8", "-N")
        options = f"-p {port} -h 127.0.0.1 -k {scratch} -c fsync=off -c log_min_messages=fatal"
        log = Path(scratch) / "log"
        _do(*as_whom, server, "-D", folder, "-w", "-l", log, "-o", options, "start")
        try:
            yield f"postgresql://proef@127.0.0.1:{port}/postgres"
        finally:
            _do(*as_whom, server, "-D", folder, "-m", "immediate", "stop")


def fresh(url: str) -> str:
    """The address of a new, empty database on a server."""
    name = f"t{secrets.token_hex(6)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"
        )
    return url.rpartition("/")[0] + f"/{name}"


def dump(url: str) -> bytes:
    """All that stands in a database, as `pg_dump` writes it."""
    program = find("pg_dump")
    if program is None:
        raise RuntimeError("there is a PostgreSQL here, and no pg_dump")
    return subprocess.run([program, url], capture_output=True, check=True).stdout


def _as_whom() -> tuple[str, ...]:
    if os.geteuid() != 0:
        return ()
    return ("setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups")


def _do(*command: object) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, cwd="/",
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]
