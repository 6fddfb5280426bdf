"""The 25 customer accounts of the demo and their people. All firms, people and domains are invented.

`story` names what is planted at the account (see `plots`); "steady" accounts are the background. The people of an
account are written "Name | title | area | share of the mail"; a share of 0 means: known to the CRM only. A `+` before
the name means that the CRM does not know the person.
"""

import unicodedata
from datetime import date

from graph_service.demo.hours import seeded
from graph_service.demo.people import Account, Language, Person, Voice
from graph_service.demo.team import CALLUM, DAAN, JONAS, MAELLE, NORA, ORLA, SUNNIVA, THEO

_VOICES: tuple[Voice, ...] = ("warm", "brisk", "formal", "warm")
_PHONES = {
    "GB": "+44 1632 960",
    "IE": "+353 1 555 0",
    "DE": "+49 30 2312 5",
    "AT": "+43 1 555 0",
    "FR": "+33 1 99 00 1",
}


def _person(line: str, company: str, domain: str, country: str) -> tuple[Person, float]:
    name, title, area, share = (part.strip() for part in line.split("|"))
    plain = unicodedata.normalize("NFKD", name.lstrip("+").translate(str.maketrans("øß", "os")))
    letters = plain.encode("ascii", "ignore").decode().lower().split()
    email = f"{letters[0]}.{''.join(letters[1:])}@{domain}"
    rng = seeded("person", email)
    person = Person(
        name=name.lstrip("+ "),
        email=email,
        title=title,
        company=company,
        country=country,
        area=area,
        voice=rng.choice(_VOICES),
        phone=f"{_PHONES.get(country, '+31 20 555 0')}{rng.randrange(100, 999)}",
        wraps=rng.random() < 0.12,
        quotes=rng.choice(("below", "below", "below", "outlook", "outlook", "none")),
        joined=LATER.get(email),
        left=LEAVERS.get(email),
        in_crm=not name.startswith("+"),
    )
    return person, float(share)


LEAVERS = {
    "margery.tolland@sallowbay.example": date(2026, 4, 17),
    "fintan.corrigal@lisgarvan.example": date(2026, 4, 24),
}
LATER = {"rufus.penhale@sallowbay.example": date(2026, 4, 7)}


def _account(head: str, csm: Person, seller: Person, places: str, people: str) -> Account:
    parts = [part.strip() for part in head.split("|")]
    story, name, domain, country, city, industry, language, arr, pace, renewal, *ends = parts
    sites, teams = (tuple(part.strip() for part in half.split(",")) for half in places.split("/"))
    cast = [_person(line, name, domain, country) for line in people.strip().splitlines()]
    languages: dict[str, Language] = {"en": "en", "de": "de", "fr": "fr", "nl": "nl"}
    rng = seeded("account", domain)
    return Account(
        key=domain.partition(".")[0],
        name=name,
        domain=domain,
        country=country,
        city=city,
        industry=industry,
        language=languages[language],
        arr=int(arr),
        currency="GBP" if country == "GB" else "EUR",
        renewal=date.fromisoformat(renewal),
        csm=csm,
        seller=seller,
        pace=float(pace),
        story=story,
        sites=sites,
        teams=teams,
        people=tuple(person for person, _ in cast),
        shares=tuple(share for _, share in cast),
        since=date(rng.randrange(2020, 2025), rng.randrange(1, 13), rng.randrange(1, 28)),
        ends=date.fromisoformat(ends[0]) if ends else None,
    )


