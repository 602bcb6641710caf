"""What posters say falls on the days that dateutil finds for a rule written by hand.

Each line is a phrase, its rule and its hours. A rule is an RRULE of RFC 5545 without FREQ=, or the
dates themselves; after ! stand dates that are left out.
"""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr

from bot.core.model import Occurrence
from bot.core.schedules.occurrences import occurrences
from bot.core.schedules.schedule import Schedule, read_schedule

FIRST, LAST = date(2026, 12, 1), date(2027, 2, 28)

RECURRING = """
elke maandag 10 tot 12 | WEEKLY;BYDAY=MO | 10:00-12:00
ma, wo en vr van 9.30 tot 11.30 uur | WEEKLY;BYDAY=MO,WE,FR | 09:30-11:30
dinsdagmiddag van half twee tot vier uur | WEEKLY;BYDAY=TU | 13:30-16:00
elke donderdagavond om acht uur | WEEKLY;BYDAY=TH | 20:00
zaterdags van elf tot één | WEEKLY;BYDAY=SA | 11:00-13:00
elke donderdag van tien tot een | WEEKLY;BYDAY=TH | 10:00-13:00
woensdag half elf | WEEKLY;BYDAY=WE | 10:30
zondag om 3 uur | WEEKLY;BYDAY=SU | 15:00
vrijdag van 7 tot 9 uur 's avonds | WEEKLY;BYDAY=FR | 19:00-21:00
zaterdagmiddag 2-5 | WEEKLY;BYDAY=SA | 14:00-17:00
ma-vr 8.30-17.00 | WEEKLY;BYDAY=MO,TU,WE,TH,FR | 08:30-17:00
di. 9.30 u. - 11.30 u. | WEEKLY;BYDAY=TU | 09:30-11:30
Wo. 13:30 – 15:30 u | WEEKLY;BYDAY=WE | 13:30-15:30
's maandags van 10 tot 12 | WEEKLY;BYDAY=MO | 10:00-12:00
dinsdags en vrijdags van 13.00 tot 15.30 | WEEKLY;BYDAY=TU,FR | 13:00-15:30
woensdag- en vrijdagmiddag van 13.00 tot 16.30 uur | WEEKLY;BYDAY=WE,FR | 13:00-16:30
elke maandag, woensdag & vrijdag; 10:00 - 14:00 | WEEKLY;BYDAY=MO,WE,FR | 10:00-14:00
elke werkdagochtend 9-11 | WEEKLY;BYDAY=MO,TU,WE,TH,FR | 09:00-11:00
doordeweeks van 9 tot 5 | WEEKLY;BYDAY=MO,TU,WE,TH,FR | 09:00-17:00
van maandag tot vrijdag 9.00 - 17.00 uur | WEEKLY;BYDAY=MO,TU,WE,TH,FR | 09:00-17:00
vr t/m ma 10-12 | WEEKLY;BYDAY=FR,SA,SU,MO | 10:00-12:00
dagelijks (ma t/m za) 10-17 | WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA | 10:00-17:00
in het weekend 12-17 uur | WEEKLY;BYDAY=SA,SU | 12:00-17:00
iedere middag van 2 tot 4 | DAILY | 14:00-16:00
zeven dagen per week van 9.00 tot 21.00 | DAILY | 09:00-21:00
dagelijks van 08.00 tot 24.00 uur | DAILY | 08:00-24:00
24/7 open | DAILY | 00:00-24:00
ma t/m zaterdag 7-15u | WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA | 07:00-15:00
om 10.00 uur op dinsdag | WEEKLY;BYDAY=TU | 10:00
tussen half tien en elf op vrijdag | WEEKLY;BYDAY=FR | 09:30-11:00
vanaf 9 uur 's ochtends tot 5 uur 's middags, ma en di | WEEKLY;BYDAY=MO,TU | 09:00-17:00
elke dinsdag van 's ochtends 10 tot 's middags 4 | WEEKLY;BYDAY=TU | 10:00-16:00
maandag van negen tot half een | WEEKLY;BYDAY=MO | 09:00-12:30
woensdagavond kwart voor acht tot kwart over negen | WEEKLY;BYDAY=WE | 19:45-21:15
dinsdag tien over half elf | WEEKLY;BYDAY=TU | 10:40
elke dinsdag van 20.00 tot 0.30 uur | WEEKLY;BYDAY=TU | 20:00-24:30
vrijdagnacht 23.00-6.00 | WEEKLY;BYDAY=FR | 23:00-30:00
van vrijdag 22.00 tot zaterdag 06.00 uur | WEEKLY;BYDAY=FR | 22:00-30:00
dinsdag 19.30 tot ca. 21.30 uur | WEEKLY;BYDAY=TU | 19:30-21:30
elke dag om 12.00 en om 17.30 uur | DAILY | 12:00 17:30
maandag 9.00-10.30 en 11.00-12.30 uur | WEEKLY;BYDAY=MO | 09:00-10:30 11:00-12:30
vr en zo open van 12 tot 15 | WEEKLY;BYDAY=FR,SU | 12:00-15:00
di t/m do elke avond 19-21 | WEEKLY;BYDAY=TU,WE,TH | 19:00-21:00
zondag 9.45 uur verzamelen, vertrek 10.00 uur | WEEKLY;BYDAY=SU | 10:00
eerste zondag van de maand 11 uur, niet in de wintermaanden november en december | MONTHLY;BYDAY=1SU;BYMONTH=1,2 | 11:00
vrijdag's van 2 tot 4 | WEEKLY;BYDAY=FR | 14:00-16:00
elke week, de eerstvolgende donderdag is 3 december 10-12 | WEEKLY;BYDAY=TH | 10:00-12:00
do 10.00/14.00 uur | WEEKLY;BYDAY=TH | 10:00 14:00
maandag 's ochtends 9-12 en 's middags 1-4 | WEEKLY;BYDAY=MO | 09:00-12:00 13:00-16:00
donderdag inloop 9.30 uur, start 10.00 uur, einde 12.00 uur | WEEKLY;BYDAY=TH | 10:00-12:00
maandag: deuren open 19.00 uur, aanvang 19.30 uur | WEEKLY;BYDAY=MO | 19:30
dinsdagavond, inloop 19.00-19.30 uur, programma 19.30-21.30 uur | WEEKLY;BYDAY=TU | 19:30-21:30
19.00 uur inloop, 19.30 uur start, 21.30 uur einde, elke dinsdag | WEEKLY;BYDAY=TU | 19:30-21:30
donderdag vanaf 13.30 uur (start programma 14.00 uur) tot 16.00 | WEEKLY;BYDAY=TH | 14:00-16:00
elke woensdag om 13.30 uur (inloop vanaf 13.00 uur), tot 15.30 | WEEKLY;BYDAY=WE | 13:30-15:30
woensdag aanvang 14.00 uur, duur 2 uur | WEEKLY;BYDAY=WE | 14:00-16:00
donderdag om 10.00 uur, ongeveer anderhalf uur | WEEKLY;BYDAY=TH | 10:00-11:30
elke dinsdag om 9.30 uur (90 minuten) | WEEKLY;BYDAY=TU | 09:30-11:00
dinsdag 10-12 uur, kosten € 2,50, bel 085-1234567 | WEEKLY;BYDAY=TU | 10:00-12:00
dinsdag 10-12, Kerkstraat 12, 7811 MA Emmen | WEEKLY;BYDAY=TU | 10:00-12:00
elke maandag 19.30 uur, aanmelden voor 1 december | WEEKLY;BYDAY=MO | 19:30
elke woensdag 10-12, ook in de vakantie | WEEKLY;BYDAY=WE | 10:00-12:00
op afspraak, ma en wo 9-17 | WEEKLY;BYDAY=MO,WE | 09:00-17:00
twee keer per week: maandag en donderdag 10-11 | WEEKLY;BYDAY=MO,TH | 10:00-11:00
sinds 2019 elke woensdag 14-16 uur | WEEKLY;BYDAY=WE | 14:00-16:00
elke 1e en 3e dinsdag vd maand 19.30 uur | MONTHLY;BYDAY=1TU,3TU | 19:30
elke 1ste dinsdag v.d. maand, 19u30 | MONTHLY;BYDAY=1TU | 19:30
2e donderdag vd mnd 14:30u | MONTHLY;BYDAY=2TH | 14:30
1e, 3e en 5e dinsdag 13.30-15.30 | MONTHLY;BYDAY=1TU,3TU,5TU | 13:30-15:30
laatste zondag v/d maand 14u-16u | MONTHLY;BYDAY=-1SU | 14:00-16:00
elke voorlaatste vrijdag van de maand 20.00 uur | MONTHLY;BYDAY=-2FR | 20:00
de laatste twee vrijdagen van de maand 16.00 | MONTHLY;BYDAY=-1FR,-2FR | 16:00
eerste maandag en derde donderdag van de maand, 10-12 uur | MONTHLY;BYDAY=1MO,3TH | 10:00-12:00
iedere laatste dinsdag en donderdag van de maand 20.00 | MONTHLY;BYDAY=-1TU,-1TH | 20:00
donderdag 19.30-21.30 uur (2e en 4e van de maand) | MONTHLY;BYDAY=2TH,4TH | 19:30-21:30
elke maand op de eerste dinsdag om 19.30 uur | MONTHLY;BYDAY=1TU | 19:30
elk kwartaal de laatste woensdag 19.30 | MONTHLY;BYDAY=-1WE;BYMONTH=3,6,9,12 | 19:30
eerste donderdag van elk kwartaal, 19.30 | MONTHLY;BYDAY=1TH;BYMONTH=1,4,7,10 | 19:30
de tweede dinsdag van de even maanden, 19.30 | MONTHLY;BYDAY=2TU;BYMONTH=2,4,6,8,10,12 | 19:30
elke derde zondag in januari, maart en mei om 15 uur | MONTHLY;BYDAY=3SU;BYMONTH=1,3,5 | 15:00
om de maand op de 1e maandag, vanaf 7 december, 19.30 | MONTHLY;INTERVAL=2;BYDAY=1MO | 19:30
elke 10e van de maand 16.00 | MONTHLY;BYMONTHDAY=10 | 16:00
op de 1e en de 15e van de maand om 14.00 uur | MONTHLY;BYMONTHDAY=1,15 | 14:00
laatste dag van de maand 17.00-19.00 | MONTHLY;BYMONTHDAY=-1 | 17:00-19:00
laatste werkdag van de maand 9 uur | MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 09:00
om de week op woensdag, te beginnen op 2 december, 13.30 | WEEKLY;INTERVAL=2;BYDAY=WE | 13:30
tweewekelijks op dinsdag 19-21 uur (start 1 december) | WEEKLY;INTERVAL=2;BYDAY=TU | 19:00-21:00
donderdag 3 december, daarna om de week, 14.00 uur | WEEKLY;INTERVAL=2;BYDAY=TH | 14:00
1x per 3 weken op vrijdag vanaf 4 december 16.00 | WEEKLY;INTERVAL=3;BYDAY=FR | 16:00
elke vier weken op zaterdag, eerste keer 5 december, 10.00 | WEEKLY;INTERVAL=4;BYDAY=SA | 10:00
dinsdag om de week (oneven weken) 19.30 | YEARLY;BYWEEKNO={odd};BYDAY=TU | 19:30
elke 2 weken op dinsdag (even weken) 10.00 | YEARLY;BYWEEKNO={even};BYDAY=TU | 10:00
week 2, 4 en 6 op dinsdag 10-12 | YEARLY;BYWEEKNO=2,4,6;BYDAY=TU | 10:00-12:00
elke vrijdag tot 1 februari 15-17 uur | WEEKLY;BYDAY=FR;UNTIL=20270131T235959 | 15:00-17:00
elke dinsdag 10-12, t/m eind januari | WEEKLY;BYDAY=TU;UNTIL=20270131T235959 | 10:00-12:00
elke dinsdag tot kerst 10-12 | WEEKLY;BYDAY=TU;UNTIL=20261224T235959 | 10:00-12:00
alleen in december: elke zaterdag 13-16 | WEEKLY;BYDAY=SA;BYMONTH=12 | 13:00-16:00
elke dinsdag van september t/m mei, 10-12 | WEEKLY;BYDAY=TU;BYMONTH=9,10,11,12,1,2,3,4,5 | 10:00-12:00
elke donderdag 19.30 (in december niet) | WEEKLY;BYDAY=TH;BYMONTH=1,2 | 19:30
elke werkdag 9-12 behalve woensdag | WEEKLY;BYDAY=MO,TU,TH,FR | 09:00-12:00
ma t/m za 10-17 uur, zondag gesloten | WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA | 10:00-17:00
elke vrijdag 10-12 uitgezonderd feestdagen | WEEKLY;BYDAY=FR ! 2026-12-25 2027-01-01 | 10:00-12:00
elke donderdag 13-15 uur. Op 24 en 31 december gesloten. | WEEKLY;BYDAY=TH ! 2026-12-24 2026-12-31 | 13:00-15:00
elke dinsdag m.u.v. 22-12 en 29-12 19.00 uur | WEEKLY;BYDAY=TU ! 2026-12-22 2026-12-29 | 19:00
elke dinsdag 10-12, niet tussen kerst en oud en nieuw | WEEKLY;BYDAY=TU ! 2026-12-29 | 10:00-12:00
di 10-12 (niet in week 52 en 53) | WEEKLY;BYDAY=TU ! 2026-12-22 2026-12-29 | 10:00-12:00
maandag 14-16, kerstvakantie (21 dec t/m 3 jan) dicht | WEEKLY;BYDAY=MO ! 2026-12-21 2026-12-28 | 14:00-16:00
elke dinsdag behalve de 2e dinsdag van de maand 19.00 | MONTHLY;BYDAY=1TU,3TU,4TU,5TU | 19:00
elke woensdag 14-16, behalve de eerste en de laatste | MONTHLY;BYDAY=2WE,3WE,4WE ! 2027-01-27 2027-02-24 | 14:00-16:00
woensdag 14-16, eerste woensdag van de maand gesloten | MONTHLY;BYDAY=2WE,3WE,4WE,5WE | 14:00-16:00
open: di wo do 10-16 | WEEKLY;BYDAY=TU,WE,TH | 10:00-16:00
elke dinsdag 1930-2130 | WEEKLY;BYDAY=TU | 19:30-21:30
van 20.00 uur tot middernacht op vrijdag | WEEKLY;BYDAY=FR | 20:00-24:00
vrijdag open tot 24.00 uur vanaf 20.00 | WEEKLY;BYDAY=FR | 20:00-24:00
in het winterseizoen (oktober t/m maart) zondag 14 uur | WEEKLY;BYDAY=SU;BYMONTH=10,11,12,1,2,3 | 14:00
elke donderdag na 17 december 10-12 | WEEKLY;BYDAY=TH ! 2026-12-03 2026-12-10 2026-12-17 | 10:00-12:00
1x per maand, 2e dinsdag, 13.30 - 15.30 | MONTHLY;BYDAY=2TU | 13:30-15:30
di 10-12, niet tussen 21 december en 3 januari | WEEKLY;BYDAY=TU ! 2026-12-22 2026-12-29 | 10:00-12:00
dinsdag 19.30-21.00. Start: 19 januari. Aantal bijeenkomsten: 3 | WEEKLY;BYDAY=TU;UNTIL=20270202T235959 ! 2026-12-01 2026-12-08 2026-12-15 2026-12-22 2026-12-29 2027-01-05 2027-01-12 | 19:30-21:00
ma: 10-12, di: gesloten, wo: 10-12, vr - dicht | WEEKLY;BYDAY=MO,WE | 10:00-12:00
iedere dinsdag 14-16 u (zomerstop van 12 juli t/m 22 augustus) | WEEKLY;BYDAY=TU | 14:00-16:00
iedere dinsdag 14-16 u. Kerstsluiting: 21 december - 3 januari | WEEKLY;BYDAY=TU ! 2026-12-22 2026-12-29 | 14:00-16:00
elke dinsdag 14-16 (kerstvakantie 21 dec t/m 3 jan) | WEEKLY;BYDAY=TU ! 2026-12-22 2026-12-29 | 14:00-16:00
elke vrijdag 16.30 uur (eten om 18:00) | WEEKLY;BYDAY=FR | 16:30
elke tweede maandag 19.30-21.00, aansluitend koffie tot 21.30 | MONTHLY;BYDAY=2MO | 19:30-21:00
vrijdagavond 19.30 tot zaterdagochtend 9.00 | WEEKLY;BYDAY=FR | 19:30-33:00
elk weekend vrijdagavond 18.00 t/m zondagavond 20.00 | WEEKLY;BYDAY=FR | 18:00-68:00
eerste zondag van het kwartaal 12.00 | MONTHLY;BYDAY=1SU;BYMONTH=1,4,7,10 | 12:00
de 1e maandag is er geen inloop, andere maandagen wel: 10-12 | MONTHLY;BYDAY=2MO,3MO,4MO,5MO | 10:00-12:00
ma en wo 10-12, vr op afspraak | WEEKLY;BYDAY=MO,WE | 10:00-12:00
elke woensdag, inloop 13.00, start 13.15, klaar om 15.00 | WEEKLY;BYDAY=WE | 13:15-15:00
maandagmiddag half 2 tot half 4, 1x per maand (eerste maandag) | MONTHLY;BYDAY=1MO | 13:30-15:30
di wo do vr 10-17 | WEEKLY;BYDAY=TU,WE,TH,FR | 10:00-17:00
elke eerste zo v.d. maand 12-17 | MONTHLY;BYDAY=1SU | 12:00-17:00
maandag 10-12, op andere dagen gesloten | WEEKLY;BYDAY=MO | 10:00-12:00
Woensdagochtendgroep 9.30-11 uur | WEEKLY;BYDAY=WE | 09:30-11:00
vrijdagmiddagborrel, elke laatste vrijdag van de maand 16-18 uur | MONTHLY;BYDAY=-1FR | 16:00-18:00
maandaggroep 10-12 en donderdaggroep 10-12 | WEEKLY;BYDAY=MO,TH | 10:00-12:00
2-wekelijks op vrijdag vanaf 4 december 15.00 | WEEKLY;INTERVAL=2;BYDAY=FR | 15:00
om de andere donderdag vanaf 3 december 15.00 | WEEKLY;INTERVAL=2;BYDAY=TH | 15:00
een week wel, een week niet: zaterdag 11-13 uur vanaf 5 december | WEEKLY;INTERVAL=2;BYDAY=SA | 11:00-13:00
2x wekelijks op maandag en vrijdag 9-11 | WEEKLY;BYDAY=MO,FR | 09:00-11:00
woensdag 13-15, alleen even weeknummers | YEARLY;BYWEEKNO={even};BYDAY=WE | 13:00-15:00
even weken maandagmiddag, oneven weken maandagmiddag, telkens 14-16 | WEEKLY;BYDAY=MO | 14:00-16:00
1e, 3e en (als die er is) 5e vrijdag van de maand 20.00 | MONTHLY;BYDAY=1FR,3FR,5FR | 20:00
elke maandag 10-12 tot half januari | WEEKLY;BYDAY=MO;UNTIL=20270115T235959 | 10:00-12:00
elke maandag 10-12 t/m medio januari 2027 | WEEKLY;BYDAY=MO;UNTIL=20270115T235959 | 10:00-12:00
elke woensdag 10-12 tot het einde van het jaar | WEEKLY;BYDAY=WE;UNTIL=20261231T235959 | 10:00-12:00
elke vrijdag 10-12 vanaf week 2 | WEEKLY;BYDAY=FR ! 2026-12-04 2026-12-11 2026-12-18 2026-12-25 2027-01-01 2027-01-08 | 10:00-12:00
elke zaterdag 10-12 in het eerste kwartaal | WEEKLY;BYDAY=SA;BYMONTH=1,2,3 | 10:00-12:00
donderdag 13-15, wintersluiting 21 december t/m 3 januari | WEEKLY;BYDAY=TH ! 2026-12-24 2026-12-31 | 13:00-15:00
donderdag 13-15 (24 en 31 december vrij) | WEEKLY;BYDAY=TH ! 2026-12-24 2026-12-31 | 13:00-15:00
donderdag 13-15, 24 december slaan we over | WEEKLY;BYDAY=TH ! 2026-12-24 | 13:00-15:00
donderdag 13-15, we slaan 24 en 31 december over | WEEKLY;BYDAY=TH ! 2026-12-24 2026-12-31 | 13:00-15:00
ma 9-12, di: gesloten, wo 9-12 | WEEKLY;BYDAY=MO,WE | 09:00-12:00
Soep & Zo, elke zaterdag 12 uur, toegang vrij | WEEKLY;BYDAY=SA | 12:00
ma-wo-vr 9-11, di-do 9-11 | WEEKLY;BYDAY=MO,TU,WE,TH,FR | 09:00-11:00
dinsdag van een tot drie | WEEKLY;BYDAY=TU | 13:00-15:00
maandag 9-12, dinsdag idem | WEEKLY;BYDAY=MO,TU | 09:00-12:00
"""  # noqa: E501

