"""The workbench in a real browser, with a mouse, with keys alone, and on a phone."""

import asyncio

import pytest
import pytest_asyncio
from bench_room import AA, KNOWLEDGE
from browser import CHROMIUM, PHONE, as_text, pick, tab_to

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
    pytest.mark.asyncio(loop_scope="module"),
]
THURSDAY = "elke donderdag van 19.00 tot 20.30 uur"


@pytest_asyncio.fixture(loop_scope="module")
async def guests(house):
    for path in (KNOWLEDGE / "organisaties").glob("*.yaml"):
        (house.folder / "organisaties" / path.name).write_bytes(path.read_bytes())
    async with asyncio.timeout(240):
        yield house
        await house.leave()


def changed_lines(guests, path=AA):
    old = (KNOWLEDGE / path).read_text(encoding="utf-8").splitlines()
    new = (guests.folder / path).read_text(encoding="utf-8").splitlines()
    return [line for line in new if line not in old]


async def test_a_change_is_seen_tried_reviewed_and_saved(guests):
    page = await guests.enter()
    await pick(page, "aa emmen", "Wekelijkse AA-avond")
    await page.get_by_label("Wanneer is het?").fill(THURSDAY)
    await page.get_by_text("donderdag 26 november, 19:00–20:30 uur").wait_for()
    await page.get_by_label("Stel een vraag").fill("AA Emmen")
    await page.get_by_role("button", name="Vraag", exact=True).click()
    await page.get_by_role("log").get_by_text("26 november").first.wait_for()
    assert changed_lines(guests) == []
    await page.get_by_role("button", name="Kijk na en bewaar").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_text(f"Nu: {THURSDAY}").first.wait_for(timeout=120_000)
    await dialog.get_by_role("button", name="Bewaar", exact=True).click()
    await dialog.get_by_role("heading", name="Bewaard").wait_for(timeout=60_000)
    assert changed_lines(guests) == [f"    wanneer: {THURSDAY}"]


async def test_a_mistake_is_told_at_its_field_and_cannot_be_saved(guests):
    page = await guests.enter()
    await pick(page, "aa emmen", "Wekelijkse AA-avond")
    box = page.get_by_label("Wanneer is het?")
    await box.fill("elke vrijdga 19.00 uur")
    await page.locator(".field.wrong").get_by_text("Ik loop vast bij ‘vrijdga’").wait_for()
    assert await box.get_attribute("aria-invalid") == "true"
    described = (await box.get_attribute("aria-describedby")).split()[-1]
    assert "vrijdga" in await page.locator(f"#{described}").inner_text()
    await page.get_by_role("button", name="Kijk na en bewaar").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("heading", name="Dit kan nog niet bewaard").wait_for(timeout=120_000)
    assert await dialog.get_by_role("button", name="Bewaar", exact=True).count() == 0
    assert changed_lines(guests) == []


async def test_keys_alone_are_enough(guests):
    page = await guests.enter()
    await tab_to(page, "searchbox", "Zoek wat je wilt verbeteren")
    await page.keyboard.type("aa-avond")
    await tab_to(
        page, "button", "Wekelijkse AA-avond van AA Emmen elke vrijdag van 19.00 tot 20.30 uur"
    )
    await page.keyboard.press("Enter")
    await page.get_by_role("heading", name="Wekelijkse AA-avond").wait_for()
    await tab_to(page, "textbox", "Wanneer is het?")
    await page.keyboard.press("Control+A")
    await page.keyboard.type(THURSDAY)
    await page.get_by_text("donderdag 26 november").wait_for()
    await tab_to(page, "button", "Kijk na en bewaar")
    await page.keyboard.press("Enter")
    await page.get_by_role("heading", name="Dit verandert er").wait_for(timeout=120_000)
    await tab_to(page, "button", "Bewaar")
    await page.keyboard.press("Enter")
    await page.get_by_role("heading", name="Bewaard").wait_for(timeout=60_000)
    await page.keyboard.press("Escape")
    focused = await page.evaluate("document.activeElement.textContent")
    assert (changed_lines(guests), focused) == ([f"    wanneer: {THURSDAY}"], "Kijk na en bewaar")


