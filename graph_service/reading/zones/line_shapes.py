"""What one line near the end of a mail looks like: a name, a way to reach someone, prose. Knows lines, not mails."""

import re

NAME_CHARACTERS = 45
PLAIN_CHARACTERS = 90
SHAPED_CHARACTERS = 200

_EDGES = " \t*_~"
_LEAD = re.compile(r"^[\s\-–—~/*_.=<>|]{0,12}")
_NAME_WORD = re.compile(
    r"^(?:[A-ZÀ-ÖØ-ÞŁŚŻŠČŘŽ][\w'’]{0,20}\.?(?:-[A-ZÀ-Þ]?[\w'’]{1,20})?|[A-ZÀ-Þ]\.(?:[A-ZÀ-Þ]\.?){0,2})$"
)
_PARTICLES_WORDS = (
    "de del della der den des di da dos du la le van von zu zum ter ten bin ibn al el y e und and & af av mac"
)
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_SUFFIXES_WORDS = "jr sr ii iii iv phd ph.d md m.d mba cpa esq pe p.e cfa pmp msc bsc dr prof mr mrs ms dipl ing"
SUFFIXES = frozenset(_SUFFIXES_WORDS.split())
_NO_NAMES_WORDS = (
    "yes no ok okay fyi done attached please monday tuesday wednesday thursday friday saturday sunday january february"
    " march april june july august september october november december today tomorrow hello hi hey dear all everyone"
    " note notes thanks thank regards cheers agreed sure nope yep great good perfect sounds see the this that it is a"
    " an"
    " and or but if when where what who why how me you we they he she i my your our not to from cc subject date sent re"
    " fw fwd agenda summary total yesterday here there will can do does did have has us any some new draft final"
    " confidential urgent important approved rejected none nothing ja nein nee oui non sí danke merci gracias bonjour"
    " hallo hola ciao welcome congratulations sorry call just also so then now more call ps p.s ship get go let make"
    " use"
    " look check read click with for in on at by of as be was are were never always again still too very ditto lol"
    " end begin start page table figure file attachment attachments image error warning question questions answer"
    " regarding about after before until via per thx np nice cool wow ha haha hmm well actually maybe perhaps only"
)
NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
_PHONE = re.compile(r"(?<![\w.])(?:\+|\(|\d)[\d ()/.\-–]{5,24}\d(?![\w])")
_REACH = re.compile(
    r"\S@\S+\.\w|\bwww\.\w|\bhttps?://|\b(?:x|ext\.?|extension)[ .:]{0,2}\d[\d-]{2,7}\b|\bp\.?\s?o\.?\s+box\b"
    r"|\b(?:tel(?:e(?:phone|fon))?|phone|ph|fax|mobile?|mob|cell|direct|office|voice|handy|portable|tél|móvil|telefono"
    r"|skype|icq|aim|pager|pgp|gpg|blog|web(?:site)?|e-?mail|linkedin|twitter)\s{0,2}(?:\(\w+\))?[.:#]"
    r"|^[(]?(?:t|m|f|p|o|c|d|w|h|e)[)]?[.: ]\s{0,3}\+?\(?\d",
    re.IGNORECASE,
)
_POSTAL = re.compile(
    r"\b[A-Z]{2}[.,]?\s{1,3}\d{5}(?:-\d{4})?\b|^\d{1,6}[A-Za-z]?\s+(?:\w+\.?\s+){1,5}(?:st(?:reet)?|ave(?:nue)?|rd|road"
    r"|blvd|boulevard|dr(?:ive)?|lane|ln|way|plaza|pl|square|sq|court|ct|parkway|pkwy|floor|highway|hwy|terrace)\b"
    r"|\b(?:suite|floor|room|ste|bldg|building)\b[ .#]{0,3}\w|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b"
    r"|(?:straße|strasse|str\.|weg|allee|platz|gasse|straat|laan|gatan|vägen|vej|gade)\s{0,2}\d{1,4}\b"
    r"|\b(?:rue|avenue|via|viale|calle|plaza|rua|ul\.)\s+\w.{0,40}\d|^(?:[A-Z]{1,2}-)?\d{4,6}\s+[A-ZÀ-Þ][\w-]+"
)
_ROLE = re.compile(
    r"\b(?:(?:vice\s+)?president|vp|svp|evp|ceo|cto|cfo|coo|cio|ciso|cmo|director|manager|engineer|analyst|consultant"
    r"|architect|developer|programmer|officer|head\s+of|lead|counsel|attorney|lawyer|partner|principal|associate"
    r"|assistant|administrator|coordinator|specialist|professor|lecturer|researcher|scientist|student|chair(?:man|woman)?"
    r"|editor|secretary|treasurer|founder|owner|representative|supervisor|trader|accountant|designer|executive|agent"
    r"|department|dept|division|group|university|institute|college|school|laborator(?:y|ies)|foundation|association"
    r"|technologies|systems|solutions|services|software|consulting|partners|associates|corporation|company|bank"
    r"|leiter(?:in)?|geschäftsführer(?:in)?|vorstand|abteilung|universität|directeur|directrice|responsable|ingénieur"
    r"|gerente|ingeniero|direttore|ingegnere|beheerder|adviseur|chef|konsult|ingenjör|kierownik|dyrektor|ředitel)\b"
    r"|\b(?:inc|ltd|llc|llp|plc|corp|co|gmbh|ag|kg|sarl|sas|sa|bv|b\.v|nv|ab|as|oy|srl|spa|s\.p\.a|pty|kk)\b\.?\s*$",
    re.IGNORECASE,
)
_PROSE_END = re.compile(r"[^\W\d_]{2}[\"')\]]?[.!?]{1,3}$|\?$")
_FIELD = re.compile(r"^[ \t]*[A-Z][\w /()-]{1,30}:(?:[ \t]|$)")
_BULLET = re.compile(r"^[ \t]*(?:[*•·o+]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+\S")
_CODE = re.compile(r"[{};=\\]{1}|\(\)|::|->|^\s*[#$%@]|^\s*\|")


