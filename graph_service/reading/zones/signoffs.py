"""Closing formulas ("Kind regards,") in several languages; knows lines, not mails."""

import re

FORMULA_CHARACTERS = 60

_ENGLISH = (
    r"(?:(?:many|best|kind(?:est)?|warm(?:est)?|very\s+best|with(?:\s+(?:best|kind|warm|many))?|my\s+best)\s+)?"
    r"(?:regards|wishes|thanks)(?:\s+(?:again|and\s+(?:best\s+|kind\s+)?regards|in\s+advance|so\s+much|very\s+much"
    r"|a\s+lot|a\s+million|everyone|all|guys))?"
    r"|thank\s?you(?:\s+(?:all|very\s+much|again|in\s+advance|so\s+much|kindly))?|thankyou|thnx|thanx|thx|tia|cheers"
    r"|best|all\s+(?:the\s+)?best|(?:most\s+)?sincerely(?:\s+yours)?|(?:very\s+truly\s+)?yours"
    r"(?:\s+(?:sincerely|truly|faithfully|ever))?|very\s+truly\s+yours|respectfully(?:\s+yours)?|cordially|rgds|brgds"
    r"|br|kr|love|hugs|later|peace|bye(?:\s+for\s+now)?|take\s+care|talk\s+(?:to\s+you\s+)?soon|speak\s+soon|see\s+ya"
    r"|(?:have|enjoy)\s+(?:a|your)\s+(?:great|good|nice|lovely)\s+(?:day|weekend|week|one|evening)"
    r"|hth|gtg|ttyl|with\s+appreciation|gratefully|happy\s+\w{3,10}ing"
)
_GERMAN = (
    r"vielen\s+dank(?:\s+im\s+voraus)?|(?:mit\s+)?(?:freundliche[nr]?|beste[nr]?|liebe[nr]?|viele[nr]?|herzliche[nr]?|schöne[nr]?)\s+(?:gr(?:ü|ue|u)"
    r"(?:ß|ss)en?|dank)|(?:beste[nr]?|liebe[nr]?)?\s?gr(?:u|ü|ue)(?:ß|ss)e?|danke(?:\s+(?:dir|ihnen|schön"
    r"|und\s+.{3,20}))?|mfg|vg|lg|gr[uü](?:ß|ss)e?\s+aus\s+\w+|hochachtungsvoll|tschüss"
)
_ROMANCE = (
    r"(?:bien\s+)?(?:cordialement|à\s+(?:vous|toi))|très\s+(?:cordialement|à\s+vous)|merci(?:\s+(?:beaucoup"
    r"|d['’]avance|par\s+avance|et\s+.{3,20}))?|salutations(?:\s+distinguées)?|bonne\s+(?:journée|soirée)|amicalement"
    r"|amitiés|bien\s+amicalement|cdlt|a\s+bientôt|à\s+(?:bientôt|plus)|ciao"
    r"|(?:(?:un\s+)?(?:cordial\s+|afectuoso\s+)?)?saludos?(?:\s+(?:cordiales|cordial))?|atentamente|un\s+abrazo|abrazos"
    r"|(?:muchas\s+)?gracias(?:\s+(?:de\s+antemano|por\s+todo))?|(?:cordiali|distinti)\s+saluti|cordialmente|(?:un\s+)?"
    r"saluti|(?:molte\s+|mille\s+)?grazie(?:\s+mille)?|buona\s+giornata|atenciosamente|att|(?:muito\s+)?obrigad[oa]"
    r"|(?:os\s+)?(?:melhores\s+)?cumprimentos|abraços?"
)
_NORTH_EAST = (
    r"(?:met\s+)?(?:vriendelijke|hartelijke|beste|veel)\s+(?:groet(?:en)?|dank)|groet(?:en|jes)?|mvg|(?:alvast\s+)?"
    r"bedankt|dank\s+je(?:wel)?|dank\s+u(?:\s+wel)?|(?:med\s+)?vänlig(?:a)?\s+häls(?:ning(?:ar)?)|(?:bästa\s+)?"
    r"hälsningar|mvh|tack(?:\s+(?:på\s+förhand|så\s+mycket))?|(?:med\s+)?(?:venlig|vennlig|bedste|beste|mange)\s+"
    r"hilsen(?:er)?|hilsen|vh|(?:på\s+forhånd\s+)?(?:mange\s+)?tak(?:k)?|(?:ystävällisin\s+)?terveisin|terv|kiitos"
    r"|(?:z\s+poważaniem|pozdrawiam|pozdrowienia|serdecznie\s+pozdrawiam|dzięki)|(?:s\s+)?pozdrav(?:em|y)?|děkuji|díky"
    r"|üdv(?:özlettel)?|köszönöm|с\s+уважением|спасибо|cu"
)
_ADDED_NAME = r"(?:[ \t]*[,.!;:-]{0,3}[ \t]*(?-i:[A-ZÀ-ÖØ-Þ])[\w.'’-]{0,20}){0,3}"
_SIGNOFF = re.compile(rf"^(?:{_ENGLISH}|{_GERMAN}|{_ROMANCE}|{_NORTH_EAST})(?P<rest>\b.*)?$", re.IGNORECASE)
_REST = re.compile(rf"^[ \t]*[,.!:;~-]{{0,5}}(?:[ \t]*[:;]-?[)D])?{_ADDED_NAME}[ \t]*[,.!:;-]{{0,5}}$", re.IGNORECASE)
_WEAK = re.compile(
    r"^(?:(?:many\s+|once\s+again[,\s]+)?thanks|thank\s+you|thx)\b[^.!?]{0,50}[,.!]{0,3}$",
    re.IGNORECASE,
)
_EDGES = " \t*_~<>"


def is_signoff(line: str) -> bool:
    """Tell whether a line is a closing formula ("Kind regards,"), with or without a name after it."""
    plain = line.strip(_EDGES)
    if not 0 < len(plain) <= FORMULA_CHARACTERS:
        return False
    found = _SIGNOFF.match(plain)
    return found is not None and (found["rest"] is None or _REST.match(found["rest"]) is not None)


def may_close(line: str) -> bool:
    """Tell whether a short line of thanks may serve as a closing formula where a name stands below it."""
    plain = line.strip(_EDGES)
    return len(plain) <= FORMULA_CHARACTERS and _WEAK.match(plain) is not None
