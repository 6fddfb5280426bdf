"""What is said beside a departure: the last day, the next employer, who follows and under which address."""

import re
from datetime import date

from graph_service.reading.departures.forms import fill
from graph_service.reading.departures.people import is_same_firm
from graph_service.reading.next_steps.days import days_in
from graph_service.reading.setting import Setting

_ADDRESS = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b")
ORDINAL_CHARACTERS = 20
_ORDINAL = re.compile(r"\b\d{1,2}\.$")
_PAST = re.compile(r"\b(?:left|was|has left|departed|resigned|retired|went|hat|a quitté|heeft)\b", re.IGNORECASE)
_EMPLOYERS = (
    (
        r"\b(?:join(?:ing|ed|s)?|(?:role|position|job|challenge|opportunity|offer|gig|post"
        r"|career)[\w ,]{0,30}? (?:at|with)"
        r"|(?:accepted|taken|found|got|landed|starting|started|working|work) (?:at|with|for)|(?:off|gone|going"
        r"|moving|moved|heading|went|over) to"
        r"|left for|leaving for|wechselt? zu|rejoin(?:t|s)|naar) {new}"
    ),
)
_SUCCESSORS = (
    ((
        r"{next},? (?:who )?(?:will|'ll|is|has|is going to)(?: be)?(?: now| already)? (?:take|taking|taken"
        r"|taking care|step|stepping|succeed|replac)\w*(?: over| on| in)?\b"
    )),
    (
        r"{next} (?:will be|is|becomes|'ll be) (?:your|the|my) (?:new |main |primary )?(?:point of )?(?:contact"
        r"|successor|replacement|counterpart)"
    ),
    (
        r"\b(?:contact|write to|reach out to|turn to|speak to|speak with|talk to|get in touch with|in touch with"
        r"|e-?mail|address|wenden sie sich (?:bitte )?an|contacter|contact opnemen met|"
         r"(?:successor|replacement|nachfolger(?:in)?|remplaçante?|opvolger|opvolgster|(?:new|main"
         r"|next) contact(?: person)?)(?:,| is| will be| ist| wird| est| sera|:|, wird)?) {next}"),
    (r"\b(?:hand(?:ing|ed)?|pass(?:ing|ed)?)(?: [\w' ]{0,40}?)?(?: over| on)? to {next}"),
    (r"\b(?:replaced|succeeded) by {next}"),
)  # fmt: skip


def last_day_in(said: str, around: str, said_on: date | None) -> date | None:
    """Return the day that a sentence about leaving names first; None when it names none.

    `around` is the sentence with those that follow: "der 30. Juni" may be cut behind the ordinal.
    """
    if said_on is None:
        return None
    is_cut = _ORDINAL.search(said) is not None
    whole = " ".join(around[: len(said) + ORDINAL_CHARACTERS].split()) if is_cut else said
    found = days_in(whole, said_on, is_past=_PAST.search(said) is not None)
    return found[0].day if found else None


def employer_in(said: str, named: str, setting: Setting) -> str:
    """Return the firm that the leaver goes to, or ""; never the firm that is left."""
    names = [named, *(match["new_0"] for pattern in _EMPLOYERS for match in fill(pattern).finditer(said))]
    return next((name for name in names if name and not (setting.firm and is_same_firm(name, setting.firm))), "")


def successor_in(around: str, named: str) -> tuple[str, str]:
    """Return the name of the one who follows and the first mail address in the text, "" where not said."""
    text = " ".join(around[:2_000].replace("’", "'").split())
    found = (match["next_0"] for pattern in _SUCCESSORS for match in fill(pattern).finditer(text))
    address = _ADDRESS.search(text)
    return named or next(found, ""), address[0] if address else ""
