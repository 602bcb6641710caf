"""What `handwijzer workbench` says when it begins."""

from bot.commands.workbench import announced

LINK = "http://127.0.0.1:8090/binnen?sleutel=een-sleutel"


def test_the_link_is_told_by_itself() -> None:
    told = announced(LINK, ())
    assert told.splitlines() == ["Open deze link in je browser. Hij werkt één keer:", LINK]


def test_behind_a_proxy_the_link_is_told_by_its_name_too() -> None:
    *_, last = announced(LINK, ("werkbank.example.org:8443", "ander.example.org")).splitlines()
    assert last == "https://werkbank.example.org:8443/binnen?sleutel=een-sleutel"
