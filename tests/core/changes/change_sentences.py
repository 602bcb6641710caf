"""Sentences of coordinators in many voices, what each changes, and what others leave open."""

# ruff: noqa: E501 - a sentence and what it changes stand on one line

import os
from datetime import date, datetime
from typing import NamedTuple

from bot.core.changes.text import ReadChange, read_change
from bot.knowledge.loader import find_folder, read_examples_of
from bot.knowledge.problems import Report

_, LEXICON, GAZETTEER = read_examples_of(find_folder(os.environ), Report())
WEDNESDAY = "2026-11-25T14:00"


class Said(NamedTuple):
    """A sentence, when it is typed, and what it changes."""

    now: str
    what: str
    days: str  # first..last, one day, or first.. without end
    time: str
    place: str
    text: str


class Open(NamedTuple):
    """A sentence, when it is typed, and what it leaves open."""

    now: str
    doubt: str
    text: str


def rows(blocks: dict[str, str]) -> list[list[str]]:
    """The lines of each block cut at their bars, with the moment they are typed at."""
    return [
        [now, *(part.strip() for part in line.split("|"))]
        for now, block in blocks.items()
        for line in block.strip().splitlines()
    ]


def read(text: str, now: str = WEDNESDAY) -> ReadChange:
    return read_change(text, datetime.fromisoformat(now), LEXICON, GAZETTEER)


def span(days: str) -> tuple[date, date | None]:
    first, dots, last = days.partition("..")
    begin = date.fromisoformat(first)
    return begin, (date.fromisoformat(last) if last else None) if dots else begin


