"""Makes noisy lists whose truth is known: identities of people at firms and in communities, names of firms. Seeded."""

import random

from graph_service.reading.identity.records import Record


def _listed(text: str) -> list[str]:
    return text.split()


_ONSETS = _listed("b br c ch d dr f fl g gr h j k kl l m n p pr r s sch st t tr v w z")
_VOWELS = _listed("a e i o u ai au ee ie oo")
_CODAS = _listed("n r l s t ck nd rt m x lm ss th ng")
_ENDINGS = _listed("son er mann berg ski ov ez ini ley ton feld ström escu dóttir ić ard wood field")
_FIRSTS = _listed(
    "john:jon,johnny robert:bob,rob william:bill,will michael:mike,micha thomas:tom,thom stephen:steve,stephan "
    "christopher:chris alexander:alex,sasha daniel:dan matthew:matt nicholas:nick andrew:andy,drew benjamin:ben "
    "joseph:joe samuel:sam gregory:greg timothy:tim kenneth:ken david:dave james:jim,jamie anthony:tony peter:pete "
    "katherine:kate,kathy elizabeth:liz,beth jennifer:jen susan:sue margaret:maggie,meg rebecca:becky "
    "wolfgang:wolf jürgen: björn: søren: łukasz: tomáš: françois: josé:pepe maría: éric: günther: øyvind: zoë: "
    "ulrich:uli joachim:achim aleksei:alexey dmitry:dima vladimir:vova rajesh:raj venkatesh:venkat akira: mei: ines: "
    "birgit: heike: sanne: pieter:piet willem:wim marek: agnieszka:aga ewa: olga: nuno: thiago: aaron: linus: gwen: "
    "oscar: felix: hugo: vera: nadia: tariq: yusuf: kofi: amara: leif: sven: rolf: dirk: arne: petra: silvia: carla:"
)
_COMMON_LASTS = _listed("smith jones miller brown garcia schmidt müller nguyen kumar lee martin silva johnson wang")
_FREE = ("gmail.com", "yahoo.com", "gmx.de", "hotmail.com", "web.de", "outlook.com")
_SHARED = ("root", "unknown", "admin", "(no author)", "user", "none")
Rng = random.Random


def _word(rng: Rng, syllables: int) -> str:
    return "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables)) + rng.choice(_CODAS)


def _last_name(rng: Rng) -> str:
    if rng.random() < 0.12:
        return rng.choice(_COMMON_LASTS)
    return _word(rng, rng.choice((1, 1, 2))) + rng.choice(_ENDINGS)


def _plain(text: str) -> str:
    table = str.maketrans("äöüéèáóíšžçłøë", "aoueeaoiszcloe")
    return "".join(char for char in text.lower().translate(table) if char.isascii() and char.isalnum())


def _typo(rng: Rng, text: str) -> str:
    if len(text) < 5:
        return text
    at = rng.randrange(1, len(text) - 1)
    return rng.choice((
        text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:],
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
        text[:at] + rng.choice("aeionrst") + text[at + 1 :],
    ))  # fmt: skip


def alias_world(seed: int, people: int = 700) -> tuple[list[Record], list[int]]:
    """Return mail identities (name and address only) of a software community, and whose each is."""
    rng = random.Random(seed)
    hosts = [f"{_word(rng, 2)}.example" for _ in range(60)]
    records: list[Record] = []
    truth: list[int] = []
    owner: dict[str, int] = {}
    for who in range(people):
        first, _, short = rng.choice(_FIRSTS).partition(":")
        last = (
            rng.choice(_COMMON_LASTS)
            if rng.random() < 0.12
            else _word(rng, rng.choice((1, 1, 2))) + rng.choice(_ENDINGS)
        )
        nick = rng.choice((
            _word(rng, 1) + rng.choice(("", "y", "o", "42")), _plain(first)[0] + _plain(last)[:7],
            _plain(first) + _plain(last)[0],
            _plain(last), _plain(first)[:3] + _plain(last)[:3],
        ))  # fmt: skip
        seen: set[tuple[str, str]] = set()
        for _ in range(1 + min(rng.choice((0, 0, 1, 1, 2, 3, 5)), 5)):
            name = _alias_name(rng, first, rng.choice(short.split(",")) or first, last, nick)
            address = _alias_address(rng, _plain(first), _plain(last), nick, hosts)
            if (name, address) not in seen and owner.setdefault(address, who) == who:
                seen.add((name, address))
                records.append(Record(name=name, emails=(address,)))
                truth.append(who)
    return records, truth


