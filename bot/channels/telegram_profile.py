"""What Telegram shows of the bot before anything is said: its commands and descriptions."""

from telegram import Bot, BotCommand

# The language that stands for everybody whose app speaks none of the others.
_DEFAULT = ""

COMMANDS = {
    _DEFAULT: {
        "start": "Begin opnieuw",
        "hulp": "Hulplijnen, en wat je kunt vragen",
        "nood": "Nu hulp: 112, 113 en andere lijnen",
        "plaats": "Kies of wis je plaats",
        "abonnementen": "Wat je volgt, en stoppen",
        "taal": "Kies je taal",
        "privacy": "Wat ik bewaar en wat niet",
        "over": "Wie dit maakt",
        "stop": "Stop en wis alles van mij",
    },
    "en": {
        "start": "Start again",
        "hulp": "Help lines, and what you can ask",
        "nood": "Help now: 112, 113 and other lines",
        "plaats": "Choose or erase your place",
        "abonnementen": "What you follow, and stopping",
        "taal": "Choose your language",
        "privacy": "What I keep and what I don't",
        "over": "Who makes this",
        "stop": "Stop and erase everything of mine",
    },
}

DESCRIPTIONS = {  # at most 512 characters; shown in a chat that is still empty
    _DEFAULT: (
        "Ik wijs je de weg naar plekken waar je aan je herstel kunt werken, zonder drempel: "
        "herstelgroepen, inlopen, herstelacademies en lotgenoten. Vraag bijvoorbeeld: waar is "
        "een herstelgroep in Emmen?\n\nIk ben een computer. Er leest niemand mee en ik geef geen "
        "behandeling. Is er gevaar? Bel 112. Denk je aan zelfmoord? Bel 113."
    ),
    "en": (
        "I show you the way to places in the Netherlands where you can work on your recovery "
        "without barriers: recovery groups, drop-ins, recovery colleges and peers. Ask for "
        "example: where is a recovery group in Emmen?\n\nI am a computer. Nobody reads along and "
        "I give no treatment. In danger? Call 112. Thinking about suicide? Call 113."
    ),
}

SHORT_DESCRIPTIONS = {  # at most 120 characters; shown on the profile page and with a shared link
    _DEFAULT: "Wegwijzer naar herstelgroepen, inlopen en lotgenoten bij jou in de buurt. Gratis.",
    "en": "Signpost to recovery groups, drop-ins and peers near you in the Netherlands. Free.",
}


async def introduce(bot: Bot) -> None:
    """Tell Telegram the commands and descriptions in each language."""
    for language, commands in COMMANDS.items():
        menu = [BotCommand(name, text) for name, text in commands.items()]
        await bot.set_my_commands(menu, language_code=language or None)
    for language, text in DESCRIPTIONS.items():
        await bot.set_my_description(text, language_code=language or None)
    for language, text in SHORT_DESCRIPTIONS.items():
        await bot.set_my_short_description(text, language_code=language or None)