SURE = {
    "2026-12-14T16:30": """
    OTHER_TIME | 2026-12-18 | 14:30 | Zwolle | lotgenotengroep autisme zwolle start vrijdag half uur later dan normaal dus 14.30
    CANCELLED | 2026-12-15..2027-01-05 | | Norg | komende 4 dinsdagen geen inloop in norg
    CANCELLED | 2027-01-23 | | | 23 jan is er een repaircafe in onze huiskamer dus die dag geen gewone inloop
    EXTRA | 2026-12-19 | 10:00 | Beilen | zat 19 dec extra wandeling, start 10u bij station beilen
    OTHER_TIME | 2026-12-23 | -16:00 | Zuidwolde | ivm Kerst gaat inloop Zuidwolde om 16 ipv 17 uur dicht op 23 december
    CANCELLED | 2026-12-21..2026-12-28 | | | geen klusgroep komende twee maandagen
    RESUMED | 2027-01-05.. | 16:00 | Emmen | we starten weer met de jongerengroep! 5 jan 16u in Emmen
    NOTE | 2026-12-22 | | | Ik ben er volgende week dinsdag niet; de inloop wordt overgenomen door collega's
    MOVED | 2027-01-17 | | Norg | kun je doorgeven: wandelen Norg zo 17 jan startpunt nu parkeerplaats Langeloerweg
    CANCELLED | 2026-12-29..2026-12-31 | | Klazienaveen | geen inloop 29, 30 en 31 december in Klazienaveen
    NOTE | 2026-12-17 | | | Herstelcafe 17 dec: thema kerst, neem iets lekkers mee
    OTHER_TIME | 2027-01-06.. | 2027-01-06 | | vrouwenochtend verhuist naar woensdagochtend, begint 6 januari
    """,
    WEDNESDAY: """
    CANCELLED | 2026-12-04 | | | breiclub v/d 4e gaat niet door
    CANCELLED | 2026-11-27 | | | spelmiddag vd 3e verdieping vervalt vrijdag
    OTHER_TIME | 2026-12-09 | 2026-12-16 | | groepsgesprek vd 9e schuift naar de 16e
    OTHER_TIME | 2026-12-07 | 2026-12-21 | | bijeenkomst 2 van maandag 7 dec wordt ingehaald op maandag 21 dec
    CANCELLED | 2026-12-11 | | | groep 5 van vrijdag 11 december vervalt
    NOTE | 2027-02-01.. | | Zeist | vanaf februari betaal je 3 euro ipv 2,50 voor de lunch in Zeist
    NOTE | 2027-02-01.. | | | per februari gaat de prijs van de lunch naar 4 euro
    OTHER_TIME | 2026-11-27 | 18:00 | | eetcafe vrijdag om 18 uur ipv 17 uur, kost 5 euro
    MOVED | 2027-02-01.. | | | kookgroep vanaf 1 februari in de Schakel ipv de Brug, kosten 4 euro
    OTHER_TIME | 2026-12-01 | 19:45 | | koor dinsdag begint om 19.45, een kwartier eerder dan normaal
    OTHER_TIME | 2026-11-27 | 20:00 | | filmavond vrijdag om 20.00 (half uur later dan anders)
    OTHER_TIME | 2026-11-26 | 11:00 | | inloop morgen een half uur later dan 10.30
    EXTRA | 2026-11-27 | 14:00 | Zeist | er komt vrijdag nog een schilder-workshop bij! 14.00 Zeist
    EXTRA | 2026-12-17 | 19:30 | | er komt nog een avond bij voor de rouwgroep, 17 december 19.30
    EXTRA | 2026-12-26 | 12:00-15:00 | Zeist | extra eetcafe voor wie alleen is op tweede kerstdag 12-15 Zeist
    CANCELLED | 2026-11-26 | | | NA donderdag vervalt
    CLOSED_PERIOD | 2026-11-28.. | | | na vrijdag geen koor meer
    NOTE | 2026-12-18 | | | afsluiting van de training is vrijdag 18 december met taart
    NOTE | 2026-12-18 | | | laatste dag van de cursus is 18 december, we sluiten af met taart
    OTHER_TIME | 2026-11-27 | -15:00 | Tiel | we sluiten vrijdag om 15 uur, inloop Tiel
    NOTE | 2026-11-25..2026-11-26 | | | groep zit op de 2e verdieping maar de lift is tot en met donderdag stuk
    NOTE | 2026-11-30 | | | de lift werkt maandag niet, de leesgroep is op de 2e etage
    NOTE | 2026-11-27 | | | parkeerplaats is vrijdag niet te gebruiken, koor gaat gewoon door
    CANCELLED | 2026-11-26 | | | wc kapot dus morgen geen inloop
    CANCELLED | 2026-11-26 | | | verwarming doet het niet, inloop morgen dicht
    OTHER_TIME | 2026-11-27 | 13:30 | | 13.00 stond in de nieuwsbrief maar de bingo vrijdag begint 13.30
    OTHER_TIME | 2026-11-30 | 20:00 | | in de folder staat half 8 maar dat moet 8 uur 's avonds zijn, koor maandag
    CLOSED_PERIOD | 2026-12-16.. | | Zeist | dinsdag 15 dec laatste dag huiskamer Zeist, daarna stoppen we er helemaal mee
    CLOSED_PERIOD | 2026-12-20.. | | Goes | Zaterdag 19 december is de allerlaatste dag van de inloop Goes, daarna stoppen we
    NOTE | 2026-11-27 | | | vrijdag is de laatste dag om je op te geven voor de kerstlunch
    RESUMED | 2027-01-06.. | | | na de kerstvakantie trapt het koor op 6 januari weer af
    NOTE | 2026-11-27 | | Goes | vrijdag trappen we de week af met koffie in Goes
    OTHER_TIME | 2026-11-27 | -21:15 | | koor vrijdag iets eerder klaar, 21.15
    CANCELLED | 2026-11-27 | | | kookploeg vrijdag niet, kok ziek
    OTHER_TIME | 2026-11-30.. | 11:00 | Goes | vanaf maandag gaan de deuren pas om 11 uur open, was 10. Inloop Goes
    EXTRA | 2027-01-17 | 11:00 |  | ik zet er nog een wandeling bij in januari: zo 17/1 11u
    EXTRA | 2026-12-12 | 11:00-15:00 |  | open huis bij ons op 12 december, 11 tot 15 uur
    CANCELLED | 2026-11-26..2026-12-03 |  |  | knutselen voor volwassenen komt donderdag te vervallen en volgende week ook
    CANCELLED | 2026-11-29 |  |  | moeten helaas afzien van de wandeling zondag, code oranje
    CANCELLED | 2026-11-26 |  |  | creaclub donderdag: geen lerares, dus niks
    CANCELLED | 2026-11-28 |  |  | fietsgroep blijft thuis zaterdag, te glad
    CLOSED_PERIOD | 2026-12-21..2027-01-03 |  |  | we gaan 2 weken met kerstvakantie: 21 dec tm 3 jan
    CLOSED_PERIOD | 2027-07-01..2027-08-31 |  |  | de zaterdaggroep pauzeert in juli en augustus
    NOTE | 2026-11-30..2026-12-06 |  |  | volgende week is Karin er niet, Mo doet de inloop
    NOTE | 2026-12-25 |  | Hoorn | AA Hoorn: op 25 december is er GEWOON meeting
    MOVED | 2026-11-29 |  | Utrecht | NA Utrecht zondag online meeting ipv fysiek, ijzel
    EXTRA | 2026-12-03 | 19:00 |  | we hebben er een groep bijgekregen: jongeren 18-25, eerste keer do 3 dec 19u
    OTHER_TIME | 2026-12-05 | 2026-12-12 |  | de ruilbeurs gaat naar de 12e (was de 5e)
    OTHER_TIME | 2026-12-01 | 2026-12-02 |  | dinsdagmiddagsoos verhuist eenmalig naar woensdagmiddag 2 december
    CANCELLED | 2026-11-27 |  |  | wil iemand de inloop van vrijdag van de site halen? Bert is ziek
    CANCELLED | 2026-12-10 |  |  | graag de kookles van 10 dec uit het rooster halen, keuken wordt verbouwd
    CANCELLED | 2026-12-01 |  |  | gooi de dinsdaggroep van volgende week er maar uit
    CANCELLED | 2026-11-26 |  |  | het gaat hem niet worden morgen met het eetcafe, kok ziek
    CANCELLED | 2026-11-27 |  |  | vrijdaggroep? komt deze week te vervallen
    CLOSED_PERIOD | 2026-11-25..2026-12-31 |  |  | nov en dec geen inloop
    CANCELLED | 2027-01-04..2027-01-10 |  |  | week na oud en nieuw geen inloop
    CANCELLED | 2026-12-04 |  |  | schaken op vrijdag vervalt 4 december
    CANCELLED | 2026-11-25 |  |  | onderweg pech gehad, groep gaat niet door
    EXTRA | 2027-01-12 | 20:00 | Ede | zet svp in de agenda: lezing over schaamte, 12 januari 20.00 uur Ede
    EXTRA | 2026-12-12 | 14:00-16:00 |  | voeg even toe: oud papier knutselen, zaterdag 12 december 14.00-16.00
    EXTRA | 2027-03-29 | 10:00-12:00 |  | 2e paasdag wel open van 10 tot 12, anders zijn we op maandag dicht
    EXTRA | 2026-12-05 | 10:00-14:00 |  | wij zijn gewoonlijk niet open op zaterdag maar 5 december wel van 10 tot 14 uur
    EXTRA | 2027-01-08 | 19:30 |  | we doen er een spelletjesavond bij: 8 januari 19.30
    CLOSED_PERIOD | 2026-12-07..2026-12-10 |  |  | maandag 7 december start de schilder, we zijn dan 4 dagen gesloten
    CLOSED_PERIOD | 2027-07-12..2027-08-29 |  |  | zomerstop van 12/7 tot 30/8, 30 aug zijn we er weer
    CLOSED_PERIOD | 2026-11-25.. |  | Ede | we liggen stil tot de verwarming gemaakt is. inloop Ede
    CLOSED_PERIOD | 2026-11-25.. |  |  | atelier gesloten totdat het dak gerepareerd is
    OTHER_TIME | 2027-01-08.. | 13:30-16:00 |  | bridge wordt 13.30-16.00 (was 10-12) met ingang van 8 januari
    OTHER_TIME | 2027-01-06.. | 09:00-10:00 |  | nieuwe tijden yoga: wo 9.00-10.00 (was 10-11), geldt vanaf 6 januari
    OTHER_TIME | 2026-12-04 | 2026-12-18 |  | de filmclub van 4 dec schuift twee weken door, wordt dus 18 dec
    OTHER_TIME | 2026-12-03 | 2026-12-10 |  | de lezing van 3 december is een week later, dus op 10 december
    OTHER_TIME | 2027-01-05.. | 19:00-21:00 |  | vanaf 5 januari is de inloop 's avonds 19-21 uur ipv 's middags
    OTHER_TIME | 2026-11-25 | 14:15 |  | Bus staat vast, ik ben er om kwart over 2. inloop begint dan pas ipv om 2 uur
    OTHER_TIME | 2026-11-26 | 11:00 |  | inloop morgen om 11 uur, daarna weer gewoon om 10
    NOTE | 2026-12-04 |  |  | keuken gesloten op vrijdag 4 dec dus neem zelf je lunch mee naar de inloop
    MOVED | 2026-11-26 |  |  | deze week teamsen we, leesgroep donderdag
    MOVED | 2027-01-01..2027-01-31 |  |  | hele maand januari zitten we in de bieb, februari zijn we weer terug op het oude plekje
    MOVED | 2027-01-11.. |  |  | de inloop is verkast! vanaf 11 januari vind je ons op de Dorpsstraat 14
    MOVED | 2026-11-26 |  |  | we mogen donderdag de gymzaal gebruiken voor yoga want onze zaal is bezet
    RESUMED | 2027-01-05.. |  |  | de schaakclub begint weer, dinsdag 5 januari eerste keer
    RESUMED | 2027-01-12.. |  |  | koor op dinsdag begint 12 januari weer
    OTHER_TIME | 2026-11-26 | 10:45 |  | morgen is de zaal pas vanaf 10.45 vrij dus we beginnen een kwartiertje later dan de gebruikelijke 10.30
    MOVED | 2026-12-03 |  | Gorssel | Maatjesproject Gorssel: bijeenkomst van 3/12 verhuist naar de bovenzaal van het dorpshuis. Tijd ongewijzigd
    NOTE | 2026-11-30.. |  | Ommen | Mensen let op!!! ingang zit vanaf maandag aan de achterkant, voordeur wordt vervangen. Kulturhus Ommen
    CLOSED_PERIOD | 2026-12-22..2027-01-03 |  | Veghel | Kerstreces: laatste inloop ma 21 dec, eerste inloop ma 4 jan. Stichting Open Deur Veghel
    RESUMED | 2027-01-09.. | 14:00 | Beverwijk | Onze bingo is er ook weer in 2027, voor het eerst op 9 januari om 14.00 uur. Beverwijk
    OTHER_TIME | 2026-11-25 | -14:30 | Best | de inloop gaat vandaag eerder dicht, we sluiten om half 3 en niet om 4. begrafenis Ria. Best
    CANCELLED | 2026-11-27 |  | Etten-Leur | joh die eetclub van vrijdag da wordt m nie. Kok heeft t aan zn rug. Etten-leur
    RESUMED | 2026-11-26 |  | Goor | Het cafe is morgen toch NIET dicht! Vergissing van mij, Goor
    OTHER_TIME | 2026-11-26 | -21:00 | Ulft | Ivm de avondklok... grapje. Maar donderdag stoppen we wel om negen uur want Jo moet de laatste bus halen. praatgroep Ulft
    CANCELLED | 2026-11-26 |  | Roden | pff code geel wordt code rood, wij houden het morgen voor gezien, bliev thuus. inloop Roden
    OTHER_TIME | 2027-01-07.. | 2027-01-07T19:30 | Veldhoven | We maken van de vrijdaggroep een donderdaggroep, ingaande 7 januari, 19.30 uur. Veldhoven
    OTHER_TIME | 2026-12-09 | 2026-12-16 | Renkum | De bijeenkomst over schulden 9/12 is nu op 16/12, spreker kon niet. Renkum
    MOVED | 2026-12-08 |  | Almere-Haven | Groep Almere Haven is op 8 dec in Almere Buiten te gast, zelfde uur
    OTHER_TIME | 2026-12-01 | -12:00 | Zevenaar | dinsdag zijn we om 12 uur al klaar ipv 14u, Els is jarig en trakteert. soepgroep Zevenaar
    OTHER_TIME | 2026-11-27.. | -17:00 |  | schaken gaat vanaf nu elke vrijdag door tot 17 uur
    CLOSED_PERIOD | 2026-11-25..2026-12-01 |  | Grou | we hebben een waterlek en zijn dicht tot en met dinsdag, woensdag kijken we verder. Grou
    OTHER_TIME | 2026-11-30 | 2026-12-07 | Monnickendam | onze boekenclub van aanstaande maandag gaat naar de week daarna, zelfde tijd en plek, gr Loes uit Monnickendam
    OTHER_TIME | 2026-12-12 | 10:45-12:45 | Arnhem | lotgenotencontact CVS Arnhem 12 dec: let op, begin om kwart voor 11, einde kwart voor 1
    OTHER_TIME | 2026-12-17 | 17:30 | Oud-Beijerland | Let op het tijdstip van do 17 dec: kerstmaal 17.30 uur in Oud-Beijerland, anders is het om 18 uur
    NOTE | 2026-11-30 |  | Waddinxveen | voor maandag: ik sta aan de kant van de Albert Heijn met de koffie, de gewone deur zit op slot. Waddinxveen
    CLOSED_PERIOD | 2026-12-07..2027-01-17 |  | Best | de kookgroep krijgt een pauze van zes weken vanaf maandag 7 december. Best
    RESUMED | 2026-12-03 |  | Waalre | graag doorgeven: naastengroep Waalre 3/12 GAAT DOOR, ondanks eerder bericht
    OTHER_TIME | 2026-11-26 | 19:45-21:45 | Ommen | De repetitie begint morgen om kwart voor 8 en duurt tot kwart voor 10. Zangkoor Ommen
    OTHER_TIME | 2027-01-12.. | 2027-01-12 | Delfzijl | Autisme-inloop Delfzijl: met ingang van 12 januari op dinsdagmiddag ipv woensdagmiddag
    EXTRA | 2026-12-10 | 19:30 | Bathmen | Op veler verzoek: op 10 december nogmaals een lezing over slaap, 19.30, in Bathmen
    CLOSED_PERIOD | 2026-12-19..2027-01-03 |  | Hattem | Groep Hattem heeft vakantie van 19-12 t/m 3-1
    OTHER_TIME | 2026-11-29 | 13:15 | Ommen | Let op wandelaars: zondag starten we vanwege de korte dagen al om 13.15 uur. Wandelgroep Ommen
    MOVED | 2027-02-01.. |  | Harlingen | de keramiekgroep stopt niet maar verhuist, vanaf 1/2 zitten we op de Havenkade 12 in Harlingen
    RESUMED | 2026-12-02 |  | Voorst | breien in Voorst vervalt niet, mijn appje van vanochtend klopte niet. woe 2 dec gewoon
    OTHER_TIME | 2026-12-01 | 13:30-16:00 |  | koor di van half 2 tot 4 ipv 9-11, smorgens bezet
    OTHER_TIME | 2026-12-01 | 14:00 |  | koor dinsdag om 2 uur ipv 10 uur want smorgens is er yoga
    OTHER_TIME | 2026-12-22 | 2026-12-21 |  | koor niet op 22 maar op 21 december
    OTHER_TIME | 2026-12-22 | 2026-12-21 |  | de breigroep gaat van 22 naar 21 december
    OTHER_TIME | 2026-11-28 | 2026-12-04 |  | koor van 28 naar 4 december
    OTHER_TIME | 2026-12-01 | 2026-12-03 |  | koor: dinsdag kan ik niet, dus we doen donderdag
    OTHER_TIME | 2026-11-27 | 19:15 |  | koor vriedagavond kwart over zeuve ipv zeuve uur
    OTHER_TIME | 2026-12-01 | -17:00 |  | koor dinsdag een uur extra open tot 17 uur
    NOTE | 2026-12-01 |  | Gouda | dinsdag taart op het koor want we bestaan tien jaar 🎂 Gouda
    CANCELLED | 2026-11-26 |  | Zutphen | geen groep morgen want Els is ziek 🤒 eetcafé Zutphen
    CANCELLED | 2026-12-01 |  | Etten-Leur | koor dinsdag dicht. Etten-Leur
    CANCELLED | 2026-12-01 |  | Oud-Beijerland | koor Oud-Beijerland dinsdag dicht
    CLOSED_PERIOD | 2026-12-08..2026-12-12 |  |  | mit de verbouwing zin veer tow van 8 t/m 12 dec
    CANCELLED | 2026-11-27 |  |  | ons groep is vriedag tow
    CANCELLED | 2026-11-27 |  |  | we motte het koor van vrijdag afzegge
    CANCELLED | 2026-12-01 |  |  | stoppen met roken groep vervalt dinsdag
    RESUMED | 2026-12-01.. |  |  | stoppen met roken groep start opnieuw 1 december
    RESUMED | 2026-11-26.. | 10:00 |  | wandelgroep is weer begonnen, iedere donderdag om 10 uur
    RESUMED | 2026-11-25.. |  |  | de inloop is weer gestart, elke woensdag
    RESUMED | 2026-11-30.. |  |  | zomerstop zit er weer op, maandag beginnen we
    RESUMED | 2026-12-01.. |  |  | winterstop is voorbij, dinsdag 1 december zijn we r weer
    RESUMED | 2026-11-27 |  |  | ik had gemeld vrijdag geen koor maar er is wel koor, vergisje
    CANCELLED | 2026-11-27 |  |  | ik had gezegd vrijdag gaat door maar er is geen groep
    MOVED | 2026-12-03 |  |  | koor 3 december 2 verdiepingen hoger, kamer 3.11
    MOVED | 2026-11-26 |  |  | koor donderdag 3 verdiepingen hoger, kamer 2.14
    MOVED | 2026-11-29 |  |  | wandeling vertrekt zondag vanaf de molen en niet vanaf de school
    MOVED | 2026-12-01 |  |  | dinsdag gaan we met het koor niet naar het strand maar naar het bos
    MOVED | 2027-03-01..2027-03-31 |  |  | de club wijkt de hele maand maart uit naar de Vredeskerk
    CLOSED_PERIOD | 2026-12-01..2026-12-31 |  |  | heel december geen inloop
    CANCELLED | 2026-11-30..2026-12-06 |  |  | volgende week de hele week geen koor
    CLOSED_PERIOD | 2026-12-21..2026-12-27 |  |  | week 52 de hele week dicht
    NOTE | 2026-11-29 |  |  | klok een uur terug zondag, groep begint gewoon op tijd
    NOTE | 2026-12-01 |  |  | koor dinsdag, geen koffie
    NOTE | 2026-12-01 |  |  | reken dinsdag op 10 minuten extra reistijd naar de inloop
    CLOSED_PERIOD | 2027-01-02.. | | | na 1 januari stopt de inloop
    OTHER_TIME | 2026-11-25 | 13:00-16:00 | | de inloop is vandaag van 13 tot 16 en niet tot 17 uur
    OTHER_TIME | 2026-11-27 | 20:00 | | vrijdag is de groep om 20.00 uur en niet om 19.30
    NOTE | 2026-11-26 | | | morgen komt er een gastspreker bij de inloop
    NOTE | 2026-11-26 | | | Ik ben er donderdag niet maar Joke neemt het over, groep gaat door
    NOTE | 2026-11-26 | | | morgen vervangt Bea mij bij de inloop, vrijdag ben ik er weer
    NOTE | 2026-11-26 | | | morgen geen warme maaltijd maar broodjes
    NOTE | 2026-11-26 | | | inloop morgen geen koffie, machine kapot
    CLOSED_PERIOD | 2026-12-18.. | | | de praatgroep stopt na 17 december voorgoed
    CANCELLED | 2026-11-28 | | | het koor van zaterdag is afgelast. Fijn weekend, tot maandag!
    OTHER_TIME | 2026-11-30 | 16:00 | | maandag om 14.00 uur is er geen inloop maar om 16.00 uur
    NOTE | 2026-11-27 | | | vrijdag is de voordeur dicht maar je kunt achterom
    CLOSED_PERIOD | 2026-11-25..2026-12-06 | | | deze en volgende week geen kookgroep
    CANCELLED | 2026-12-01..2026-12-31 | | | de maandagen in december geen yoga
    NOTE | 2026-11-26 | | | de tram rijdt morgen niet, inloop is wel open
    CANCELLED | 2026-11-27 | | | Vrijdag geen kookgroep. Hopelijk tot volgende week
    CANCELLED | 2026-11-26 | | | praatgroep morgen vervalt, tot volgende week!
    CANCELLED | 2026-11-26 | | Drachten | moarn gjin praatgroep in Drachten
    CANCELLED | 2026-11-26 | | | mergen gien kookgroep, ik bin ziek
    CANCELLED | 2026-11-27 | | | praatgrop vrijdg gaat nie dor
    CANCELLED | 2026-12-24..2026-12-31 | | | eettafel is er niet op 24 en 31 december
    CANCELLED | 2026-12-07..2026-12-13 | | | in de week van 7 december geen kookgroep
    CLOSED_PERIOD | 2027-02-01.. | | | per 1 februari bestaat de zondaggroep niet meer
    CLOSED_PERIOD | 2026-11-28.. | | | na vrijdag geen inloop meer
    CLOSED_PERIOD | 2026-11-25.. | | Sneek | gisteren waterschade, huiskamer Sneek voorlopig dicht
    MOVED | 2026-11-26 | | | AA zit morgen eenmalig in de Schakel
    MOVED | 2026-11-27 | | | kookgroep is vrijdag in de kantine van de tennisclub
    MOVED | 2026-11-26 | | | morgen zijn we te gast bij de buurtvereniging
    OTHER_TIME | 2026-11-27 | -15:00 | | vrijdag doen we de deur om 15.00 op slot
    OTHER_TIME | 2026-11-26 | -17:00 | | morgen zijn we een uur langer open, tot 17.00
    OTHER_TIME | 2026-12-10 | 2027-01-07 | | de les van 10 december komt er achteraan op 7 januari
    OTHER_TIME | 2026-12-07 | 2026-12-08 | | ma 7 december kan ik niet, we doen het de dag erna
    EXTRA | 2026-12-12 | 10:00-12:00 | | zaterdag 12 december gaan we speciaal open, 10.00-12.00
    EXTRA | 2026-12-17 | 19:30 | | er komt een avond bij: do 17 dec 19.30
    RESUMED | 2026-11-28 | | | negeer mijn vorige bericht, eetclub is er zaterdag wel
    RESUMED | 2026-11-26 | | | kachel is gemaakt dus morgen is er toch inloop
    OTHER_TIME | 2026-11-30.. | 2026-12-01 | | Yoga vanaf volgende week dinsdag ipv maandag
    OTHER_TIME | 2026-12-24 | 17:00-20:00 | | 24 dec begint het eetcafé om 17:00 en duurt tot 20:00
    MOVED | 2026-12-01.. | | | nieuwe locatie van het café is De Bron, vanaf 1 december
    EXTRA | 2026-11-29 | 14:00 | Assen | aankomende zondag extra bijeenkomst, 14:00, Brink 2 Assen
    MOVED | 2026-11-25 | | | Vanavond online ipv in het buurthuis
    CANCELLED | 2026-12-01..2026-12-15 | | | eerste en derde dinsdag van december geen koor
    CANCELLED | 2026-12-01..2026-12-08 | | | komende dinsdag en de dinsdag erna geen koor
    CANCELLED | 2026-12-18 | | | vrijdag de 18e geen inloop
    CLOSED_PERIOD | 2026-11-25..2027-01-03 | | | blijft dicht tot na de kerstvakantie
    CLOSED_PERIOD | 2026-12-05..2026-12-25 | | | vanaf zaterdag 5 december drie weken dicht
    OTHER_TIME | 2026-12-01 | 10:00-12:00 | | Dinsdag 1 december: inloop van 10-12 i.p.v. 9-11
    CANCELLED | 2026-11-26 | | | gn inloop morgen
    CANCELLED | 2026-11-26 | | Hengelo | Hoi, morgen geen herstelgroep in Hengelo want ik ben ziek
    CANCELLED | 2026-11-25 | | Deventer | inloop deventer vandaag afgelast!!! brand in keuken
    CANCELLED | 2026-11-27 | | | vr valt de eettafel uit
    CANCELLED | 2026-11-30..2026-12-07 | | | ma 30/11 en ma 7/12 geen koor
    CANCELLED | 2026-11-28 | | Venlo | NA meeting venlo zaterdag gecanceld
    CANCELLED | 2026-12-12 | | Almere | er is zaterdag 12 december geen weekendinloop in Almere
    CANCELLED | 2026-12-10 | | | bijeenkomst naasten 10 december vervlat ivm griep
    CANCELLED | 2026-11-27 | | Tiel | Door personeelstekort is er overmorgen geen inloop in Tiel
    CANCELLED | 2026-11-27 | | Gouda | GEEN EETCAFE VRIJDAG 27 NOV. KOK ZIEK. GOUDA
    CANCELLED | 2026-11-25 | | Hoogezand | vanavond is er geen AA in Hoogezand
    CANCELLED | 2026-12-01 | | | inloop di 1 dec 10.00-12.00 gaat niet door
    CANCELLED | 2026-11-26 | | | morgenavond geen gespreksgroep, code geel
    CANCELLED | 2026-12-01 | | | volgende week dinsdag geen creatieve middag
    CANCELLED | 2026-11-27 | | | toch geen eetcafe vrijdag
    CANCELLED | 2026-12-01 | | Meppel | dinsdagmiddaggroep Meppel vervalt 1 december
    CANCELLED | 2026-11-26 | | Valkenswaard | inloop valkenswaard mrgn afgelasst
    CLOSED_PERIOD | 2026-12-21..2027-01-03 | | | Wij zijn gesloten van 21 december t/m 3 januari
    CLOSED_PERIOD | 2026-11-25..2027-01-15 | | | de inloop is dicht tot half januari
    CLOSED_PERIOD | 2026-12-20..2027-01-15 | | | gesloten van 20 december tot half januari
    CLOSED_PERIOD | 2027-02-01.. | | Veendam | per 1 februari stopt de wandelgroep in Veendam
    CLOSED_PERIOD | 2026-12-01..2026-12-31 | | | heel december geen zelfhulpgroep
    CLOSED_PERIOD | 2026-11-25 | | Enschede | vandaag dicht! lekkage. Inloophuis Enschede
    CLOSED_PERIOD | 2027-01-04..2027-01-10 | | | eerste week van januari zijn we nog dicht
    CLOSED_PERIOD | 2026-12-24..2027-01-02 | | | Wij nemen vakantie: 24 dec - 2 jan gesloten
    CLOSED_PERIOD | 2026-11-26 | | | dagje dicht morgen
    MOVED | 2026-11-27 | | Assen | inloop assen zit vrijdag in de bibliotheek ipv het buurthuis
    MOVED | 2027-01-04.. | | | Vanaf 4 januari is de praatgroep in zaal 3 van het wijkcentrum
    MOVED | 2026-11-26 | | | morgen doen we de groep via teams, code rood
    MOVED | 2026-12-03 | | | herstelgroep 3 dec online
    MOVED | 2026-12-09 | | | ouderavond 9 dec is in de aula van het Dalton ipv bij ons
    MOVED | 2026-11-27 | | | yogales vrijdag digitaal wegens ijzel
    MOVED | 2026-11-26 | | | schrijfgroep is do in het atelier boven
    MOVED | 2026-12-03 | | | creatieve ochtend 3 dec is in het gymlokaal, want de zaal wordt gewit
    OTHER_TIME | 2026-11-27 | 11:00 | | vrijdag begint inloop een uur later dus om 11 uur
    OTHER_TIME | 2026-12-03 | 20:00 | | half acht wordt acht uur, herstelcafe do 3 dec
    OTHER_TIME | 2026-11-26 | 2026-11-27 | | de praatgroep van donderdag schuift door naar vrijdag
    OTHER_TIME | 2026-12-04 | 2026-12-11 | | eetgroep 4 december wordt verplaatst naar 11 december
    OTHER_TIME | 2026-11-25 | -15:00 | Sneek | vandaag sluiten we al om 3 uur. Sneek
    OTHER_TIME | 2026-12-24 | -14:00 | | 24 december open tot 14.00 uur
    OTHER_TIME | 2026-11-30 | 20:00 | Roermond | NA roermond ma 20.00 uur ipv 19.30
    OTHER_TIME | 2027-01-05 | 2027-01-12 | | cursus rouw start niet 5 jan maar 12 jan
    OTHER_TIME | 2026-12-02 | 11:00 | | spreekuur woensdag 2 dec van 9.30 naar 11.00
    OTHER_TIME | 2026-12-08 | 2026-12-09 | | ipv dinsdag 8 dec is de groep woensdag 9 dec
    OTHER_TIME | 2026-11-27 | 20:30 | | filmavond wordt vrijdag om 20.30 ipv 19.30
    OTHER_TIME | 2026-11-27 | 19:45 | | vrijdag beginnen we om kwart voor 8 met de AA
    OTHER_TIME | 2026-11-25.. | 10:00-13:00 | | voortaan is de inloop van 10.00 tot 13.00
    OTHER_TIME | 2026-12-01 | 09:00 | | di 1 dec 1 uurtje eerder open: 9.00 uur
    OTHER_TIME | 2026-11-29 | 10:00 | | wandelclub loopt zondag vanaf 10u ipv 11u
    OTHER_TIME | 2026-11-25 | 19:45 | | vanavond beginnen we kwartiertje later, 19.45
    OTHER_TIME | 2026-11-25.. | 12:30 | | de lunch is voortaan om half 1
    OTHER_TIME | 2026-11-25 | 14:00 | | vergadering loopt uit, inloop pas open om 14 uur vandaag
    OTHER_TIME | 2026-11-26 | 13:00-15:00 | | inloop 26/11 10:00-12:00 wordt 13:00-15:00
    EXTRA | 2026-12-20 | 14:00-16:00 | | Extra herstelcafe op 20 december, 14.00-16.00
    EXTRA | 2026-11-27 | 19:30 | Zeist | ingelaste bijeenkomst vrijdag 19.30 uur in Zeist
    EXTRA | 2026-12-11 | 19:00 | | eenmalige zangavond 11 december om 19 uur
    EXTRA | 2026-11-28 | 10:00 | Ede | extra wandeling zat 28 nov 10u vanaf station Ede
    EXTRA | 2026-11-29 | 12:00-17:00 | | zondag extra open ivm de feestdagen, 12.00-17.00 uur
    EXTRA | 2026-12-31 | 14:00-17:00 | | oudejaarsdag extra inloop van 2 tot 5
    EXTRA | 2026-12-25 | 13:00-16:00 | Arnhem | ook op 1e kerstdag inloop! 13-16 uur, Arnhem
    EXTRA | 2026-12-13 | 14:00 | | extra: zondag 13 dec kerstwandeling 14u, vertrek bij de molen
    RESUMED | 2026-11-25 | | | inloop gaat vandaag toch door
    RESUMED | 2026-11-27 | | | Goed nieuws, het eetcafe van vrijdag gaat alsnog door!
    RESUMED | 2027-01-05.. | | | zingen start weer dinsdag 5 januari
    RESUMED | 2026-11-26.. | | | verwarming doet het weer, dus morgen weer gewoon inloop
    RESUMED | 2026-11-25.. | | Beilen | de inloop in Beilen is weer open!
    RESUMED | 2027-01-14.. | | | vrouwencafe wordt hervat op 14 januari
    RESUMED | 2026-11-25 | | Emmeloord | Stroom is er weer! Inloop Emmeloord vanmiddag gewoon open
    RESUMED | 2026-11-30.. | | | Na twee weken dicht zijn we maandag weer open
    NOTE | 2026-11-27 | | | neem vrijdag een handdoek mee voor de yoga
    NOTE | 2026-12-03 | | | themaavond 3 dec is vol
    NOTE | 2026-11-26 | | Goes | let op de voordeur is stuk, morgen graag achterom. Inloop Goes
    NOTE | 2026-11-26 | | | donderdag hebben we een gastspreker in het herstelcafe, thema angst
    NOTE | 2026-12-25..2026-12-26 | | | wij zijn met kerst gewoon open
    NOTE | 2026-12-01.. | | | vanaf 1 dec kost de koffie 1 euro
    NOTE | 2026-12-16 | | | aanmelden voor de lunch van 16 december kan tot maandag
    NOTE | 2026-11-26 | | | koffie is op, neem morgen zelf wat mee naar de inloop
    NOTE | 2026-11-25 | | Epe | wc kapot, vandaag even bij de buren plassen. inloop Epe
    NOTE | 2026-11-30.. | | | let op andere ingang vanaf maandag: via de Kerklaan
    """,
    "2027-03-08T19:20": """
    CANCELLED | 2027-03-11 | | IJmuiden | inloop ijmuiden do 11 mrt dicht: studiedag
    CANCELLED | 2027-03-29 | | | Geen meeting op 2e paasdag
    CANCELLED | 2027-03-18 | | | praatgroep rouw 18/3 vervalt, 25/3 gaat wel door
    """,
    "2027-07-01T08:15": """
    CANCELLED | 2027-07-01 | | | vanmorgen geen inloop, ik sta met pech langs de a28
    MOVED | 2027-07-01 | | | jongerencafe vanavond naar het strand ipv in de zaal
    OTHER_TIME | 2027-07-02 | 09:00-12:00 | | vanwege hitte morgen alleen ochtend open 9-12
    """,
    "2027-09-17T22:05": """
    OTHER_TIME | 2027-09-20 | 20:00 | Leek | maandag start de AA om 20u ipv 19u30 - Leek
    NOTE | 2027-09-21 | | | start nieuwe cursus wrap op 21 september, nog 3 plekken
    """,
    "2026-12-21T07:50": """
    CANCELLED | 2026-12-21..2026-12-27 | | | deze week geen groepen meer, prettige feestdagen!
    OTHER_TIME | 2026-12-24 | -16:00 | | Kerstavond sluiten we om 16.00 uur
    """,
    "2027-01-28T16:45": """
    CANCELLED | 2027-01-29 | | Zwolle | inloop zwolle vrijdag afgezegd ivm storm eunice
    CANCELLED | 2027-02-01 | | | ma 1 feb geen herstelgroep want begeleiders op training
    CANCELLED | 2027-01-29 | | | boksen voor vrouwen valt morgen uit
    CANCELLED | 2027-02-02..2027-02-04 | | | di 2 en do 4 feb is de huiskamer dicht
    CANCELLED | 2027-02-11 | | | geen themaavond op 11 februari. Spreker ziek
    CANCELLED | 2027-02-03 | | | GAAT NIET DOOR: tekenen 3 februari
    CLOSED_PERIOD | 2027-02-07..2027-02-09 | | Oss | carnaval zijn wij dicht! 7 t/m 9 februari. Oss
    CLOSED_PERIOD | 2027-02-01..2027-02-07 | | | komende week gesloten ivm schilderwerk
    """,
    "2026-12-02T09:40": """
    CANCELLED | 2026-12-03 | | Huizen | inloop Huizen morgen dicht, cv kapot
    CANCELLED | 2026-12-10..2026-12-11 | | | do 10 & vr 11 dec vervalt de WRAP
    CANCELLED | 2026-12-14 | | | oudergroep 14 december: afgelast wegens te weinig animo
    CANCELLED | 2026-12-07 | | | Let op geen koor ma a.s.!!
    CLOSED_PERIOD | 2026-12-16.. | | | schilderclub stopt, laatste keer 15 dec
    CLOSED_PERIOD | 2027-04-01.. | | | de inloop op zaterdag houdt er per 1 april mee op
    CLOSED_PERIOD | 2026-12-21..2027-01-03 | | | week 52 en 53 zijn we dicht
    MOVED | 2026-12-08.. | | Venray | inloop venray verhuist naar de Kolk, vanaf dinsdag 8 dec
    MOVED | 2026-12-07 | | | maandag in de kapel ipv de refter
    MOVED | 2026-12-09 | | | eenmalig op andere plek: 9 dec in de Ontmoeting, Dorpsstraat 1
    MOVED | 2026-12-06 | | | de meeting van zondag is via zoom
    MOVED | 2026-12-03 | | | trek donderdag oude kleren aan, we gaan klussen in de tuin
    OTHER_TIME | 2026-12-09 | 14:30 | | groep wo 9/12 14.30 ipv 14.00
    OTHER_TIME | 2026-12-08 | 11:00 | Veghel | Inloop Veghel dinsdag pas vanaf 11 uur, tandarts
    OTHER_TIME | 2026-12-04 | -17:00 | | vrijdag gaan we door tot 5 uur ipv 4 uur
    OTHER_TIME | 2026-12-10 | 2026-12-17 | | creatief van 10 dec naar 17 dec verschoven
    OTHER_TIME | 2026-12-05 | 2026-12-06T14:00 | | Herstelkring zat 5 dec verzet naar zon 6 dec 14u
    OTHER_TIME | 2026-12-03 | -13:00 | | morgen al om 13:00 dicht, personeelsuitje
    OTHER_TIME | 2026-12-08 | 20:00 | | avondgroep di 8 dec begint om 8 ipv half 8
    EXTRA | 2026-12-29 | 19:00-21:00 | Goor | extra inloopavond! di 29 dec 19-21u in Goor
    EXTRA | 2026-12-14 | 10:00 | | ivm drukte extra groep op maandag 14 dec om 10.00 uur
    EXTRA | 2026-12-18 | 13:00 | | er komt een extra les bij op 18 december, 13.00 uur
    RESUMED | 2026-12-02 | | Ommen | alsnog open vanmiddag! cv doet t weer. huiskamer Ommen
    RESUMED | 2027-01-08.. | | | de schrijfgroep begint 8 januari weer
    NOTE | 2026-12-02 | | | vanavond neemt Bas de groep waar, Els is op vakantie
    NOTE | 2027-01-05 | | | wachtlijst voor de training van 5 jan, vol
    NOTE | 2026-12-22 | | | kerstlunch 22 dec opgeven kan nog
    """,
    "2027-04-12T18:05": """
    CANCELLED | 2027-04-27 | | | Dinsdag 27 april geen groep (koningsdag)
    CANCELLED | 2027-04-18 | | Harderwijk | Zo 18 apr geen inlooop Harderwijk
    CANCELLED | 2027-04-12 | | Dongen | inloop Dongen ging vandaag niet door
    CANCELLED | 2027-04-15 | | | dagje uit donderdag, inloop dicht!
    CLOSED_PERIOD | 2027-04-12..2027-04-30 | | | voor de rest van april geen tuingroep
    OTHER_TIME | 2027-04-12 | 2027-04-19 | | ma 19/4 beginnen wij weer ipv ma 12/4
    OTHER_TIME | 2027-04-12 | 19:30 | | vandaag is de groep van 19.00 naar 19.30 verzet
    OTHER_TIME | 2027-04-17 | -15:00 | | zaterdag 17 april sluit de weekendtref om 15u ipv 17u
    """,
    "2027-02-22T12:20": """
    MOVED | 2027-02-28 |  | Hilversum | Wandelgroep gaat zondag vanaf station Hilversum ipv het MCO
    CANCELLED | 2027-02-24 | | Rijssen | koffieochtend rijssen wo geen doorgang ivm griepgolf
    CANCELLED | 2027-02-22 | | | Vandaag om 14 uur geen praatgroep. Els is gevallen
    CANCELLED | 2027-02-25 | | | naailes vervalt de 25e
    CANCELLED | 2027-02-26 | | Steenwijk | vr geen open eettafel in Steenwijk!!! oven kapot
    CANCELLED | 2027-03-02 | | | helaas pindakaas: dinsdag 2 mrt geen hersteltraining
    CANCELLED | 2027-02-27 | | Franeker | AA Franeker gaat zaterdag 27 februari NIET door
    CANCELLED | 2027-02-25 | | | wij zijn er do niet, dus geen spreekuur
    CANCELLED | 2027-03-03 | | | 3 maart valt de meeting uit in verband met verkiezingen
    CLOSED_PERIOD | 2027-02-22.. | | | wegens gebrek aan vrijwilligers zijn we voorlopig gesloten
    CLOSED_PERIOD | 2027-02-22..2027-02-28 | | | hele week dicht ivm verhuizing
    MOVED | 2027-03-01.. | | Ede | vanaf 1 maart komen we samen op de Stationsweg 44 te Ede
    MOVED | 2027-02-22 | | | zoom ipv live vanavond, herstelgroep
    MOVED | 2027-02-22.. | | | groep depressie zit vanaf nu in lokaal 12
    OTHER_TIME | 2027-02-25 | 20:00 | | yoga do van 19 naar 20 uur
    OTHER_TIME | 2027-02-25 | 2027-02-26 | | do wordt deze week vr voor de kookgroep
    OTHER_TIME | 2027-02-23 | 10:00 | | morgen om 10 uur pas open want ik moet naar de huisarts
    OTHER_TIME | 2027-02-24 | 09:00-11:00 | | woensdag inloop van 9 tot 11 ipv van 10 tot 12
    OTHER_TIME | 2027-03-02 | 20:00 | | groep di 2 mrt half uurtje later: 20.00 uur
    EXTRA | 2027-03-06 | 10:30 | | extra wandeling za 6 maart 10.30 verzamelen bij het bos
    EXTRA | 2027-03-07 | 13:00-15:30 | Zeewolde | zondag 7 mrt extra inloop Zeewolde 13.00-15.30
    EXTRA | 2027-02-25 | 10:00 | | Ingelast: praatgroep donderdag 25 feb 10 uur, na de brand
    RESUMED | 2027-02-22 | | Urk | inloop urk kan vandaag toch doorgaan
    RESUMED | 2027-03-04.. | | | cursus start gewoon weer 4 maart
    RESUMED | 2027-03-03.. | | Dronten | eindelijk weer open!! herstelcafe Dronten vanaf 3 maart
    RESUMED | 2027-03-02.. | | | de zangclub gaat weer beginnen op 2 maart
    RESUMED | 2027-02-23.. | | | vanaf morgen weer elke dag open
    NOTE | 2027-02-26 | | | meenemen vrijdag: schort en bakje voor de kookworkshop
    NOTE | 2027-02-22 | | | vanavond is de lift stuk, bel ff dan helpen we je
    NOTE | 2027-03-09 | | | Er zijn nog 5 plekken voor de training op 9 maart
    NOTE | 2027-03-04 | | | themamiddag 4 maart zit vol
    NOTE | 2027-02-22.. | | | vanaf vandaag kan je bij de inloop ook pinnen
    NOTE | 2027-02-25 | | | donderdag hebben we soep bij de inloop!
    NOTE | 2027-02-24 | | | parkeren kan woensdag alleen achter de kerk
    NOTE | 2027-02-24 | | | ik ben woensdag ziek, Kees vervangt mij bij de groep
    """,
    "2027-03-15T09:00": """
    CLOSED_PERIOD | 2027-03-28..2027-03-29 | | | Met Pasen zijn wij dicht
    """,
    "2027-04-20T09:00": """
    CLOSED_PERIOD | 2027-04-27 | | | Koningsdag gesloten
    """,
    "2027-04-28T12:00": """
    CLOSED_PERIOD | 2027-05-06..2027-05-07 | | | hemelvaart dicht, vrijdag 7 mei ook
    """,
    "2027-05-03T07:55": """
    CLOSED_PERIOD | 2027-05-03..2027-05-09 | | | meivakantie gesloten tm 9 mei
    CLOSED_PERIOD | 2027-05-16..2027-05-17 | | | pinksteren dicht
    """,
    "2026-10-14T20:30": """
    CLOSED_PERIOD | 2026-10-17..2026-10-25 | | | herfstvakantie (17 t/m 25 okt) geen jongerengroep
    CLOSED_PERIOD | 2026-11-01..2026-11-30 | | | de hele maand november is de kookstudio dicht
    CLOSED_PERIOD | 2026-11-01.. | | | inloop stopt er helaas mee vanaf 1 november
    CLOSED_PERIOD | 2026-10-14.. | | | zolang er geen begeleider is ligt de mannengroep stil
    MOVED | 2026-10-16 | | | vr 16 okt zitten we met het eetcafé in de Schakel
    MOVED | 2026-10-15 | | | donderdag via Teams ipv live, lotgenotengroep hoarding
    MOVED | 2026-10-14 | | | vanavond naar zaal 2, zaal 1 is lek
    MOVED | 2026-10-17 | | | wandelgroep verzamelt zaterdag bij de kerk ipv de supermarkt
    MOVED | 2026-10-16 | | | de groep van vrijdag is in de tuin als het droog blijft
    OTHER_TIME | 2026-10-19 | 10:30 | | inloop ma begint om 10.30 ipv 10.00
    OTHER_TIME | 2026-10-15 | -15:30 | | do eerder dicht: 15.30 uur
    OTHER_TIME | 2026-10-20 | -17:00 | | training dinsdag loopt uit tot 17 uur
    OTHER_TIME | 2026-10-16 | 19:00 | | vrijdagavond al om 7 uur beginnen ipv half 8
    OTHER_TIME | 2026-10-22 | 2026-10-29 | Weert | Herstelcafe Weert: 22 okt wordt 29 okt
    OTHER_TIME | 2026-10-15 | 20:30 | | AA groep donderdag 20.00u -> 20.30u
    OTHER_TIME | 2026-10-15 | 13:00 | | Lunch wordt morgen om 13 uur geserveerd ipv 12 uur
    OTHER_TIME | 2026-10-21 | 2026-10-22 | | kookgroep wo 21 okt gaat niet door, maar wel do 22 okt
    OTHER_TIME | 2026-10-16 | 2026-10-15 | | groep deze week donderdag ipv vrijdag
    EXTRA | 2026-10-18 | 13:00-16:00 | | extra open op zondag 18 oktober van 1 tot 4 uur
    EXTRA | 2026-10-23 | 14:00 | | Extra praatgroep! Vrijdag 23/10 om 14:00
    RESUMED | 2026-10-16.. | | | inloop vrijdag gaat weer door, sleutel gevonden
    RESUMED | 2026-10-19.. | | | vanaf volgende week weer wandelgroep
    RESUMED | 2026-11-02.. | | | Na de verbouwing openen we 2 november weer onze deuren
    RESUMED | 2026-10-14.. | | Oldenzaal | storing verholpen, huiskamer Oldenzaal is weer open
    RESUMED | 2026-11-03.. | | | de AA start 3 november weer op
    NOTE | 2026-10-29 | | | De bijeenkomst van 29 oktober gaat gewoon door hoor
    NOTE | 2026-10-15 | | Joure | morgen is er taart, Gerda is jarig! inloop Joure
    NOTE | 2026-10-16 | | | vrijdag pannenkoeken bij de eettafel, opgeven voor donderdag
    NOTE | 2026-10-15 | | | let op morgen geen parkeerplek ivm kermis
    NOTE | 2026-11-05 | | | voor de cursus van 5 november zijn nog 4 plaatsen
    NOTE | 2026-10-22 | | | themaavond slaap 22 okt is volgeboekt
    NOTE | 2026-10-19 | | | inloop ma 19 okt: begeleider is Sanne ipv Kees
    NOTE | 2026-10-17 | | | denk aan dichte schoenen voor de wandeling zaterdag, het is modderig
    NOTE | 2026-10-16 | | | Vrijdag kan je alleen contant betalen bij het eetcafe
    NOTE | 2026-10-14 | | | Er is vandaag wat minder begeleiding bij de inloop
    NOTE | 2026-10-22 | | | het thema van het herstelcafe op 22 oktober is eenzaamheid
    """,
}

