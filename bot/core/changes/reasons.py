"""Finds why something changes, in the words of the announcement."""

import re

from bot.core.changes.signs import Row
from bot.core.changes.words import ACTIVITY

REASONS = re.compile(
    r"(?:\S*ziek\S*|griep\S*|\S*corona\S*|covid|buikgriep|verkouden\S*|koorts|kapot|stuk"
    r"|\S*storing"
    r"|lek(?!ker)\S*|\S*sneeuw\S*|\S*glad\S*|gladheid|ijzel|\S*storm\S*|wind|onweer|hitte|code|bezet|"
    r"\S*vakantie|verbouw\S*|verhuizing|uitvaart|begrafenis|crematie|overleden|overlijden"
    r"|sterfgeval"
    r"|file|sleutel\S*|staking\S*|onderhoud|schoonmaak|studiedag|vergadering|personeels\S*|"
    r"teamdag|omstandigheden|subsidie|verhinderd|pech|afwezig\S*|geveld|operatie|ziekenhuis"
    r"|besmet\S*|vertraag\S*|vertraging\S*|\S*geboekt|\S*pech"
    r"|weinig|tekort|onderbezet\S*|niemand|brand\S*|wateroverlast|stroom|geverfd|schilder|markt"
    r"|feest|wedstrijd|griepje|noodweer|kou|kerst|bevallen|zwanger\S*|gebroken|rug|migraine)"
)
_STOP_REASON = (
    r"[.,?()]|ivm|D|T|is|zijn|gaat|gaan|kan|kunnen|begint|start|vervalt|vervallen|geen|niet|dus"
    r"|en dus"
    r"|dicht|gesloten|we|wij|moet|moeten|wordt|helaas|sluiten|komt|verplaatst|-|P|L|U|daarom"
    r"|blijft"
    r"|blijven|stopt|stoppen|er|extra|op|om|valt|vallen|slaan|doen|zitten|starten|beginnen|houden|sluit|tot"
    r"|vanaf"
    r"|tm|en (?:we|wij|gaan|gaat|is|zijn)|online|even|pas|eerder|later|open|iets|D"
)
_ARTICLE = r"(?:de |het |een |er |onze |mijn )?"
_REASON_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?<= )ivm {_ARTICLE}(?P<why>[^ .,]+(?: [^ ]+){{0,7}}?)(?= (?:{_STOP_REASON}) | $)",
        rf"(?<= )(?:want|zolang) {_ARTICLE}(?P<why>[^ .,]+(?: [^ .,?]+){{0,8}}?)"
        r"(?= [.,?(] | is $| ligt | gaat | zitten | $)",
        r"(?:^ |[.,] | (?:dicht|gesloten|niet door|vervalt|afgelast|geannuleerd|D|P) )door"
        rf" (?!niet|te |tot |tm |met |naar |na |op |maar ){_ARTICLE}"
        r"(?P<why>[^ .,]+(?: [^ .,]+){0,4}?)"
        rf"(?= (?:{_STOP_REASON}) | $)",
        r"(?:^| [.,] | )(?P<why>[^.,]+?) dus ",
        r" \( (?P<why>[^()D]+) \)",
    )
)
_LOOSE_END = re.compile(r"\s+(?:van|vanaf|op|in|tot|t/m|tm|en)$", re.IGNORECASE)
_PICTURE = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_LEADING_TO = frozenset("in naar uit bij te van richting rond tussen de door en".split())
_CLAUSES = re.compile(r"[^.,!?()]+")
# Words that tell what happens part a stretch that tells why from the rest.
_TELLING = (
    r"(?:dicht|gesloten|vervalt|vervallen|afgelast|geannuleerd|gecanceld|niet|geen|door|neem"
    r"|meenemen"
    r"|gaat|we|wij|zijn|extra|ipv|vanaf|tot|tm|op|in|let|graag|weer|mee|sluiten|dus|D|T|P|L|U|om"
    r"|via"
    r"|begint|start|wordt|pas|naar|van|verzet|verplaatst|morgen|inloop|\S*groep|\S*cafe|blijft"
    r"|stopt"
    r"|open|kan|nog|maar)"
)
_STRETCHES = re.compile(rf"(?:(?<= )(?!{_TELLING} )[^ .,!?()]+(?: |$)| (?=[^ ]))+")


def _without_signature(row: Row, inside: range) -> range:
    """The signs of a reason up to an emoji, or to the activity and place that sign a message."""
    for at in inside[1:]:
        if _PICTURE.search(row.text[row.signs[at - 1].end : row.signs[at].end]):
            return range(inside.start, at)
    if len(inside) > 1 and inside.stop == len(row.signs) and row.signs[inside[-1]].kind == "P":
        last = inside.stop - 1
        if ACTIVITY.fullmatch(row.signs[last - 1].word) and last - 1 > inside.start:
            last -= 1
        if row.signs[last - 1].word not in _LEADING_TO:
            return range(inside.start, last)
    return inside


def find_reason(row: Row) -> tuple[str | None, range]:
    """Why, in the words of the message, and the signs that say so."""
    for form in _REASON_FORMS:
        for match in form.finditer(row.line):
            words = match["why"]
            if form in _REASON_FORMS[3:] and not REASONS.search(f" {words} "):
                continue
            if form is _REASON_FORMS[3] and " geen " in f" {words} ":
                continue  # "ben ziek geen inloop dus" tells what happens before "dus"
            inside = _without_signature(row, row.within(match.start("why"), match.end("why")))
            if inside:
                return _LOOSE_END.sub("", row.words(inside)), inside
    for form in (_CLAUSES, _STRETCHES):
        for stretch in form.finditer(row.line):
            words = stretch[0].split()
            if form is _CLAUSES and not _STRETCHES.fullmatch(stretch[0]):
                continue
            if 0 < len(words) <= 9 and any(REASONS.fullmatch(word) for word in words):
                inside = row.within(stretch.start(), stretch.end())
                if inside and row.signs[inside[0] - 1].word == "geen" and inside[0]:
                    inside = range(inside[0] - 1, inside.stop)  # "geen sleutel" is no sleutel
                if inside:
                    return row.words(inside).rstrip(" ="), inside
    return None, range(0)
