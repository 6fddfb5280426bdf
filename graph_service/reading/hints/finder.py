"""Hints that an account outgrows its plan or wants to spread; what our own side says gives none.

"plan_limit": seats, quota or volume run out. "expansion": another team, site or firm would like it too. Wishes for
features and complaints about speed are none of these.
"""

import re

from graph_service.reading.findings import Finding
from graph_service.reading.lower_source import lower_source
from graph_service.reading.plain_text.gates import Gates
from graph_service.reading.sentence_cache import sentences_of
from graph_service.reading.setting import Setting, Turn

MAX_CHARACTERS = 20_000
SENTENCE_CHARACTERS = 500

_SEAT = r"(?:seats?|licen[cs]es?|users?|user accounts?|logins?|accounts?|named users?|admins?|user limit|headcount)"
_QUOTA = (
    r"(?:(?:our|current|basic|starter|free|pro|business|subscription) plan|quota|limits?|allowance|(?:seat|user"
    r"|usage|plan|licen[cs]e|api|data|our) cap|tier|package|bundle|credits?|api calls?|storage|volume|seats?"
    r"|licen[cs]es?|rate limit|row limit|user limit|subscription|contract volume|contingent|kontingent|lizenzen"
    r"|licences|capacity|ceiling|threshold|records?|exports?|data points|minutes|projects)"
)
_UNIT = (
    r"(?:team|teams|department|departments|division|divisions|office|offices|site|sites|plant|plants|branch"
    r"|branches|region|regions|countr(?:y|ies)|subsidiar(?:y|ies)|business units?|unit|units|sister (?:company"
    r"|companies|firm)|affiliates?|colleagues|group|entity|entities|location|locations|warehouse|depot|depots"
    r"|stores?|factory|factories|hq|headquarters)"
)
_WANT = (
    r"(?:(?:would|'d) (?:also )?(?:like|love)|want|wants|wanted|is (?:also |very |quite |really )?(?:interested"
    r"|keen|curious)|are (?:also |very |quite |really )?(?:interested|keen|curious)|(?:has"
    r"|have) (?:also )?(?:expressed interest|asked|requested|shown interest|been asking|seen)|asks?|asked"
    r"|is asking|are asking|keeps? asking"
    r"|needs?|could use|could benefit|is next|are next|is looking at|are looking at|is considering"
    r"|are considering|wants? in|would benefit|is begging|are begging|is jealous|are jealous|envy|envies"
    r"|heard about|should (?:get|have|use)|is ready|are ready|wants? to (?:join|use|try|have|see))"
)
PLAN_LIMIT = (
    (
        rf"\b(?:hit|hitting|reached|reaching|exceed\w*|approaching|maxed out|max out|maxing out|bumping (?:into"
        rf"|against|up against)|blew through|blown through|used up|using up|burn\w* through|burnt through|exhausted"
        rf"|went over|gone over|going over|up against|outgrow\w*|outgrown|(?:we|we're|i'm|they're|already|now|are|is"
        rf"|be|been|keep) (?:\w+ )?(?:over|above|beyond|at|near|close to)|ran into|running into|run into|capped by"
        rf"|limited by|full on) (?:\w+ ){{0,4}}?(?:seat|user|licen[cs]e|plan|api|storage|export|row|record|usage|data"
        rf"|project|account|quota|rate|monthly|yearly|tier|contract)?(?: |-)?{_QUOTA}\b"
    ),
    rf"\b(?:running|run|ran|runs) (?:low on|out of|short of|short on) (?:\w+ ){{0,3}}?(?:{_SEAT}|{_QUOTA})\b",
    (
        rf"\b(?:need|needs|require|want|buy|order|add|get|purchase|like|quote (?:for|on)|price (?:for|of)|cost of"
        rf"|short of|short) (?:to (?:buy|order|add|get|have|purchase) )?(?:\w+ ){{0,3}}?(?:more|additional|extra"
        rf"|further|another|\d{{1,4}} (?:more|extra|additional)|some more) (?:\w+ ){{0,2}}?(?:{_SEAT}|quota|storage"
        rf"|capacity|credits|volume|api calls)\b"
    ),
    (
        rf"\b(?:no|zero|not enough|too few|only (?:one|two|three|\d+)|out of|without) (?:more |free |spare "
        rf"|available |remaining |open |unused )*(?:{_SEAT}|quota|storage|credits|capacity) (?:are |is "
        rf"|is now )?(?:left|remaining|available|free|any ?more)\b"
    ),
    (
        rf"\ball (?:of )?(?:our |the )?(?:\d+ )?(?:{_SEAT}) (?:are|have been|is) (?:now |already |all )*(?:taken|used"
        rf"|assigned|in use|gone|full|occupied|allocated)\b"
    ),
    (
        rf"\b(?:can't|cannot|couldn't|can not|unable to|won't let (?:us|me)|not able to|isn't possible to) (?:add"
        rf"|invite|create|onboard|assign)(?: \w+){{0,4}}? (?:{_SEAT}|people|colleagues|anyone"
        rf"|new)\b[^.;!?]{{0,50}}\b(?:limit|plan|licen[cs]e|seat|full|maximum|tier)\b"
    ),
    (
        rf"\b(?:{_QUOTA}|{_SEAT})(?: \w+){{0,3}}? (?:is|are|was|were|has been|have been"
        rf"|will be)(?: \w+){{0,2}}? (?:reached|exceeded|exhausted|used up|full|maxed|gone|not enough|too small"
        rf"|too low|too tight|nearly full|almost full|depleted|upgraded)\b"
    ),
    (
        r"\b(?:upgrade|move up|bump us|step up|switch)(?: \w+){0,4}? to (?:the |a )?(?:next|higher|bigger|larger"
        r"|enterprise|premium|business|pro)(?: \w+)? (?:plan|tier|package|level|edition)\b|\b(?:bigger|larger"
        r"|higher) (?:plan|tier|package|subscription)\b"
    ),
    (
        r"\b(?:sharing|share) (?:a |one |the same |an )?(?:logins?|accounts?|seats?|licen[cs]es?"
        r"|passwords?)\b[^.;!?]{0,50}\b(?:because|since|as|enough|limit|left)\b|\bupgrade (?:our|the|my) (?:plan|tier"
        r"|package|subscription|licen[cs]e)\b"
    ),
    (
        r"\b(?:storage|quota|plan|api|usage|volume|contingent|row|seat) (?:limit|quota|cap"
        r"|allowance)\b[^.;!?]{0,60}\b(?:reached|hit|exceed\w*|full|warning|again|close|tight|blocked|stopp\w*)\b"
    ),
    (
        r"\b(?:lizenzen|plätze|nutzer|kontingent)\b[^.;!?]{0,40}\b(?:aufgebraucht|ausgeschöpft|reichen nicht|zu wenig"
        r"|knapp|voll|erreicht|überschritten)\b|\b(?:mehr|weitere|zusätzliche) (?:lizenzen|plätze|nutzer|benutzer)\b"
    ),
    (
        r"\b(?:plus de|davantage de|supplémentaires?)\b[^.;!?]{0,20}\b(?:licences|utilisateurs|places)\b"
        r"|\b(?:licences|utilisateurs) supplémentaires\b|\b(?:extra|meer|aanvullende) (?:licenties|gebruikers"
        r"|plekken)\b|\blimite (?:de |du )?(?:\w+ )?(?:atteinte|dépassée)\b"
    ),
)
EXPANSION = (
    (
        rf"\b(?:our|the|my)(?: [\w&'-]+){{0,4}}? {_UNIT}(?: (?:in|at|of|from) [\w -]{{2,30}}?)?,? (?:(?:too|also|now"
        rf"|all|there|apparently|really|recently|just) ){{0,2}}{_WANT}\b(?! (?:you|us|me|help|a (?:refund|call|fix"
        rf"|bug)|to (?:know|leave|cancel|change|stop|see (?:the )?(?:invoice|contract)|talk|understand|hear|be)|why"
        rf"|if (?:you|we|i|it)|when|how much longer|about the (?:bug|outage|issue|invoice))\b)"
        r"[^.;!?]{0,60}?\b(?:access|it|this|too|in|on board|to use|to try|to join|using|demo|tool|product|platform"
        r"|licen[cs]es?|seats?|Y|roll\w*|a look|trial|pilot|module|set up|next|as well|also)\b"
    ),
    (
        rf"\b(?:roll(?:ing|ed)? (?:it |this |Y |the tool |the product )?out|rollout|roll-out|extend(?:ing)?"
        rf"|expand(?:ing)?|bring(?:ing)?|introduc(?:e|ing)|deploy(?:ing)?|spread(?:ing)?|open(?:ing)? (?:it|this"
        rf"|Y)(?: up)?|scal(?:e|ing)(?: up)?)(?: \w+){{0,4}}? (?:to|into|across|in|beyond|for|at"
        rf"|with)(?: \w+){{0,3}}? (?:other|another|all|more|further|the whole|whole|entire|every|new|remaining"
        rf"|the rest|rest|second|third|two|three|four|five|\d+|sister|our|neighbou?ring|european"
        rf"|global)(?: [\w-]+){{0,2}}? {_UNIT}\b"
    ),
    (
        rf"\b(?:another|a second|a third|other|second|two more|three more|more|several|new|neighbou?ring|a different"
        rf"|sister|additional|\d+ more)(?: [\w-]+){{0,2}}? {_UNIT}(?: \w+){{0,3}}? {_WANT}\b(?! (?:help|a refund"
        rf"|to (?:leave|cancel|stop)))"
    ),
    (
        rf"\b(?:interest|demand|appetite|curiosity|requests?|enquir\w+|inquir\w+) (?:from|in|at|by"
        rf"|across)(?: \w+){{0,3}}? {_UNIT}\b"
    ),
    (
        r"\b(?:go|going|went|take|taking) (?:it |this |Y )?(?:company|group|firm|organi[sz]ation|enterprise|europe"
        r"|nation|country|global|world)(?:-| )?wide\b|\b(?:company|group|firm|organi[sz]ation"
        r"|enterprise)-?wide (?:roll-?out|licen[cs]e|deployment|use|adoption)\b"
    ),
    (
        rf"\b(?:want|like|love|plan|planning|hope|hoping|ready|decided|going|looking|need) to (?:also )?(?:add"
        rf"|onboard|include|bring (?:in|on|on board)|get|connect|equip|give access to|set up"
        rf"|cover)(?: \w+){{0,4}}? (?:{_UNIT})\b(?! (?:in the (?:loop|call|meeting)|on the (?:call|invoice)))"
    ),
    (
        rf"\b(?:we're|we are|we will be|we'll be|company is|firm is) (?:also |soon |now )?(?:opening|acquiring|buying"
        rf"|merging with|taking over|adding|launching|hiring|doubling|growing)(?: \w+){{0,4}}? (?:{_UNIT}"
        rf"|\d+ (?:people|hires|planners|staff|employees|users))\b"
    ),
    (
        rf"\bwe(?:'ve| have)(?: just)? (?:acquired|bought|opened|taken over|merged with)(?: \w+){{0,5}}? (?:{_UNIT}"
        rf"|firm|competitor)\b"
    ),
    (
        rf"\b(?:could|can|would it be possible for|is it possible for)(?: \w+){{0,4}}? (?:other|another|our \w+"
        rf"|second|sister) {_UNIT}(?: \w+){{0,3}}? (?:use|get|have|join|access|try|be added)\b"
    ),
    (
        r"\b(?:weitere|andere|zweite[rsn]?|andere[rsn]?) (?:abteilung|abteilungen|standort|standorte|team|teams"
        r"|niederlassung|werk|werke|tochter\w*)\b[^.;!?]{0,60}\b(?:interess\w+|nutzen|zugang|haben|einführen"
        r"|ausrollen)\b|\bausrollen (?:auf|in)\b"
    ),
    (
        r"\b(?:autre|autres|deuxième)s? (?:équipes?|services?|sites?|départements?"
        r"|filiales?)\b[^.;!?]{0,60}\b(?:intéress\w+|accès|utiliser|déployer)\b|\bandere (?:afdeling|afdelingen"
        r"|vestiging|vestigingen|teams?)\b[^.;!?]{0,60}\b(?:interesse|toegang|gebruiken|ook)\b"
    ),
)
_NOT = re.compile(
    r"\b(?:don't|do not|doesn't|does not|didn't|no longer|not (?:need|want|interested|planning|going)"
    r"|isn't interested|aren't interested|no (?:need|interest|plans?|appetite)|fewer|less|reduce|cut|downgrade"
    r"|downsiz\w+|too many (?:seats|licen[cs]es)|cancel|time limit|speed limit|character limit|credit card limit"
    r"|off limits|(?:sky|time)'s the limit|unused (?:seats|licen[cs]es)|give (?:back|up)"
    r"|out of (?:office|scope|the office|date|time|ideas|patience)|over the (?:limit of what)|plans? for (?:next"
    r"|this|the|tomorrow|today)|driving licen[cs]e|bank account|if we (?:ever|were))\b",
    re.IGNORECASE,
)
_LIMIT_CUES = (
    "seat", "licen", "quota", "limit", "capa", " cap", "capped", "tier", "storage", "credit", "more user",
    "additional user", "extra user", "users",
    "login", "lizenz", "kontingent", "package", "subscription", "allowance", "api", "nutzer", "plätze",
    "utilisateur", "places", "plan", "gebruikers", "threshold",
    "ceiling", "maxed", "account",
)  # fmt: skip
_SPREAD_CUES = (
    "team", "department", "division", "office", "site", "plant", "branch", "region", "countr", "subsidiar", "unit",
    "sister", "affiliate", "colleagues",
    "group", "entit", "location", "warehouse", "depot", "store", "factor", "wide", "company", "headquarters", " hq",
    "people", "hires", "planners", "staff", "employees",
    "users", "firm", "abteilung", "standort", "niederlassung", "werk", "tochter", "ausrollen", "équipe", "service",
    "département", "filiale", "afdeling", "vestiging",
)  # fmt: skip