ASKED = {
    "2026-12-14T16:30": """
    LEFT_OVER | geen peer supportgroep op de 21e en 28e, eerstvolgende is 4 januari
    LEFT_OVER | op 3, 10 en de 17e geen groep
    LEFT_OVER | volgende 3 keer geen inloop, vanaf morgen
    DAY | de cursus omgaan met angst gaat niet door, te weinig mensen. Nieuwe start in maart.
    DAY | Spelletjesmiddag op woensdag wordt tijdelijk vrijdag, tot februari
    TIME | niemand aanwezig morgenochtend inloop borger, kom morgenmiddag
    LEFT_OVER | dinsdag inloop: we sluiten tussen 12 en 1
    DAY | muziekgroep gaat een week later van start, op 14 januari
    DAY | elke eerste ma vd maand nu vergadering dus inloop dan pas om 13.00
    WHAT | eetgroep assen: 17 dec en 24 dec geen eten, 31 wel
    LEFT_OVER | de kerstviering is niet op 22 maar op 17 december, aanvang 17.00, in de Kandelaar
    """,
    WEDNESDAY: """
    ACTIVITY | vanaf 2 januari openen we om 13.00 ipv 12.00 uur
    ACTIVITY | per 1 februari gaan de deuren om 10 uur open ipv 9 uur
    PLACE | lift kapot, praatgroep morgen dus op de begane grond in lokaal 3
    PLACE | lift stuk, leesgroep maandag beneden
    DAY | op de poster staat 13 december maar het is 14 december, kerstbingo
    DAY | fotoclub gaat vanaf 14 jan om de week ipv elke week
    TIME | morgenmiddag dicht ivm crematie van een bezoeker, avondinloop gaat wel door
    DAY | in de week voor kerst geen inloop
    DAY | de week na pinksteren dicht
    WHAT | er komt donderdag een stagiaire bij de groep kijken
    WHAT | er is vrijdag een nieuwe vrijwilliger bij, inloop Ede
    PLACE | komende dinsdag in de kantine, week erna weer gewoon in zaal 2
    SURE | kunnen we de inloop een uurtje later doen morgen?
    TIME | we zijn 5 dec eerder dicht
    TIME | let op: vrijdag 4 december begint de sinterklaasviering om 14.00 uur
    DAY | de inloop is ma 21 t/m wo 23 december open en daarna dicht tot 4 januari
    DAY | we halen de gemiste les van 24 november in op 22 december
    PLACE | inloop is vrijdag op een ander adres, app voor meer
    TIME | er is een nieuwe groep op donderdag vanaf 7 januari 14.00 uur
    SURE | vrijdag geen wandeling bij regen
    WHAT | morgen niemand, iedereen ziek
    WHAT | vrijdag 11 uur inloop, daarna lunch
    DAY | de inloop is verplaatst van woensdag naar donderdag
    TIME | vrijdag om 10 uur niet open
    DAY | elke laatste vrijdag van de maand geen inloop meer
    SURE | vrijdag 4 december geen koffie maar een wandeling
    SURE | morgen geen inloop, wel koffie in de kerk
    SURE | inloop zaterdag dicht tenzij er nog iemand kan
    DAY | de inloop stopt op 1 januari
    DAY | koor dicht tot 4 januari
    DAY | muziekgroep ligt stil tot 11 januari
    PLACE | inloop Tilburg vandaag bij de buren op nr 14
    DAY | we zijn verhuisd! nieuw adres: Molenweg 8 Stadskanaal
    TIME | morgen start een half uur later
    DAY | groep verzet naar 3 december
    DAY | inloop gaat niet door
    DAY | dinsdag 2 december geen inloop
    SURE | wss gn groep morgen
    WHAT | inloop emmen dinsdag
    WHAT | gaat de inloop morgen door?
    TIME | hoi ik kom morgen iets later
    TIME | eetcafe begint vrijdag om 8 uur
    SEVERAL | di dicht, wo om 11u open ipv 10u
    WHAT | donderdag komt een studente meekijken bij de groep
    WHAT | vrijdag fotograaf aanwezig in het eetcafe, wie niet op de foto wil zegt het even
    WHAT | morgen mag je je hond niet meenemen
    TIME | denk aan de wintertijd zondag! inloop om 10 uur
    WHAT | de klok gaat zondag een uur achteruit, inloop blijft om 10 uur
    PLACE | koor donderdag in kamer 3.12
    PLACE | koor dinsdag niet in de kerk en niet in het buurthuis
    TIME | koor dinsdag een uur extra open
    TIME | koor duurt dinsdag een uur langer, begint om 10 uur
    TIME | koor morgen open van 1 tot 3, ochtend vervalt
    DAY | verkeerde dag, niet dinsdag dicht maar woensdag dicht
    DAY | geen koor maandag maar wel dinsdag, ik vergiste me
    DAY | bijeenkomst KOPP uitgesteld, nieuwe datum volgt
    ACTIVITY | geen taart vrijdag
    DAY | Inloop dicht
    DAY | 31 november geen koor
    DAY | gisteren vergeten te melden: groep ging niet door
    WHAT | volgende keer is op 9 december
    WHAT | eerste inloop van het nieuwe jaar is op 7 januari
    DAY | inloop bussum gaat verhuizen, adres volgt
    """,
    "2027-07-01T08:15": """
    DAY | Herstelwerkgroep Nijmegen heeft zomerstop tot 1 september
    """,
    "2026-12-21T07:50": """
    DAY | 31 dec open van 10 tot 13, 1 jan dicht
    """,
    "2027-01-28T16:45": """
    DAY | NA Maastricht zondag geen meeting carnaval
    """,
    "2026-10-14T20:30": """
    PLACE | praatgroep Sittard morgen bij Ine thuis, Rijksweg 30
    """,
    "2026-12-02T09:40": """
    PLACE | zaal 1 bezet: lotgenotengroep borstkanker morgen in zaal 4
    WHAT | vrijdag 11 dec wandelen we niet maar gaan we bowlen bij Olround
    DAY | maandag valt op 2e kerstdag dus groep is dinsdag
    WHAT | morgen graag via de achterdeur, bel werkt niet
    WHAT | kookgroep 11 dec: geef allergieen door aan Joke
    WHAT | inloop Soest vrijdag wordt gefilmd door RTV Utrecht
    WHAT | wandeling 13 dec is 8 km ipv 5
    """,
    "2027-04-12T18:05": """
    DAY | praatgroep elke eerste dinsdag wordt elke tweede dinsdag vanaf mei
    WHAT | wegens overlijden van een deelnemer is de groep donderdag stil
    SURE | yoga in het park vrijdag bij mooi weer
    """,
    "2027-02-22T12:20": """
    DAY | de breiclub stopt ermee. laatste keer was vorige week
    TIME | vanaf maart is inloop op vrijdagmiddag 13-16u
    TIME | inloop Boxtel donderdag: kom op tijd, we gaan om 11 uur wandelen
    WHAT | 2 maart komt wethouder langs bij de inloop in Epe
    SURE | wss geen groep do
    DAY | inloop dicht donderdag 26 februari
    TIME | groep later vandaag
    DAY | maandag geen groep
    WHAT | Morgen zelfde tijd zelfde plek!
    PLACE | inloop emmen en coevorden vrijdag dicht
    PLACE | inloop Assen en inloop Emmen gaan dinsdag niet door
    PLACE | de inloop in Assen en de wandelgroep in Emmen vervallen morgen
    SEVERAL | di geen inloop, do geen koor
    TIME | tweede kerstdag inloop open 11-15
    LEFT_OVER | zaterdag herstelmarkt van 11 tot 15 uur, inloop dan gesloten
    DAY | groep gaat niet door
    TIME | vrijdagmiddag dicht
    """,
}