ACCOUNTS = (
    _account(
        "healthy | Marrowfield Hospitals | marrowfield.example | GB | Leeds | Healthcare | "
        "en | 236000 | 11 | 2026-12-01",
        NORA, THEO,
        "Leeds General, the Otley site, Ward Block C / the night nurses, theatre staff, the bank staff pool, "
        "radiology",
        """Agnes Tarleton | Head of Workforce Planning | ops | 0.26
        Dominic Feathers | Deputy Director of Operations | exec | 0.2
        Shirin Vakilzad | Payroll Manager | finance | 0.19
        Bartholomew Inch | IT Applications Lead | it | 0.19
        Ruth Okonedar | E-Rostering Lead | ops | 0.16
        Gideon Prowse | Chief Nursing Officer | exec | 0""",
    ),
    _account(
        "seats | Brackenholt Logistics | brackenholt.example | GB | Doncaster | Logistics | "
        "en | 184000 | 9 | 2026-08-15",
        NORA, THEO,
        "the Doncaster hub, Goole, the Immingham depot / the loading crew, forklift drivers, the Sunday shift",
        """Hattie Brookmire | Operations Director | exec | 0.34
        Lionel Stubbins | Shift Planning Manager | ops | 0.31
        Yasmin Corbould | Finance Business Partner | finance | 0.2
        Wesley Attrill | Systems Analyst | it | 0.15
        Maud Kellaway | HR Director | hr | 0""",
    ),
    _account(
        "quiet | Castellan Hotels | castellanhotels.example | IE | Galway | Hospitality | "
        "en | 142000 | 8 | 2026-09-30 | 2026-05-20",
        ORLA, THEO,
        "the Galway house, Killarney, the Dublin quay hotel / housekeeping, the front desk, banqueting",
        """Saoirse Mulgrew | Group Operations Manager | ops | 0.45
        Declan Hartigan | Financial Controller | finance | 0.25
        Bronagh Teely | HR Manager | hr | 0.2
        +Ultan Creedon | Night Manager | ops | 0.1""",
    ),
    _account(
        "german_ask | Nordhagen Pflege | nordhagen-pflege.example | DE | Kiel | Healthcare | "
        "de | 118000 | 7 | 2026-10-31",
        JONAS, SUNNIVA,
        "Haus Seeblick, Kiel-Nord, Station 4 / das Nachtteam, die Springer, die Ambulanz",
        """Annegret Lohmeier | Pflegedienstleitung | ops | 0.4
        Thorben Wiesing | Leiter IT | it | 0.25
        Katja Rademaker | Personalleitung | hr | 0.2
        Uwe Stellmach | Geschäftsführer | exec | 0.15""",
    ),
    _account(
        "one_thread | Weidenthal Logistik | weidenthal.example | DE | Kassel | Logistics | "
        "de | 131000 | 7 | 2026-11-15",
        JONAS, SUNNIVA,
        "Kassel, Lager Fulda, Halle 2 / die Frühschicht, die Staplerfahrer, die Disposition",
        """Heike Brandtner | Leiterin Disposition | ops | 0.92
        Florian Keßling | Lagerleiter | ops | 0.06
        Ottilie Kranzow | Kaufmännische Leitung | finance | 0.02
        Reinhard Dölling | Geschäftsführer | exec | 0""",
    ),
    _account(
        "french_ask | Groupe Valmorin | valmorin.example | FR | Lyon | Retail | "
        "fr | 97000 | 6 | 2026-09-01",
        MAELLE, SUNNIVA,
        "le magasin de Lyon, Saint-Priest, l'entrepôt de Vénissieux / les caisses, l'équipe du soir, la réserve",
        """Bérengère Autissier | Responsable planification | ops | 0.45
        Lucien Fabrezan | Directeur des ressources humaines | hr | 0.3
        Odile Marchenoir | Contrôleuse de gestion | finance | 0.25""",
    ),
    _account(
        "dutch | Zuiderveen Zorg | zuiderveen.example | NL | Zwolle | Healthcare | "
        "nl | 88000 | 7 | 2027-01-31",
        DAAN, SUNNIVA,
        "de locatie Zwolle, Huize Wilgenhof, Kampen / de nachtdienst, de flexpool, de thuiszorg",
        """Marijke Oldenbroek | Manager planning | ops | 0.4
        Sjoerd Hamersma | Applicatiebeheerder | it | 0.3
        Willemijn Stakenborg | Hoofd salarisadministratie | finance | 0.3""",
    ),
    _account(
        "slow | Kasteelhof Tuinbouw | kasteelhof.example | NL | Naaldwijk | Horticulture | "
        "nl | 41000 | 0.62 | 2027-02-28",
        DAAN, SUNNIVA,
        "de kas in Naaldwijk, De Lier / het plukteam, de seizoenskrachten",
        """Gerbrand Noordwal | Bedrijfsleider | ops | 0.7
        Fenna Duinker | Administratie | finance | 0.3""",
    ),
    _account(
        "one_thread | Pennarth Foods | pennarth.example | GB | Hereford | Food | "
        "en | 104000 | 6 | 2026-09-12",
        ORLA, THEO,
        "the Hereford bakery, Ross, the packing hall / the dough room, packing, the weekend crew",
        """Imogen Cadwell | Workforce Manager | ops | 0.93
        Barnaby Skeats | Production Director | exec | 0.05
        Lettice Umfrey | Payroll Administrator | finance | 0.02
        Edmund Trask | Finance Director | finance | 0""",
    ),
    _account(
        "quiet_complaint | Lisgarvan Dairies | lisgarvan.example | IE | Mallow | Food | "
        "en | 76000 | 4.5 | 2026-08-31 | 2026-04-28",
        ORLA, THEO,
        "the Mallow plant, Bandon / the tanker drivers, the cheese floor",
        """Fintan Corrigal | Plant Operations Manager | ops | 0.62
        Noreen Shaughal | Office Manager | finance | 0.25
        Cathal Breen | Transport Supervisor | ops | 0.13""",
    ),
    _account(
        "security_ask | Tarrow & Finch | tarrowfinch.example | GB | Bristol | Retail | "
        "en | 158000 | 7 | 2026-10-05",
        NORA, THEO,
        "the Bristol store, Cabot Row, the Yate warehouse / the tills, the stockroom, visual merchandising",
        """Philippa Landry | Head of Store Operations | ops | 0.34
        Rohan Sethuram | Information Security Manager | it | 0.26
        Gwendolyn Frost | Procurement Lead | finance | 0.22
        Jasper Ellingworth | Regional Manager | ops | 0.18""",
    ),
    _account(
        "buried_ask | Oakhanger Schools Trust | oakhanger.example | GB | Winchester | Education | "
        "en | 69000 | 6.5 | 2026-09-01",
        ORLA, CALLUM,
        "Hatch Lane Primary, the Ashgrove campus, St Wystan's / supply teachers, the catering staff, the site team",
        """Beatrice Holcombe | Trust Operations Lead | ops | 0.3
        Martin Eddowes | Chief Financial Officer | exec | 0.25
        Sukhi Randhara | HR Business Partner | hr | 0.25
        Colette Wray | Data Manager | it | 0.2""",
    ),
    _account(
        "quiet_noise | Bramfeld Kliniken | bramfeld-kliniken.example | DE | Hamburg | Healthcare | "
        "de | 172000 | 7 | 2026-12-31 | 2026-05-27",
        JONAS, SUNNIVA,
        "Haus A, Tagesklinik, Station 12 / die Anästhesie, die Pflege Süd, der OP-Dienst",
        """Ingeborg Sasse | Leitung Personaleinsatz | ops | 0.45
        Matthis Friedlob | Projektleiter IT | it | 0.3
        Roswitha Angerer | Kaufmännische Direktorin | exec | 0.25""",
    ),
    _account(
        "slow | Sankt Eulalia Stiftung | sankt-eulalia.example | AT | Linz | Non-profit | "
        "de | 38000 | 0.58 | 2027-03-31",
        JONAS, SUNNIVA,
        "Haupthaus, Linz / die Betreuung, die Küche",
        """Leopoldine Rauch | Verwaltungsleitung | ops | 0.75
        Sepp Moosgruber | Haustechnik | it | 0.25""",
    ),
    _account(
        "steady | Atelier Brossard | brossard.example | FR | Nantes | Manufacturing | "
        "fr | 33000 | 3.5 | 2026-11-01",
        MAELLE, SUNNIVA,
        "l'atelier de Nantes, Rezé / l'équipe de nuit, la finition",
        """Solène Kerviou | Responsable de production | ops | 0.5
        Gaspard Thévenaz | Directeur général | exec | 0.3
        +Hortense Quillivic | Assistante paie | finance | 0.2""",
    ),
    _account(
        "leaver_ask | Transports Delcourtois | delcourtois.example | BE | Liège | Logistics | "
        "fr | 84000 | 5 | 2026-08-10",
        MAELLE, CALLUM,
        "le dépôt de Liège, Herstal / les chauffeurs, le quai",
        """Armand Delcourtois | Directeur | exec | 0.35
        Nathalie Wuillaume | Responsable exploitation | ops | 0.4
        Joris Vanacker | Informatique | it | 0.25""",
    ),
    _account(
        "answered_elsewhere | Van Oeveren Bouw | vanoeveren.example | NL | Breda | Construction | "
        "nl | 73000 | 6 | 2026-10-20",
        DAAN, SUNNIVA,
        "het project Breda-Oost, Tilburg, de werkplaats / de uitvoerders, de kraanploeg, de onderaannemers",
        """Lotte Breukelaar | Hoofd planning | ops | 0.4
        Ruben Kiewiet | IT-coördinator | it | 0.3
        Hendrika Vossestein | Controller | finance | 0.3""",
    ),
    _account(
        "absent_ask | Kestwick Airport Services | kestwick.example | GB | Kestwick | Transport | "
        "en | 147000 | 7 | 2026-09-18",
        NORA, THEO,
        "Terminal 2, the cargo shed, the south apron / ramp agents, check-in, de-icing",
        """Winifred Ashdown | Resource Planning Manager | ops | 0.38
        Karim Benhaddour | Duty Manager | ops | 0.24
        Tabitha Lyle | Finance Manager | finance | 0.2
        Rory Mattison | IT Service Owner | it | 0.18""",
    ),
    _account(
        "departed | Sallow Bay Leisure | sallowbay.example | GB | Poole | Leisure | "
        "en | 62000 | 6 | 2026-11-30",
        ORLA, CALLUM,
        "the Poole pool, Swanage, the marina gym / lifeguards, the spa desk, casual staff",
        """Margery Tolland | Operations Manager | ops | 0.4
        Rufus Penhale | Operations Manager | ops | 0.3
        Delphine Amory | People Partner | hr | 0.2
        Clement Hobday | Finance Manager | finance | 0.2""",
    ),
    _account(
        "old_ask | Ferrindale Rail Catering | ferrindale.example | GB | Crewe | Hospitality | "
        "en | 91000 | 5 | 2026-12-12",
        NORA, THEO,
        "the Crewe base, Preston, platform kitchens / trolley crew, the early trains, the lounge team",
        """Constance Muir | Crew Planning Lead | ops | 0.4
        Abel Thackray | Head of On-board Services | exec | 0.3
        Rosalind Peake | HR Systems Analyst | it | 0.3""",
    ),
    _account(
        "nudged_ask | Quillbrook Care Homes | quillbrook.example | GB | Malvern | Healthcare | "
        "en | 112000 | 7 | 2026-08-28",
        ORLA, THEO,
        "Elm Lodge, The Priory, Malvern House / the night carers, activities staff, agency cover",
        """Verity Sandham | Regional Care Manager | ops | 0.36
        Oluwaseun Bright | Rota Coordinator | ops | 0.28
        Marcus Dunleavy | Group Finance Manager | finance | 0.2
        Harriet Colby | Head of Compliance | exec | 0.16""",
    ),
    _account(
        "slow | Drumcairn Distillers | drumcairn.example | GB | Elgin | Food | "
        "en | 47000 | 0.6 | 2027-01-20",
        ORLA, THEO,
        "the Elgin still house, bottling / the mash team, the bottling line",
        """Morag Kinnaird | Production Manager | ops | 0.65
        Struan Gillies | Office Manager | finance | 0.35""",
    ),
    _account(
        "steady | Rothenau Bäckereien | rothenau.example | DE | Ulm | Food | "
        "de | 58000 | 5 | 2027-02-15",
        JONAS, SUNNIVA,
        "Ulm-Mitte, Backstube, Neu-Ulm / der Verkauf, die Nachtbäcker, die Aushilfen",
        """Waltraud Höfner | Filialleitung | ops | 0.4
        Benedikt Straub | Betriebsleiter | exec | 0.35
        Franziska Leyh | Lohnbuchhaltung | finance | 0.25""",
    ),
    _account(
        "one_thread | Maison Lavaudière | lavaudiere.example | FR | Bordeaux | Hospitality | "
        "fr | 66000 | 5 | 2026-10-01",
        MAELLE, SUNNIVA,
        "l'hôtel de Bordeaux, Arcachon / la réception, les étages, la brasserie",
        """Clothilde Verneuil | Directrice d'exploitation | ops | 0.92
        Aurélien Baccard | Responsable paie | finance | 0.06
        Sidonie Lavaudière | Présidente | exec | 0.02""",
    ),
    _account(
        "announced_pause | Eastmere Security | eastmere.example | GB | Norwich | Security | "
        "en | 81000 | 5 | 2026-12-20 | 2026-06-12",
        NORA, CALLUM,
        "the Norwich control room, Lowestoft port, the arena contract / door staff, patrol officers, event stewards",
        """Leopold Granger | Head of Deployment | ops | 0.45
        Nadia Ferrisby | Control Room Manager | ops | 0.3
        Percival Oakes | Finance Manager | finance | 0.25""",
    ),
)  # fmt: skip
BY_KEY = {account.key: account for account in ACCOUNTS}
