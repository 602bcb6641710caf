"""The workbench as the program starts it."""

import os
import shutil
import signal
import socket

import pytest
from program import started

from bot.knowledge.loader import find_folder


async def test_it_prints_a_link_and_ends_when_told(tmp_path):
    folder = shutil.copytree(find_folder({}), tmp_path / "kennis")
    environment = {"HANDWIJZER_KNOWLEDGE": str(folder)}
    async with started("workbench", "--port", "0", data=tmp_path / "d", **environment) as program:
        link = await program.until("/binnen?sleutel=")
        program.process.send_signal(signal.SIGTERM)
        assert await program.ended() == 0
    assert link.startswith("http://127.0.0.1:")
    assert [line for line in program.errors if "Traceback" in line] == []


async def test_a_port_that_is_taken_is_told(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        async with started("workbench", "--port", port, data=tmp_path) as program:
            assert await program.ended() == 1
    assert (
        f"Poort {port} is niet vrij" in program.errors[-1],
        "--port" in program.errors[-1],
    ) == (
        True,
        True,
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
async def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    folder = shutil.copytree(find_folder({}), tmp_path / "kennis")
    folder.chmod(0o500)
    environment = {"HANDWIJZER_KNOWLEDGE": str(folder)}
    async with started("workbench", data=tmp_path / "d", **environment) as program:
        assert await program.ended() == 1
    assert "kan ik niet schrijven" in program.errors[-1]
