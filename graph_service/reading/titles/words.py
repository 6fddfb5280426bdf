"""A job title as a row of plain words with their places: abbreviations spelled out, slips of the keyboard mended.

It knows spellings, not ranks. Only the first `LONGEST` characters of a title are read.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

LONGEST = 400

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){1,5}[^\W\d_](?!\w)\.?|(?:[^\W\d_]\.){2,5}|[^\W_]+(?:['’´`][^\W_]+)*|[,;|/&@:()+•·\n–—-]"
)
_JOINS = {"–": "-", "—": "-", "•": "|", "·": "|", "\n": "|", "+": "&"}
_SPELLINGS: dict[str, str] = {
    "and": "&", "und": "&", "sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior", "mgr": "manager",
    "mngr": "manager", "mgrs": "manager", "mgmt": "management", "mgt": "management", "dir": "director",
    "vp": "vp", "vpres": "vp", "svp": "senior vp", "evp": "executive vp", "avp": "assistant vp", "gvp": "group vp",
    "rvp": "regional vp", "dvp": "divisional vp", "vps": "vp", "pres": "president", "asst": "assistant",
    "assist": "assistant", "assoc": "associate", "eng": "engineering", "engr": "engineer", "dev": "development",
    "ops": "operations", "op": "operations", "mktg": "marketing", "mkt": "marketing", "mkting": "marketing",
    "mfg": "manufacturing", "acct": "account", "accts": "accounts", "admin": "administrator", "coord": "coordinator",
    "rep": "representative", "reps": "representative", "exec": "executive", "tech": "technology", "hr": "hr",
    "fin": "finance", "gm": "general manager", "svcs": "services", "intl": "international", "natl": "national",
    "dept": "department", "div": "division", "supv": "supervisor", "supvr": "supervisor", "supt": "superintendent",
    "spec": "specialist", "biz": "business", "bizdev": "business development", "bd": "business development",
    "qa": "qa", "swe": "software engineer", "sde": "software engineer", "sre": "site reliability engineer",
    "csm": "customer success manager", "kam": "key account manager", "sdr": "sales development representative",
    "bdr": "business development representative", "pmo": "project management office", "ea": "executive assistant",
    "pa": "personal assistant", "chairwoman": "chairman", "chairperson": "chairman", "cofounder": "co founder",
    "mgrin": "manager", "managerin": "manager", "direktorin": "direktor", "teamlead": "team lead", "techlead": "team lead",
    "teamleader": "team leader", "headof": "head of", "purch": "purchasing", "whse": "warehouse", "vicepresident": "vp",
    "founders": "founder", "cio": "cio", "interimistic": "interim", "vicechair": "vice chairman",
}  # fmt: skip
_COMMON = (
    "president director manager management engineer engineering executive officer founder chairman marketing operations "
    "finance financial procurement purchasing assistant associate senior technology technical software hardware developer "
    "development analyst architect consultant specialist coordinator supervisor administrator representative accountant "
    "accounting controller treasurer secretary customer success support product project programme logistics warehouse "
    "supply planning quality information security human resources business commercial general regional global "
    "scientist researcher designer technician planner dispatcher production manufacturing strategy communications "
    "principal partner interim professor department division directeur"
).split()
_REAL = frozenset(
    "resident residents precedent direct directed directs direction directional directory directive directorate managed "
    "manages manage manger management managerial engineered engine engines executives execution office offices offer "
    "official officers found founded chairs operation operational operating operator operators finances financed "
    "purchase purchases assisted assist assistance associated associates association associations seniors technologies "
    "technologist technician technically techniques technique develop developed developing developers analysis analysts "
    "analytics architecture architects architectural consulting consultants consultancy specialized specialists "
    "speciality specialty coordination supervision supervisory administration administrative administrators accountants "
    "accounts account control controlling controllers controls treasury secretaries secretarial customers custom "
    "supported supporting supports products production productions productive projects programmes programmer program "
    "programs logistic logistical logician warehouses supplier suppliers supplies plant planting planned planners "
    "qualities qualify informational human humane resource businesses commerce commercials generally generic region "
    "regions globally science sciences scientists research researching researches designed designs designers "
    "technicians dispatchers manufacturer manufactured strategic strategies strategist communication communicator "
    "community principals principle partners partnership partnerships interims intern professional professionals "
    "professors departments departmental divisions divisional secretarial commercially regional softwares prediction "
    "producer products product presidents president's director's manager's directrice director managing "
    "financials financier associate's mentor marketer marketers market markets marketplace "
    "direttore direttrice diretor diretora direktor dyrektor amministratore amministratrice presidente presidenta "
    "responsable assistente assistent assistante assistentin consultor specialista engineerin ingenieur ingeniero "
    "financier financiere financiero operativo operaciones finanzas marketingleiter produktmanager projektmanager "
    "commerciale commercial comercial generale regionale directie divisie kvalitet qualitat qualite calidad "
    "producer senior's seniority general's generals generalist construction constructor conduct".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A plain word or a separator (`, ; | / & @ : ( ) -`): `plain` is lower case; it stands at `title[start:end]`."""

    plain: str
    start: int
    end: int
    is_separator: bool = False
    is_mended: bool = False


