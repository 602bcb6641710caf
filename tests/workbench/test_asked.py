"""What people asked, in the workbench: listed, made an example of, begun a topic with, erased."""

import pytest
import pytest_asyncio
from bench_room import KNOWLEDGE, opened

from bot.knowledge.checks import check_folder
from bot.knowledge.editing.teaching import new_topic, with_example
from bot.knowledge.editing.tree import EditError
from bot.knowledge.problems import Severity

pytestmark = pytest.mark.asyncio(loop_scope="module")
POST = ("kan ik daar mijn post laten bezorgen", "kan ik mijn post daar laten bezorgen")
HOLE = "is er een … voor mijn fiets"
COST = "onderwerpen/kosten.yaml"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bench(tmp_path_factory):
    async with opened(tmp_path_factory.mktemp("werkbank")) as found:
        await found.client.get(found.page.link(""))
        yield found


@pytest_asyncio.fixture(loop_scope="module")
async def asked(bench):
    bench.database.unlink(missing_ok=True)
    await bench.pass_on(*POST, HOLE)
    return bench


async def test_where_the_bot_never_ran_it_is_said_so_and_no_database_is_made(bench):
    bench.database.unlink(missing_ok=True)
    told = await bench.told("asked")
    assert (told["passed"], bench.database.exists()) == ([], False)
    assert "nog niet gedraaid" in told["note"]


async def test_alike_questions_stand_together_with_the_nearest_topic(asked):
    told = await asked.told("asked")
    first, second = told["passed"]
    assert (told["total"], len(first["ids"]), first["words"]) == (2, 2, POST[0])
    assert (first["others"], first["hole"], second["hole"]) == ([POST[1]], False, True)
    assert first["path"] in {one["path"] for one in told["topics"]}
    assert "onderwerpen/elders.yaml" in {one["path"] for one in told["topics"]}


async def test_what_the_bot_has_learnt_since_says_so_and_comes_last(asked):
    await asked.pass_on("wat kost de soep daar", "wat kost de soep daar", "wat kost de soep daar")
    told = [one["learnt"] for one in (await asked.told("asked"))["passed"]]
    assert told[:-1] == ["", ""]
    assert "hij geeft het antwoord van ‘Wat kost het?’" in told[-1]


async def test_an_example_is_one_line_more_and_nothing_is_written(asked):
    before = (asked.folder / COST).read_text(encoding="utf-8")
    told = await asked.told("teach", path=COST, words="moet ik dokken voor de soep")
    assert told["text"] == f"{before}  - moet ik dokken voor de soep\n"
    assert (asked.folder / COST).read_text(encoding="utf-8") == before


async def test_a_sentence_with_a_hole_or_nothing_in_it_is_not_put_in(asked):
    hole = await asked.post("teach", path=COST, words=HOLE)
    empty = await asked.post("teach", path=COST, words="  ")
    assert (hole[0], empty[0]) == (409, 409)
    assert "Schrijf daar zelf een gewoon woord" in hole[1]["error"]


@pytest.mark.parametrize("path", ["organisaties/aa-emmen.yaml", "veiligheid/wanhoop.yaml", "x"])
async def test_only_a_topic_can_learn(asked, path):
    assert (await asked.post("teach", path=path, words="hoi"))[0] == 404


async def test_a_new_topic_begins_with_the_questions_and_waits_for_its_answer(asked):
    told = await asked.told("topic", words=POST[0], others=[*POST, HOLE])
    assert told["path"] == "onderwerpen/kan-ik-daar-mijn-post-laten-bezorgen.yaml"
    assert told["text"].endswith(f"vragen:\n  - {POST[0]}\n  - {POST[1]}\n")
    assert (told["sound"], told["mark"]) == (False, "")
    assert {one["rule"] for one in told["problems"]} == {"ontbreekt"}
    assert not (asked.folder / told["path"]).exists()


async def test_what_was_dealt_with_is_erased_and_nothing_else(asked):
    told = await asked.told("asked")
    assert await asked.told("forget", ids=told["passed"][0]["ids"]) == {"gone": 2}
    assert await asked.passed_on() == [HOLE]


async def test_ids_must_be_words(asked):
    assert [(await asked.post("forget", ids=ids))[0] for ids in ("a", [1], None)] == [400] * 3


async def test_nobody_reads_them_without_a_link(asked):
    asked.client.session.cookie_jar.clear()
    status, _ = await asked.post("asked")
    await asked.client.get(asked.page.link(""))
    assert status == 401


def _with_topic(folder, text):
    (folder / "onderwerpen" / "post.yaml").write_text(text, encoding="utf-8")
    return [
        (one.spot.path, one.rule)
        for one in check_folder(folder).found
        if one.severity is Severity.ERROR and one.spot.path == "onderwerpen/post.yaml"
    ]


async def test_a_topic_of_ones_own_is_sound_where_it_says_so(tmp_path):
    from tests.knowledge.small_knowledge import small_copy  # noqa: PLC0415

    folder = small_copy(tmp_path / "kennis")
    _, text = new_topic(POST[0], POST)
    text = text.replace("  nl:\n", "  nl: Post\n", 1).replace("  nl:\n", "  nl: Vraag het daar.\n")
    assert _with_topic(folder, text) == []
    assert _with_topic(folder, text.replace("eigen-onderwerp: ja\n", "")) == [
        ("onderwerpen/post.yaml", "onbekend-onderwerp")
    ]


async def test_an_example_goes_into_a_list_of_one_text_too():
    assert with_example("vragen: hoi\n", "hallo daar") == "vragen:\n  - hoi\n  - hallo daar\n"
    with pytest.raises(EditError):
        with_example("- geen blok\n", "hallo daar")


async def test_every_shipped_topic_takes_an_example_and_keeps_its_lines():
    for path in sorted((KNOWLEDGE / "onderwerpen").glob("*.yaml")):
        before = path.read_bytes().decode("utf-8")
        after = with_example(before, "zomaar: een # vraag?").splitlines()
        assert [line for line in after if line not in before.splitlines()] == [
            '  - "zomaar: een # vraag?"'
        ], path.name
        assert len(after) == len(before.splitlines()) + 1
