"""Takes the pictures of docs/redactie.md: each step of a first correction, as it is described.

    python -m tools.picture_workbench

On a copy of the shipped knowledge, in headless Chromium, on a Wednesday in November 2026.
"""

import asyncio
import shutil
import tempfile
import time
from datetime import datetime
from pathlib import Path

from playwright.async_api import Page, async_playwright

from bot.core.talk.outcome import House
from bot.store.gaps import keep_gap
from bot.store.migrate import migrate
from bot.store.serving import FILE
from bot.store.sqlite import Sqlite
from bot.workbench.access import Access
from bot.workbench.passed import Mailbox
from bot.workbench.server import Workbench
from bot.workbench.workroom import Workroom

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "redactie" / "beeld"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
NOW = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local wall-clock time
WIDE, PHONE = {"width": 1120, "height": 680}, {"width": 360, "height": 640}
ASKED = (
    "kan ik daar mijn post laten bezorgen",
    "kan ik mijn post daar laten bezorgen",
    "is er een … voor mijn fiets",
)
LONG = 180_000  # milliseconds


async def main() -> None:
    """Writes all pictures anew."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        folder = shutil.copytree(ROOT / "knowledge", Path(scratch) / "kennis")
        room = Workroom(folder, Path(scratch) / "data", House(), lambda: NOW)
        database = Path(scratch) / "data" / FILE
        await _ask(database)
        mailbox = Mailbox(database, "", lambda: NOW)
        bench = Workbench(room, Access(time.monotonic), port=0, mailbox=mailbox)
        stop, link = asyncio.Event(), asyncio.get_running_loop().create_future()
        serving = asyncio.create_task(bench.serve(stop, link.set_result))
        address = (await link).partition("/binnen")[0]
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
            page = await browser.new_page(viewport=WIDE)
            await page.goto(await link)
            await _correct(page)
            small = await browser.new_page(viewport=PHONE)
            await small.goto(bench.link(address))
            await _on_a_phone(small)
            await browser.close()
        stop.set()
        await serving


async def _ask(database: Path) -> None:
    """Residents ask what is not known, and let it be passed on."""
    database.parent.mkdir()
    async with Sqlite(database) as opened:
        await migrate(opened, NOW)
        async with opened.transaction() as inside:
            for words in ASKED:
                await keep_gap(inside, words, NOW.date())


async def _correct(page: Page) -> None:
    """A first correction, from the first view until it is saved."""
    await page.get_by_role("button", name="AA Emmen").first.wait_for()
    await page.get_by_label("Zoek wat je wilt verbeteren").fill("emmen")
    await _take(page, "kiezen")
    await page.get_by_role("button", name="Wat mensen vroegen").click()
    await page.locator(".asked").first.wait_for()
    await _take(page, "gevraagd")
    await page.get_by_role("button", name="Wekelijkse AA-avond").click()
    when = page.get_by_label("Wanneer is het?")
    await when.fill("elke donderdga van 19.00 tot 20.30 uur")
    await page.locator(".field.wrong .problem").wait_for()
    await _take(page, "fout")
    await when.fill("elke donderdag van 19.00 tot 20.30 uur")
    await page.get_by_text("donderdag 26 november, 19:00–20:30 uur").wait_for()
    await page.locator(".coming").evaluate("one => one.scrollIntoView({ block: 'center' })")
    await page.get_by_label("Stel een vraag").fill("AA Emmen")
    await page.get_by_role("button", name="Vraag", exact=True).click()
    await page.get_by_role("log").get_by_text("26 november").first.wait_for()
    await _take(page, "proberen")
    await page.get_by_role("button", name="Kijk na en bewaar").click()
    await page.get_by_role("heading", name="Dit verandert er").wait_for(timeout=LONG)
    await _take(page, "nakijken")
    await page.get_by_role("button", name="Bewaar", exact=True).click()
    await page.get_by_role("heading", name="Bewaard").wait_for(timeout=LONG)


async def _on_a_phone(page: Page) -> None:
    await page.get_by_label("Zoek wat je wilt verbeteren").fill("herstelruimte emmen")
    await page.locator("#entries").get_by_role("button", name="Inloop").first.click()
    await page.get_by_label("Wanneer is het?").fill("elke 2e dinsdag van de maand 14-16 uur")
    await page.locator(".coming li").first.wait_for()
    await _take(page, "telefoon")


async def _take(page: Page, name: str) -> None:
    await page.wait_for_timeout(300)
    await page.screenshot(path=TARGET / f"{name}.png")
    print(TARGET / f"{name}.png")


if __name__ == "__main__":
    asyncio.run(main())