LISTED = """
3, 10 en 17 december van 19.30 tot 21.00 uur | 2026-12-03 2026-12-10 2026-12-17 | 19:30-21:00
dinsdag 8 december en donderdag 10 december 14.00 uur | 2026-12-08 2026-12-10 | 14:00
9 dec, 13 jan en 10 feb om 20.00 uur | 2026-12-09 2027-01-13 2027-02-10 | 20:00
9/12, 13/1 en 10/2 20.00-22.00 | 2026-12-09 2027-01-13 2027-02-10 | 20:00-22:00
12-12-2026 14:00-16:00 | 2026-12-12 | 14:00-16:00
2026-12-24 10.00 | 2026-12-24 | 10:00
januari: 8, 15 en 22; februari: 5, telkens 10.00 | 2027-01-08 2027-01-15 2027-01-22 2027-02-05 | 10:00
op de dinsdagen 8 en 22 december 19.30 | 2026-12-08 2026-12-22 | 19:30
5 keer op maandag: 4, 11, 18 januari en 1 februari 14.00 | 2027-01-04 2027-01-11 2027-01-18 2027-02-01 | 14:00
eens per maand op donderdag: 10 december en 14 januari, 19.30 | 2026-12-10 2027-01-14 | 19:30
van 4 t/m 6 januari dagelijks 10.00-16.00 | 2027-01-04 2027-01-05 2027-01-06 | 10:00-16:00
dinsdag 8 t/m donderdag 10 december 10-16 | 2026-12-08 2026-12-09 2026-12-10 | 10:00-16:00
zaterdagen in januari: 2, 16 en 30, van 13 tot 15.30 uur | 2027-01-02 2027-01-16 2027-01-30 | 13:00-15:30
ma 7-12, do 10-12 en za 19-12 om 11.15 uur | 2026-12-07 2026-12-10 2026-12-19 | 11:15
begindatum 12 januari, daarna wekelijks, 3 keer, 13.00-15.00 uur | 2027-01-12 2027-01-19 2027-01-26 | 13:00-15:00
de eerste drie zaterdagen van januari 10-12 | 2027-01-02 2027-01-09 2027-01-16 | 10:00-12:00
3 bijeenkomsten op donderdag vanaf 7 januari, 19.30 | 2027-01-07 2027-01-14 2027-01-21 | 19:30
start 12 januari, iedere dinsdag, 3 weken, 10-12 | 2027-01-12 2027-01-19 2027-01-26 | 10:00-12:00
op dinsdag 5 januari starten we, 3 lessen, elke week, 19.00 | 2027-01-05 2027-01-12 2027-01-19 | 19:00
4 lessen, twee keer per week (di en do) vanaf 5 januari 10-12 | 2027-01-05 2027-01-07 2027-01-12 2027-01-14 | 10:00-12:00
elke dinsdag van 5 t/m 19 januari, 10.00-12.00 | 2027-01-05 2027-01-12 2027-01-19 | 10:00-12:00
de maandag voor de derde dinsdag van de maand 19.00 | 2026-12-14 2027-01-18 2027-02-15 | 19:00
de donderdag na de eerste maandag van de maand, 14-16 | 2026-12-10 2027-01-07 2027-02-04 | 14:00-16:00
eerste weekend van de maand 13 - 17 uur | 2026-12-05 2026-12-06 2027-01-02 2027-01-03 2027-02-06 2027-02-07 | 13:00-17:00
elke eerste maandag van de maand 19.30, in januari een week later | 2026-12-07 2027-01-11 2027-02-01 | 19:30
laatste woensdag van de maand 20.00, in december op 16 december | 2026-12-16 2027-01-27 2027-02-24 | 20:00
1e woensdag van de maand, in januari op 13 januari, 19.30 | 2026-12-02 2027-01-13 2027-02-03 | 19:30
open op zon- en feestdagen van 12 tot 17 | 2026-12-06 2026-12-13 2026-12-20 2026-12-25 2026-12-26 2026-12-27 2027-01-01 2027-01-03 2027-01-10 2027-01-17 2027-01-24 2027-01-31 2027-02-07 2027-02-14 2027-02-21 2027-02-28 | 12:00-17:00
eerste kerstdag 11.00-13.30 uur | 2026-12-25 | 11:00-13:30
4 donderdagavonden in januari: 7, 14, 21 en 28 januari, 19.30 | 2027-01-07 2027-01-14 2027-01-21 2027-01-28 | 19:30
zondag 10 januari om 15.00 uur en daarna elke tweede zondag van de maand | 2027-01-10 2027-02-14 | 15:00
tweede dinsdag van de maand, behalve in december: dan de eerste dinsdag, 14-16 | 2026-12-01 2027-01-12 2027-02-09 | 14:00-16:00
in de even weken op maandag en in de oneven weken op dinsdag, steeds 19.30, t/m 20 december | 2026-12-01 2026-12-07 2026-12-15 | 19:30
t/m 14 december elke maandag 10-12, daarna elke dinsdag, in december | 2026-12-07 2026-12-14 2026-12-15 2026-12-22 2026-12-29 | 10:00-12:00
Oudejaarsavond 20.00-00.30 | 2026-12-31 | 20:00-24:30
op 3 maandagen, 4 t/m 18 januari, 13-15 uur | 2027-01-04 2027-01-11 2027-01-18 | 13:00-15:00
maandagavonden 4 t/m 18 januari 19-21 uur | 2027-01-04 2027-01-11 2027-01-18 | 19:00-21:00
vrijdaggroep, op 8 januari en 5 februari 10-12 | 2027-01-08 2027-02-05 | 10:00-12:00
ma 18-1 19.30 uur | 2027-01-18 | 19:30
laatste maandag van de maand, in december op de 14e, 20 uur | 2026-12-14 2027-01-25 2027-02-22 | 20:00
weekend 16/17 januari 11-16 uur | 2027-01-16 2027-01-17 | 11:00-16:00
het weekend van 15 t/m 17 januari 11-16 uur | 2027-01-15 2027-01-16 2027-01-17 | 11:00-16:00
zondag 10 januari a.s. om 15 uur | 2027-01-10 | 15:00
a.s. zaterdag 9 januari 14 uur | 2027-01-09 | 14:00
laatste do vd maand 20-22 u (dec: 17 december) | 2026-12-17 2027-01-28 2027-02-25 | 20:00-22:00
eerste zaterdag vd maand 14 uur, behalve in januari, dan de tweede zaterdag | 2026-12-05 2027-01-09 2027-02-06 | 14:00
woensdag 6 januari is de eerste keer, daarna elke week 3 keer 10-12 | 2027-01-06 2027-01-13 2027-01-20 | 10:00-12:00
"""  # noqa: E501


