"""Our own team in the demo: an invented maker of shift-planning software."""

from datetime import date

from graph_service.demo.people import OUR_COMPANY, OUR_DOMAIN, Person, Voice

Away = tuple[date, date] | None


def _member(name: str, job: str, joined: date, left: date | None = None, away: Away = None) -> Person:
    """Return a member of the team; `job` is "title | country | area | voice"."""
    title, country, area, voice = (part.strip() for part in job.split("|"))
    address = name.lower().replace(" ", ".").translate(str.maketrans("ëèø", "eeo"))
    phone = {"GB": "+44 20 7946 0", "DE": "+49 30 23125 ", "FR": "+33 1 99 00 4", "NL": "+31 20 555 0"}[country]
    voices: dict[str, Voice] = {"warm": "warm", "brisk": "brisk", "formal": "formal"}
    return Person(
        name=name,
        email=f"{address}@{OUR_DOMAIN}",
        title=title,
        company=OUR_COMPANY,
        country=country,
        area=area,
        voice=voices[voice],
        phone=f"{phone}{sum(map(ord, name)) % 900 + 100}",
        joined=joined,
        left=left,
        away=away,
    )


NORA_AWAY = (date(2026, 6, 18), date(2026, 6, 19))
NORA = _member("Nora Whitcombe", "Senior Customer Success Manager | GB | csm | warm", date(2021, 3, 1), None, NORA_AWAY)
ORLA = _member("Orla Finnegan", "Customer Success Manager | GB | csm | brisk", date(2023, 6, 5))
JONAS = _member("Jonas Ehrlich", "Customer Success Manager | DE | csm | formal", date(2022, 9, 1))
MAELLE = _member("Maëlle Carrigan", "Customer Success Manager | FR | csm | warm", date(2024, 2, 12))
DAAN = _member("Daan Verkuyl", "Customer Success Manager | NL | csm | warm", date(2022, 1, 10))
THEO = _member("Theo Marchbank", "Account Executive | GB | ae | brisk", date(2022, 5, 16))
SUNNIVA = _member("Sunniva Aasland", "Account Executive | DE | ae | warm", date(2023, 1, 9))
CALLUM = _member("Callum Reddick", "Account Executive | GB | ae | warm", date(2021, 8, 2), date(2026, 4, 10))
PRIYA = _member("Priya Nandela", "Support Engineer | GB | support | warm", date(2022, 11, 14))
TOMASZ = _member("Tomasz Wilkosz", "Support Engineer | DE | support | brisk", date(2024, 4, 2))
GRETA = _member("Greta Lindholt", "Billing and Contracts | GB | billing | formal", date(2020, 10, 1))
HELENA = _member("Helena Oseimar", "VP Customer Success | GB | vp | formal", date(2020, 2, 3))

TEAM = (NORA, ORLA, JONAS, MAELLE, DAAN, THEO, SUNNIVA, CALLUM, PRIYA, TOMASZ, GRETA, HELENA)
TEAM_NAMES = {
    "csm": "Customer Success",
    "vp": "Customer Success",
    "ae": "Sales",
    "support": "Support",
    "billing": "Finance",
}
