"""Who is meant by a name that people use for an organisation."""

from bot.core.lexicon.lexicon import Lexicon
from bot.core.model import Organisation, Origin, Source, Status
from bot.core.programme.names import called
from bot.core.slots.slots import ORGANISATION

LEXICON = Lexicon(
    [
        ((ORGANISATION, "na-nederland"), "Narcotics Anonymous"),
        ((ORGANISATION, "AA Nederland"), "anonieme alcoholisten"),
        (("soort", "inloop"), "inloop"),
    ]
)


def organisation(identity: str, name: str = "Club", origin: Origin | None = None) -> Organisation:
    return Organisation(
        id=identity,
        name=name,
        kind="inloop",
        summary="",
        status=Status.ACTIVE,
        source=Source(url="https://club.example/"),
        origin=origin,
    )


def test_an_imported_organisation_goes_by_its_own_id() -> None:
    assert called([organisation("lijst-x")], LEXICON) == {"lijst-x": ("lijst-x",)}


def test_who_has_a_file_comes_before_the_same_one_in_a_feed() -> None:
    fed = organisation("lijst-na", name="Narcotics Anonymous (NA)")
    own = organisation("na-nederland", origin=Origin(path="na-nederland.yaml", line=1))
    assert called([fed, own], LEXICON)["na-nederland"] == ("na-nederland", "lijst-na")


def test_a_name_without_a_file_stands_for_the_one_in_the_feed() -> None:
    fed = organisation("lijst-aa", name="Anonieme Alcoholisten (AA)")
    assert called([fed], LEXICON)["AA Nederland"] == ("lijst-aa",)


def test_a_name_that_only_holds_another_is_not_that_one() -> None:
    fed = organisation("club", name="Vrienden van Narcotics Anonymous")
    assert "na-nederland" not in called([fed], LEXICON)
