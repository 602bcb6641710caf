"""The sign of life that systemd waits for."""

import asyncio
import socket
from pathlib import Path

from bot.health.systemd import notify, stay_alive


async def test_systemd_hears_that_it_is_up_and_that_it_goes_on(tmp_path: Path) -> None:
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        systemd.settimeout(10)
        environment = {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "30000"}
        living = asyncio.create_task(stay_alive(environment))
        heard = [await asyncio.to_thread(systemd.recv, 100) for _ in range(3)]
        living.cancel()
    assert heard == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]


async def test_without_systemd_nothing_is_said() -> None:
    await stay_alive({})
    assert notify({"NOTIFY_SOCKET": "/nowhere/at/all"}, "READY=1") is False


def test_a_systemd_that_does_not_read_holds_nothing_up(tmp_path: Path) -> None:
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        told = [notify({"NOTIFY_SOCKET": address}, "WATCHDOG=1") for _ in range(2_000)]
    assert (told[0], told[-1]) == (True, False)
