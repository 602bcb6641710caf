"""Answers of the server that come late, or not at all, cost nobody what they typed."""

import asyncio

import pytest
import pytest_asyncio
from browser import CHROMIUM, as_text, pick

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
    pytest.mark.asyncio(loop_scope="module"),
]


@pytest_asyncio.fixture(loop_scope="module")
async def guests(house):
    async with asyncio.timeout(240):
        yield house
        await house.leave()


class Gate:
    """Holds up the first request to one call of the server until it is opened."""

    def __init__(self):
        self.reached, self.opened, self.seen = asyncio.Event(), asyncio.Event(), 0

    async def pass_on(self, route):
        self.seen += 1
        if self.seen == 1:
            self.reached.set()
            await self.opened.wait()
        await route.continue_()


async def held(page, call):
    gate = Gate()
    await page.route(f"**/api/{call}", gate.pass_on)
    return gate


async def test_what_was_chosen_last_is_shown_however_late_the_first_comes_in(guests):
    page = await guests.enter()
    gate = await held(page, "open")
    await pick(page, "aa emmen", "AA Emmen")
    await gate.reached.wait()
    await pick(page, "wat kost het", "Wat kost het?")
    title = page.locator("#name")
    await page.get_by_role("heading", name="Wat kost het?").wait_for()
    async with page.expect_response("**/api/draft"):
        gate.opened.set()
    await page.wait_for_timeout(200)
    assert await title.inner_text() == "Wat kost het?"


async def test_what_is_typed_in_the_text_during_a_look_stays(guests):
    page = await guests.enter()
    await pick(page, "wat kost het", "Wat kost het?")
    box = await as_text(page)
    whole = await box.input_value()
    gate = await held(page, "draft")
    await box.fill(f"{whole}# een\n")
    await gate.reached.wait()
    await box.fill(f"{whole}# een\n# twee\n")
    gate.opened.set()
    await page.get_by_role("button", name="Formulier").click()
    await page.locator("#form .field").first.wait_for()
    await as_text(page)
    assert await box.input_value() == f"{whole}# een\n# twee\n"


async def test_what_is_typed_just_before_another_file_is_chosen_stays(guests):
    page = await guests.enter()
    await pick(page, "emmen", "Wekelijkse AA-avond")
    box = page.get_by_label("Wanneer is het?")
    await box.wait_for()
    other = page.locator("#entries").get_by_role("button", name="Herstelruimte Emmen").first
    await box.evaluate(
        """(box, other) => {
            box.value = "elke dinsdag";
            box.dispatchEvent(new Event("input", { bubbles: true }));
            other.click();
        }""",
        await other.element_handle(),
    )
    await page.get_by_role("heading", name="Herstelruimte Emmen").wait_for()
    await pick(page, "aa emmen", "Wekelijkse AA-avond")
    await page.get_by_role("heading", name="Wekelijkse AA-avond").wait_for()
    assert await box.input_value() == "elke dinsdag"


async def test_two_presses_open_one_draft(guests):
    page = await guests.enter()
    gate = await held(page, "open")
    await pick(page, "aa emmen", "AA Emmen")
    await gate.reached.wait()
    await pick(page, "aa emmen", "AA Emmen")
    gate.opened.set()
    await page.get_by_role("heading", name="AA Emmen").wait_for()
    assert gate.seen == 1


async def test_a_look_back_at_changes_that_was_left_does_not_come_up_later(guests):
    page = await guests.enter()
    gate = await held(page, "review")
    await pick(page, "aa emmen", "Wekelijkse AA-avond")
    await page.get_by_label("Wanneer is het?").fill("elke maandag van 19.00 tot 20.30 uur")
    await page.get_by_role("button", name="Kijk na en bewaar").click()
    await gate.reached.wait()
    await page.get_by_role("button", name="Toch terug").click()
    await page.get_by_role("button", name="Nieuwe organisatie").click()
    await page.get_by_label("Hoe heet de organisatie?").fill("De Brug")
    async with page.expect_response("**/api/review", timeout=120_000):
        gate.opened.set()
    await page.wait_for_timeout(200)
    assert await page.get_by_label("Hoe heet de organisatie?").input_value() == "De Brug"


@pytest.mark.parametrize("button", ["Eerdere versies", "Nodig iemand uit", "Kijk na en bewaar"])
async def test_without_a_connection_it_says_so(guests, button):
    page = await guests.enter()
    await pick(page, "aa emmen", "Wekelijkse AA-avond")
    await page.get_by_label("Wanneer is het?").wait_for()
    await page.route("**/api/*", lambda route: route.abort())
    await page.get_by_role("button", name=button).click()
    await page.get_by_text("Ik krijg geen verbinding").first.wait_for()
    guests.complaints.clear()  # the browser's own, of requests that failed


async def test_a_text_typed_without_a_connection_is_there_after_opening_the_page_again(guests):
    page = await guests.enter()
    await pick(page, "wat kost het", "Wat kost het?")
    box = await as_text(page)
    text = f"{await box.input_value()}# zonder verbinding\n"
    await page.route("**/api/*", lambda route: route.abort())
    await box.fill(text)
    await page.get_by_text("Ik krijg geen verbinding").first.wait_for()
    await page.unroute("**/api/*")
    page.on("dialog", lambda asked: asyncio.ensure_future(asked.accept()))
    await page.reload()
    await pick(page, "wat kost het", "Wat kost het?")
    await as_text(page)
    assert await box.input_value() == text
    guests.complaints.clear()
