"""The safety screen and replies that work with no file at all, in the plainest words."""

from datetime import date

from bot.core.safety.grammar import Vocabulary, read_pattern
from bot.core.safety.help_lines import HelpLine
from bot.core.safety.rules import gate
from bot.core.safety.screen import Guard, Level, Rule, SafetyRules

_CLASSES = {
    "VUL": (
        "echt",
        "gewoon",
        "nu",
        "zo",
        "maar",
        "toch",
        "ook",
        "heel",
        "eigenlijk",
        "really",
        "just",
    ),
    "WIL": (
        "wil",
        "wilt",
        "willen",
        "wou",
        "hoop",
        "liever",
        "ga",
        "gaat",
        "gaan",
        "want",
        "wanna",
        "going",
    ),
    "NIET": (
        "niet",
        "nie",
        "nooit",
        "geen",
        "not",
        "never",
    ),
    "ZELF": (
        "mezelf",
        "mijzelf",
        "zichzelf",
        "jezelf",
        "myself",
        "himself",
        "herself",
    ),
    "DOODSWENS": (
        "zelfmoord*",
        "suicid*",
        "zelfdoding*",
        "doodswens",
        "doodsgedachten",
        "kms",
    ),
}
_PATTERNS = {
    Level.DANGER: (
        "overdosis|overdose|bewusteloos|unconscious|stuiptrekkingen|seizure|delirium",
        "(ademt|reageert|beweegt|wakker) ..1 NIET",
        "NIET ..2 (wakker|ademt|breathing|wake)",
        "(te veel|teveel|alle|hele strip|too many|all my) ..2 (pillen|medicijnen|pills|tablets)",
        "(slaat|steekt|wurgt|hitting|stabbing) ..2 (mij|me) ..2 (nu|now)",
        "(stemmen|stem|voices) ... (moet|zeggen dat ik|bevelen|tell me to|telling me to)",
    ),
    Level.SUICIDE: (
        "WIL ..3 (dood|doodgaan|sterven|die|dead)",
        "WIL ..4 NIET ..2 (leven|wakker|live|living)",
        "(niet|nooit) meer ..1 (leven|wakker|er zijn)",
        "(eind|einde) ..2 (aan|eraan) ..3 (maken|leven|maak)",
        "(end|ending|take) ..1 my ..1 life",
        "DOODSWENS",
        "(dood|doden|snij|snijd|snijden|kill|hurt|cut) ..2 ZELF",
        "ZELF ..4 (doden|doodmaken|snijden|ophangen|iets aan|van kant)",
    ),
    Level.HARM: (
        "(ik|i) ..4 (vermoord|vermoorden|doodsteken|neersteken|kill|stab) ..2 (hem|haar|him|her)",
        "WIL ..2 (hem|haar|ze|him|her|them) ..2 (vermoorden|doden|doodmaken|neersteken|kill)",
    ),
    Level.UNSAFE: (
        "(slaat|mishandelt|bedreigt|stalkt|misbruikt|hits|beats|abuses) ..1 (mij|me|ons|us)",
        "(ben|word|werd|was) ..3 (verkracht|misbruikt|mishandeld|aangerand|raped|geslagen)",
        "(niet|not) veilig|safe ..1 (thuis|home)",
    ),
    Level.CONFUSION: ("(hoor|hoort|hearing|hear) ..1 (stemmen|voices)",),
    Level.TREATMENT: (
        "(mag|kan|moet|hoeveel|welke|can|should) ... (medicijnen|medicatie|pillen|pil|meds|pills)",
        "(stoppen|afbouwen|stop|taper) ..4 (medicijnen|medicatie|pillen|meds)",
    ),
    Level.CONCERN: ("(kan|hou|trek|red) ..3 (niet|nie) ..1 (meer|vol)",),
}
_EXCUSES = (
    "(vroeger|geleden|overleden|nabestaand*|rouwgroep|scriptie|werkstuk|years ago)",
    "(groep|*groep|lotgenoten|group) ..1 (voor|over|na|for)",
)
_LEVEL_LINES = {
    Level.DANGER: ("112",),
    Level.SUICIDE: ("113", "112"),
    Level.HARM: ("112", "huisarts"),
    Level.UNSAFE: ("veilig_thuis", "112"),
    Level.CONFUSION: ("huisarts", "112"),
    Level.TREATMENT: ("huisarts",),
    Level.CONCERN: ("113", "luisterlijn"),
}
_LINES = {
    "112": ("112: bij levensgevaar of geweld nu", "112: life in danger or violence now"),
    "113": (
        "113 of 0800-0113: praten over gedachten aan de dood",
        "113 or 0800-0113: talk about thoughts of suicide",
    ),
    "huisarts": (
        "Huisarts: bel je eigen huisarts; 's avonds en in het weekend de huisartsenpost",
        "GP (huisarts): call your own GP; evenings and weekends the huisartsenpost",
    ),
    "luisterlijn": (
        "088 0767 000: de Luisterlijn, dag en nacht",
        "088 0767 000: de Luisterlijn, day and night",
    ),
    "veilig_thuis": (
        "0800-2000: Veilig Thuis, bij geweld thuis",
        "0800-2000: Veilig Thuis, violence at home",
    ),
}
_NUMBERS = {
    "112": ("112",),
    "113": ("113", "0800-0113"),
    "huisarts": (),
    "luisterlijn": ("088 0767 000",),
    "veilig_thuis": ("0800-2000",),
}
_COMPUTER = {
    "nl": "Ik ben een computer. Er leest niemand mee. Ik kan geen hulp sturen. "
    "Je kunt mij wel blijven vragen.",
    "en": "I am a computer. Nobody reads along. I cannot send help. "
    "You can keep asking me things.",
}
_CRISIS = {
    "nl": "Goed dat je het opschrijft. Praat nu met een mens.\n\n{lijnen}\n\n"
    "Liever typen? Chat op 113.nl of de app 112NL.\n"
    "Probeer iemand bij je te laten komen, of blijf in de buurt als dat veilig is.\n\n{computer}",
    "en": "It is good that you write it down. Talk to a person now.\n\n{lijnen}\n\n"
    "Rather type? Chat at 113.nl or the 112NL app.\n"
    "Try to have someone come to you, or stay close if that is safe.\n\n{computer}",
}
_TREATMENT = {
    "nl": "Daar kan ik niets over zeggen, ik ben geen dokter.\n\n"
    "Je huisarts, je apotheek of je eigen behandelteam kan dat wel.",
    "en": "I cannot say anything about that, I am not a doctor.\n\n"
    "Your GP, your pharmacist or your own treatment team can.",
}
_STOPPING = {
    "nl": "Verander of stop niet zonder overleg met je arts of apotheek. "
    "Word je erg ziek? Bel 112.",
    "en": "Do not change or stop anything without talking to your doctor or pharmacist. "
    "Very ill? Call 112.",
}
_CONCERN = {
    "nl": "Wil je er met iemand over praten? Dat kan dag en nacht.\n{lijnen}",
    "en": "Would you like to talk to someone? You can, day and night.\n{lijnen}",
}
_DOORS = {
    "nl": "Hier kun je nu terecht.\n\n{lijnen}\n\n{computer}",
    "en": "Here is where you can turn now.\n\n{lijnen}\n\n{computer}",
}
_SHORT = {
    "nl": "Is er nu gevaar? Bel 112. Denk je aan de dood? Bel 113 of 0800-0113.",
    "en": "In danger now? Call 112. Thinking of suicide? Call 113 or 0800-0113.",
}
_READ = date(2026, 11, 22)