def words_of_name(line: str) -> list[str]:
    """Return the words of a line that may be a person's name ("- Ada", "Ada M. Lane, Ph.D."), or an empty list."""
    plain = _LEAD.sub("", line.strip(_EDGES)).rstrip(" \t,.;:-~*_!/")
    if not 0 < len(plain) <= NAME_CHARACTERS or line.rstrip().endswith((":", "?", ";")):
        return []
    words = plain.replace(",", " ").replace('"', " ").replace("(", " ").replace(")", " ").split()
    while len(words) > 1 and words[-1].lower().rstrip(".") in SUFFIXES:
        words.pop()
    if not 1 <= len(words) <= 5 or any(
        word.lower().rstrip(".") in NO_NAMES for word in words if len(word.rstrip(".")) > 1
    ):
        return []
    if not all(_NAME_WORD.match(word) or word in _PARTICLES for word in words):
        return []
    return words if any(_NAME_WORD.match(word) for word in words) else []


def is_reach(line: str) -> bool:
    """Tell whether a line says how to reach someone: a telephone number, an address, a URL."""
    short = line[:SHAPED_CHARACTERS]
    return bool(
        _REACH.search(short) or _POSTAL.search(short) or any(_is_number(found[0]) for found in _PHONE.finditer(short))
    )


def _is_number(found: str) -> bool:
    """Tell whether digits are as many as a telephone number has; a version or a price has fewer."""
    return 7 <= sum(1 for letter in found if letter.isdigit()) <= 16


def is_role(line: str) -> bool:
    """Tell whether a short line looks like a title, a department or a firm."""
    return len(line) <= 70 and not is_prose(line) and _ROLE.search(line) is not None


def is_field(line: str) -> bool:
    """Tell whether a line is a named value of a form or a report ("Status: open"), not a way to reach someone."""
    return _FIELD.match(line) is not None and not is_reach(line)


def is_prose(line: str) -> bool:
    """Tell whether a line reads as running text rather than as an entry of a name block."""
    plain = line.strip()
    words = plain.split()
    if len(plain) > PLAIN_CHARACTERS:
        return True
    lower = sum(1 for word in words if word[0].islower())
    if len(words) >= 5 and _PROSE_END.search(plain) and lower * 2 >= len(words):
        return True
    return len(words) >= 7 and lower * 10 >= len(words) * 6 and not is_reach(plain)


def is_listed(line: str) -> bool:
    """Tell whether a line is an item of a list or a piece of code or a table, which no name block holds."""
    return bool(_BULLET.match(line) or _CODE.search(line))


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return line.rstrip(" \t\"')*_").endswith((".", "!", "?", ":", ")", "…", ":-", "。"))
