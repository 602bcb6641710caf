"""What people asked, read and dealt with in a real browser: a mouse, keys alone, and a phone."""

import asyncio

import pytest
import pytest_asyncio
from bench_room import KNOWLEDGE
from browser import CHROMIUM, PHONE, tab_to

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
    pytest.mark.asyncio(loop_scope="module"),
]
POST = ("kan ik daar mijn post laten bezorgen", "kan ik mijn post daar laten bezorgen")
HOLE = "is er een … voor mijn fiets"
CONTACT = "onderwerpen/contact.yaml"
LEARNING = 200_000  # milliseconds that learning may take on a busy machine


@pytest_asyncio.fixture(loop_scope="module")
async def guests(house):
    house.bench.database.unlink(missing_ok=True)
    await house.bench.pass_on(*POST, HOLE)
    async with asyncio.timeout(420):
        yield house
        await house.leave()


async def asked(page):
    await page.get_by_role("button", name="Wat mensen vroegen").click()
    await page.locator(".asked").first.wait_for()
    return page.locator(".asked").filter(has_text=POST[0])


async def test_a_question_becomes_an_example_and_leaves_the_list(guests):
    page = await guests.enter()
    first = await asked(page)
    await first.get_by_label("Waar hoort deze vraag bij?").select_option(
        label="Wie kan ik bellen of mailen?"
    )
    await first.get_by_label("Zo komt de zin erbij te staan").fill("kan mijn post daarheen")
    await first.get_by_role("button", name="Zet bij de voorbeelden").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_text("Erbij: kan mijn post daarheen").wait_for(timeout=LEARNING)
    await dialog.locator("summary", has_text="kan mijn post daarheen").wait_for()
    await dialog.get_by_role("button", name="Bewaar", exact=True).click()
    await dialog.get_by_role("heading", name="Bewaard").wait_for(timeout=60_000)
    await page.get_by_role("button", name="Wat mensen vroegen (1)").wait_for()
    old = (KNOWLEDGE / CONTACT).read_bytes()
    new = (guests.folder / CONTACT).read_bytes()
    assert new == old + b"  - kan mijn post daarheen\n"
    assert await guests.bench.passed_on() == [HOLE]


async def test_a_sentence_with_a_hole_is_asked_for_again(guests):
    page = await guests.enter()
    await asked(page)
    second = page.locator(".asked").filter(has_text="fiets")
    await second.get_by_role("button", name="Zet bij de voorbeelden").click()
    await second.get_by_role("alert").get_by_text("Schrijf daar zelf een gewoon woord").wait_for()
    box = second.get_by_label("Zo komt de zin erbij te staan")
    assert await box.evaluate("one => one === document.activeElement")
    guests.complaints.clear()  # the browser tells of the refusal


async def test_with_keys_alone_a_question_is_thrown_away(guests):
    page = await guests.enter()
    await tab_to(page, "button", "Wat mensen vroegen (2)")
    await page.keyboard.press("Enter")
    await page.locator(".asked").first.wait_for()
    await tab_to(page, "button", "Gooi weg")
    await page.keyboard.press("Enter")
    await page.get_by_role("heading", name="Weggooien?").wait_for()
    await page.get_by_role("dialog").get_by_role("button", name="Gooi weg").focus()
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Wat mensen vroegen (1)").wait_for()
    focused = await page.evaluate("document.activeElement.id")
    assert (await guests.bench.passed_on(), focused) == ([HOLE], "asked-heading")


async def test_a_new_topic_is_begun_written_and_saved(guests):
    page = await guests.enter()
    first = await asked(page)
    await first.get_by_role("button", name="Begin een nieuw onderwerp").click()
    await page.locator("#form .field.wrong").first.wait_for()
    form = page.locator("#form")
    titles = form.get_by_role("textbox", name="Nederlands")
    await titles.first.fill("Kan ik er post krijgen?")
    await titles.nth(1).fill("Dat verschilt per plek. Vraag het daar.")
    await page.locator("#state:not(.wrong)", has_text="Nog niet bewaard").wait_for()
    await page.get_by_role("button", name="Kijk na en bewaar").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("heading", name="Dit verandert er").wait_for(timeout=LEARNING)
    await dialog.get_by_role("button", name="Bewaar", exact=True).click()
    await dialog.get_by_role("heading", name="Bewaard").wait_for(timeout=60_000)
    await page.get_by_role("button", name="Wat mensen vroegen (1)").wait_for()
    await dialog.get_by_role("button", name="Klaar").click()
    await page.get_by_label("Zoek wat je wilt verbeteren").fill("post krijgen")
    await page.locator("#entries").get_by_role("button", name="Kan ik er post").wait_for()
    saved = guests.folder / "onderwerpen" / "kan-ik-daar-mijn-post-laten-bezorgen.yaml"
    assert "nl: Dat verschilt per plek. Vraag het daar." in saved.read_text(encoding="utf-8")
    assert await guests.bench.passed_on() == [HOLE]


async def test_on_a_phone_nothing_sticks_out_and_targets_are_big(guests):
    page = await guests.enter(PHONE)
    await asked(page)
    await page.locator(".asked summary").first.click()
    width = await page.evaluate("document.documentElement.scrollWidth")
    boxes = [await one.bounding_box() for one in await page.locator("button:visible").all()]
    assert width == 360
    assert [box for box in boxes if box["height"] < 44 or box["x"] + box["width"] > 360] == []