def built_in_rules() -> SafetyRules:
    """The rules that are part of the program, for when no safety file can be used."""
    vocabulary = Vocabulary(classes={name: tuple(words) for name, words in _CLASSES.items()})
    excuse = tuple(read_pattern(text, vocabulary) for text in _EXCUSES)
    rules = tuple(
        Rule(
            id=f"ingebouwd/{level}",
            level=level,
            patterns=tuple(read_pattern(text, vocabulary) for text in texts),
            unless=("uitzondering",),
        )
        for level, texts in _PATTERNS.items()
    )
    guards = {"uitzondering": Guard(name="uitzondering", patterns=excuse)}
    index = vocabulary.index(())
    return SafetyRules(
        index=index,
        rules=rules,
        guards=guards,
        gates=gate(rules, guards, index),
        level_lines=_LEVEL_LINES,
        lines={name: _line(name) for name in _LINES},
        replies=_replies(),
    )


def _line(name: str) -> HelpLine:
    dutch, english = _LINES[name]
    return HelpLine(
        id=name,
        name=name,
        purpose={},
        shown={"nl": dutch, "en": english},
        numbers=_NUMBERS[name],
        web="",
        hours="",
        cost="",
        source="",
        dated="",
        read=_READ,
        called="nee",
    )


def _replies() -> dict[str, dict[str, str]]:
    crisis = {
        f"{level}{kind}": _CRISIS
        for level in ("gevaar", "zelfdoding", "geweld", "onveilig", "verwarring")
        for kind in ("", " ander", " opnieuw")
    }
    return {
        **crisis,
        "kort": {},
        "computer": _COMPUTER,
        "behandeling": _TREATMENT,
        "behandeling opnieuw": _TREATMENT,
        "behandeling stoppen": _STOPPING,
        "wanhoop": _CONCERN,
        "nummers": _DOORS,
        "nummers kort": _SHORT,
    }
