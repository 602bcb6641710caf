"""Expressions of time as residents write them, each sent on Wednesday 25 November 2026."""

from datetime import datetime

import pytest

from bot.core.days.dates import find_when

NOW = datetime.fromisoformat("2026-11-25T14:00")

# message | first day, or first..last, and the part of the day
SAID = """
is er iets op eertse kerstdag | 2026-12-25
twede kerstdag open | 2026-12-26
heb je tweedekerstdag nog iets | 2026-12-26
wat doen jullie op derde kerstdag | 2026-12-27
open met kertst? | 2026-12-25..2026-12-26
kerts avond ook | 2026-12-24
pakjes avond open | 2026-12-05 evening
2e paasdga iets | 2027-03-29
oudejaarsmiddag inloop | 2026-12-31 afternoon
oud en niew ook open | 2026-12-31..2027-01-01
oud/nieuw ook open | 2026-12-31..2027-01-01
de dag voor kerst open? | 2026-12-24
op blue monday iets | 2027-01-18
paarse vrijdag koffie | 2026-12-11
volgdne week vrijdag | 2026-12-04
komedn weekend | 2026-11-28..2026-11-29
volgende maant | 2026-12-01..2026-12-31
over 2 wekne | 2026-12-09
over precies twee weken | 2026-12-09
zaterdag over veertien dagen | 2026-12-12
kost dat vd 16e iets | 2026-12-16
de zondagmiddagwandelgroep | 2026-11-29 afternoon
mag hij mee naar de vrijdagtafel | 2026-11-27
woens nog plek | 2026-11-25
de 1e van de maand | 2026-12-01
tussen 20 en 24 december | 2026-12-20..2026-12-24
kerstmorgen | 2026-12-25..2026-12-26 morning
aanst zaterdag | 2026-11-28
is er vandaag nog een inloop | 2026-11-25
gaat het morgen door? | 2026-11-26
wat kan ik overmorgen doen in Assen | 2026-11-27
kump d'r zundagmirreg nog get | 2026-11-29 afternoon
am liebsten donnerstags | 2026-11-26
Gruppe in Losser mittwochs? | 2026-11-25
smons koffie drinken, kan dat? | morning
'k kan smirregs, waor kan 'k terecht? | afternoon
aovens wat te doen? | evening
is er moandagmerreg een inloop | 2026-11-30 afternoon
zaoterdagsmargens wandelen? | 2026-11-28 morning
is der sneontemoarn wat | 2026-11-28 morning
freedtejûn praatgroep? | 2026-11-27 evening
is er maandagsavonds iets | 2026-11-30 evening
inloop doonderdagmorn? | 2026-11-26 morning
groep donderdgaovend? | 2026-11-26 evening
dunderdagovend eten? | 2026-11-26 evening
woavond groep? | 2026-11-25 evening
wo-avond groep? | 2026-11-25 evening
zatmiddag koffie? | 2026-11-28 afternoon
zat avond eten? | 2026-11-28 evening
do avo inloop? | 2026-11-26 evening
volgende week don dan | 2026-12-03
komende zat? | 2026-11-28
this weds? | 2026-11-25
monday nite group? | 2026-11-30 evening
can i come 2nite? | 2026-11-25 evening
anything 2moro evening? | 2026-11-26 evening
tmw group? | 2026-11-26
is there a group late at night | night
takom wike tiisdei inloop? | 2026-12-01
dees week nog wat? | 2026-11-25..2026-11-29
wat is er in 't wykein | 2026-11-28..2026-11-29
tsusen kerst en nieuwjaar open? | 2026-12-27..2026-12-31
hoe zit het met sinterklaasavond | 2026-12-05 evening
ik kan alleen in januari en niet op vrijdag, is er een cursus? | 2027-01-01..2027-01-31
is er iets in de avond, behalve donderdag? | evening
na de middag inloop? | afternoon
is er vanavond wat te doen | 2026-11-25 evening
vanmiddag ergens koffie drinken? | 2026-11-25 afternoon
kan ik vannacht ergens heen | 2026-11-25 night
is de inloop nu open | 2026-11-25
kan ik nu nog ergens terecht? | 2026-11-25
iets te doen op dit moment? | 2026-11-25
hebben jullie iets voor komende vrijdag | 2026-11-27
komende woensdag iets creatiefs? | 2026-12-02
a.s. zaterdag in Emmen | 2026-11-28
aanstaande maandag wandelen? | 2026-11-30
volgende week vrijdag eten in Zwolle | 2026-12-04
vrijdag volgende week | 2026-12-04
dinsdag over een week | 2026-12-08
over twee weken weer een themaavond? | 2026-12-09
over 3 dagen ben ik in Utrecht, is er dan een inloop | 2026-11-28
komend weekend iets gezelligs? | 2026-11-28..2026-11-29
dit weekend open? | 2026-11-28..2026-11-29
volgend weekend? | 2026-12-05..2026-12-06
zijn jullie in het weekend open | 2026-11-28..2026-11-29
wat is er deze week | 2026-11-25..2026-11-29
wat is er deze week nog te doen in Almelo | 2026-11-25..2026-11-29
begin volgende week | 2026-11-30..2026-12-01
eind volgende week een groep? | 2026-12-03..2026-12-04
volgende maand beginnen cursussen? | 2026-12-01..2026-12-31
wat is er deze maand | 2026-11-25..2026-11-30
in december iets met kerst? | 2026-12-25..2026-12-26
activiteiten in december | 2026-12-01..2026-12-31
welke cursus start in maart | 2027-03-01..2027-03-31
begint er in mei een cursus? | 2027-05-01..2027-05-31
op 3 december | 2026-12-03
3 dec inloop? | 2026-12-03
is er op 3-12 een bijeenkomst | 2026-12-03
3/12/2026 open? | 2026-12-03
is er de 3e iets | 2026-12-03
donderdag 3 december om 19.30 uur | 2026-12-03
do 3 dec 14:00 | 2026-12-03
do. 3 dec. in Hoogeveen | 2026-12-03
is der wat s oavends in Almelo? | evening
tsmorgens kan ik het best | morning
in te avond graag | evening
overdag gaat niet, avond? | evening
cursus in Putten, avond graag | evening
ik wil echt iemand spreken, praatgroep Weert namiddag | afternoon
anything for men on weeknights? | evening
is er ook iets voor de ochtend? | morning
iets voor twaalf uur? | morning
inloop veur twaolf uur in Vriezenveen? | morning
is er een avond voor ouders | evening
wij zoeken lotgenoten, op een avond in januari | 2027-01-01..2027-01-31 evening
yoga di via zoom | 2026-12-01
inloop of wandelgroep, Leiden, zo | 2026-11-29
donsdag of vrijdag | 2026-11-26..2026-11-27
overdag werk ik, avonden kan wel. Borne | evening
het weekend van 5 december | 2026-12-05..2026-12-06
in de week van 7 december | 2026-12-07..2026-12-13
de week van maandag 7 december | 2026-12-07..2026-12-13
in de week van de 9e december | 2026-12-07..2026-12-13
de week van 26 november | 2026-11-25..2026-11-29
kan ik vóór het weekend nog ergens heen | 2026-11-25..2026-11-27
what's on between now and Sunday | 2026-11-25..2026-11-29
two weeks from now on Wednesday, is there a walk? | 2026-12-09
kan ik voor het weekend nog ergens heen | 2026-11-25..2026-11-27
is er iets voor het weekend | 2026-11-28..2026-11-29
Ik word altijd donderdag gebracht. Gaat het deze week door? | 2026-11-26
Ik heb me voorgenomen om donderdagmiddag te gaan. Wat moet ik mee? | 2026-11-26 afternoon
Donderdag koken ze heb ik gehoord, wat moet ik mee? | 2026-11-26
Zij heeft vrijdag een plek in een groep. Mag ik mee? | 2026-11-27
Ik ben dus maandag naar Aalten gereden. Er stond niemand. | 2026-11-23
tussen kerst en nieuwjaar open? | 2026-12-27..2026-12-31
open tussen kerst en oud en nieuw | 2026-12-27..2026-12-30
zijn jullie met kerst open | 2026-12-25..2026-12-26
eerste kerstdag alleen, is er iets? | 2026-12-25
2e kerstdag inloop | 2026-12-26
is er iets op oudjaarsavond | 2026-12-31
nieuwjaarsdag open? | 2027-01-01
met pasen | 2027-03-28..2027-03-29
is er iets op koningsdag? | 2027-04-27
hemelvaart gesloten? | 2027-05-06
met pinksteren een groep | 2027-05-16..2027-05-17
inloop op bevrijdingsdag | 2027-05-05
pakjesavond samen eten | 2026-12-05 evening
goede vrijdag open? | 2027-03-26
in de kerstvakantie | 2026-12-19..2027-01-03
groep 's ochtends in Leeuwarden | morning
is er smorgens iets | morning
liefst 's middags | afternoon
savonds graag | evening
iets voor in de avond | evening
na het werk ergens sporten | evening
na zessen graag | evening
zaterdagmiddag schilderen | 2026-11-28 afternoon
zaterdag in de middag | 2026-11-28 afternoon
za middag iets in breda | 2026-11-28 afternoon
vr avond praatgroep | 2026-11-27 evening
ma ochtend koffie | 2026-11-30 morning
elke dinsdag wandelen? | 2026-12-01
is er iets op zaterdag | 2026-11-28
van maandag t/m woensdag | 2026-11-30..2026-12-02
ma t/m wo | 2026-11-30..2026-12-02
maandag of dinsdag | 2026-11-30..2026-12-01
kan het op dinsdag of vrijdag | 2026-11-27..2026-12-01
vrijdag en zaterdag iets te doen? | 2026-11-27..2026-11-28
vandaag of morgen | 2026-11-25..2026-11-26
om 8 uur 's avonds een meeting? | evening
vanavnod nog wat? | 2026-11-25 evening
vanaaf ergens heen | 2026-11-25 evening
vnvd nog open? | 2026-11-25 evening
vnmddg inloop | 2026-11-25 afternoon
is er mrgn iets | 2026-11-26
mrg open? | 2026-11-26
morge koffie? | 2026-11-26
ovm wandelgroep | 2026-11-27
van avond iets in tilburg | 2026-11-25 evening
zaterag eten | 2026-11-28
donderdga yoga | 2026-11-26
wkend iets? | 2026-11-28..2026-11-29
volg week iets in assen | 2026-11-30..2026-12-06
vlgnd wk do herstelgroep | 2026-12-03
volgende wk di | 2026-12-01
is d'r mörgen wat te doen | 2026-11-26
vanaovend nog los? | 2026-11-25 evening
dingsdag koffie | 2026-12-01
op zaoterdag in Emmen | 2026-11-28
zundag iets? | 2026-11-29
maondagmörgen | 2026-11-30 morning
vandaog nog iets | 2026-11-25
murge get te doen in Heerlen | 2026-11-26
goonsdig inloop | 2026-11-25
is er vannavend iets | 2026-11-25 evening
hjoed noch wat | 2026-11-25
moarn yn Drachten | 2026-11-26
sneon of snein | 2026-11-28..2026-11-29
anything on today? | 2026-11-25
open tonight? | 2026-11-25 evening
tomorrow evening in Breda | 2026-11-26 evening
something this week | 2026-11-25..2026-11-29
is there a group next week | 2026-11-30..2026-12-06
any meetings on Friday | 2026-11-27
next Tuesday | 2026-12-01
in the evening please | evening
open at Christmas? | 2026-12-25..2026-12-26
gibt es heute Abend etwas? | 2026-11-25 evening
morgen am Freitag | 2026-11-26
am Wochenende in Venlo | 2026-11-28..2026-11-29
czy jest cos jutro wieczorem | 2026-11-26 evening
w sobotę w Venlo | 2026-11-28
bugün açık mı | 2026-11-25
yarın akşam | 2026-11-26 evening
cuma günü var mı | 2026-11-27
hafta sonu bir şey var mı | 2026-11-28..2026-11-29
هل يوجد شيء غدا | 2026-11-26
هل يوجد شيء مساء اليوم | 2026-11-25 evening
يوم الجمعة | 2026-11-27
сьогодні ввечері | 2026-11-25 evening
завтра в Амстердамі | 2026-11-26
в суботу | 2026-11-28
¿hay algo mañana por la tarde? | 2026-11-26 afternoon
hoy en Rotterdam | 2026-11-25
esta noche | 2026-11-25 evening
aujourd'hui à Utrecht | 2026-11-25
demain matin | 2026-11-26 morning
ce soir | 2026-11-25 evening
vendredi soir | 2026-11-27 evening
ik was er dinsdag en er was niemand | 2026-11-24
de deur was gisteren dicht | 2026-11-24
gisteravond stond ik voor een dichte deur | 2026-11-24 evening
ik heb vorige week gebeld, zijn jullie vrijdag open? | 2026-11-27
ik werk op maandag en dinsdag, is er iets op donderdag | 2026-11-26
niet op maandag maar op dinsdag graag | 2026-12-01
's avonds kan ik niet, is er iets in de ochtend? | morning
is er vrijdagavond of zaterdagmiddag iets | 2026-11-27..2026-11-28
vrijdag 's avonds | 2026-11-27 evening
vrijdag om 19 uur 's avonds | 2026-11-27 evening
morgenochtend vroeg | 2026-11-26 morning
morgen vroeg | 2026-11-26 morning
morgen om 10 uur | 2026-11-26
week 51 | 2026-12-14..2026-12-20
de laatste vrijdag van de maand | 2026-11-27
eerste maandag van januari | 2027-01-04
half december | 2026-12-11..2026-12-20
eind januari | 2027-01-21..2027-01-31
van 3 tot 5 december | 2026-12-03..2026-12-05
3 en 4 december | 2026-12-03..2026-12-04
van 1-12 t/m 5-12 | 2026-12-01..2026-12-05
de komende dagen | 2026-11-25..2026-11-28
komende week | 2026-11-30..2026-12-06
na het weekend | 2026-11-30..2026-12-01
op woensdag | 2026-11-25
woensdagavond | 2026-11-25 evening
woensdagochtend | 2026-11-25 morning
zijn er 's zondags ook groepen | 2026-11-29
zondags open? | 2026-11-29
en do? | 2026-11-26
en vrijdag? | 2026-11-27
en 's middags? | afternoon
en met oud en nieuw? | 2026-12-31..2027-01-01
ik heb elke woensdag therapie dus op vrijdag zou mooi zijn | 2026-11-27
hoe laat begint het morgen | 2026-11-26
hoe laat begint het 's avonds | evening
is er met kerst iets voor mensen die alleen zijn | 2026-12-25..2026-12-26
eerste kerstdag en tweede kerstdag open? | 2026-12-25..2026-12-26
kerstavond alleen.. | 2026-12-24
wat doen jullie met de kerstdagen | 2026-12-25..2026-12-26
zijn jullie dicht in de kerst vakantie | 2026-12-19..2027-01-03
is er 31 december iets | 2026-12-31
op 31/12 open? | 2026-12-31
1 januari 2027 open? | 2027-01-01
is de cursus van 12 januari al vol | 2027-01-12
start er een cursus begin januari | 2027-01-01..2027-01-10
kan ik volgende week woensdag om 10:00 langskomen? | 2026-12-02
aanst. donderdag | 2026-11-26
a.s. vrijdag 27 nov | 2026-11-27
vrijdag 27-11-2026 om 14.00 uur | 2026-11-27
27 november | 2026-11-27
24 november | 2027-11-24
zat 28 nov | 2026-11-28
di 1 dec | 2026-12-01
woe 2 december | 2026-12-02
is het open op zaterdagochtend of zondagochtend? | 2026-11-28..2026-11-29 morning
inloop assen avond? | evening
iets in de ochtenduren | morning
avonds graag | evening
gisteren gebeld maar niemand nam op, kan ik maandag bellen? | 2026-11-30
ik ben morgen jarig en alleen, is er iets te doen | 2026-11-26
ik zie het vandaag niet zitten om thuis te blijven, is er ergens koffie | 2026-11-25
mag ik morgen mijn zus meenemen? | 2026-11-26
stuur me een bericht als het dinsdag niet doorgaat | 2026-12-01
herinner me donderdag aan de groep | 2026-11-26
kan je me er morgenochtend aan helpen herinneren | 2026-11-26 morning
gaat de wandeling zondag door met dit weer | 2026-11-29
was er vanmiddag geen inloop? | 2026-11-25 afternoon
waarom was er dinsdag niemand | 2026-11-24
vrijdag stond ik voor een dichte deur | 2026-11-20
Afgelopen vrijdag was er niemand bij de inloop | 2026-11-20
om de week op dinsdag | 2026-12-01
iedere eerste maandag van de maand | 2026-12-07
heb je iets met kaarten op zondagmiddag | 2026-11-29 afternoon
vanaf volgende week | 2026-11-30..2026-12-06
vanaf januari in Emmen een cursus? | 2027-01-01..2027-01-31
ik ben vanaf maandag vrij wat is er dan | 2026-11-30
ik ben tot vrijdag in Groningen, is er morgen iets | 2026-11-26
maandag 's ochtends of dinsdag 's middags | 2026-11-30..2026-12-01
zondagavond of maandagavond | 2026-11-29..2026-11-30 evening
woensdag, donderdag of vrijdag | 2026-11-25..2026-11-27
weekend? | 2026-11-28..2026-11-29
en in het weekend? | 2026-11-28..2026-11-29
en morgen? | 2026-11-26
en vanavond dan? | 2026-11-25 evening
en volgende week? | 2026-11-30..2026-12-06
dinsdag? | 2026-12-01
za? | 2026-11-28
nee zaterdag bedoel ik | 2026-11-28
ik bedoel vrijdagavond | 2026-11-27 evening
liever 's middags | afternoon
's morgens kan ook | morning
wat doet men zoal op oudejaarsavond bij jullie | 2026-12-31
vr 27 nov | 2026-11-27
is er op do ook iets | 2026-11-26
can I come on saturday morning or sunday | 2026-11-28..2026-11-29
is it open this afternoon | 2026-11-25 afternoon
I work at night, anything in the morning? | morning
last week I went to a meeting, is there one this Thursday? | 2026-11-26
may I come in may? | 2027-05-01..2027-05-31
open on December 5th? | 2026-12-05
on the 3rd of December | 2026-12-03
in 2 weeks | 2026-12-09
day after tomorrow | 2026-11-27
is er right now iets open | 2026-11-25
hee zijn jullie 5 mei gewoon open of nie | 2027-05-05
me vriendin gaat vrijdag altijd naar de kookgroep mag ik mee? | 2026-11-27
vnavond aa meeting venlo | 2026-11-25 evening
dinsdagmorgen koffie in Hoogeveen? | 2026-12-01 morning
dinsdag morgen koffie in Hoogeveen? | 2026-12-01 morning
is t morgenavond weer in t buurthuis | 2026-11-26 evening
morgen avond iets in hoorn? | 2026-11-26 evening
morgen middag wandelen | 2026-11-26 afternoon
zatermiddag iets creatiefs | 2026-11-28 afternoon
zondagmiddg muziek maken in Tilburg | 2026-11-29 afternoon
vrijdagaond praatgroep | 2026-11-27 evening
kan ik woensdagmidag langskomen | 2026-11-25 afternoon
overmorgenavond | 2026-11-27 evening
gaat de inloop a.s. maandag door ivm sneeuw | 2026-11-30
gaat de wandelgroep maandag 30 november door? | 2026-11-30
is de groep verplaatst naar donderdag? | 2026-11-26
de meeting van gister ging niet door, is die volgende week wel | 2026-11-30..2026-12-06
zijn jullie open op 1e kerstdag | 2026-12-25
ik zie op tegen de kerst. kan ik dan ergens heen | 2026-12-25..2026-12-26
met oud en nieuw zit ik alleen | 2026-12-31..2027-01-01
is er 2 januari weer inloop | 2027-01-02
tot wanneer zijn jullie open vandaag | 2026-11-25
hoe laat sluit het vanmiddag | 2026-11-25 afternoon
hoelaat is de aa vanavond in almere | 2026-11-25 evening
kheb morgenmiddag niks te doen is er iets in lelystad | 2026-11-26 afternoon
heb zaterdag niks te doen | 2026-11-28
Zaterdags is mijn slechtste dag. Is er dan iets open in Deventer? | 2026-11-28
Ik werk in ploegendienst en ben alleen op maandag vrij. Is er dan een groep? | 2026-11-30
mijn dochter kan alleen in het weekend, is er een jongerengroep | 2026-11-28..2026-11-29
mijn zoon kan alleen op woensdagmiddag | 2026-11-25 afternoon
Ik ga elke donderdag naar de groep in Soest. Is er ook parkeergelegenheid? | 2026-11-26
ik kom over 2 weken uit de kliniek, kan ik dan meteen komen? | 2026-12-09
over een maand verhuis ik naar Zwolle, wat is daar | 2026-12-25
later deze week iets in Gouda | 2026-11-26..2026-11-29
ergens deze week | 2026-11-25..2026-11-29
halverwege december een workshop? | 2026-12-11..2026-12-20
elke 1e zaterdag van de maand, klopt dat? | 2026-12-05
laatste zondag van december | 2026-12-27
20 dec kerstviering? | 2026-12-20
20/12 | 2026-12-20
op 20.12 | 2026-12-20
20-12-26 | 2026-12-20
cursus 14-1 t/m 18-2 | 2027-01-14..2027-02-18
van 14 januari tot 18 februari | 2027-01-14..2027-02-18
ma t/m vr open? | 2026-11-30..2026-12-04
ma-vr | 2026-11-30..2026-12-04
van ma tot vr | 2026-11-30..2026-12-04
za/zo iets te doen | 2026-11-28..2026-11-29
za en zo | 2026-11-28..2026-11-29
zaterdag/zondag | 2026-11-28..2026-11-29
donderdag om 10u | 2026-11-26
do 10u inloop? | 2026-11-26
wo 19:30 praatgroep | 2026-11-25
is het wo om 19.30 of do om 19.30 | 2026-11-25..2026-11-26
vr. 14.00 schilderen | 2026-11-27
do you have something on thursdays | 2026-11-26
every Monday evening? | 2026-11-30 evening
is it open weekends | 2026-11-28..2026-11-29
tomorrow afternoon please | 2026-11-26 afternoon
this friday 27 november | 2026-11-27
Friday the 4th of December | 2026-12-04
Dec 24 open? | 2026-12-24
Gibt es morgen Abend eine Gruppe in Kerkrade? | 2026-11-26 evening
Haben Sie am Samstag auf? | 2026-11-28
nächste Woche Dienstag | 2026-12-01
jeden Montag | 2026-11-30
est-ce que c'est ouvert samedi matin ? | 2026-11-28 morning
hay un grupo los lunes por la tarde? | 2026-11-30 afternoon
este fin de semana | 2026-11-28..2026-11-29
czy w piątek jest spotkanie | 2026-11-27
w niedzielę rano | 2026-11-29 morning
bu akşam açık mı? | 2026-11-25 evening
pazartesi günü | 2026-11-30
هل هناك لقاء يوم الأحد؟ | 2026-11-29
متى تفتحون غداً؟ | 2026-11-26
чи є щось у п'ятницю ввечері? | 2026-11-27 evening
наступного тижня | 2026-11-30..2026-12-06
wat is d'r zoaterdag in Stad | 2026-11-28
is ter mörgnoavend wat te doun? | 2026-11-26 evening
hedde gullie mergen iets? | 2026-11-26
ik wil graag naar de dinsdaggroep | 2026-12-01
de vrijdagmiddaggroep in Emmen | 2026-11-27 afternoon
de maandagochtendclub | 2026-11-30 morning
is er een avondgroep in Assen | evening
ochtendgroep in Breda? | morning
avondcursus | evening
3 jan open? | 2027-01-03
in jan een nieuwe cursus | 2027-01-01..2027-01-31
heeft iemand zin om zaterdag 12 dec mee te gaan? | 2026-12-12
op dinsdag 1 en woensdag 2 december | 2026-12-01..2026-12-02
van vrijdag t/m zondag | 2026-11-27..2026-11-29
van vrijdag tot en met zondag | 2026-11-27..2026-11-29
vrijdag tot maandag | 2026-11-27..2026-11-30
vandaag of anders morgen | 2026-11-25..2026-11-26
vandaag en morgen zijn jullie dicht? | 2026-11-25..2026-11-26
zaterdag of anders zondag | 2026-11-28..2026-11-29
morgen of overmorgen | 2026-11-26..2026-11-27
morgen of zaterdag | 2026-11-26..2026-11-28
vanavond of morgenavond | 2026-11-25..2026-11-26 evening
dinsdag- of donderdagavond | 2026-11-26..2026-12-01 evening
maandag- en dinsdagochtend | 2026-11-30..2026-12-01 morning
komende maand wat is er | 2026-12-01..2026-12-31
rest van de week | 2026-11-25..2026-11-29
de rest van deze week | 2026-11-25..2026-11-29
het hele weekend | 2026-11-28..2026-11-29
elke vrijdagavond | 2026-11-27 evening
vrijdags altijd open? | 2026-11-27
's maandags | 2026-11-30
's zaterdags open? | 2026-11-28
s woensdags | 2026-11-25
rond de kerst | 2026-12-25..2026-12-26
voor kerst | 2026-12-25..2026-12-26
voor het weekend | 2026-11-28..2026-11-29
op de zesde | 2026-12-06
de 28ste iets? | 2026-11-28
de 24e december | 2026-12-24
zes december | 2026-12-06
vijf en zes december | 2026-12-05..2026-12-06
1 t/m 3 dec | 2026-12-01..2026-12-03
begin van de maand | 2026-12-01..2026-12-10
eind van de maand | 2026-11-21..2026-11-30
eind deze week | 2026-11-26..2026-11-27
begin volgende maand | 2026-12-01..2026-12-10
tweede week van december | 2026-12-14..2026-12-20
vanmorgen was ik er en er was niemand | 2026-11-25 morning
ik was vanmiddag bij jullie maar de deur was dicht | 2026-11-25 afternoon
gister was ik te laat, hoe laat begint het vrijdag | 2026-11-27
vorige week dinsdag was er niemand | 2026-11-17
is er iets voor 8 december | 2026-12-08
lukt het voor vrijdag nog? | 2026-11-27
om 2 uur vanmiddag | 2026-11-25 afternoon
vanmiddag 14:00 | 2026-11-25 afternoon
vandaag 15.30 uur inloop | 2026-11-25
om 7 uur vanavond | 2026-11-25 evening
zaterdag 28/11 10:00-12:00 | 2026-11-28
28-11 van 10.00 tot 12.00 uur | 2026-11-28
maandag 10-12 uur open? | 2026-11-30
maandag 10 tot 12 | 2026-11-30
dinsdag 8 december 2026 om 13:30u | 2026-12-08
1 mei straat 5 | 2027-05-01
lijn 3 december | 2026-12-03
ik ben 3 december jarig | 2026-12-03
wk 52 | 2026-12-21..2026-12-27
over 2 dagen | 2026-11-27
over twee dagen | 2026-11-27
binnen een week | 2026-12-02
komende zondagmiddag | 2026-11-29 afternoon
komende twee weken | 2026-11-25..2026-12-09
de komende 3 dagen | 2026-11-25..2026-11-28
volgende twee weken | 2026-11-25..2026-12-09
voor de kerstvakantie nog? | 2026-12-19..2027-01-03
vannacht ergens open? | 2026-11-25 night
wie kan ik vannacht bellen als het misgaat | 2026-11-25 night
is er straks nog inloop in Oss | 2026-11-25
zometeen nog open? | 2026-11-25
hoe laat begint het straks | 2026-11-25
kan ik zo meteen langskomen | 2026-11-25
gaat de groep dadelijk gewoon door | 2026-11-25
ma mi inloop assen | 2026-11-30 afternoon
di av nog plek? | 2026-12-01 evening
za ocht wandelen | 2026-11-28 morning
vnv iets te doen | 2026-11-25 evening
is er volgende wekke wat | 2026-11-30..2026-12-06
mrgenocht koffie? | 2026-11-26 morning
mrgenavond koffie? | 2026-11-26 evening
komt er van de week nog iemand | 2026-11-25..2026-11-29
is er vd week nog inloop | 2026-11-25..2026-11-29
later deze week nog wat? | 2026-11-26..2026-11-29
open met de feestdagen? | 2026-12-25..2027-01-01
rond de feestdagen ergens terecht? | 2026-12-25..2027-01-01
in het nieuwe jaar weer een cursus? | 2027-01-01..2027-01-31
gibt es am 26. Dezember etwas | 2026-12-26
am 3. Januar offen? | 2027-01-03
is er dinsdag of vrijdag wat | 2026-11-27..2026-12-01
is er di en vr wat? | 2026-11-27..2026-12-01
volgende week dinsdag of donderdag iets | 2026-12-01..2026-12-03
kan ik dinsdag of donderdag volgende week komen | 2026-12-01..2026-12-03
van maandag t/m donderdag open? | 2026-11-30..2026-12-03
is er tussen maandag en donderdag wat | 2026-11-30..2026-12-03
is er iets tussen 21 december en 4 januari | 2026-12-21..2027-01-04
van 21 december t/m 4 januari dicht? | 2026-12-21..2027-01-04
kan ik 1 of 8 december komen | 2026-12-01..2026-12-08
is het op 1, 8 en 15 december | 2026-12-01..2026-12-15
is het verzet van 8 naar 15 december | 2026-12-08..2026-12-15
op maandag, woensdag en vrijdag open? | 2026-11-25..2026-11-30
1 december of 8 december? | 2026-12-01..2026-12-08
kerst dicht maar de dag erna? | 2026-12-27
tweede kerstdag dicht neem ik aan, en de zondag erna? | 2026-12-27
met kerst open en het weekend erna? | 2027-01-02..2027-01-03
donderdag is de groep, is er de avond ervoor ook iets | 2026-11-25 evening
ging de groep zondag nog door? | 2026-11-22
is de wandeling zondag nog doorgegaan | 2026-11-22
is het eetcafé dinsdag uitgevallen? | 2026-11-24
waarom was er gisteravond niemand bij de inloop | 2026-11-24 evening
waarom waren jullie vorig weekend dicht? | 2026-11-21..2026-11-22
klopt het dat het afgelopen maandag uitviel? | 2026-11-23
afgelopen zaterdag was er niemand in het buurthuis | 2026-11-21
hoe laat was de inloop vrijdag ook alweer? | 2026-11-27
was de groep nou donderdag of vrijdag? | 2026-11-26..2026-11-27
was dat nou zondag? | 2026-11-29
gisteren gebeld maar niemand nam op | 2026-11-24
gisteren drie keer gebeld en geen gehoor | 2026-11-24
eergisteren gemaild en niks gehoord | 2026-11-23
het nummer deed het gisteren niet | 2026-11-24
jullie adres klopt niet, ik stond er maandag voor niks | 2026-11-23
vorige week stond ik voor een dichte deur | 2026-11-16..2026-11-22
van de week was de huiskamer ineens dicht | 2026-11-23..2026-11-25
van de week nog open? | 2026-11-25..2026-11-29
ik heb gisteren veel gedronken, mag ik morgen komen | 2026-11-26
was er dinsdag iemand? ik stond te wachten | 2026-11-24
waren jullie zaterdag open | 2026-11-21
zat de deur maandag op slot of lag het aan mij | 2026-11-23
gisteravond was het veel te druk in het eetcafé | 2026-11-24 evening
de groep begon gisteren een half uur te laat | 2026-11-24
vanmorgen stond ik voor een dichte deur | 2026-11-25 morning
ik was maandag bij de groep en het was veel te warm | 2026-11-23
vannacht geen oog dichtgedaan, is er vandaag iets | 2026-11-25
in de app stond gisteren 10 uur maar het was 11 uur | 2026-11-24
afgelopen dinsdag is de inloop niet doorgegaan, vandaag wel? | 2026-11-25
hebben ze zaterdag nog op mij gewacht? | 2026-11-21
kan vrijdag niet, zaterdag wel, is er dan iets in Oss | 2026-11-28
ik kan niet op dinsdag maar woensdag wel, is er dan wat | 2026-11-25
ik ben nooit in een groep geweest en wil vrijdag komen, kan dat | 2026-11-27
ik heb lang gewacht en nu durf ik maandag te komen, mag dat | 2026-11-30
maandag en dinsdag werk ik niet, wat is er dan | 2026-11-30..2026-12-01
dinsdag hoef ik niet te werken, is er dan iets | 2026-12-01
ik ben dinsdag in Utrecht voor mijn werk, is daar iets | 2026-12-01
ik bel voor mijn moeder die wil zondag ergens eten | 2026-11-29
5 december is de sterfdag van mijn vader. is er die zaterdag iets | 2026-12-05
12.12 open? | 2026-12-12
de 21e tot en met de 23e ben ik in Goes, is er iets | 2026-12-21..2026-12-23
van de 14e t/m de 18e iets te doen? | 2026-12-14..2026-12-18
zaterdag of de zaterdag daarna komen? | 2026-11-28..2026-12-05
eerste adventszondag open? | 2026-11-29
tweede advent iets? | 2026-12-06
merhen koffie? | 2026-11-26
ik zat vorige week vrijdag voor niks te wachten | 2026-11-20
zóndig open? | 2026-11-29
31.12 samen eten in Oss? | 2026-12-31
vorige week dicht, hoe kan dat | 2026-11-16..2026-11-22
ging het zaterdag door ondanks de storm | 2026-11-21
straks nog iets open? | 2026-11-25
kan ik vannacht ergens slapen | 2026-11-25 night
is er vannacht iemand wakker om mee te appen | 2026-11-25 night
app me de avond ervoor even, de groep is vrijdag | 2026-11-26 evening
vrijdag is de groep, stuur je de avond ervoor een appje | 2026-11-26 evening
kun je me de dag ervoor herinneren aan 8 december | 2026-12-07
was het van het weekend druk bij de inloop? | 2026-11-21..2026-11-22
van t weekend nog iets te doen? | 2026-11-28..2026-11-29
in het weekend nog iets | 2026-11-28..2026-11-29
waarom gaf niemand gisteren antwoord | 2026-11-24
gisteren stond de koffie koud en was er niemand | 2026-11-24
hoe was het gisteren bij de groep? | 2026-11-24
heb ik gisteren iets gemist? | 2026-11-24
waren er vorige week veel mensen? | 2026-11-16..2026-11-22
was het vorige week ook al afgelast | 2026-11-16..2026-11-22
is de groep vorige week wel doorgegaan | 2026-11-16..2026-11-22
hoeveel mensen waren er zaterdag? | 2026-11-21
wie was er zondag gastvrouw? | 2026-11-22
ik ben maandag voor niks gekomen | 2026-11-23
maandag voor niks gefietst | 2026-11-23
wij stonden zaterdag in de kou | 2026-11-21
zaterdag stond er niemand | 2026-11-21
zaterdag kwam niemand opdagen | 2026-11-21
jullie waren vrijdag dicht zonder iets te zeggen | 2026-11-20
vrijdag jongstleden was de deur dicht | 2026-11-20
vrijdag jl. was de deur dicht | 2026-11-20
laatste zaterdag was er geen inloop | 2026-11-21
de wandeling van zondag ging niet door en niemand zei iets | 2026-11-22
zondag ging de wandeling niet door en niemand zei iets | 2026-11-22
gisteren was er geen groep terwijl het wel op de site stond | 2026-11-24
twee weken geleden was jullie deur ook al dicht | 2026-11-11
drie dagen geleden stond ik voor een dichte deur | 2026-11-22
vorige maand was de inloop dicht | 2026-10-01..2026-10-31
eergisteravond was er niemand | 2026-11-23 evening
gistermiddag gebeld, kreeg de voicemail | 2026-11-24 afternoon
vanochtend belde ik maar het nummer klopt niet | 2026-11-25 morning
vandaag stond er niemand bij de deur | 2026-11-25
vanmiddag was de inloop gesloten | 2026-11-25 afternoon
op 20 november was er niemand | 2026-11-20
20 november was het gebouw dicht | 2026-11-20
zondag 22 november stond ik voor een dichte deur | 2026-11-22
op 18/11 was de deur op slot | 2026-11-18
last sunday nobody was there | 2026-11-22
was there a meeting last night? | 2026-11-24 evening
did the walk go ahead on sunday? | 2026-11-22
yesterday the door was locked | 2026-11-24
gestern war niemand da | 2026-11-24
war gestern jemand da? | 2026-11-24
vorig weekend heb ik voor niks gewacht | 2026-11-21..2026-11-22
wat hebben jullie vorige week gedaan in de groep | 2026-11-16..2026-11-22
ik was er dinsdag | 2026-11-24
ik was er dinsdag voor het eerst, mag ik terugkomen | 2026-11-24
afgelopen vrijdag voor het eerst geweest, mag ik terugkomen | 2026-11-20
vorige week vrijdag was ik er ook | 2026-11-20
van 8 t/m 15 december ben ik er, wat is er dan | 2026-12-08..2026-12-15
van 8 naar 15 december verzet toch? | 2026-12-08..2026-12-15
is de groep van 8 december naar 15 december verplaatst? | 2026-12-08..2026-12-15
3 of 10 dec welke is het | 2026-12-03..2026-12-10
3 en 10 en 17 dec groep? | 2026-12-03..2026-12-17
op 3, 10 en 17 december is er groep toch | 2026-12-03..2026-12-17
3/12 of 10/12? | 2026-12-03..2026-12-10
de 3e of de 10e? | 2026-12-03..2026-12-10
maandags en donderdags open? | 2026-11-26..2026-11-30
ma en do open? | 2026-11-26..2026-11-30
ma, wo en vr open? | 2026-11-25..2026-11-30
ma wo vr open? | 2026-11-25..2026-11-30
dinsdag, donderdag en zaterdag open? | 2026-11-26..2026-12-01
elke maandag en donderdag open? | 2026-11-26..2026-11-30
van vrijdag tot en met zondag ben ik in Goes, wat is er | 2026-11-27..2026-11-29
vrijdag t/m zondag | 2026-11-27..2026-11-29
vr-zo open? | 2026-11-27..2026-11-29
do/vr iets te doen? | 2026-11-26..2026-11-27
tussen kerst en nieuwjaar iets | 2026-12-27..2026-12-31
tussen 27 december en 3 januari open? | 2026-12-27..2027-01-03
tussen 1 en 10 januari open? | 2027-01-01..2027-01-10
tussen nu en kerst nog iets? | 2026-11-25..2026-12-24
tussen nu en 10 december nog iets? | 2026-11-25..2026-12-10
vanaf morgen tot zondag iets? | 2026-11-26..2026-11-29
vandaag t/m zondag iets? | 2026-11-25..2026-11-29
van 20 dec tot 3 jan dicht? | 2026-12-20..2027-01-03
20 december - 3 januari dicht? | 2026-12-20..2027-01-03
20/12 t/m 3/1 dicht? | 2026-12-20..2027-01-03
week 50 en 51 iets? | 2026-12-07..2026-12-20
week 50 of 51 iets? | 2026-12-07..2026-12-20
half december iets? | 2026-12-11..2026-12-20
halverwege december iets? | 2026-12-11..2026-12-20
eind december iets? | 2026-12-21..2026-12-31
in januari of februari een cursus? | 2027-01-01..2027-02-28
volgende maand of in januari? | 2026-12-01..2027-01-31
am 2. Weihnachtstag offen? | 2026-12-26
am ersten Weihnachtstag? | 2026-12-25
am 1. Dezember gibt es was? | 2026-12-01
Freitag, 4. Dezember, noch Platz? | 2026-12-04
gibt es heute Abend was? | 2026-11-25 evening
morgen früh offen? | 2026-11-26 morning
übermorgen offen? | 2026-11-27
nächsten Montag offen? | 2026-11-30
am Wochenende was los? | 2026-11-28..2026-11-29
le 26 décembre ouvert? | 2026-12-26
el 3 de enero hay algo? | 2027-01-03
3 grudnia jest spotkanie? | 2026-12-03
de 26ste nog wat? | 2026-11-26
on the 3rd of december? | 2026-12-03
Dec 3rd open? | 2026-12-03
nog iets voor kerst? | 2026-11-25..2026-12-24
mndg open? | 2026-11-30
dnsdg open? | 2026-12-01
dnderdag open? | 2026-11-26
vrijdga open? | 2026-11-27
zaterag open? | 2026-11-28
zoandag open? | 2026-11-29
zonadg open? | 2026-11-29
madag open? | 2026-11-30
maadnag open? | 2026-11-30
weonsdag open? | 2026-11-25
donedrdag open? | 2026-11-26
vijdag open? | 2026-11-27
vrjdag open? | 2026-11-27
zateradgmiddag open? | 2026-11-28 afternoon
zondgmiddag open? | 2026-11-29 afternoon
vrijdagvond open? | 2026-11-27 evening
dinsdagaovond open? | 2026-12-01 evening
mogenochtend open? | 2026-11-26 morning
morgnavond open? | 2026-11-26 evening
morgenovend open? | 2026-11-26 evening
mrgavond open? | 2026-11-26 evening
mrgmiddag open? | 2026-11-26 afternoon
overmrogen open? | 2026-11-27
ovrmorgen open? | 2026-11-27
volgendeweek open? | 2026-11-30..2026-12-06
volgnde wk open? | 2026-11-30..2026-12-06
vlgd wk open? | 2026-11-30..2026-12-06
vlg week open? | 2026-11-30..2026-12-06
volg wk di open? | 2026-12-01
komend wkend open? | 2026-11-28..2026-11-29
dit weeknd open? | 2026-11-28..2026-11-29
ditweekend open? | 2026-11-28..2026-11-29
van avond open? | 2026-11-25 evening
van middag open? | 2026-11-25 afternoon
van daag open? | 2026-11-25
van ochtend open? | 2026-11-25 morning
vanvond open? | 2026-11-25 evening
vaanvond open? | 2026-11-25 evening
vandag open? | 2026-11-25
vandga open? | 2026-11-25
vanadag open? | 2026-11-25
vandaaag open? | 2026-11-25
hjoed iepen? | 2026-11-25
moarn iepen? | 2026-11-26
oaremoarn iepen? | 2026-11-27
vanaoves open? | 2026-11-25 evening
vanaovond open? | 2026-11-25 evening
vanoavend lös? | 2026-11-25 evening
van oavend lös? | 2026-11-25 evening
mörgenoavend lös? | 2026-11-26 evening
mörn lös? | 2026-11-26
muurn los? | 2026-11-26
zotterdag los? | 2026-11-28
zunndag los? | 2026-11-29
goensdag los? | 2026-11-25
dinsdes los? | 2026-12-01
vrijdes los? | 2026-11-27
maondes los? | 2026-11-30
zaoterdes los? | 2026-11-28
's zondes los? | 2026-11-29
gunsdag los? | 2026-11-25
doonderdes los? | 2026-11-26
vreijdag los? | 2026-11-27
zundig lös? | 2026-11-29
maondig lös? | 2026-11-30
dônderdag lös? | 2026-11-26
saoterdag lös? | 2026-11-28
kommende week lös? | 2026-11-30..2026-12-06
tokommende wekke lös? | 2026-11-30..2026-12-06
anstoande zaoterdag lös? | 2026-11-28
aankommende vriedag lös? | 2026-11-27
dizze wike iepen? | 2026-11-25..2026-11-29
disse wekke lös? | 2026-11-25..2026-11-29
desse week lös? | 2026-11-25..2026-11-29
van 't weekend lös? | 2026-11-28..2026-11-29
Sunterklaos lös? | 2026-12-05
met de kest lös? | 2026-12-25..2026-12-26
mit kerst lös? | 2026-12-25..2026-12-26
met de kerstdaag lös? | 2026-12-25..2026-12-26
met oldejaor lös? | 2026-12-31
maandag moet ik werken, dinsdag niet, is er dan iets | 2026-12-01
donderdag lukt niet maar vrijdag wel, is er dan iets in Goes | 2026-11-27
morgen kan ik niet, overmorgen wel. Wat is er dan? | 2026-11-27
ik kan alleen op vrijdag, zaterdag werk ik | 2026-11-27
vrijdag ben ik jarig, zaterdag niet meer. is er dan iets | 2026-11-28
niet morgen maar overmorgen, is er dan iets | 2026-11-27
niet zaterdag maar zondag open toch? | 2026-11-29
geen maandag maar dinsdag graag | 2026-12-01
liever donderdag dan vrijdag | 2026-11-26
eerder dan vrijdag iets? | 2026-11-25..2026-11-26
kan het ook eerder dan 3 december | 2026-11-25..2026-12-02
is het nou donderdag of vrijdag | 2026-11-26..2026-11-27
was het nou donderdag of vrijdag | 2026-11-26..2026-11-27
wanneer was het ook weer, dinsdag? | 2026-12-01
hoe laat was het donderdag ook weer | 2026-11-26
waar was dat zaterdag ook alweer | 2026-11-28
ik ga zaterdag voor het eerst en ben bloednerveus, wat moet ik zeggen | 2026-11-28
ik heb me aangemeld voor zaterdag, hoor ik nog wat | 2026-11-28
ik sta op de lijst voor zaterdag toch? | 2026-11-28
ik wil me afmelden voor zaterdag | 2026-11-28
ik kom zaterdag niet, bij wie moet ik dat melden | 2026-11-28
mijn dochter heeft vrijdag toneel, kan ik zaterdag komen | 2026-11-28
vrijdag heb ik tandarts en daarna wil ik naar de inloop, tot hoe laat | 2026-11-27
van ma t/m vr werk ik dus alleen weekend | 2026-11-28..2026-11-29
door de week werk ik, is er in het weekend iets | 2026-11-28..2026-11-29
nog voor vrijdag iets te doen? | 2026-11-25..2026-11-26
nog voor 10 december iets? | 2026-11-25..2026-12-09
anything between Christmas and New Year? | 2026-12-27..2026-12-31
open from Monday to Wednesday? | 2026-11-30..2026-12-02
is it on Tuesday or Thursday? | 2026-11-26..2026-12-01
what's on later today? | 2026-11-25
anything on this evening? | 2026-11-25 evening
was it cancelled last Saturday? | 2026-11-21
is there something over the holidays? | 2026-12-25..2027-01-01
the day after tomorrow? | 2026-11-27
open the day after Christmas? | 2026-12-27
kerstavond en eerste kerstdag open? | 2026-12-24..2026-12-25
24 en 25 december open? | 2026-12-24..2026-12-25
kan ik donderdag of anders maandag komen | 2026-11-26..2026-11-30
het liefst dinsdag en anders donderdag | 2026-11-26..2026-12-01
morgen of anders maandag | 2026-11-26..2026-11-30
ik kan donderdag of maandagavond | 2026-11-26..2026-11-30
zaterdagochtend of zondagmiddag iets | 2026-11-28..2026-11-29
vanavond of anders zaterdag iets | 2026-11-25..2026-11-28
dit weekend of volgend weekend? | 2026-11-28..2026-12-06
deze week of volgende week? | 2026-11-25..2026-12-06
is er deze of volgende week iets | 2026-11-25..2026-12-06
in de eerste week van januari | 2027-01-04..2027-01-10
over een week of twee | 2026-12-09
aan het begin van volgende week | 2026-11-30..2026-12-01
in de loop van de week | 2026-11-25..2026-11-29
in de loop van volgende week | 2026-11-30..2026-12-06
de hele maand december iets? | 2026-12-01..2026-12-31
heel december open? | 2026-12-01..2026-12-31
in de decembermaand iets? | 2026-12-01..2026-12-31
rond sinterklaas iets? | 2026-12-05
de 31e open? | 2026-12-31
met pasen iets? | 2027-03-28..2027-03-29
op koningsdag open? | 2027-04-27
met pinksteren open? | 2027-05-16..2027-05-17
in de kerstweek open? | 2026-12-21..2026-12-27
de week van kerst open? | 2026-12-21..2026-12-27
in het kerstweekend open? | 2026-12-26..2026-12-27
kerst en oud en nieuw open? | 2026-12-25..2027-01-01
rond de jaarwisseling open? | 2026-12-31..2027-01-01
tussen de feestdagen open? | 2026-12-27..2026-12-30
tussen kerst en oudjaar | 2026-12-27..2026-12-30
strakjes inloop? | 2026-11-25
zo direct nog plek? | 2026-11-25
straks om 7 uur groep toch? | 2026-11-25
vanavond straks nog groep? | 2026-11-25 evening
ben ik straks welkom | 2026-11-25
mag ik zo meteen nog binnenlopen | 2026-11-25
met de jaarwisseling open? | 2026-12-31..2027-01-01
tweede kerstdag of de 27e? | 2026-12-26
"""

