"""Secrets in a quote, covered with bullets: passwords, keys, tokens, card numbers, IBANs, US social security numbers.

The masked text is exactly as long as the text (code points), so that offsets still hold (decision 26). Phone numbers,
order numbers and days stay. It is no privacy filter: names and addresses stay as well.
"""

import re
from collections.abc import Callable

MARK = "•"
MIN_CARD_DIGITS = 13

_WORD = r"[^\s\"'<>,;|`]"
_LABEL = (
    r"\b(?:pass ?word|passwort|kennwort|pass ?phrase|passwd|pwd|pass ?code|wachtwoord|mot de passe|contraseña"
    r"|pin(?:[- ]?code)?|otp|one-time (?:code|password)|api[-_ ]?(?:key|token|secret)|apikey"
    r"|secret(?:[-_ ](?:access )?key)?|client[-_ ]secret|access[-_ ](?:key|token)"
    r"|auth(?:entication)?[-_ ]?(?:token|key)|refresh[-_ ]token|private[-_ ]key|token|credentials?)"
)
_LABELLED = re.compile(
    rf"{_LABEL}(?: (?:for|of|to|zu|für|pour|voor) [^\s:=]{{1,30}}(?:"
    rf" [^\s:=]{{1,30}})?)?[\"']?\s{{0,3}}(?:[:=]{{1,2}}>?|->|→)\s{{0,3}}[\"'`]?(?P<secret>{_WORD}{{1,200}})",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"{_LABEL}(?: (?:for|of|to) [^\s:=]{{1,30}}(?: [^\s:=]{{1,30}})?)? (?:is(?: now| still)?|was|lautet|ist|est"
    rf"|to|changed to|set to)[:]? [\"'`“]?(?P<secret>{_WORD}{{4,200}})",
    re.IGNORECASE,
)
_PEM = re.compile(r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?P<secret>(?:(?!-----)[\s\S]){1,20000})")
_TOKENS = re.compile(
    r"(?<![A-Za-z0-9_])(?P<secret>(?:AKIA|ASIA|AROA|AGPA|AIDA)[A-Z0-9]{16}"
    r"|gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[\w-]{16,100}|xox[abeprs]-[\w-]{8,250}"
    r"|xapp-[\w-]{8,250}"
    r"|sk-(?:[A-Za-z0-9]+-)?[A-Za-z0-9_-]{16,250}|[rsp]k_(?:live|test)_[A-Za-z0-9]{10,250}|AIza[\w-]{30,60}"
    r"|ya29\.[\w-]{20,250}|npm_[A-Za-z0-9]{30,60}|pypi-[\w-]{20,250}|SG\.[\w-]{16,40}\.[\w-]{16,60}"
    r"|hooks\.slack\.com/services/[\w/]{20,100}|eyJ[\w-]{8,2000}\.[\w-]{8,4000}(?:\.[\w-]{0,2000})?)"
)
_BEARER = re.compile(r"\b(?:bearer|basic) (?P<secret>[A-Za-z0-9._~+/=-]{16,4000})", re.IGNORECASE)
_URL_LOGIN = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@]{1,100}:(?P<secret>[^\s/@]{1,200})@", re.IGNORECASE)
_CARD = re.compile(r"(?<![\w.+-])(?P<secret>\d(?:[ -]?\d){12,18})(?![\w-])")
_IBAN = re.compile(r"(?<!\w)(?P<secret>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?)(?!\w)")
_SSN = re.compile(r"(?<![\w.-])(?P<secret>(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4})(?![\w-])")
_AFTER_LABEL = re.compile(
    r"(?:reset|expired|protected|required|wrong|incorrect|invalid|changed|needed|missing|the|a|an|not|in|on|at"
    r"|for|by|your|my|our|that|what|which|it|sent|stored|valid|correct|too|still|now|being|going|working|rotated"
    r"|revoked|strong|weak|same|safe|case-sensitive|no|n/a|see|please|below|above|attached|here|and|or"
    r"|available|different|only|unique|secure|hidden|empty|forgotten|lost|optional|never|always|longer|shorter"
    r"|unknown|enough|part|just|also|really|something|someone|everyone|access|log|login|use|be|get|change"
    r"|reset\w*)[.!?)]*",
    re.IGNORECASE,
)  # fmt: skip


def mask_secrets(text: str) -> str:
    """Return the text with secrets covered, of exactly the same length; what stands around them stays."""
    spans: list[tuple[int, int]] = []
    for pattern, is_secret in _RULES:
        spans += [match.span("secret") for match in pattern.finditer(text) if is_secret(match["secret"])]
    if not spans:
        return text
    letters = list(text)
    for start, end in spans:
        letters[start:end] = (one if one.isspace() else MARK for one in text[start:end])
    return "".join(letters)


def _always(_: str) -> bool:
    return True


def _is_no_word(secret: str) -> bool:
    """Tell whether what follows "password:" can be a password and is no word of the sentence."""
    return _AFTER_LABEL.fullmatch(secret) is None


def _is_mixed(secret: str) -> bool:
    """Tell whether what follows "the password is" looks like one: digits or signs among letters, or odd capitals."""
    plain = secret.rstrip(".!?)”")
    if _AFTER_LABEL.fullmatch(plain) or not plain:
        return False
    return any(not one.isalpha() and one not in "-'’" for one in plain) or (not plain.islower() and not plain.istitle())


def _is_card(secret: str) -> bool:
    """Tell whether digits pass Luhn's check (ISO/IEC 7812-1) and begin as payment cards do."""
    digits = [int(one) for one in secret if one.isdigit()]
    if len(digits) < MIN_CARD_DIGITS or digits[0] not in {2, 3, 4, 5, 6} or len(set(digits)) == 1:
        return False
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _is_iban(secret: str) -> bool:
    """Tell whether the check digits of an IBAN hold (ISO 13616: the number modulo 97 is 1)."""
    code = secret.replace(" ", "")
    if not 15 <= len(code) <= 34:
        return False
    return int("".join(str(int(one, 36)) for one in code[4:] + code[:4])) % 97 == 1


_RULES: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (_PEM, _always),
    (_TOKENS, _always),
    (_BEARER, _always),
    (_URL_LOGIN, _always),
    (_LABELLED, _is_no_word),
    (_SPOKEN, _is_mixed),
    (_CARD, _is_card),
    (_IBAN, _is_iban),
    (_SSN, _always),
)
