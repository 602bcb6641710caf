"""What the workbench's server takes and refuses, gives and keeps."""

import pytest
import pytest_asyncio
from bench_room import AA, KNOWLEDGE, opened

WHEN = ["activiteiten", 0, "wanneer"]
CHAT = "0123456789abcdef"
THURSDAY = "elke donderdag van 19.00 tot 20.30 uur"
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bench(tmp_path_factory):
    async with opened(tmp_path_factory.mktemp("werkbank"), ("werkbank.example",)) as found:
        async with found.client.get(f"/binnen?sleutel={found.access.new_link()}") as response:
            assert response.status == 200
        yield found


async def status_of(bench, path, method="GET", **headers):
    async with bench.client.request(method, path, headers=headers) as response:
        return response.status


# The door


async def test_without_a_link_nothing_is_shown_or_told(bench):
    bench.client.session.cookie_jar.clear()
    async with bench.client.get("/") as response:
        page = await response.text()
    assert (response.status, "Gebruik de link" in page) == (401, True)
    assert (await bench.post("open", path=AA))[0] == 401
    assert await status_of(bench, "/main.js") == 401
    assert await status_of(bench, "/binnen?sleutel=raad") == 401


async def test_a_link_lets_in_once_with_a_cookie_that_no_script_reads(bench):
    key = bench.access.new_link()
    bench.client.session.cookie_jar.clear()
    async with bench.client.get(f"/binnen?sleutel={key}") as response:
        cookie = response.headers["Set-Cookie"]
    assert ("HttpOnly" in cookie, "SameSite=Strict" in cookie) == (True, True)
    async with bench.client.get("/") as response:
        policy = response.headers["Content-Security-Policy"]
    assert (response.status, "'unsafe-inline'" in policy, "script-src 'self'" in policy) == (
        200, False, True,
    )  # fmt: skip
    bench.client.session.cookie_jar.clear()
    assert await status_of(bench, f"/binnen?sleutel={key}") == 401
    await bench.client.get(f"/binnen?sleutel={bench.access.new_link()}")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "werkbank.kwaad.example"},
        {"Origin": "https://kwaad.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_other_sites_and_other_names_are_refused(bench, headers):
    assert await status_of(bench, "/api/entries", **headers) == 403
    assert await status_of(bench, "/api/link", "POST", **headers) == 403


async def test_the_name_of_the_operators_proxy_is_welcome(bench):
    here = {"Host": "werkbank.example", "Origin": "https://werkbank.example"}
    assert await status_of(bench, "/api/entries", **here) == 200
    key = bench.access.new_link()
    async with bench.client.get(f"/binnen?sleutel={key}", headers={**here, "Cookie": ""}) as told:
        assert told.status == 200


@pytest.mark.parametrize(
    ("name", "fields", "status"),
    [
        ("open", {"path": "../../pyproject.toml"}, 404),
        ("open", {"path": "veiligheid/wanhoop.yaml"}, 404),
        ("open", {}, 400),
        ("draft", {"path": AA, "text": "naam: x", "edits": [{"at": [], "value": "x"}]}, 400),
        ("draft", {"path": AA, "text": "naam: x", "edits": [{"at": ["naam"], "value": 7}]}, 400),
        ("draft", {"path": AA, "text": "naam: [", "edits": [{"at": ["naam"], "value": "x"}]}, 409),
        ("new", {"kind": "organisatie", "name": "AA Emmen"}, 409),
        ("new", {"kind": "onderwerp", "name": "Iets"}, 409),
        ("new", {"kind": "organisatie", "name": "!!"}, 409),
        ("earlier", {"path": AA, "name": "../x.yaml"}, 404),
    ],
)
async def test_what_makes_no_sense_is_refused_in_plain_words(bench, name, fields, status):
    found, told = await bench.post(name, **fields)
    assert (found, told["error"].endswith((".", "?"))) == (status, True)


# Drafts


async def test_an_entry_opens_as_a_form_with_meanings_and_dates(bench):
    told = await bench.told("open", path=AA)
    items = next(box for box in told["form"] if box["at"] == ["activiteiten"])["items"]
    when = next(box for box in items[0] if box["at"] == WHEN)
    assert when["texts"] == ["elke vrijdag van 19.00 tot 20.30 uur"]
    assert "Zoals op een poster" in when["meaning"]
    assert told["coming"][0]["dates"][0] == "vrijdag 27 november, 19:00–20:30 uur"
    assert (len(told["coming"][0]["dates"]), told["problems"]) == (8, [])


async def test_a_keystroke_in_a_field_changes_one_line_and_tells_what_is_wrong_there(bench):
    before = (await bench.told("open", path=AA))["text"]
    edits = [{"at": WHEN, "value": "elke vrijdga 19.00 uur"}]
    told = await bench.told("draft", path=AA, text=before, edits=edits)
    old, new = before.splitlines(), told["text"].splitlines()
    changed = [pair for pair in zip(old, new, strict=True) if len({*pair}) > 1]
    assert [pair[1] for pair in changed] == ["    wanneer: elke vrijdga 19.00 uur"]
    problem = told["problems"][0]
    assert (problem["at"], problem["rule"], problem["mark"].strip()) == (WHEN, "wanneer", "^" * 7)
    assert (KNOWLEDGE / AA).read_bytes() == (bench.folder / AA).read_bytes()


async def test_the_bot_answers_with_a_draft_that_nobody_else_sees(bench):
    path = "uitleg/herstelcafe.yaml"
    text = (await bench.told("open", path=path))["text"].replace(
        "de sfeer van een café", "het bos"
    )
    asked = {"chat": CHAT, "text": "wat is een herstelcafé?"}
    mine = await bench.told("chat", **asked, path=path, draft=text)
    theirs = await bench.told("chat", **asked | {"chat": CHAT[::-1]})
    assert ("het bos" in str(mine["bubbles"]), mine["withDraft"]) == (True, True)
    assert ("het bos" in str(theirs["bubbles"]), theirs["withDraft"]) == (False, False)


async def test_a_draft_with_an_error_does_not_speak(bench):
    asked = {"chat": CHAT, "text": "is er een inloop in Assen?"}
    told = await bench.told("chat", **asked, path=AA, draft="naam: [open")
    assert (told["withDraft"], "Leger des Heils" in str(told["bubbles"])) == (False, True)


async def test_a_new_activity_gets_an_id_of_its_own_and_a_place_in_the_form(bench):
    text = (await bench.told("open", path=AA))["text"]
    for number, identity in ((1, "groepsavond-2"), (2, "groepsavond-3")):
        told = await bench.told("add", path=AA, text=text, at=["activiteiten"], name="Groepsavond")
        text = told["text"]
        assert told["at"] == ["activiteiten", number]
        assert text.endswith(f"  - id: {identity}\n    naam: Groepsavond\n")


async def test_a_new_organisation_begins_as_a_draft_that_tells_what_is_missing(bench):
    told = await bench.told("new", kind="organisatie", name="’t Huis: Zólder")
    assert told["path"] == "organisaties/t-huis-zolder.yaml"
    assert told["text"].startswith('naam: "’t Huis: Zólder"\n')
    missing = [one["at"] for one in told["problems"] if one["rule"] == "ontbreekt"]
    assert missing == [["soort"], ["kort"], ["bron", "adres"]]
    assert not (bench.folder / told["path"]).exists()


# Keeping


async def test_a_review_tells_the_fields_the_lines_and_the_answers_that_change(bench):
    opened_ = await bench.told("open", path=AA)
    text = opened_["text"].replace("elke vrijdag van 19.00 tot 20.30 uur", THURSDAY)
    told = await bench.told("review", path=AA, text=text, mark=opened_["mark"])
    assert (told["allowed"], told["asked"] > 300) == (True, True)
    assert told["changes"] == [
        {
            "label": "Wanneer is het?",
            "of": "Wekelijkse AA-avond",
            "before": "elke vrijdag van 19.00 tot 20.30 uur",
            "after": THURSDAY,
        }
    ]
    answer = next(one for one in told["answers"] if one["question"] == "AA Emmen")
    assert ("27 november" in answer["before"], "26 november" in answer["after"]) == (True, True)


async def test_a_draft_with_an_error_is_not_saved_and_tells_why(bench):
    opened_ = await bench.told("open", path=AA)
    text = opened_["text"].replace("plek: emmen", "plek: asen")
    told = await bench.told("save", path=AA, text=text, mark=opened_["mark"])
    assert (told["saved"], [one["rule"] for one in told["blocking"]]) == (
        False,
        ["onbekende-plek"],
    )
    assert (bench.folder / AA).read_bytes() == (KNOWLEDGE / AA).read_bytes()


async def test_an_error_that_another_file_would_get_is_told_too(bench):
    path = "uitleg/buurtpunt.yaml"
    opened_ = await bench.told("open", path=path)
    text = opened_["text"].replace("namen:", "namen: [herstelcafé]\noud:", 1)
    told = await bench.told("save", path=path, text=text, mark=opened_["mark"])
    assert (told["saved"], "dubbele-naam" in {one["rule"] for one in told["blocking"]}) == (
        False, True,
    )  # fmt: skip


async def test_the_second_who_saves_sees_both_changes_and_nothing_is_lost(bench):
    opened_ = await bench.told("open", path=AA)
    one = opened_["text"].replace("elke vrijdag van 19.00 tot 20.30 uur", THURSDAY)
    two = opened_["text"].replace("kort: Samen praten", "kort: Samen met koffie praten")
    asked = {"path": AA, "mark": opened_["mark"], "base": opened_["text"]}
    first = await bench.told("save", **asked, text=one)
    second = await bench.told("save", **asked, text=two)
    assert (first["saved"], second["saved"], second["theirs"]) == (True, False, one)
    assert [line["text"] for line in second["theirChange"] if line["sign"] == "+"] == [
        f"    wanneer: {THURSDAY}"
    ]
    both = second["merged"]
    assert (THURSDAY in both, "met koffie" in both) == (True, True)
    third = await bench.told("save", path=AA, text=both, mark=second["mark"], base=one)
    assert (third["saved"], (bench.folder / AA).read_text(encoding="utf-8")) == (True, both)
    versions = (await bench.told("earlier", path=AA))["versions"]
    texts = [
        (await bench.told("earlier", path=AA, name=version["name"]))["text"]
        for version in versions
    ]
    assert {opened_["text"], one} <= {*texts}


async def test_what_was_saved_is_served_at_once_and_soon_in_the_list(bench):
    told = await bench.told("chat", chat=CHAT * 2, text="AA Emmen")
    assert "26 november" in str(told["bubbles"])
    async with bench.client.get("/api/entries?bewaard=1") as response:
        entries = (await response.json())["entries"]
    mine = next(one for one in entries if one["path"] == AA and one["at"])
    assert mine["about"] == THURSDAY


# When something is broken already


async def test_a_broken_file_opens_as_text_and_can_be_mended(bench):
    path = "uitleg/inloop.yaml"
    sound = (bench.folder / path).read_bytes()
    (bench.folder / path).write_bytes(sound.replace(b"namen:", b"namen: [open", 1))
    await bench.room.reread()
    told = await bench.told("open", path=path)
    assert (told["form"], told["sound"]) == (None, False)
    status, refused = await bench.post("chat", chat=CHAT, text="hoi")
    assert (status, "nu een fout" in refused["error"]) == (409, True)
    saved = await bench.told("save", path=path, text=sound.decode(), mark=told["mark"])
    await bench.room.reread()
    chatted = await bench.told("chat", chat=CHAT, text="hoi")
    assert (saved["saved"], (bench.folder / path).read_bytes()) == (True, sound)
    assert chatted["bubbles"]


async def test_an_error_elsewhere_keeps_nobody_from_saving_what_is_right(bench):
    other = bench.folder / "uitleg" / "herstel.yaml"
    sound = other.read_bytes()
    other.write_bytes(sound + b"verzonnen: ja\n")
    await bench.room.reread()
    opened_ = await bench.told("open", path="uitleg/buurtpunt.yaml")
    text = opened_["text"].replace("iedereen", "iedereen uit de buurt", 1)
    asked = {"path": "uitleg/buurtpunt.yaml", "text": text, "mark": opened_["mark"]}
    reviewed = await bench.told("review", **asked)
    saved = await bench.told("save", **asked)
    other.write_bytes(sound)
    assert ([one["path"] for one in reviewed["left"]], saved["saved"]) == (
        ["uitleg/herstel.yaml"], True,
    )  # fmt: skip
