"""The real program in a process of its own, whose lines a test can wait for."""

import asyncio
import json
import os
import sys
from collections.abc import Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

PATIENCE = 60  # seconds; for a machine that is busy with other things


class Program:
    """A running `handwijzer`, what it said so far, and a bell at each line."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.output: list[str] = []
        self.errors: list[str] = []
        self._bell = asyncio.Event()
        self._reading = [
            asyncio.create_task(self._read(process.stdout, self.output)),
            asyncio.create_task(self._read(process.stderr, self.errors)),
        ]

    async def until(self, fragment: str, after: int = 0) -> str:
        """Waits for a line that holds a fragment, passing over the first lines, and gives it."""
        async with asyncio.timeout(PATIENCE):
            while True:
                bell = self._bell
                for line in (*self.output, *self.errors[after:]):
                    if fragment in line:
                        return line
                assert self.process.returncode is None, self.errors
                await bell.wait()

    async def ended(self) -> int:
        """Waits until the program has ended and gives its exit code."""
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*self._reading)
            return await self.process.wait()

    async def _read(self, stream: asyncio.StreamReader, lines: list[str]) -> None:
        async for line in stream:
            lines.append(line.decode().rstrip("\n"))
            self._ring()
        self._ring()

    def _ring(self) -> None:
        bell, self._bell = self._bell, asyncio.Event()
        bell.set()


@asynccontextmanager
async def started(*arguments: str, data: Path, **environment: str):
    """Runs the program with an environment of its own; it does not outlive the test."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments,
        env=environment_of(data, environment),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        stdin=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    program = Program(process)
    try:
        yield program
    finally:
        if process.returncode is None:
            process.kill()
        await program.ended()
        process._transport.close()


def environment_of(data: Path, extra: Mapping[str, str]) -> dict[str, str]:
    """The environment of a resident's machine: no token, a free port, its own data."""
    kept = {
        name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ
    }
    return {
        **kept,
        "HANDWIJZER_DATA": str(data),
        "HANDWIJZER_KEY_FILE": f"{data}-sleutel",
        "HANDWIJZER_PORT": "0",
        "HANDWIJZER_OPERATOR": "Gemeente Proef",
        "HANDWIJZER_CONTACT": "privacy@proef.example",
        **extra,
    }


async def ask_page(address: str, text: str) -> str:
    """What the local page is told in answer to a question."""
    answer = await asyncio.to_thread(_post, f"{address}message", {"chat": "k" * 20, "text": text})
    return "\n\n".join(
        "".join(piece["text"] for piece in bubble["pieces"]) for bubble in answer["bubbles"]
    )


def _post(url: str, fields: dict[str, str]) -> dict[str, Any]:
    headers = {"Content-Type": "application/json"}
    request = Request(url, json.dumps(fields).encode(), headers)  # noqa: S310 - our own page
    with urlopen(request, timeout=PATIENCE) as response:  # noqa: S310
        return json.load(response)
