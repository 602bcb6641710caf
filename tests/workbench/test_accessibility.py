"""axe-core finds nothing against the workbench and the residents' page, in light and in dark."""

import asyncio

import pytest
from bench_room import AA
from browser import ARGS, CHROMIUM, PHONE, WIDE, as_text, pick
from playwright.async_api import async_playwright
from resident import Chat

from bot.channels.web import WebChannel

axe = pytest.importorskip("axe_playwright_python.async_playwright")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
    pytest.mark.asyncio(loop_scope="module"),
]
# All that axe knows: WCAG 2.0 to 2.2, A, AA and AAA, and its best practices.
RULES = {
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag2aaa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ],
    "resultTypes": ["violations"],
}
LOOKS = [("light", WIDE), ("dark", WIDE), ("light", PHONE), ("dark", PHONE)]


async def violations(page):
    found = await axe.Axe().run(page, options=RULES)
    return [
        (one["id"], node["target"], node["failureSummary"])
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(("scheme", "size"), LOOKS)
async def test_the_workbench_has_no_violations_in_any_of_its_parts(house, scheme, size):
    page = await house.enter(size, color_scheme=scheme)
    found = {"list": await violations(page)}
    await pick(page, "herstelruimte emmen", "Herstelruimte Emmen")
    await page.get_by_role("heading", name="Activiteiten").wait_for()
    await page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found["organisation"] = await violations(page)
    await page.get_by_role("button", name="Inloop", exact=True).click()
    await page.get_by_label("Wanneer is het?").fill("elke vrijdga")
    await page.locator(".field.wrong").wait_for()
    await page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found["activity"] = await violations(page)
    await as_text(page)
    await page.locator("#problems .problem").first.wait_for()
    found["text"] = await violations(page)
    await page.get_by_role("button", name="Kijk na en bewaar").click()
    await page.get_by_role("heading", name="Dit kan nog niet").wait_for(timeout=120_000)
    found["review"] = await violations(page)
    await page.get_by_role("button", name="Terug naar bewerken").click()
    if size is PHONE:
        await page.get_by_role("button", name="Proberen").click()
    await page.get_by_label("Stel een vraag").fill("is er een inloop in Assen?")
    await page.keyboard.press("Enter")
    await page.get_by_role("log").locator(".theirs").first.wait_for()
    found["chat"] = await violations(page)
    await house.leave()
    assert {part: told for part, told in found.items() if told} == {}


@pytest.mark.parametrize(("scheme", "size"), LOOKS)
async def test_what_people_asked_has_no_violations(house, scheme, size):
    house.bench.database.unlink(missing_ok=True)
    await house.bench.pass_on("mag ik daar slapen", "mag ik slapen daar", "is er … voor mij")
    page = await house.enter(size, color_scheme=scheme)
    await page.get_by_role("button", name="Wat mensen vroegen").click()
    await page.locator(".asked").first.wait_for()
    await page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = [await violations(page)]
    await page.locator(".asked").last.get_by_role("button", name="Zet bij").click()
    await page.get_by_role("alert").get_by_text("gewoon woord").wait_for()
    found.append(await violations(page))
    await page.get_by_role("button", name="Gooi weg").first.click()
    await page.get_by_role("heading", name="Weggooien?").wait_for()
    found.append(await violations(page))
    house.complaints.clear()  # the browser tells of the refusal
    await house.leave()
    assert found == [[], [], []]


async def test_a_dialogue_that_asks_for_a_name_has_no_violations_and_no_id_twice(house):
    page = await house.enter()
    await page.get_by_role("button", name="Wat mensen vroegen").click()
    await page.get_by_role("button", name="Nieuwe organisatie").click()
    await page.get_by_label("Hoe heet de organisatie?").fill("Huis")
    found = await violations(page)
    ids = await page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    await house.leave()
    assert (found, sorted(ids)) == ([], sorted(set(ids)))


async def test_a_review_that_may_be_saved_and_the_door_have_no_violations(house):
    page = await house.enter()
    await pick(page, "aa emmen", "Wekelijkse AA-avond")
    await page.get_by_label("In het kort").fill("Praten over drinken.")
    await page.get_by_role("button", name="Kijk na en bewaar").click()
    await page.get_by_role("heading", name="Dit verandert er").wait_for(timeout=120_000)
    await page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = [await violations(page)]
    await page.context.clear_cookies()
    await page.goto(f"{house.address}/binnen?sleutel=raad")
    found.append(await violations(page))
    house.complaints.clear()  # the browser tells of the refusal
    await house.leave()
    assert (found, (house.folder / AA).exists()) == ([[], []], True)


@pytest.mark.parametrize(("scheme", "size"), LOOKS)
async def test_the_residents_page_has_no_violations(snapshot, scheme, size):
    stop, address = asyncio.Event(), asyncio.get_running_loop().create_future()
    channel = WebChannel(Chat(snapshot).assistant, port=0)
    serving = asyncio.create_task(channel.serve(stop, address.set_result))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        context = await browser.new_context(viewport=size, color_scheme=scheme)
        page = await context.new_page()
        await page.goto(await address)
        await page.get_by_text("er leest niemand mee").wait_for()
        for question in ("is er een inloop in Assen?", "ik wil dood"):
            await page.get_by_label("Je vraag").fill(question)
            await page.keyboard.press("Enter")
        await page.get_by_text("0800-0113").last.wait_for()
        found = await violations(page)
        await browser.close()
    stop.set()
    await serving
    assert found == []