async def test_on_a_phone_nothing_sticks_out_and_targets_are_big(guests):
    page = await guests.enter(PHONE)
    await pick(page, "herstelruimte", "Herstelruimte Emmen")
    widths = [await page.evaluate("document.documentElement.scrollWidth")]
    await page.get_by_role("button", name="Inloop", exact=True).click()
    await page.get_by_label("Wanneer is het?").fill("w" * 300)
    await page.locator(".field.wrong").first.wait_for()
    widths.append(await page.evaluate("document.documentElement.scrollWidth"))
    await as_text(page)
    widths.append(await page.evaluate("document.documentElement.scrollWidth"))
    await page.get_by_role("button", name="Proberen").click()
    await page.get_by_label("Stel een vraag").wait_for()
    widths.append(await page.evaluate("document.documentElement.scrollWidth"))
    boxes = [await one.bounding_box() for one in await page.locator("button:visible").all()]
    assert widths == [360] * 4
    assert [box for box in boxes if box["height"] < 44 or box["x"] + box["width"] > 360] == []


async def test_as_text_a_mistake_has_a_wave_and_the_form_waits(guests):
    page = await guests.enter()
    await pick(page, "aa emmen", "AA Emmen")
    source = await as_text(page)
    await source.fill(
        (await source.input_value()).replace("kort: Een groep", "kort: Let op: Een groep")
    )
    problem = page.get_by_role("region", name="Wat opvalt").locator(".problem")
    await problem.get_by_text("aanhalingstekens").first.wait_for()
    await page.locator("#marks mark.error").first.wait_for()
    await problem.get_by_role("button", name="Ga naar regel 6").first.click()
    assert await source.evaluate("one => one === document.activeElement")
    await page.get_by_role("button", name="Formulier").click()
    await page.get_by_text("daarom kan het formulier nog niet").wait_for()


async def test_two_people_who_save_the_same_file_lose_nothing(guests):
    one, two = await guests.enter(), await guests.enter()
    for page in (one, two):
        await pick(page, "aa emmen", "Wekelijkse AA-avond")
    await one.get_by_label("Wanneer is het?").fill(THURSDAY)
    await two.get_by_label("In het kort").fill("Samen koffie drinken en praten.")
    for page in (one, two):
        await page.get_by_role("button", name="Kijk na en bewaar").click()
        await page.get_by_role("heading", name="Dit verandert er").wait_for(timeout=120_000)
    await one.get_by_role("button", name="Bewaar", exact=True).click()
    await one.get_by_role("heading", name="Bewaard").wait_for(timeout=60_000)
    await two.get_by_role("button", name="Bewaar", exact=True).click()
    await two.get_by_role("heading", name="Iemand was je voor").wait_for()
    await two.get_by_text(f"Nu: {THURSDAY}").first.wait_for()
    await two.get_by_role("button", name="Voeg samen en kijk na").click()
    await two.get_by_role("heading", name="Dit verandert er").wait_for(timeout=120_000)
    await two.get_by_role("button", name="Bewaar", exact=True).click()
    await two.get_by_role("heading", name="Bewaard").wait_for(timeout=60_000)
    assert changed_lines(guests) == [
        f"    wanneer: {THURSDAY}",
        "    kort: Samen koffie drinken en praten.",
    ]


async def test_a_draft_is_there_again_after_the_page_was_closed(guests):
    page = await guests.enter()
    await pick(page, "aa emmen", "Wekelijkse AA-avond")
    await page.get_by_label("In het kort").fill("Hier was ik mee bezig.")
    await page.locator("#state", has_text="Nog niet bewaard").wait_for()
    await page.reload()
    await page.locator(".waiting:visible").first.wait_for()
    await pick(page, "aa emmen", "Wekelijkse AA-avond")
    box = page.get_by_label("In het kort")
    await box.wait_for()
    assert await box.input_value() == "Hier was ik mee bezig."
    await page.get_by_role("button", name="Maak ongedaan").click()
    await page.get_by_role("dialog").get_by_role("button", name="Maak ongedaan").click()
    await page.locator("#state", has_text="Er is niets veranderd").wait_for()
    assert await box.input_value() == "Samen praten over drinken en stoppen."


