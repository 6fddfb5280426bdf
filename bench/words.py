"""The words of the benchmark's mail: sentences, subjects, invented names. Texts and their choice only."""

from random import Random

FIRST = (
    "Alba", "Bruno", "Carla", "Dario", "Elke", "Fenna", "Goran", "Hilda", "Ivo", "Jonna", "Klaas", "Lotte",
    "Milan", "Nora", "Otto", "Petra", "Ruben", "Sanne", "Timo", "Vera",
)  # fmt: skip
_ONSET = ("Ba", "Ce", "Do", "Fi", "Ga", "Hu", "Ko", "Le", "Mi", "Nu", "Pa", "Re", "So", "Tu", "Va", "Zi")
_CODA = ("len", "mar", "nik", "ros", "sen", "tin", "vel", "der", "gard", "holm", "lind", "mont")

PLAIN = (
    "The rollout goes on as planned, and the second site follows in two weeks.",
    "We looked at the numbers again this morning, and they hold.",
    "The export ran through the night without trouble.",
    "Our planners like the new view, above all on Mondays.",
    "I have put the notes of the call into the shared folder.",
    "The old file is still in use at one site; we will move it at the end of the month.",
    "Finance has signed off on the extra hours.",
    "There was a short outage on Tuesday, which is solved by now.",
    "The team grew by four people, so the roster needed more room.",
    "I was travelling last week, hence the late reply.",
    "Training for the night shift went well; twelve people took part.",
    "The import from the time clock now takes less than a minute.",
    "We agreed to keep the present set-up until the holidays are over.",
    "Thank you for the quick help with the printer profile.",
    "Two of the rules were switched off by mistake and are back on.",
    "The numbers for last month are attached as usual.",
    "Nothing else changed on our side.",
    "From next quarter on, the depot in the north plans for itself.",
)
ASKS = (
    "Could you send us the revised plan by Friday?",
    "Can you tell me who signs off on the new contract?",
    "Please let me know which sites should go first.",
    "Could you please check why the export lacks two columns?",
    "When will the next release be available to us?",
    "Would you be able to join a call on Thursday?",
    "Please send me the list of people who need access.",
    "Can we get a quote for twenty more seats?",
)
_MATTER = (
    "Rollout", "Access", "Export", "Training", "Contract", "Roster", "Time clock", "Release", "Import", "Holiday plan",
    "Shift rules", "Invoice", "Interface", "Data check", "Site visit", "Workshop", "Reporting", "Migration",
    "Night shift", "Overtime", "Planning round", "Staffing", "Printer profile", "Test system", "Steering group",
)  # fmt: skip
_PLACE = ("site", "team", "depot", "ticket", "order", "wave", "branch", "group")
RECURRING = ("Weekly status", "Monthly figures", "Open points", "Agenda for the call")
QUESTIONS = ("Question about the", "Next steps for the", "Problem with the", "Plans for the")


def invented_name(number: int) -> str:
    """Return a name that nobody bears; equal numbers give equal names."""
    onset, coda = divmod(number // len(FIRST), len(_CODA))
    return f"{FIRST[number % len(FIRST)]} {_ONSET[onset % len(_ONSET)]}{_CODA[coda]}{'' if onset < 16 else 'a'}"


def subject(random: Random, firm: str) -> str:
    """Return the subject of a new thread: most are of their own, some come up again, few come back each week."""
    kind = random.random()
    if kind < 0.84:
        return f"{random.choice(_MATTER)} {random.choice(_PLACE)} {random.randint(1, 2000)}"
    if kind < 0.95:
        return f"{random.choice(QUESTIONS)} {random.choice(_MATTER).lower()} at {firm}"
    return f"{random.choice(RECURRING)} {firm}"


def letter(random: Random, reader: str, writer: str, *, asks: bool) -> str:
    """Return what somebody types: a greeting, a few sentences, an ask or none, a closing."""
    sentences = random.sample(PLAIN, random.randint(2, 6))
    if asks:
        sentences.insert(random.randint(1, len(sentences)), random.choice(ASKS))
    body = " ".join(sentences)
    return f"Hi {reader.split(maxsplit=1)[0]},\n\n{body}\n\nKind regards,\n{writer}"


def quoted(text: str, writer: str, address: str, when: str) -> str:
    """Return a mail as a reply repeats it below."""
    lines = "\n".join(f"> {line}".rstrip() for line in text.splitlines())
    return f"\n\nOn {when}, {writer} <{address}> wrote:\n{lines}"