def title_words(title: str) -> list[Word]:
    """Return the words of a title in order; an abbreviation yields the words it stands for, at one place."""
    found: list[Word] = []
    for match in _TOKEN.finditer(title[:LONGEST]):
        raw, start, end = match[0], match.start(), match.end()
        if not raw[0].isalnum():
            mark = _JOINS.get(raw, raw)
            if mark != "-" or _stands_alone(title, start, end):
                found.append(Word(mark, start, end, is_separator=True))
            continue
        plain, is_mended = _spell(_fold(raw))
        if plain == "&":
            found.append(Word(plain, start, end, is_separator=True))
        else:
            found += [Word(one, start, end, is_mended=is_mended) for one in plain.split()]
    return _joined(found)


def _stands_alone(title: str, start: int, end: int) -> bool:
    """Tell whether a hyphen parts two phrases: space on one side at least."""
    return title[start - 1 : start].isspace() or title[end : end + 1].isspace()


def _fold(raw: str) -> str:
    """Return a word in lower case, without accents and without the dots of an abbreviation or a possessive s."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", raw.casefold()) if not unicodedata.combining(c))
    plain = plain.replace(".", "")
    return re.sub(r"['’´`]s?$", "", plain) or plain


@lru_cache(maxsize=20_000)
def _spell(word: str) -> tuple[str, bool]:
    """Return the usual spelling of a folded word, and whether a slip was mended."""
    if word in _SPELLINGS:
        return _SPELLINGS[word], False
    if len(word) < 6 or word in _REAL or word in _COMMON:
        return ("manager", True) if word == "manger" else (word, False)
    slips = 1 if len(word) < 9 else 2
    near = [(OSA.distance(word, known, score_cutoff=slips), known) for known in _COMMON if known[0] == word[0]]
    best = min(near, default=(slips + 1, word))
    # a word that only goes on ("directors", "managerial") is no slip
    if best[0] > slips or word.startswith(best[1]) or best[1].startswith(word):
        return _singular(word), False
    return best[1], True


def _singular(word: str) -> str:
    return word[:-1] if word[:-1] in _COMMON and word.endswith("s") else word


def _joined(words: list[Word]) -> list[Word]:
    """Return the words with "vice president" and its like as one: `vp`."""
    kept: list[Word] = []
    for word in words:
        if word.plain == "president" and kept and kept[-1].plain in {"vice", "vise"}:
            kept[-1] = Word("vp", kept[-1].start, word.end, is_mended=kept[-1].plain == "vise")
        else:
            kept.append(word)
    return kept
