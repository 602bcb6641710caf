"""Which places a message names, and in which of them something is wanted: docs/places.md."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.message import Place
from bot.core.places.gazetteer import Mention, nearest_name, place_key
from bot.core.places.places import find_places
from bot.core.places.wanted import wanted_place
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.problems import Report

ROOT = Path(__file__).parents[3]
GAZETTEER = read_gazetteer(ROOT / "knowledge" / "plaatsen", Report())


def found(text: str) -> tuple[Mention, ...]:
    return find_places(text, GAZETTEER)


def names(text: str) -> list[str]:
    return [mention.place.name for mention in found(text) if mention.place]


def wanted(text: str) -> str | None:
    mention = wanted_place(text, found(text))
    return mention.place.name if mention and mention.place else None


def where(place: Place) -> tuple[str, str]:
    return place.name, place.province


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("zijn er wandelingen rond klazienaveen", "Klazienaveen"),
        ("herstelruimte emmen open?", "Emmen"),
        ("capelle aan den ijssel", "Capelle aan den IJssel"),
        ("iets in capelle", "Capelle aan den IJssel"),
        ("inloop st. annaparochie", "Sint Annaparochie"),
        ("nieuw amsterdam", "Nieuw-Amsterdam"),
        ("Nieuw-Amsterdam", "Nieuw-Amsterdam"),
        ("'s-gravenhage", "Den Haag"),
        ("DENHAAG", "Den Haag"),
        ("Groep bij Súdwest-Fryslân", "Súdwest-Fryslân"),
        ("gemeente westerkwartier", "Westerkwartier"),
    ],
)
def test_a_town_is_found_however_it_is_written(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mokum", "Amsterdam"),
        ("A'dam", "Amsterdam"),
        ("Roffa", "Rotterdam"),
        ("den bosch", "'s-Hertogenbosch"),
        ("yn Ljouwert", "Leeuwarden"),
        ("in Stad", "Groningen"),
        ("in The Hague", "Den Haag"),
        ("w Hadze", "Den Haag"),
        ("w Eindhoven i w Amersfoorcie", "Eindhoven"),
        ("Rotterdam'da", "Rotterdam"),
        ("в Амерсфорті", "Amersfoort"),
        ("в Гаазі", "Den Haag"),
        ("في لاهاي", "Den Haag"),
        ("بأمستردام", "Amsterdam"),
    ],
)
def test_spoken_and_foreign_names_lead_to_the_town(text: str, name: str) -> None:
    assert names(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Emmense inloop", "Emmen"),
        ("de Heerlense groep", "Heerlen"),
        ("Groningse", "Groningen"),
        ("ik ben een Hagenaar", "Den Haag"),
        ("in emmen-zuid", "Emmen"),
        ("regio eemland", "Eemland"),
        ("parkstad", "Parkstad"),
        ("in 't gooi", "Het Gooi"),
        ("in de achterhoek", "Achterhoek"),
    ],
)
def test_tails_and_regions_count(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_quarter_keeps_its_name_and_tells_its_town() -> None:
    (mention,) = found("iets in heerlerheide")
    assert mention.place is not None
    assert (mention.place.name, mention.place.municipality) == ("Heerlerheide", "Heerlen")


@pytest.mark.parametrize(
    "text",
    [
        "ik ben echt heel moe en wil best praten",
        "mag ik hem meenemen of is het voor haar",
        "zijn er huizen waar je kunt wonen",
        "hoe moet ik een groep leiden",
        "mensen die kampen met hun gedachten",
        "leer je daar om een groep te leiden",
        "Help! graag",
        "er zijn veel dieren in de wijk",
        "in de winkel bij de sluis op de hoek",
        "was ik maar een eind weg",
        "bellen naar school, in behandeling, bij iemand thuis",
        "meppen",
        "it goes well, best regards",
        "ik kom uit Duitsland en woon in Nederland",
    ],
)
def test_everyday_words_are_no_places(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("is er iets in Best voor mij", "Best"),
        ("ik woon in echt", "Echt"),
        ("In Hem is niets", "Hem"),
        ("ergens rond houten", "Houten"),
        ("Huizen", "Huizen"),
        ("iets in erica te doen", "Erica"),
        ("inloop kampen", "Kampen"),
        ("wij gaan vaak naar de stad Leiden toe", "Leiden"),
        ("iets in de Wijk", "De Wijk"),
    ],
)
def test_a_name_that_is_a_word_counts_where_it_must_be_a_place(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("iets in ameresfoort", "Amersfoort"),
        ("in hoogevene", "Hoogeveen"),
        ("zwole", "Zwolle"),
        ("inloop heerln", "Heerlen"),
        ("rond klazinaveen", "Klazienaveen"),
        ("in den hagg", "Den Haag"),
    ],
)
def test_a_clear_slip_of_the_finger_is_read_as_the_town(text: str, name: str) -> None:
    (mention,) = found(text)
    assert mention.place is not None
    assert (mention.place.name, mention.exact) == (name, False)


def test_a_slip_in_a_short_name_is_only_offered_where_the_place_is_small() -> None:
    (village,) = found("in sleenn")
    assert (village.place, [place.name for place in village.nearly]) == (None, ["Sleen"])
    (town,) = found("in soets")
    assert town.place is not None and (town.place.name, town.exact) == ("Soest", False)


def test_known_everyday_words_are_never_mended() -> None:
    known = read_gazetteer(ROOT / "knowledge" / "plaatsen", Report(), frozenset({"heerln"}))
    assert find_places("in heerln", known) == ()


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("7811 ap inloop", "7811 ap"),
        ("7811AP", "7811AP"),
        ("7811", "7811"),
        ("woon op 7811", "7811"),
        ("mijn postcode is 7811", "7811"),
        ("in de buurt van 7811", "7811"),
        ("7811 emmen", "7811 emmen"),
        ("Emmen (7811 AP)", "Emmen (7811 AP"),
    ],
)
def test_a_postcode_covers_its_letters_and_forgets_them(text: str, covered: str) -> None:
    (mention,) = found(text)
    assert mention.place is not None
    assert (mention.place.name, mention.place.municipality) == ("7811", "Emmen")
    assert text[mention.start : mention.end] == covered


@pytest.mark.parametrize(
    "text",
    [
        "om 1930",
        "1930 uur is te laat",
        "sinds 2019 clean",
        "in 2020 opgenomen",
        "1200 euro schuld",
        "€ 7811 schuld",
        "het begint in 1500",
        "0612 7811999",
    ],
)
def test_years_times_and_sums_are_no_postcodes(text: str) -> None:
    assert found(text) == ()


def test_a_name_of_two_towns_is_left_open() -> None:
    (mention,) = found("iets in elst")
    assert mention.place is None
    assert [where(place) for place in mention.namesakes] == [
        ("Elst", "Gelderland"),
        ("Elst", "Utrecht"),
    ]


@pytest.mark.parametrize("name", ["Hengelo", "Rijswijk", "Bergen", "Beek", "Zevenhuizen", "Laren"])
def test_namesakes_lie_in_different_provinces_or_municipalities(name: str) -> None:
    (mention,) = found(f"in {name}")
    areas = {(place.province, place.municipality) for place in mention.namesakes}
    assert len(areas) == len(mention.namesakes) > 1


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("hengelo overijssel", "Overijssel"),
        ("Hengelo (Gelderland)", "Gelderland"),
        ("in Limburg, in Beek", "Limburg"),
        ("elst bij rhenen", "Utrecht"),
        ("rijswijk of den haag", "Zuid-Holland"),
    ],
)
def test_a_province_or_a_town_near_by_decides_between_namesakes(text: str, province: str) -> None:
    assert province in [m.place.province for m in found(text) if m.place]
    assert not any(mention.namesakes for mention in found(text))


@pytest.mark.parametrize("name", ["Utrecht", "Groningen", "Emmen", "Hoorn"])
def test_the_far_bigger_namesake_is_meant(name: str) -> None:
    assert names(f"iets in {name}") == [name]


@pytest.mark.parametrize(
    ("text", "province"),
    [("drente", "Drenthe"), ("provincie utrecht", "Utrecht"), ("in het Friese", "Friesland")],
)
def test_a_province_is_recognised_and_is_no_place(text: str, province: str) -> None:
    (mention,) = found(text)
    assert (mention.place, mention.province) == (None, province)
    assert wanted_place(text, (mention,)) is None


def test_all_places_come_back_in_order_with_their_offsets() -> None:
    text = "ik woon in Breda, is er iets voor haar in heerlen of kerkrade"
    covered = [text[mention.start : mention.end] for mention in found(text)]
    assert covered == ["Breda", "heerlen", "kerkrade"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ik woon in breda, is er iets voor mijn zus in heerlen?", "Heerlen"),
        ("Wij wonen in Baarn, maar Soest mag ook.", "Baarn"),
        ("Ik kom uit Ter Apel. De groep in Emmen, mag ik daarheen?", "Emmen"),
        ("ik woon in zwolle", "Zwolle"),
        ("Venlo of Tegelen", "Venlo"),
        ("Mijn opa is geboren in Assen. Is er iets in Meppel?", "Meppel"),
        ("Die plek waar mijn opa zat, in Veenhuizen.", None),
        ("Hoe laat begint het?", None),
    ],
)
def test_the_wanted_place_is_where_something_is_asked_else_home(
    text: str, name: str | None
) -> None:
    assert wanted(text) == name


def test_a_position_falls_in_the_nearest_town() -> None:
    assert nearest_name(52.724, 6.990, GAZETTEER).name == "Klazienaveen"


def test_a_key_has_no_accents_capitals_or_marks() -> None:
    assert place_key("St.-Annaparochie / Súdwest-Fryslân") == "sint annaparochie sudwest fryslan"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_mentions_in_order_within_it(text: str) -> None:
    ends = [0]
    for mention in found(text):
        assert ends[-1] <= mention.start < mention.end <= len(text)
        ends.append(mention.end)
    wanted_place(text, found(text))


_PIECES = st.sampled_from(
    """in den haag emmen 7811 ap 1930 elst beek , . of soets zwole st. drenthe Heel de Wijk heerln
    emmense Гаазі لاهاي 's 't ß İ ﬁ e\u0301 van buurt limburg capelle aan""".split()
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=15).map(" ".join))
def test_each_mention_says_exactly_one_thing(text: str) -> None:
    for mention in found(text):
        said = (mention.place, mention.namesakes, mention.nearly, mention.province)
        assert sum(bool(part) for part in said) == 1
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("en kampen?", "Kampen"),
        ("nee leiden bedoel ik", "Leiden"),
        ("herstelgroep emmn vrijdag", "Emmen"),
        ("inloop 9401 donderdag", "9401"),
        ("in de Betuwe, bijvoorbeeld in Tiel", "Tiel"),
        ("iets in Gouda of anders in Woerden", "Gouda"),
        ("ik sta in Breda ingeschreven maar slaap in Goes, kan ik daar heen?", "Goes"),
        ("zwemmen in Utrecht lombok", "Lombok"),
        ("is er iets in Deutekem?", "Doetinchem"),
    ],
)
def test_the_place_that_is_meant_is_chosen(text: str, name: str) -> None:
    chosen = wanted_place(text, found(text))
    assert chosen is not None and chosen.place is not None and chosen.place.name == name


@pytest.mark.parametrize("text", ["hoe wekrt dit", "hele fijne groep", "ik heb 2500 euro schuld"])
def test_what_is_no_place_is_left_alone(text: str) -> None:
    assert wanted_place(text, found(text)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mag kampen of dronten zijn, dat is voor mij om het even", "Kampen"),
        ("het kan in laren of hilversum zijn", "Laren"),
        ("ben het zat man, is er een groep met jonge gasten, den helder, dinsdag", "Den Helder"),
        ("ik sta in Sneek ingeschreven maar ik slaap op een bank in Joure", "Joure"),
        ("ik woene in Staphorst, kan ik ok in Meppel noar de groep?", "Meppel"),
        ("kan ik als Sneker ook meedoen met de groep in Joure?", "Joure"),
        ("mag ik als Amsterdammer naar de inloop in Zaandam?", "Zaandam"),
        ("namens de gemeente Westerveld vraag ik naar een inloop in Diever", "Diever"),
    ],
)
def test_of_two_places_the_one_to_go_to_is_wanted(text: str, name: str) -> None:
    assert wanted(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Bij de huisarts in Borculo kreeg ik een folder mee. Moet je je daarvoor opgeven?",
        "In Veendam zei men mij dat dat niet kon. Klopt dat voor de cursus ook?",
        "kan ik met een scootmobiel naar binen of is er een trap",
        "loop ik zo naar binne of moet ik bellen",
        "zitten jullie nu ergns anders of naar bovne",
    ],
)
def test_a_place_of_what_happened_or_a_slip_in_an_adverb_is_not_wanted(text: str) -> None:
    assert wanted(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Meppel is mij te ver, heb je ook iets in Diever?", "Diever"),
        ("nee dat is bij Mariahoeve, ik mot in Loosduinen weze", "Loosduinen"),
        ("ik werk in Breda maar woon in Goes, waar kan ik heen", "Goes"),
        ("niet in Almere zelf want daar werk ik, maar in Huizen of Naarden", "Huizen"),
        ("Ik ben verhuisd van Assen naar Emmen, is daar ook iets?", "Emmen"),
        ("Ik woon in Rozenburg. Is daar iets, of moet ik naar Rotterdam?", "Rozenburg"),
        ("Ik kom met de trein uit Lelystad. Krijg ik de reis vergoed?", "Lelystad"),
        ("gaat de wandelgroep in krimpn aan den ijsel door", "Krimpen aan den IJssel"),
        ("ik zit in alpen aan de rijn", "Alphen aan den Rijn"),
        ("eninbeilen", "Beilen"),
        ("Iets met koffie erbij. Goes", "Goes"),
        ("live meeting NA hoorn tussen de middag", "Hoorn"),
        ("inloop leiden op vrijdagmiddag", "Leiden"),
        ("waar is de AA hoorn vanavond", "Hoorn"),
        ("een groep, bij dieren in de buurt dus", "Dieren"),
        ("en in kielegat niks?", "Breda"),
        ("woar ken ik in 't Olnamt terecht?", "Oldambt"),
    ],
)
def test_of_several_places_or_odd_spellings_the_wanted_one_is_taken(text: str, place: str) -> None:
    assert wanted(text) == place


@pytest.mark.parametrize(
    "text",
    [
        "is er een groep bij Meppen in Duitsland",
        "kan ik komen, ik woon net over de grens in Meppen",
        "het boekje is met de verhuizing naar emst weggeraakt, sturen jullie een nieuw",
        "ik moet de laatste bus naar Ommen halen, hoe lang duurt het",
        "mevrouw van Bergen zei dat er een groep is",
        "wie gaat de inloop leiden op vrijdag?",
        "iets voor bij mensen thuis",
        "gewoon in het echt graag",
        "hij is aan de drugs en aan het werk",
    ],
)
def test_names_abroad_of_people_and_of_what_is_gone_are_no_place(text: str) -> None:
    assert wanted(text) is None
