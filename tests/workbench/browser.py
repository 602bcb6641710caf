"""A browser on an open workbench; each visitor comes in by a link of their own."""

import asyncio
import shutil
from contextlib import asynccontextmanager

from bench_room import opened
from playwright.async_api import async_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
WIDE, PHONE = {"width": 1360, "height": 900}, {"width": 360, "height": 740}


class Visitors:
    """Opens the workbench in a window of its own for each visitor, and hears its complaints."""

    def __init__(self, bench, browser, address):
        self.bench, self.browser, self.address = bench, browser, address
        self.folder = bench.folder
        self.contexts, self.complaints = [], []

    async def enter(self, viewport=WIDE, **options):
        context = await self.browser.new_context(viewport=viewport, **options)
        self.contexts.append(context)
        page = await context.new_page()
        page.on("console", lambda told: self.complaints.append(told.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        await page.goto(self.bench.page.link(self.address))
        await page.get_by_role("button", name="AA Emmen").first.wait_for()
        return page

    async def leave(self):
        for context in self.contexts:
            await context.close()
        self.contexts = []
        complaints, self.complaints = self.complaints, []
        assert complaints == []


@asynccontextmanager
async def visitors(tmp_path):
    async with opened(tmp_path, serve=False) as bench, async_playwright() as playwright:
        stop, address = asyncio.Event(), asyncio.get_running_loop().create_future()
        serving = asyncio.create_task(bench.page.serve(stop, address.set_result))
        link = await address
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield Visitors(bench, browser, link.partition("/binnen")[0])
        await browser.close()
        stop.set()
        await serving


async def pick(page, search, name):
    """Searches the list and opens what has this name."""
    await page.get_by_label("Zoek wat je wilt verbeteren").fill(search)
    await page.locator("#entries").get_by_role("button", name=name).first.click()


async def as_text(page):
    """Shows the open file as text; the box is there once its text is in it."""
    await page.get_by_role("button", name="Tekst", exact=True).click()
    box = page.get_by_label("De tekst van het bestand")
    await box.wait_for()
    return box


async def tab_to(page, role, name, *, back=False):
    """Goes to a control with the Tab key alone; fails where it cannot be reached."""
    wanted = page.get_by_role(role, name=name, exact=True).first
    for _ in range(400):
        if await wanted.evaluate("one => one === document.activeElement"):
            return
        await page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"{role} {name} cannot be reached")
