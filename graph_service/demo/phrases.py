"""How people begin and end their mails: greetings, small talk, closings, signatures. Texts and their choice only."""

from datetime import datetime
from random import Random

from graph_service.demo.people import PRODUCT, Language, Person, Voice

GREETINGS: dict[Language, dict[Voice, tuple[str, ...]]] = {
    "en": {
        "warm": ("Hi {name},", "Hello {name},", "Good morning {name},", "Hi {name},"),
        "brisk": ("{name},", "Hi {name}", "", "Morning,"),
        "formal": ("Dear {name},", "Good day {name},", "Hello {name},"),
    },
    "de": {
        "warm": ("Hallo {name},", "Guten Morgen {name},"),
        "brisk": ("Hallo,", "Moin {name},", "Hallo {name},"),
        "formal": ("Guten Tag {name},", "Hallo {name},"),
    },
    "fr": {
        "warm": ("Bonjour {name},", "Bonjour,", "Chère {name},"),
        "brisk": ("Bonjour,", "{name},"),
        "formal": ("Bonjour {name},", "Bonjour,"),
    },
    "nl": {
        "warm": ("Hoi {name},", "Beste {name},", "Goedemorgen {name},"),
        "brisk": ("Hoi,", "{name},"),
        "formal": ("Beste {name},", "Geachte {name},"),
    },
}
CLOSINGS: dict[Language, dict[Voice, tuple[str, ...]]] = {
    "en": {
        "warm": ("Best wishes,", "Kind regards,", "Many thanks,", "Warm regards,", "All the best,"),
        "brisk": ("Thx", "Cheers,", "Regards,", "", "Best,"),
        "formal": ("Kind regards,", "Yours sincerely,", "Best regards,", "With kind regards,"),
    },
    "de": {
        "warm": ("Herzliche Grüße", "Viele Grüße", "Liebe Grüße"),
        "brisk": ("VG", "Gruß", "Grüße"),
        "formal": ("Mit freundlichen Grüßen", "Freundliche Grüße"),
    },
    "fr": {
        "warm": ("Bien à vous,", "Belle journée,", "Merci et bonne journée,"),
        "brisk": ("Cdlt,", "Merci,"),
        "formal": ("Cordialement,", "Bien cordialement,"),
    },
    "nl": {
        "warm": ("Hartelijke groet,", "Fijne dag,", "Groeten,"),
        "brisk": ("Gr.", "Groet,"),
        "formal": ("Met vriendelijke groet,", "Vriendelijke groet,"),
    },
}
MONDAY = ("I hope you had a good weekend.", "Hope the weekend was kind to you.")
ANY_DAY = (
    "I hope this finds you well.",
    "I hope all is well with you.",
    "A quick one today.",
    "Hope you're having a good week.",
)
FRIDAY = ("Have a good weekend!", "Enjoy the weekend.")
# The trap of every mailbox: reads like a request, asks for nothing.
POLITE_ENDS = (
    "Let me know if you have any questions.",
    "Just shout if anything is unclear.",
    "Please do not hesitate to contact me.",
)


def greet(rng: Random, writer: Person, reader: Person, language: Language) -> str:
    """Return a greeting in the writer's voice; brisk people sometimes leave it out."""
    return rng.choice(GREETINGS[language][writer.voice]).format(name=reader.first_name)


def small_talk(rng: Random, writer: Person, moment: datetime, language: Language) -> str:
    """Return a friendly first sentence, or an empty text, which is the rule."""
    if language != "en" or writer.voice != "warm" or rng.random() > 0.3:
        return ""
    return rng.choice(MONDAY if moment.weekday() == 0 else ANY_DAY)


def polite_end(rng: Random, writer: Person, moment: datetime, language: Language) -> str:
    """Return a stock phrase for the end, or an empty text."""
    if language != "en" or rng.random() > 0.22:
        return ""
    if moment.weekday() == 4 and writer.voice == "warm":
        return rng.choice(FRIDAY)
    return rng.choice(POLITE_ENDS) if writer.voice == "formal" else ""


def close(rng: Random, writer: Person, language: Language, *, is_reply: bool) -> str:
    """Return closing, name and (in first mails, and in many replies) the signature."""
    closing = rng.choice(CLOSINGS[language][writer.voice])
    if is_reply and rng.random() < 0.35:
        return f"{closing}\n{writer.first_name}".strip()
    mark = "-- \n" if writer.voice != "brisk" else ""
    company = f"{writer.company} | {PRODUCT}" if writer.is_ours else writer.company
    return f"{closing}\n{writer.first_name}\n\n{mark}{writer.name}\n{writer.title}\n{company}\n{writer.phone}".strip()