def _alias_name(rng: Rng, first: str, short: str, last: str, nick: str) -> str:
    wrong = f"{_typo(rng, first)} {_typo(rng, last)}" if rng.random() < 0.3 else f"{first} {_typo(rng, last)}"
    forms = (
        (0.44, f"{first} {last}".title()), (0.06, f"{short} {last}".title()), (0.06, f"{first} {last}"),
        (0.05, f"{last}, {first}".title()), (0.05, f"{_plain(first)} {_plain(last)}".title()),
        (0.04, f"{first[0]}. {last}".title()), (0.04, f"{first} {rng.choice('ABCM')}. {last}".title()),
        (0.03, wrong), (0.10, nick), (0.05, first.title()), (0.02, rng.choice(_SHARED)), (0.06, ""),
    )  # fmt: skip
    return rng.choices([form for _, form in forms], [weight for weight, _ in forms])[0]


def _alias_address(rng: Rng, first: str, last: str, nick: str, hosts: list[str]) -> str:
    local = rng.choices(
        (
            f"{first}.{last}",
            f"{first[0]}{last}",
            nick,
            f"{first}{last}",
            first,
            f"{nick}{rng.randrange(10, 99)}",
            f"{last}",
            "root",
        ),
        (0.24, 0.16, 0.30, 0.05, 0.12, 0.05, 0.05, 0.03),
    )[0]
    host = rng.choices(
        (rng.choice(hosts), rng.choice(_FREE), f"users.{hosts[0]}", f"{last}.example", "localhost"), (5, 4, 3, 1, 0.5)
    )[0]
    return f"{local}@{host}"


_TRADES = _listed(
    "Systems Solutions Software Foods Logistics Pharma Motors Energy Capital Media Analytics Robotics Textiles Steel "
    "Airways"
)
_FORMS = (
    "Inc.", "Inc", "Ltd", "Limited", "LLC", "GmbH", "AG", "S.A.", "S.p.A.", "B.V.", "AB", "Corp.", "Corporation", "Co.",
    "PLC", "Oy", "A/S", "Pty Ltd", "Sp. z o.o.", "GmbH & Co. KG",
)  # fmt: skip
_SHORTS = {
    "Systems": "Sys",
    "Solutions": "Soln",
    "International": "Intl",
    "Manufacturing": "Mfg",
    "Pharma": "Pharmaceuticals",
    "Technologies": "Tech",
}
_PLACES = _listed("Germany USA Deutschland UK France Europe International India Nordic Asia")


def firm_world(seed: int, firms: int = 400) -> tuple[list[str], list[int]]:
    """Return firms' names in many spellings and which firm each means; a third share a first word with another firm."""
    rng = random.Random(seed)
    names: list[str] = []
    truth: list[int] = []
    stems = [_word(rng, rng.choice((1, 2, 2))).capitalize() for _ in range(firms)]
    taken: set[tuple[str, ...]] = set()
    for firm in range(firms):
        words = _firm_words(rng, stems, firm)
        if tuple(words[:2]) in taken:
            words = [stems[firm], _word(rng, 1).capitalize(), words[-1]]
        taken.add(tuple(words[:2]))
        for _ in range(rng.choice((1, 2, 3, 4, 6))):
            names.append(_firm_spelling(rng, list(words)))
            truth.append(firm)
    return names, truth


def _firm_words(rng: Rng, stems: list[str], firm: int) -> list[str]:
    kind = rng.random()
    if kind < 0.3 and firm:
        return [stems[rng.randrange(firm)], _word(rng, 1).capitalize(), rng.choice(_TRADES)]
    if kind < 0.45:
        return [stems[firm], _word(rng, 1).capitalize(), rng.choice(("Brothers", "Manufacturing", "Technologies"))]
    if kind < 0.6:
        return [stems[firm], "&", _word(rng, 2).capitalize()]
    return [stems[firm], rng.choice(_TRADES)]


def _firm_spelling(rng: Rng, words: list[str]) -> str:
    if rng.random() < 0.18 and len(words) > 1 and words[-1] in _TRADES:
        words = words[:-1]
    words = [_SHORTS.get(word, word) if rng.random() < 0.2 else word for word in words]
    words = [("and" if rng.random() < 0.4 else word) if word == "&" else word for word in words]
    if rng.random() < 0.14:
        words[0] = _typo(rng, words[0])
    if rng.random() < 0.08 and len(words) > 1 and "&" not in words:
        words[:2] = ["".join((words[0], words[1].lower()))]
    if rng.random() < 0.08:
        words.append(rng.choice(_PLACES))
    if rng.random() < 0.6:
        words.append(rng.choice(_FORMS))
    if rng.random() < 0.08:
        words.insert(0, "The")
    text = " ".join(words)
    shape = rng.random()
    if shape < 0.06:
        return _plain(words[0] if words[0] != "The" else words[1]) + ".example"
    return text.upper() if shape < 0.16 else text.lower() if shape < 0.26 else text