def _cases(table: str) -> list[tuple[str, str, str]]:
    rows = [line.split(" | ") for line in table.strip().splitlines()]
    return [(phrase, rule, hours) for phrase, rule, hours in rows]


def _days(rule: str) -> list[date]:
    rule, _, left_out = rule.partition(" ! ")
    if rule[0].isdigit():
        return [date.fromisoformat(day) for day in rule.split()]
    weeks = {
        "even": ",".join(str(week) for week in range(2, 54, 2)),
        "odd": ",".join(str(week) for week in range(1, 54, 2)),
    }
    start = FIRST if "INTERVAL" in rule else date(2026, 11, 2)
    found = rrulestr("FREQ=" + rule.format(**weeks), dtstart=_moment(start, "00:00"))
    moments = found.between(_moment(FIRST, "00:00"), _moment(LAST, "00:00"), inc=True)
    days = [moment.date() for moment in moments]
    return [day for day in days if day.isoformat() not in left_out]


def _moment(day: date, clock: str) -> datetime:
    hour, minute = clock.split(":")
    return datetime.combine(day, time()) + timedelta(hours=int(hour), minutes=int(minute))


def _expected(rule: str, hours: str) -> list[Occurrence]:
    found = []
    for day in _days(rule):
        for window in hours.split():
            opens, _, closes = window.partition("-")
            end = _moment(day, closes) if closes else None
            found.append(Occurrence(start=_moment(day, opens), end=end))
    return found


