"""What must hold for every organisation file that ships, whoever edits it next."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.core.model import Status
from bot.knowledge.dutch import ASPECTS, AUDIENCES, FORMATS, KINDS, STATUSES, THEMES, TRIS

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "knowledge" / "organisaties"
GUIDE = ROOT / "docs" / "redactie" / "organisaties.md"
FILES = {
    path.stem: yaml.load(path.read_bytes(), yaml.BaseLoader)  # noqa: S506 - makes text only
    for path in sorted(FOLDER.glob("*.yaml"))
}
SEEDS = {
    "herstelruimte-emmen",
    "herstelnetwerk-eemland",
    "heerlen-stand-by",
    "parnassia-groep",
    "reakt",
    "haags-steunsysteem",
    "werkplaats-herstelondersteuning",
}
OFFICE_MAIL = re.compile(r"^(info|contact|werkgroep|welkom|secretariaat|aanmelden)@[\w.-]+\.\w+$")
PHONE = re.compile(r"(?:\+31|\b0)[\d\s()-]{7,}\d")
DATE = re.compile(r"^(onbekend|\d{4}(-\d{2}){0,2})$")
POSTCODE = re.compile(r"^[1-9]\d{3} [A-Z]{2}$")

each_file = pytest.mark.parametrize(("name", "entry"), FILES.items(), ids=FILES)


def activities(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """The activities of one file."""
    return list(entry.get("activiteiten", []))


def texts(value: Any, trail: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text of a file with the keys that lead to it."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from texts(below, (*trail, key))
    elif isinstance(value, list):
        for below in value:
            yield from texts(below, trail)
    else:
        yield trail, value


def sources(entry: dict[str, Any]) -> list[dict[str, str]]:
    """The source of the organisation and those of its activities."""
    return [entry["bron"], *(one["bron"] for one in activities(entry) if "bron" in one)]


def test_all_five_seed_systems_are_there() -> None:
    assert SEEDS - FILES.keys() == set()


@each_file
def test_an_organisation_says_what_it_is_and_how_sure_we_are(
    name: str, entry: dict[str, Any]
) -> None:
    needed = {"naam", "soort", "status", "status-uitleg", "kort", "bron"}
    assert {key for key in needed if not entry.get(key)} == set()
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)


@each_file
def test_every_source_has_an_address_a_name_a_date_and_the_day_it_was_read(
    name: str, entry: dict[str, Any]
) -> None:
    for source in sources(entry):
        assert source["adres"].startswith(("https://", "http://"))
        assert source["naam"]
        assert DATE.match(source["datum"])
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", source["gelezen"])


@each_file
def test_every_closed_value_is_known(name: str, entry: dict[str, Any]) -> None:
    found: list[tuple[str, bool]] = [(entry["status"], entry["status"] in STATUSES)]
    for one in activities(entry):
        found += [(kind, kind in KINDS) for kind in [one.get("soort", "inloop")]]
        found += [(theme, theme in THEMES) for theme in one.get("thema", [])]
        found += [(who, who in AUDIENCES) for who in one.get("voor", [])]
        found += [(form, form in FORMATS) for form in [one.get("vorm", "op locatie")]]
        found += [(state, state in STATUSES) for state in [one.get("status", "actief")]]
        found += [(aspect, aspect in ASPECTS) for aspect in one.get("toegang", {})]
    assert [value for value, known in found if not known] == []


@each_file
def test_every_access_fact_begins_with_yes_no_or_unknown(name: str, entry: dict[str, Any]) -> None:
    facts = [fact for one in activities(entry) for fact in one.get("toegang", {}).values()]
    assert [fact for fact in facts if fact.partition(",")[0] not in TRIS] == []


@each_file
def test_ids_are_unique_and_every_activity_names_a_place_that_is_there(
    name: str, entry: dict[str, Any]
) -> None:
    places = [place["id"] for place in entry.get("plekken", [])]
    ids = [one["id"] for one in activities(entry)]
    assert [one for one, times in Counter(ids).items() if times > 1] == []
    assert [one for one, times in Counter(places).items() if times > 1] == []
    assert {one["plek"] for one in activities(entry) if "plek" in one} <= set(places)


@each_file
def test_every_place_has_a_town_and_every_activity_a_when(
    name: str, entry: dict[str, Any]
) -> None:
    assert [place for place in entry.get("plekken", []) if not place.get("plaats")] == []
    assert [one["id"] for one in activities(entry) if not one.get("wanneer")] == []
    codes = [place["postcode"] for place in entry.get("plekken", []) if "postcode" in place]
    assert [code for code in codes if not POSTCODE.match(code)] == []


@each_file
def test_a_phone_number_or_mail_address_stands_in_the_contact_only(
    name: str, entry: dict[str, Any]
) -> None:
    outside = [
        text
        for trail, text in texts(entry)
        if "contact" not in trail
        and trail[-1] not in {"adres", "web", "datum", "gelezen"}
        and "https://" not in text
        and (PHONE.search(text) or re.search(r"\w@\w", text))
    ]
    assert outside == []


@each_file
def test_a_mail_address_is_of_an_office_and_not_of_a_person(
    name: str, entry: dict[str, Any]
) -> None:
    mails = [text for trail, text in texts(entry) if trail[-1] == "mail"]
    assert [mail for mail in mails if not OFFICE_MAIL.match(mail)] == []


@each_file
def test_a_place_that_stopped_has_nothing_to_attend(name: str, entry: dict[str, Any]) -> None:
    stopped = STATUSES[entry["status"]] is Status.STOPPED
    assert not (stopped and (activities(entry) or entry.get("plekken")))


def test_the_werkplaats_of_phrenos_is_known_as_stopped_since_2019() -> None:
    entry = FILES["werkplaats-herstelondersteuning"]
    assert entry["status"] == "gestopt"
    assert "1 januari 2019" in entry["status-uitleg"]


def test_the_pilot_of_emmen_is_not_presented_as_running() -> None:
    entry = FILES["herstelruimte-emmen"]
    assert entry["status"] == "proef"
    assert {one["wanneer"] for one in activities(entry)} == {"onbekend"}


def test_the_same_provider_may_ask_an_indication_in_one_town_and_not_in_another() -> None:
    facts = {
        (name, one["id"]): one.get("toegang", {}).get("indicatie", "onbekend").partition(",")[0]
        for name in ("reakt", "haags-steunsysteem", "parnassia-groep")
        for one in activities(FILES[name])
    }
    assert facts == {
        ("reakt", "dagbesteding-hoorn"): "ja",
        ("haags-steunsysteem", "meedoen"): "nee",
        ("parnassia-groep", "herstelacademie"): "onbekend",
        ("parnassia-groep", "herstelwerkplaats"): "onbekend",
    }


def test_no_two_organisations_share_a_name() -> None:
    names = Counter(
        called.casefold()
        for entry in FILES.values()
        for called in {entry["naam"].casefold(), *map(str.casefold, entry.get("namen", []))}
    )
    assert [called for called, times in names.items() if times > 1] == []


def test_every_web_address_is_whole() -> None:
    webs = [text for entry in FILES.values() for trail, text in texts(entry) if trail[-1] == "web"]
    assert [web for web in webs if not web.startswith(("https://", "http://"))] == []


def test_the_guide_for_editors_names_every_closed_word() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    tables = (KINDS, THEMES, AUDIENCES, FORMATS, STATUSES, TRIS, ASPECTS)
    assert [word for table in tables for word in table if f"`{word}`" not in guide] == []


def test_the_guide_for_editors_names_every_key_that_is_used() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    used = {key for entry in FILES.values() for trail, _ in texts(entry) for key in trail}
    assert [key for key in sorted(used) if f"`{key}`" not in guide] == []
