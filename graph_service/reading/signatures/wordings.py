"""What a piece of a signature looks like: a title, a department, a firm, a postal address. Knows pieces, not people."""

import re

TITLE_CHARACTERS = 80
TITLE_WORDS = 10

_RANKS = (
    r"(?:vice[\s-])?president|v\.?p\.?|svp|evp|avp|c[efimorst]o|chief|ciso|cmo|cpo|cro|director|manager|head|lead(?:er)?|officer|chair"
    r"(?:man|woman|person)?|principal|partner|founder|co-?founder|owner|proprietor|supervisor|executive|secretary|treasurer"
    r"|superintendent|fellow|intern|trainee|apprentice|dean|provost|minister|commissioner|governor|mayor|senator|captain"
)
_FUNCTIONS = (
    r"engineer|analyst|consultant|architect|developer|programmer|counsel|attorney|lawyer|paralegal|associate|assistant"
    r"|administrator|coordinator|specialist|professor|lecturer|researcher|scientist|editor|writer|journalist|reporter"
    r"|representative|rep|trader|accountant|auditor|bookkeeper|controller|comptroller|buyer|planner|designer|agent|broker"
    r"|advis[eo]r|strategist|technician|operator|instructor|teacher|tutor|trainer|nurse|physician|doctor|librarian|recruiter"
    r"|scheduler|originator|expert|evangelist|webmaster|economist|geologist|chemist|statistician|biologist|postdoc\w*"
    r"|ph\.?d\.?\s(?:student|candidate)|(?:graduate|phd)\sstudent|liaison|clerk|receptionist|underwriter|ambassador"
)
_EUROPEAN = (
    r"geschäftsführer(?:in)?|vorstand|leiter(?:in)?|\w{0,30}leiter(?:in)?|leitung|\w{0,25}berater(?:in)?|\w{0,25}ingenieur(?:in)?"
    r"|referent(?:in)?|sachbearbeiter(?:in)?|prokurist(?:in)?|entwickler(?:in)?|\w{0,20}assistent(?:in)?|mitarbeiter(?:in)?"
    r"|inhaber(?:in)?|rechtsanw[aä]lt(?:in)?|einkäufer(?:in)?|\w{0,20}manager(?:in)?|\w{0,20}direktor(?:in)?"
    r"|directeur|directrice|responsable|ingénieure?|chef(?:fe)?|gérante?|président(?:e)?|conseill(?:er|ère)|chargée?\s+d[e'’]"
    r"|avocate?|acheteu(?:r|se)|comptable|adjointe?|consultante?|technicien(?:ne)?|développeu(?:r|se)"
    r"|directora?|gerente|jef[ea]|ingenier[oa]|presidente|consultora?|responsabile|direttore|direttrice|ingegnere|titolare"
    r"|amministratore|consulente|diretora?|coordenadora?|engenheir[oa]|analista|asesora?|abogad[oa]|encargad[oa]"
    r"|beheerder|adviseur|hoofd|bestuurder|medewerker|inkoper|eigenaar|zaakvoerder|projectleider"
    r"|konsult|ingenjör|chefs?|\w{0,20}chef|handläggare|utvecklare|rådgivare|ägare|verkställande|rådgiver|daglig\s+leder"
    r"|direktør|konsulent|sjef|leder|udvikler|ingeniør|johtaja|päällikkö|asiantuntija|toimitusjohtaja"
    r"|kierownik|dyrektor|prezes|specjalista|inżynier|ředitel(?:ka)?|vedoucí|jednatel(?:ka)?|inženýr"
)
_TITLE = re.compile(rf"(?<![\w@.])(?:{_RANKS}|{_FUNCTIONS}|{_EUROPEAN})s?(?![\w@])", re.IGNORECASE)
_DEPARTMENT = re.compile(
    r"\b(?:department|dept|division|practice|team|unit|office\s+of|faculty|school\s+of|institute\s+of|bureau|section|desk"
    r"|abteilung|bereich|referat|fachbereich|fakultät|lehrstuhl|service|département|direction|departamento|área|dipartimento"
    r"|ufficio|afdeling|avdelning|avdeling|osasto|dział|oddělení)\b\.?"
    r"|^(?:[\w&-]{1,20}\s){0,3}(?:support|resources|sales|marketing|operations|finance|legal|purchasing|procurement|accounting|affairs"
    r"|relations|vertrieb|einkauf|personal|buchhaltung|ventes|achats)$",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"(?<![\w.])(?:inc(?:orporated)?|ltd|limited|llc|llp|lp|l\.p|plc|corp(?:oration)?|company|co|gmbh(?:\s*&\s*co\.?\s*kg)?|ag|kg|kgaa"
    r"|ohg|ug|e\.?\s?v|se|s\.?a\.?r\.?l|s\.?a\.?s|s\.?a|b\.?v|n\.?v|ab|a/s|aps|as|asa|oyj?|s\.?r\.?l|s\.?p\.?a|s\.?l|lda|ltda"
    r"|pty|pvt|k\.?k|p\.?c|p\.?a|sp\.?\s?z\s?o\.?\s?o|s\.?r\.?o|a\.?s|kft|zrt|d\.?o\.?o)\.?(?!\w)(?:\s+\(?[A-Z][a-z]{0,12}\)?)?$",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\b(?:university|universität|université|universiteit|universidad|università|universitet|college|hochschule|institute?"
    r"|institut|academy|laborator(?:y|ies)|labs?|foundation|stiftung|association|society|council|commission|agency|ministry"
    r"|bank|hospital|clinic|group|holdings?|partners|associates|consulting|technologies|systems|solutions|software|networks"
    r"|industries|enterprises|international|pharma(?:ceuticals)?|energy|services|media|studios?|ventures|capital|insurance"
    r"|logistics|airlines|motors|werke|verlag|gruppe|groupe|grupo|gruppo)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b[A-Z]{2}[.,]?\s{1,3}\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b"
    r"|^\d{1,6}[A-Za-z]?,?\s+(?:[\w.'-]{1,30}\s+){1,5}(?i:st(?:reet)?|ave(?:nue)?|r(?:oa)?d|blvd|boulevard|dr(?:ive)?|lane|ln"
    r"|way|plaza|pl(?:ace)?|sq(?:uare)?|c(?:our)?t|p(?:ar)?kwa?y|highway|hwy|terrace|broadway|row|hill|park)\b"
    r"|(?i:\bp\.?\s?o\.?\s+box\b|\bpostfach\b|\bpostbus\b)"
    r"|(?i:\b(?:suite|ste|floor|room|rm|bldg|building)\b[ .#]{0,3}\w{1,6}\b)"
    r"|(?i:(?:straße|strasse|str\.|weg|allee|platz|gasse|ring|damm|straat|laan|plein|gracht|kade|gatan|vägen|veien|gata|vej|gade|katu|tie))\s{0,2}\d{1,4}"
    r"|(?i:\b(?:rue|avenue|place|via|viale|piazza|calle|avenida|rua|ul\.)\s)[\w\s.,'-]{2,40}\d|^\d{1,4}(?:\s?(?:bis|ter))?,?\s(?i:rue|avenue|place|boulevard|chemin|quai)\b"
    r"|^(?:[A-Z]{1,2}-)?\d{4,6}(?:\s[A-Z]{2})?\s+[A-ZÀ-Þ][\w-]+"
)
_SMALL_WORDS = (
    "of and for the to at in de des du la le les et für der die das und mit im van voor en y e da do di del della och"
    " för i og w ds dla & - a à au aux"
)
_SMALL = frozenset(_SMALL_WORDS.split())


def is_title(piece: str) -> bool:
    """Tell whether a piece looks like a title: a rank or a function, few words, and none of a sentence."""
    words = piece.split()
    if not words or len(piece) > TITLE_CHARACTERS or len(words) > TITLE_WORDS or piece.endswith((".", "!", "?", ":")):
        return False
    if _TITLE.search(piece) is None or any(letter.isdigit() for letter in piece[:1]):
        return False
    plain = [word for word in words if word[0].islower() and word.strip(",.") not in _SMALL and not _TITLE.search(word)]
    return len(plain) <= 1 or piece.islower()


def is_firm(piece: str) -> bool:
    """Tell whether a piece ends with a legal form, or names an organisation by its kind, in capitals as names are."""
    words = piece.split()
    if not 1 <= len(words) <= 9 or len(piece) > TITLE_CHARACTERS or not words[0][:1].isupper():
        return False
    if _LEGAL.search(piece.rstrip(" ,")) and len(words) > 1:
        return True
    small = sum(1 for word in words if word[0].islower() and word not in _SMALL)
    return _ORGANISATION.search(piece) is not None and small == 0


def has_legal_form(piece: str) -> bool:
    """Tell whether a piece ends with the legal form of a firm."""
    return len(piece.split()) > 1 and _LEGAL.search(piece.rstrip(" ,")) is not None


def is_department(piece: str) -> bool:
    """Tell whether a piece names a part of an organisation."""
    words = piece.split()
    small = sum(1 for word in words if word[0].islower() and word not in _SMALL)
    return (
        1 < len(words) <= 9 and len(piece) <= TITLE_CHARACTERS and small == 0 and _DEPARTMENT.search(piece) is not None
    )


def is_address(piece: str) -> bool:
    """Tell whether a piece is a line of a postal address."""
    return len(piece) <= 120 and _ADDRESS.search(piece) is not None