# nothing in these says when someone wants to come
NOT_SAID = """
wat is er deze dagen te doen
ik heb een korst op mijn knie
mijn avondeten is aangebrand
ik word over 2 weken 18, mag ik dan al komen
mijn zoon wordt zaterdag 16, mag hij mee
dinsdag moet mijn man naar het ziekenhuis. is er een groep voor naasten?
ik zat avond na avond thuis, is er een groep
is er iets overdag
zijn jullie doordeweeks open
om negen uur open?
goedemorgen, is er een inloop in Assen
goeiemorgen allemaal
goedenavond
goede avond, ik zoek een groep
fijne avond
prettig weekend!
fijn weekend en tot maandag
do you have a group
zo dat is mooi
mijn ma wil ook mee
wo ist die Gruppe
ik ben 17 jaar
24/7 open?
7811 AP
ik woon op nummer 12-3
voor de 4e keer
1 op 1 gesprek
50+ groep
vorig jaar zat ik in een groep
ik ben drie jaar geleden gestopt
nu we het toch hebben over eten
nu wil ik weten wat het kost
vandaag de dag is alles duur
de avond van mijn leven
ik heb dagbesteding en zoek een zondagskind
kost het 5 euro per keer
Anna van der Mei uit Meppel
mijn man werkt 's avonds, kan ik overdag ergens heen?
kan ik er tot vrijdag terecht
sinds maandag ben ik clean
wanneer is de volgende themaavond?
wat is de eerstvolgende bijeenkomst
heb 's nachts vaak paniek, is er iemand die ik kan bellen
ik slaap 's nachts slecht, is er een groep voor mensen met slaapproblemen?
de hele dag zit ik thuis, is er ergens iets
elke dag alleen, waar kan ik heen
ik zit al drie dagen binnen
zit sinds vorige week thuis met burnout, is er een groep?
ik ben vandaag ontslagen uit de kliniek, waar kan ik terecht?
ik ben vanochtend bij de dokter geweest en die noemde een herstelgroep
hij komt pas om 5 uur thuis, is er daarna iets
kunnen jullie me bellen tussen 10 en 12
10-12 uur open?
open van 10-12?
is er een groep voor 18-24 jaar
12-18 jaar welke groep
leeftijd 8-12 jaar
mijn nummer is 06-12345678
bel 050 123 4567
Dorpsstraat 12 Assen
ik woon in 7811 AP Emmen en heb een hond van 3 jaar
5x per week
2-3 keer per week
een keer in de maand
welke dagen zijn jullie open
op welke dag is de inloop
ik moet er nog een nachtje over slapen
een goede dag nog
de dag van de mantelzorg
prettige avond verder
tot morgen!
tot dinsdag
fijne kerst
fijne feestdagen
gelukkig nieuwjaar
doei tot volgende week
tm vrijdag
en zo?
mag ik do komen
kan ik vr langskomen
is er wo iets in Assen?
sat in het park gisteren, wat nu
I sat at home all day
May I bring my dog?
my son is 17 years old
kan ik nu komen?
wat nu
ik heb nu hulp nodig
ik zit op dit moment in de ziektewet. is er iets
is de inloop op feestdagen open?
wanneer zijn jullie weer open na de kerst?
Ik ben op 12 oktober gestopt met drinken. Waar is een AA groep?
sinds 3 maart ben ik clean
mijn vader overleed op 3 november, is er een rouwgroep
de wachtlijst is 6 maanden
anything Sat or Sun in Utrecht
goeiemergen
goeiemörgen, is de inloop los?
zondagsdienst
weekendcursus?
dagbesteding in Almelo overdag
hoi ik ben Jan en zoek een maatje
ik heet April en ik wil graag meedoen
Noel hier, is er een inloop?
march for mental health
beste, mijn naam is Mei Ling
ik ga ma naar de dokter
zo kan ik zo komen?
ik kom zo langs
wo kan dat
za wel niks zijn
ma zegt dat ik moet bellen
kan ik met ma en pa komen
vr gr jan
mvg Jan
do it
iets in het voorjaar
volgend jaar
dit jaar nog?
over een jaar
alle dagen van de week
elke avond
elke ochtend
door de week
vlak na nieuwjaar
eerste van de maand
vanmorgen niks gegeten
ik heb net gegeten
eergisteren
ik ben afgelopen weekend teruggevallen, mag ik nog komen
vorige maand was ik er nog
vrijdag jl.
laatst was er een leuke avond bij jullie, komt die terug?
mijn zoon wordt in maart 16, mag hij mee?
waar zit de 2e?
de groep die in oktober begonnen is, kan ik daar nog bij?
elke zaterdag gokken, ik ben het zat. Praatgroep in Rijswijk?
coke en drinken, allebei op vrijdag. Waar kan ik terecht?
krijg ik aan het eind van de maand een rekening?
toen op een ochtend kon ik niet meer. Wat is een herstelgroep?
hij kan de hele avond zitten, mag dat
een middag per week wil ik wel helpen
ik zoek een ochtend in de week iets te doen
hoe ziet een dag er uit bij jullie
wanneer is de eerste dag
de hele middag
de week erna
volgende keer
komende keer
deze keer
volgende groep
wanneer is de volgende inloop
ik woon op de 3e etage
3e verdieping
de 2e keer
2e van der Hoogtstraat
bus 12 halte 3
is er een groep met max 3 personen
geboren 3-12-1980
geb. 12 mei 1975
ben van 1985
in 2025 was ik opgenomen
week 99
vannacht niet geslapen, is er iets in Oss
straks verlies ik mijn huis, waar kan ik heen
welke dag van de week is de inloop
gisteren teruggevallen, kan ik ergens heen
vorig weekend is mijn vader overleden, is er iets voor rouw
ik heb me vorige week opgegeven, hoor ik nog wat
vorige week was ik bij de huisarts en die zei zoek een groep
gisteren ben ik op straat gezet, waar kan ik heen
hoe laat is het, 10.12 of 10.30
vroeger ging ik elke zondag naar de kerk, bidden jullie
elke vrijdag zat ik vroeger in het café, wat nu
ik was vorige week bij de inloop en vond het fijn
mogen vroeg open?
maandag heb ik een gesprek bij de gemeente. wat is een herstelgroep
dinsdag word ik geopereerd, is er een bezoekdienst
mijn moeder wordt zondag 80, ik zie er tegenop. is er een groep voor volwassen kinderen
morgen moet ik voorkomen bij de rechter. is er een groep voor gokkers
over twee weken is het een jaar geleden dat hij stierf, is er een rouwgroep
ik ben in juni gestopt met drinken, is er een AA
mijn man ligt sinds zaterdag in het ziekenhuis, is er iemand om mee te praten
ze is in december uitgerekend, is er iets voor moeders
ik heb elke maandag therapie, is er ook iets anders
hij zit vrijdagavond altijd in de kroeg, waar kan ik heen als partner
elke zondag huil ik, is er een groep
kerst vond ik vroeger leuk nu niet meer, is er een eetgroep
met kerst 2020 is mijn zus overleden, is er een rouwgroep
al twee weken niet buiten geweest, wie helpt
drie maanden geleden ben ik gestopt, is er een NA
vorige week ontslagen, is er iets voor werklozen
gisteren hoorde ik dat ik kanker heb, is er een groep
afgelopen weekend weer gegokt, help
vannacht weer niet geslapen
zaterdag en zondag werk ik, is er door de week iets
mijn uitkering komt de 23e, kost het iets
de huur moet de 1e betaald, ik heb schulden. is er hulp
wat een week zeg
wat een lange dag
fijne zondag!
tot vrijdag dan
bedankt en tot zaterdag
prettig weekend
over een paar weken
midden in de week iets?
op 31 open?
na de feestdagen weer open?
als ik straks uit de kliniek kom, kan ik dan ergens heen
over anderhalve week
over een paar dagen
na de kerstvakantie
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def what_is_read(text: str) -> str:
    mention = find_when(text, NOW)
    if mention is None:
        return ""
    when = mention.when
    days = [str(day) for day in dict.fromkeys((when.start, when.end)) if day]
    return " ".join(filter(None, ("..".join(days), when.part)))


@pytest.mark.parametrize("line", lines(SAID))
def test_a_message_that_says_when_is_read(line: str) -> None:
    text, _, when = line.rpartition(" | ")
    assert what_is_read(text) == when


@pytest.mark.parametrize("text", lines(NOT_SAID))
def test_a_message_that_does_not_say_when_is_left_alone(text: str) -> None:
    assert what_is_read(text) == ""
