"""The conversation at the keyboard and through a pipe."""

import io
import os
import tempfile

from signpost import Signpost, Stumbler

from bot.channels.fault import CALM
from bot.channels.terminal import GOODBYE, TerminalChannel, keep_document, read_lines, show_reply
from bot.core.reply import Bubble, Button, Document, Link, Reply, Venue


async def talk(partner, typed):
    sink = io.StringIO()
    await TerminalChannel(partner, source=io.StringIO(typed), sink=sink).serve()
    return sink.getvalue()


async def test_a_conversation_greets_answers_and_says_goodbye():
    said = await talk(Signpost(), "waar is een groep?\n")
    assert said.splitlines() == [
        "Hoi, ik ben Handwijzer. Ik ben een computer.",
        "",
        "Bel 112 of 113.",
        "  1. Wat kun je?",
        "",
        "Je vraag: waar is een groep?",
        "",
        "In welke plaats? Typ je plaats of postcode.",
        "  1. Kies Emmen",
        "",
        "Je vraag: ",
        GOODBYE,
    ]


async def test_a_typed_number_is_passed_on_as_it_is():
    signpost = Signpost()
    await talk(signpost, "waar?\n1\n")
    assert signpost.texts == ["/start", "waar?", "1"]


async def test_a_bug_is_told_calmly_and_the_conversation_goes_on(caplog):
    said = await talk(Stumbler(), "geheim struikel\nhoi\n")
    assert CALM in said and "Je schreef: hoi" in said
    assert "ValueError at" in caplog.text and "geheim" not in caplog.text


async def test_a_pipe_is_read_line_by_line_also_without_a_last_line_end():
    reading, writing = os.pipe()
    os.write(writing, "één\r\n\ntwee \xff".encode())
    os.close(writing)
    with os.fdopen(reading) as source:
        assert [line async for line in read_lines(source)] == ["één", "", "twee \xff"]


async def test_a_file_is_read_line_by_line(tmp_path):
    path = tmp_path / "questions.txt"
    path.write_text("één\ntwee", encoding="utf-8")
    with path.open(encoding="utf-8") as source:
        assert [line async for line in read_lines(source)] == ["één", "twee"]


def test_choices_are_numbered_through_and_links_are_written_out():
    first = Bubble(pieces=("Kies.",), buttons=((Button(label="A", choice="a"),),))
    second = Bubble(
        pieces=("Lees ", Link(text="dit", url="https://example.org")),
        buttons=(
            (
                Button(label="B", choice="b"),
                Button(label="Site", url="https://b.example"),
            ),
        ),
        venue=Venue(title="Zaal", address="Straat 1", lat=52.0, lon=6.0),
    )
    assert show_reply(Reply(bubbles=(first, second)), 80).splitlines() == [
        "Kies.",
        "  1. A",
        "",
        "Lees dit (https://example.org)",
        "  Zaal, Straat 1",
        "  2. B",
        "  Site: https://b.example",
    ]


def test_lines_wrap_at_the_width_and_addresses_stay_whole():
    link = "https://example.org/a-long-address-that-does-not-fit"
    shown = show_reply(Reply(bubbles=(Bubble(pieces=(f"een twee drie\n\n{link}",)),)), 10)
    assert shown.splitlines() == ["een twee", "drie", "", link]


async def test_a_terminal_that_knows_no_accents_still_gets_its_answer():
    sink = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    await TerminalChannel(Signpost(), source=io.StringIO("é\n"), sink=sink).serve()
    assert b"Je schreef: ?" in sink.buffer.getvalue()


def test_a_numbered_label_gets_no_second_number() -> None:
    button = Button(label="1. Inloop in Emmen", choice="1:a:x")
    reply = Reply(bubbles=(Bubble(pieces=("Dit vond ik:",), buttons=((button,),)),))
    assert "  1. Inloop in Emmen" in show_reply(reply, 60).splitlines()


async def test_a_file_is_kept_and_told_where(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    document = Document(name="groep.ics", kind="text/calendar", content=b"BEGIN:VCALENDAR")
    path = keep_document(document)
    assert (path.parent.parent, path.name) == (tmp_path, "groep.ics")
    assert path.read_bytes() == b"BEGIN:VCALENDAR"