async def test_an_activity_is_added_filled_in_and_taken_away(guests):
    page = await guests.enter()
    await pick(page, "aa emmen", "AA Emmen")
    await page.get_by_role("button", name="Voeg een activiteit toe").click()
    await page.get_by_label("Hoe heet het?").fill("Samen eten")
    await page.get_by_role("button", name="Ga verder").click()
    await page.get_by_role("heading", name="Samen eten").wait_for()
    await page.get_by_label("Wanneer is het?").fill("elke eerste maandag van de maand 18 uur")
    await page.get_by_text("maandag 7 december").wait_for()
    await page.get_by_label("Soort").select_option("samen eten")
    await page.get_by_role("checkbox", name="eenzaamheid").check()
    await page.get_by_label("Kosten", exact=True).select_option("ja")
    await page.get_by_label("Kosten: er kort iets bij").fill("2 euro")
    source = await as_text(page)
    assert (await source.input_value()).endswith(
        "  - id: samen-eten\n    naam: Samen eten\n    soort: samen eten\n"
        "    wanneer: elke eerste maandag van de maand 18 uur\n    thema: [eenzaamheid]\n"
        "    toegang:\n      kosten: ja, 2 euro\n"
    )
    await page.get_by_role("button", name="Formulier").click()
    await page.get_by_role("button", name="Haal deze activiteit weg").click()
    await page.get_by_role("button", name="Haal weg", exact=True).click()
    await page.locator("#state", has_text="Er is niets veranderd").wait_for()


async def test_an_earlier_version_is_put_back(guests):
    page = await guests.enter()
    await pick(page, "aa emmen", "Wekelijkse AA-avond")
    await page.get_by_label("In het kort").fill("Een vergissing.")
    await page.get_by_role("button", name="Kijk na en bewaar").click()
    await page.get_by_role("button", name="Bewaar", exact=True).click(timeout=120_000)
    await page.get_by_role("heading", name="Bewaard").wait_for(timeout=60_000)
    await page.get_by_role("button", name="Klaar").click()
    await page.get_by_role("button", name="Eerdere versies").click()
    await page.get_by_role("button", name="Tot woensdag 25 november").first.click()
    await page.get_by_role("button", name="Zet terug").click()
    box = page.get_by_label("In het kort")
    await page.locator("#state", has_text="Nog niet bewaard").wait_for()
    assert await box.input_value() == "Samen praten over drinken en stoppen."


async def test_a_new_file_is_there_again_after_the_page_was_closed(guests):
    page = await guests.enter()
    await page.get_by_role("button", name="Nieuwe organisatie").click()
    await page.get_by_label("Hoe heet de organisatie?").fill("De Brug")
    await page.get_by_role("button", name="Ga verder").click()
    short = page.locator(".field").filter(has_text="In het kort").first
    await short.get_by_text("Dit moet nog ingevuld worden").wait_for()
    await page.get_by_label("In het kort").first.fill("Samen koffie drinken.")
    await short.get_by_text("Dit moet nog ingevuld worden").wait_for(state="hidden")
    await page.reload()
    await pick(page, "brug", "De brug")
    box = page.get_by_label("In het kort").first
    await box.wait_for()
    assert await box.input_value() == "Samen koffie drinken."
    await page.get_by_role("button", name="Maak ongedaan").click()
    await page.get_by_role("dialog").get_by_role("button", name="Maak ongedaan").click()
    await page.get_by_role("heading", name="Welkom").wait_for()
    await page.get_by_role("button", name="AA Emmen").first.wait_for()
    assert await page.locator("#entries").get_by_text("De brug").count() == 0


async def test_the_keys_that_save_elsewhere_review_here(guests):
    page = await guests.enter()
    await pick(page, "aa emmen", "Wekelijkse AA-avond")
    await page.get_by_label("Wanneer is het?").wait_for()
    await page.keyboard.press("Control+s")
    await page.get_by_role("heading", name="Er is niets veranderd").wait_for()


async def test_languages_in_which_nothing_stands_are_folded_away(guests):
    page = await guests.enter()
    await pick(page, "wat kost het", "Wat kost het?")
    title = page.locator("#form > details").first
    await title.get_by_label("Engels").wait_for()
    assert not await title.get_by_label("Pools").is_visible()
    await title.get_by_text("Nog 7 talen").click()
    await title.get_by_label("Pools").wait_for()
