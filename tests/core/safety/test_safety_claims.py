"""What an editor's text may not hold."""

import pytest

from bot.core.safety.claims import text_problems


@pytest.mark.parametrize(
    "text",
    [
        "Helpt tegen depressie.",
        "Kruiden die genezen",
        "Stop met je medicatie en kom langs.",
        "Leven zonder medicijnen",
        "Wij weten alles van lithium",
        "Begin met 20 mg",
        "Bel 0591-123456",
        "Bel 06 12345678 of mail",
        "Onze lijn is 0900 1450",
        "Bel 113",
        "Je bent volledig anoniem.",
        "Praat over zelfmoord plegen",
    ],
)
def test_a_claim_a_number_or_a_banned_word_is_refused(text: str) -> None:
    assert text_problems(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Een inloop voor wie even niet alleen wil zijn, elke dinsdag van 10.00 tot 12.30 uur.",
        "Sinds 2019, op Hoofdstraat 112, 7811 AP Emmen; open op 25-12-2026.",
        "Lotgenoten praten over stoppen met drinken.",
        "Thema: leven met medicijnen. Je hoeft geen diagnose te hebben.",
        "Voor nabestaanden na zelfdoding",
        "Kosten: € 2,50 per keer; groep van 8 tot 12 mensen",
    ],
)
def test_an_ordinary_text_is_fine(text: str) -> None:
    assert text_problems(text) == ()


def test_the_message_names_what_was_found_and_what_to_do() -> None:
    (problem,) = text_problems("Dit helpt tegen angst.")
    assert "helpt tegen angst" in problem
    assert "Schrijf wat mensen er doen" in problem