def business_world(seed: int, firms: int = 40) -> tuple[list[Record], list[int]]:
    """Return identities of mail, CRM, profiles and tickets of people at firms, and whose each is.

    Holds nicknames, typos, initials, private addresses, namesakes' profiles (another person each), moves to another
    firm that a profile tells, and addresses that only a number keeps apart.
    """
    rng = random.Random(seed)
    stems = [_word(rng, 2).capitalize() for _ in range(firms)]
    names = [f"{stem} {rng.choice(_TRADES)}" for stem in stems]
    world = _Business(rng, stems, names)
    for firm in range(firms):
        pattern = rng.choice(("{f}.{l}", "{f}.{l}", "{i}{l}", "{f}", "{l}.{f}", "{i}.{l}"))
        family = [_last_name(rng) for _ in range(rng.choice((12, 25)))]
        for _ in range(rng.choice((8, 20, 40))):
            world.person(firm, pattern, rng.choice(family))
    return world.records, world.truth


class _Business:
    """The identities of one business world, as they are made."""

    def __init__(self, rng: Rng, stems: list[str], names: list[str]) -> None:
        self.rng, self.stems, self.names = rng, stems, names
        self.records: list[Record] = []
        self.truth: list[int] = []
        self._addresses: set[str] = set()
        self._names: set[tuple[int, str]] = set()
        self._people = 0

    def person(self, firm: int, pattern: str, last: str) -> None:
        """Make one person and what the sources say of them."""
        rng = self.rng
        first, _, short = rng.choice(_FIRSTS).partition(":")
        if (firm, first + last) in self._names:
            return
        self._names.add((firm, first + last))
        self._people += 2
        whole, used = f"{first} {last}".title(), f"{rng.choice(short.split(',')) or first} {last}".title()
        address = self._address(pattern, first, last, firm)
        for form in rng.sample((whole, whole, f"{last}, {first}".title(), used, ""), rng.choice((1, 2))):
            self._say(Record(source="mail", name=form, emails=(address,)))
        if rng.random() < 0.7:
            self._crm(firm, first, last, used, address)
        if rng.random() < 0.3:
            self._say(Record(source="ticket", name=whole.lower(), emails=(address,), companies=(self.names[firm],)))
        if rng.random() < 0.08:
            local = rng.choice((f"{_plain(first)}.{_plain(last)}", f"{_plain(first)}{rng.randrange(60, 99)}"))
            self._say(Record(source="mail", name=whole, emails=(f"{local}@{rng.choice(_FREE)}",)))
        self._profile(firm, first, last, pattern)

    def _address(self, pattern: str, first: str, last: str, firm: int) -> str:
        local = pattern.format(f=_plain(first), l=_plain(last), i=_plain(first)[0])
        host = f"{self.stems[firm].lower()}.example"
        tries = (local, *(f"{local}{n}" for n in range(2, 99)))
        free = next(text for text in tries if f"{text}@{host}" not in self._addresses)
        self._addresses.add(f"{free}@{host}")
        return f"{free}@{host}"

    def _crm(self, firm: int, first: str, last: str, used: str, address: str) -> None:
        rng = self.rng
        given = rng.choices(
            (first, used.split(maxsplit=1)[0], first[0] + ".", _typo(rng, first)), (0.7, 0.15, 0.06, 0.04)
        )[0]
        family = _typo(rng, last) if rng.random() < 0.03 else last
        mails = (address,) if rng.random() < 0.7 else ()
        key = str(len(self.records))
        company = self.names[firm] + rng.choice(("", " Ltd", " Inc."))
        record = Record(
            source="crm", source_id=key, first=given.title(), last=family.title(), emails=mails, companies=(company,)
        )
        self._say(record)

    def _profile(self, firm: int, first: str, last: str, pattern: str) -> None:
        rng = self.rng
        if rng.random() < 0.4:
            return
        url = f"https://profiles.example/in/{_plain(first)}-{_plain(last)}-{rng.randrange(16**5):x}"
        shown = f"{first} {last[0]}." if rng.random() < 0.08 else f"{first} {last}"
        companies = [rng.choice((self.names[firm], self.stems[firm], self.names[firm] + " GmbH"))]
        if rng.random() < 0.05:
            other = rng.randrange(len(self.names))
            companies.append(self.names[other])
            if other != firm:
                self._say(
                    Record(source="mail", name=shown.title(), emails=(self._address(pattern, first, last, other),))
                )
        self._say(Record(source="linkedin", name=shown.title(), url=url, companies=tuple(companies)))
        if rng.random() < 0.05:
            elsewhere = f"{_word(rng, 2).capitalize()} {rng.choice(_TRADES)}"
            self._say(
                Record(source="linkedin", name=f"{first} {last}".title(), url=url + "x", companies=(elsewhere,)), 1
            )

    def _say(self, record: Record, namesake: int = 0) -> None:
        self.records.append(record)
        self.truth.append(self._people + namesake)