@pytest.mark.parametrize(("phrase", "rule", "hours"), _cases(RECURRING) + _cases(LISTED))
def test_a_phrase_falls_where_its_rule_says(phrase: str, rule: str, hours: str) -> None:
    schedule = read_schedule(phrase, anchor=FIRST)
    assert isinstance(schedule, Schedule)
    assert list(occurrences(schedule, FIRST, LAST) or ()) == _expected(rule, hours)


OPEN = """
donderdag a.s. 19.30 uur | op welke data het is
komende zaterdag open van 11 tot 16 | op welke data het is
volgende week woensdag 14 uur | op welke data het is
eenmalig op vrijdag 20.00 uur | op welke data het is
vanaf volgende week donderdag 10-12 | op welke datum het begint
woensdag 10-12, komende woensdag geen inloop | wanneer het precies is
vierwekelijks op donderdag | in welke weken het is
4-wekelijks, zondagmiddag 14 uur | in welke weken het is
elke maandag 10-12 tot begin februari | op welke datum het eindigt
woensdag 10-12, laatste keer voor kerst is 16 december | op welke datum het eindigt
zodra er een zaal is, elke dinsdag 10-12 | wanneer het precies is
beurtelings op dinsdag en vrijdag 10-12 | wanneer het precies is
dinsdag 10-12 in de oneven perioden | wanneer het precies is
1e en 3e maandag (en evt. de 5e) 20 uur | wanneer het precies is
zondag 14 uur; zomertijd 15 uur | wanneer het precies is
alleen in de schoolvakanties, dinsdag 10-12 | wanneer het precies is
vanaf februari op donderdag in plaats van dinsdag, 10-12 | wanneer het precies is
eerste maandag vd maand, valt deze op een feestdag dan een week later | wanneer het precies is
de eerste donderdag na de 15e van de maand | wanneer het precies is
"""


@pytest.mark.parametrize(
    ("phrase", "open_"), [row.split(" | ") for row in OPEN.strip().split("\n")]
)
def test_what_the_words_leave_open_is_said_and_not_filled_in(phrase: str, open_: str) -> None:
    schedule = read_schedule(phrase, anchor=FIRST)
    assert isinstance(schedule, Schedule)
    assert open_ in [missing.value for missing in schedule.missing]


def test_lines_of_a_poster_end_where_the_next_one_begins_with_a_day() -> None:
    poster = "Zaterdag 10-12\nZondag: gesloten\nWoensdag 14-16"
    schedule = read_schedule(poster, anchor=FIRST)
    assert isinstance(schedule, Schedule)
    told = occurrences(schedule, date(2026, 12, 2), date(2026, 12, 8))
    assert told == (
        Occurrence(start=datetime(2026, 12, 2, 14), end=datetime(2026, 12, 2, 16)),
        Occurrence(start=datetime(2026, 12, 5, 10), end=datetime(2026, 12, 5, 12)),
    )
