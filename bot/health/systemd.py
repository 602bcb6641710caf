"""Tells systemd that the program is up, and again and again that it goes on (sd_notify)."""

import asyncio
import socket
from collections.abc import Mapping

_OFTEN = 3  # signs of life in the time that systemd waits for one


def notify(environment: Mapping[str, str], state: str) -> bool:
    """Sends one state, such as READY=1; whether there is a systemd that asked for it."""
    address = environment.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return False
    if address.startswith("@"):
        address = "\0" + address[1:]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as opened:
        opened.setblocking(False)  # a systemd that does not read must not hold up residents
        try:
            opened.sendto(state.encode(), address)
        except OSError:
            return False
    return True


async def stay_alive(environment: Mapping[str, str]) -> None:
    """Says READY=1, and WATCHDOG=1 for as long as the loop turns."""
    notify(environment, "READY=1")
    words = environment.get("WATCHDOG_USEC", "")
    if not words.isdecimal() or not int(words):
        return
    while True:
        notify(environment, "WATCHDOG=1")
        await asyncio.sleep(int(words) / 1e6 / _OFTEN)
