"""How long an editor waits: for the first view of the workbench, and after a keystroke.

    python -m bench.workbench

In headless Chromium on a copy of the shipped knowledge. A keystroke's feedback is the time from
the key to what is wrong being shown, the pause in the page included. The processor time is the
server's alone: on a busy machine it tells more than the clock.
"""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.async_api import Page, async_playwright

from bot.app.clocks import local_now
from bot.core.talk.outcome import House
from bot.workbench.access import Access
from bot.workbench.server import Workbench
from bot.workbench.workroom import Workroom

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
FIRST_VIEW, KEYSTROKE = 300, 150  # milliseconds, as allowed
_VIEWS, _KEYS = 7, 20

# From the start of the navigation until the list can be pressed.
_SEEN = """async () => {
  while (!document.querySelector("#entries button")) await new Promise(requestAnimationFrame);
  return performance.now();
}"""
# From a key until the status or the dates below have changed and are painted.
_TYPE = """async ([selector, text, watched]) => {
  const box = document.querySelector(selector);
  const place = document.querySelector(watched);
  const begun = performance.now();
  const shown = new Promise((resolve) => {
    const watch = new MutationObserver(() => { watch.disconnect(); resolve(); });
    watch.observe(place, { childList: true, subtree: true, characterData: true });
  });
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await shown;
  await new Promise(requestAnimationFrame);
  return performance.now() - begun;
}"""


async def main() -> int:
    """Prints the figures; 1 where the middle one is over what is allowed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = shutil.copytree(ROOT / "knowledge", Path(scratch) / "kennis")
        room = Workroom(folder, Path(scratch) / "data", House(), local_now)
        bench = Workbench(room, Access(time.monotonic), port=0)
        stop, link = asyncio.Event(), asyncio.get_running_loop().create_future()
        serving = asyncio.create_task(bench.serve(stop, link.set_result))
        try:
            return await _measured(await link)
        finally:
            stop.set()
            await serving


async def _measured(link: str) -> int:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        page = await browser.new_page(viewport={"width": 1360, "height": 900})
        await page.goto(link)
        await page.wait_for_selector("#entries button")
        address = link.partition("/binnen")[0]
        spent = time.process_time()
        views = [await _view(page, address) for _ in range(_VIEWS)]
        spent = (time.process_time() - spent) / _VIEWS * 1e3
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        print("| what | middle | worst | allowed | server |\n| --- | --- | --- | --- | --- |")
        over = [_show("first view", views, FIRST_VIEW, spent)]
        for name, search, entry in (
            ("an activity", "aa emmen", "Wekelijkse AA-avond"),
            ("an answer with 20 examples", "wat kost het", "Wat kost het?"),
            ("a sentence of the bot", "begroeting", "Begroeting"),
            ("the file with most examples", "in mijn buurt", "Wat is er in mijn buurt?"),
        ):
            times, spent = await _keystrokes(page, search, entry)
            over.append(_show(f"a keystroke in {name}", times, KEYSTROKE, spent))
        await browser.close()
    return int(any(over))


async def _view(page: Page, address: str) -> float:
    await page.goto(address)
    return float(await page.evaluate(_SEEN))


async def _keystrokes(page: Page, search: str, entry: str) -> tuple[list[float], float]:
    """How long each keystroke took, and the processor time of one; milliseconds."""
    await page.fill("#search", search)
    await page.locator("#entries").get_by_role("button", name=entry).first.click()
    await page.wait_for_selector("#form .field")
    await page.wait_for_timeout(4000)  # until the other process has read everything
    box = page.locator("#form textarea").first
    selector = f"#{await box.get_attribute('id')}"
    text = await box.input_value()
    times, spent = [], time.process_time()
    for number in range(_KEYS):
        # Now an error, now none; never a text that was looked at before.
        private = " ja" * number if number % 2 else f" 06-123456{number:02}"
        asked = [selector, f"{text}{private}", f".field:has({selector}) .problems"]
        times.append(float(await page.evaluate(_TYPE, asked)))
    spent = (time.process_time() - spent) / _KEYS * 1e3
    return times, spent


def _show(what: str, times: list[float], allowed: int, spent: float) -> bool:
    ordered = sorted(times)
    middle = ordered[len(ordered) // 2]
    figures = (middle, ordered[-1], allowed, spent)
    print(f"| {what} |" + "".join(f" {one:.0f} ms |" for one in figures), flush=True)
    return middle > allowed


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
