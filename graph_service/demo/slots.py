"""What fills the blanks of a conversation: places, numbers, dates and names, the same throughout one thread."""

import re
from datetime import date
from random import Random

from graph_service.demo.hours import later_business_day
from graph_service.demo.people import Account, Language

MONTHS: dict[Language, str] = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
DAYS: dict[Language, str] = {
    "en": "Monday Tuesday Wednesday Thursday Friday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag",
    "fr": "lundi mardi mercredi jeudi vendredi",
    "nl": "maandag dinsdag woensdag donderdag vrijdag",
}
PEERS: dict[str, str] = {
    "GB": "Gareth Polly Anil Freya Dermot Zainab Hugo Lorna Piers Effie",
    "IE": "Aoife Conor Grainne Padraig Niamh Eoin",
    "DE": "Birgit Jürgen Wiebke Holger Anneke Detlef",
    "AT": "Resi Wolfgang Burgi Alois",
    "FR": "Amandine Thibault Capucine Régis Noémie Yannick",
    "BE": "Geneviève Luc Anouk Didier",
    "NL": "Femke Joost Anouk Bram Tineke Wouter",
}
_ARTICLE = re.compile(r"^(?:das |der |die |den |de |het |le |la |les |l')", re.IGNORECASE)


def month_name(language: Language, month: int) -> str:
    """Return the name of a month; `month` may run below 1 and above 12."""
    return MONTHS[language].split()[(month - 1) % 12]


def day_name(language: Language, day: date) -> str:
    """Return a business day as "Thursday 12 March" in the language."""
    dot = "." if language == "de" else ""
    comma = "," if language == "de" else ""
    weekday = DAYS[language].split()[min(day.weekday(), 4)]
    return f"{weekday}{comma} {day.day}{dot} {month_name(language, day.month)}"


def fill(rng: Random, account: Account, language: Language, day: date) -> dict[str, str]:
    """Return the values of all slots for a thread that starts on `day`."""
    site, team = rng.choice(account.sites), rng.choice(account.teams)
    if language == "en" and account.language != "en":
        site, team = _ARTICLE.sub("", site), _ARTICLE.sub("the ", team)
    elif language == "de":
        team = _ARTICLE.sub("", team)
    seats = rng.randrange(6, 60)
    return {
        "site": site,
        "team": team,
        "n": str(seats),
        "n2": str(rng.randrange(2, 6)),
        "pct": str(rng.randrange(61, 95)),
        "month": month_name(language, day.month + 1),
        "past": month_name(language, day.month - 1),
        "soon": day_name(language, later_business_day(day, rng.randrange(6, 10))),
        "weekday": DAYS[language].split()[min(later_business_day(day, -rng.randrange(1, 4)).weekday(), 4)],
        "date": day_name(language, later_business_day(day, 15)).partition(" ")[2],
        "amount": money(rng.randrange(18, 240) * 90, account.currency, language),
        "inv": f"R-{day.year}-{rng.randrange(200, 4800):04d}",
        "po": f"45{rng.randrange(10**6, 10**7)}",
        "peer": rng.choice(PEERS[account.country].split()),
    }


def money(amount: int, currency: str, language: Language) -> str:
    """Return an amount as people write it."""
    if language == "en":
        return f"{'£' if currency == 'GBP' else '€'}{amount:,}"
    mark = "\u202f" if language == "fr" else "."
    return f"{amount:,}".replace(",", mark) + " €"
