"""The local page in a real browser with the real assistant and the shipped knowledge."""

import asyncio
import shutil

import pytest
from playwright.async_api import async_playwright

from bot.channels.web import WebChannel

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


@pytest.fixture
async def page(chat):
    stop = asyncio.Event()
    address = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(
        WebChannel(chat.assistant, port=0).serve(stop, address.set_result)
    )
    async with asyncio.timeout(60), async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        page = await browser.new_page(viewport={"width": 390, "height": 844})
        page.complaints = []
        page.on("console", lambda told: page.complaints.append(told.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        await page.goto(await address)
        yield page
        await browser.close()
    stop.set()
    await serving
    assert page.complaints == []


async def ask(page, question):
    await page.get_by_label("Je vraag").fill(question)
    await page.get_by_role("button", name="Verstuur").click()


async def test_a_resident_asks_chooses_and_is_shown_the_place(page):
    log = page.get_by_role("log")
    await log.get_by_text("er leest niemand mee").wait_for()
    await ask(page, "is er een inloop in Assen?")
    await log.get_by_role("button", name="1. Inloop in de huiskamer").click()
    await log.get_by_text("Inloophuis op de Brink").wait_for()
    assert await log.get_by_role("link", name="RTV Drenthe").count() == 1
    await log.get_by_role("button", name="Adres en kaart").click()
    await log.get_by_role("link", name="Bekijk op de kaart van OpenStreetMap").wait_for()


async def test_the_dates_of_a_group_can_be_saved_as_a_file(page):
    log = page.get_by_role("log")
    await ask(page, "AA in Emmen")
    await log.get_by_role("button", name="Zet in agenda").click()
    async with page.expect_download() as download:
        await log.get_by_role("link", name="Bewaar het bestand").click()
    saved = await download.value
    assert saved.suggested_filename == "wekelijkse-aa-avond.ics"
    assert (await saved.path()).read_bytes().startswith(b"BEGIN:VCALENDAR")


async def test_a_crisis_shows_the_numbers_before_anything_is_pressed(page):
    await ask(page, "ik wil dood, is er een inloop in Assen?")
    bubbles = page.locator(".bubble.theirs")
    await bubbles.filter(has_text="Leger des Heils").wait_for()
    texts = await bubbles.all_inner_texts()
    first = next(text for text in texts if "0800-0113" in text and "Ik wijs je" not in text)
    assert ("112" in first, "Leger des Heils" in first) == (True, False)