_WORD = re.compile(r"\w+")
_GATES = Gates()


class _Pattern:
    """A pattern of hints, and its bit among those that the words of a sentence let pass."""

    def __init__(self, source: str) -> None:
        self.found = re.compile(source, re.IGNORECASE)
        self.bit = _GATES.pattern(lower_source(source)).bit


_TOPICS = (
    ("plan_limit", 0.75, _LIMIT_CUES, tuple(map(_Pattern, PLAN_LIMIT))),
    ("expansion", 0.7, _SPREAD_CUES, tuple(map(_Pattern, EXPANSION))),
)


def find_hints(turn: Turn, setting: Setting) -> list[Finding]:
    """Return the hints of a turn in order, at most one a sentence: topic "plan_limit" or "expansion".

    What our own side says gives none. `value` is the firm of the speaker, where it is known.
    """
    text = turn.text[:MAX_CHARACTERS]
    lowered = text.lower()
    if turn.is_ours or not any(cue in lowered for cue in (*_LIMIT_CUES, *_SPREAD_CUES)):
        return []
    found = []
    for sentence in sentences_of(text):
        said = " ".join(sentence.text[:SENTENCE_CHARACTERS].replace("’", "'").split())
        topic = _topic_of(said)
        if topic is not None:
            found.append(
                Finding("hint", sentence.text, sentence.start, sentence.end, topic[0], topic[1], setting.firm, topic[0])
            )
    return found


def _topic_of(said: str) -> tuple[str, float] | None:
    lowered = said.lower()
    passing = _GATES.passing(_WORD.findall(lowered))
    if not passing:
        return None
    for topic, confidence, cues, patterns in _TOPICS:
        tried = [one for one in patterns if passing & one.bit]
        if tried and any(cue in lowered for cue in cues) and any(one.found.search(said) for one in tried):
            return None if _NOT.search(said) else (topic, confidence)
    return None
