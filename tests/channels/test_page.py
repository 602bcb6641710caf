"""The local page in a real browser, on a phone's screen."""

import asyncio
import shutil

import pytest
from playwright.async_api import async_playwright
from signpost import Signpost, Stumbler

from bot.channels.fault import CALM
from bot.channels.web import WebChannel

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PHONE = {"width": 360, "height": 640}
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


@pytest.fixture
async def visit():
    async with asyncio.timeout(60), async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        stop = asyncio.Event()
        tasks = []

        async def _visit(partner, **options):
            address = asyncio.get_running_loop().create_future()
            serving = WebChannel(partner, port=0).serve(stop, address.set_result)
            tasks.append(asyncio.create_task(serving))
            context = await browser.new_context(viewport=PHONE, **options)
            page = await context.new_page()
            page.complaints = []
            page.on("console", lambda told: page.complaints.append(told.text))
            page.on("pageerror", lambda error: page.complaints.append(str(error)))
            await page.goto(await address)
            await page.get_by_text("Ik ben een computer").wait_for()
            return page

        yield _visit
        await browser.close()
        stop.set()
        await asyncio.gather(*tasks)


async def ask(page, question):
    await page.get_by_label("Je vraag").fill(question)
    await page.get_by_role("button", name="Verstuur").click()


async def test_a_question_is_answered_in_the_log(visit):
    page = await visit(Signpost())
    await ask(page, "Zijn er groepen?")
    log = page.get_by_role("log")
    await log.get_by_text("Je schreef: Zijn er groepen?").wait_for()
    assert page.complaints == []


async def test_a_button_is_pressed_by_keyboard_until_the_venue_shows(visit):
    signpost = Signpost()
    page = await visit(signpost)
    await page.get_by_label("Je vraag").press_sequentially("Waar?")
    await page.keyboard.press("Enter")
    for name in ("Kies Emmen", "Toon Emmen op de kaart"):
        await page.get_by_role("button", name=name).focus()
        await page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Bekijk op de kaart van OpenStreetMap")
    await link.wait_for()
    assert [await link.get_attribute(name) for name in ("target", "rel")] == [
        "_blank",
        "noopener noreferrer",
    ]
    assert [message.choice for _, message in signpost.heard] == [
        "",
        "",
        "plaats:emmen",
        "kaart:emmen",
    ]


async def test_questions_asked_at_once_are_answered_in_order(visit):
    signpost = Signpost()
    page = await visit(signpost)
    for question in ("een", "twee", "drie"):
        await ask(page, question)
    await page.get_by_text("Je schreef: drie").wait_for()
    assert signpost.texts == ["/start", "een", "twee", "drie"]


async def test_what_the_answer_holds_is_shown_as_text_never_as_a_page(visit):
    page = await visit(Signpost())
    await ask(page, "<img src=x onerror=alert(1)><b>vet</b>")
    await page.get_by_text("Je schreef: <img src=x onerror=alert(1)><b>vet</b>").wait_for()
    assert page.complaints == []


async def test_a_location_is_shared_where_the_browser_allows_it(visit):
    signpost = Signpost()
    position = {"latitude": 52.78, "longitude": 6.9}
    page = await visit(signpost, geolocation=position, permissions=["geolocation"])
    await ask(page, "Waar?")
    await page.get_by_role("button", name="Deel mijn locatie").click()
    await page.get_by_text("Herstelruimte <Emmen> & meer").wait_for()
    _, message = signpost.heard[-1]
    assert (message.lat, message.lon) == (52.78, 6.9)


async def test_a_refused_location_leaves_the_way_of_typing(visit):
    page = await visit(Signpost())
    await ask(page, "Waar?")
    await page.get_by_role("button", name="Deel mijn locatie").click()
    await page.get_by_text("Je locatie delen lukte niet. Typ je plaats of postcode.").wait_for()
    focused = await page.evaluate("document.activeElement.id")
    assert focused == "question"


async def test_help_is_one_tap_away(visit):
    page = await visit(Signpost())
    await page.get_by_role("button", name="Nu hulp").click()
    await page.get_by_text("Bel 112 bij gevaar.").wait_for()


async def test_an_empty_question_is_met_with_a_hint(visit):
    signpost = Signpost()
    page = await visit(signpost)
    await page.get_by_role("button", name="Verstuur").click()
    await page.get_by_role("status").get_by_text("Typ eerst je vraag.").wait_for()
    assert signpost.texts == ["/start"]


async def test_erasing_forgets_the_chat_and_greets_anew(visit):
    signpost = Signpost()
    page = await visit(signpost)
    await ask(page, "iets van mij")
    await page.get_by_text("Je schreef: iets van mij").wait_for()
    await page.get_by_role("button", name="Wis gesprek").click()
    await page.get_by_role("status").get_by_text("Dit gesprek is gewist.").wait_for()
    assert await page.get_by_text("iets van mij").count() == 0
    assert signpost.forgotten == [signpost.heard[0][0]]
    assert signpost.heard[0][0] != signpost.heard[-1][0]


async def test_a_bug_and_a_lost_connection_are_told_with_the_help_lines(visit):
    page = await visit(Stumbler())
    await ask(page, "struikel")
    await page.get_by_text(CALM).wait_for()
    await page.context.set_offline(True)
    await ask(page, "hoi")
    await page.get_by_text("Ik krijg geen verbinding.").wait_for()


async def test_nothing_sticks_out_on_a_narrow_phone_and_targets_are_big(visit):
    page = await visit(Signpost())
    await page.set_viewport_size({"width": 320, "height": 568})
    await ask(page, "n" * 400)
    await ask(page, "Waar?")
    await page.get_by_role("button", name="Kies Emmen").wait_for()
    width = await page.evaluate("document.documentElement.scrollWidth")
    boxes = [await button.bounding_box() for button in await page.get_by_role("button").all()]
    assert width == 320
    assert [box for box in boxes if box["height"] < 44 or box["x"] + box["width"] > 320] == []
