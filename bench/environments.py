"""Runs a peer in a process of its own, on one thread, with an environment of what it needs."""

import json
import os
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from typing import Any

from bench.contestants import Peer
from bench.speed import ROOT

ENVIRONMENTS = ROOT / "build" / "peers"


def run_peer(
    peer: Peer,
    examples: Sequence[tuple[str, str]],
    messages: Sequence[str],
    settings: Mapping[str, Any],
) -> dict[str, Any] | None:
    """What a peer tells of itself; None, said aloud, where it cannot be had or stopped.

    `examples` are topics with texts that it is fitted to; the messages are asked afterwards.
    """
    python = _prepared(peer)
    if python is None:
        return None
    lines = [json.dumps({"topic": topic, "text": text}) for topic, text in examples]
    lines += [json.dumps({"message": text}) for text in messages]
    done = subprocess.run(
        [python, "-m", f"bench.peers.{peer.module}", json.dumps(dict(settings))],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        check=False,
    )
    if done.returncode:
        print(f"{peer.name} stopped and is left out: {_last_line(done.stderr)}", flush=True)
        return None
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _prepared(peer: Peer) -> str | None:
    """The Python that has what a peer needs; nothing where that cannot be installed."""
    if not peer.needs:
        return sys.executable
    folder = ENVIRONMENTS / peer.module
    python, ready = folder / "bin" / "python", folder / "ready"
    wanted = "\n".join(peer.needs)
    if ready.is_file() and ready.read_text(encoding="utf-8") == wanted:
        return str(python)
    venv.create(folder, with_pip=True, clear=True)
    done = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *peer.needs],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(f"{peer.name} cannot be installed and is left out: {_last_line(done.stderr)}")
        return None
    ready.write_text(wanted, encoding="utf-8")
    return str(python)


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no reason given"])[-1]
