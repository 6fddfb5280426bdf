"""How a form of saying is written down: a small template language over regular expressions, and what a form means.

Templates are matched without regard to case, except for names. `{who}` is a person (a name, "our CFO", "she"),
`{firm}` and `{new}` are firms' names, `{next}` is the person who follows. No form lives here.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import count

from graph_service.reading.lower_source import lower_source

_NOT_A_NAME = (
    r"(?!(?:I|We|You|He|She|It|They|The|This|That|These|Those|There|Here|Today|Tomorrow|Yesterday|If|When|Since|After"
    r"|Before|Now|As|And|But|Or|So|My|Our|Your|His|Her|Their|Its|What|Who|Which|Where|Why|How|Not|No|Yes|Also|Just"
    r"|With|Without|From|For|In|On|At|By|To|Of|Once|While|Until|Unfortunately|Sadly|Please|Hi|Hello|Dear|Thanks"
    r"|Everyone|Everybody|Someone|Somebody|Anyone|Nobody|People|Most|Many|Some|Half|All|Both|Only|Then|Given|Though"
    r"|Although|Because|Turns|One|Two|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February"
    r"|March|April|June|July|August|September|October|November|December|Q[1-4]|Das|Die|Der|Ich|Wir|Sie|Er|Es|Ihr"
    r"|Mein|Unser|Seit|Nous|Vous|Je|Il|Elle|Le|La|Les|Mon|Ma|Notre|Depuis|Wij|Ik|Hij|Zij|Het|De|Een|Onze|Mijn"
    r"|Hey|Ok|Okay|Oh|Well|Um|Uh|Yeah|FYI|PS|Re|Fwd|News|Team|Marketing|Finance|Sales|Support|Legal|Procurement"
    r"|A|An|Each|Every|Any|Another|Other|Still|Maybe|Perhaps|Apparently|Last|Next|First|Second|Had|Has|Have|Is"
    r"|Was|Did"
    r"|Does|Do|Can|Could|Will|Would|Should|Let|Looks|Heard|Nothing|Something|Everything|Time|Bye|Good|Great"
    r"|Btw|Actually|Following|Until|Regarding|Due|Effective|Btw|Long|Sorry)\b)"
)
_CAPITAL = rf"{_NOT_A_NAME}(?:[A-ZÀ-ÖØ-Þ]['’])?[A-ZÀ-ÖØ-ÞĀ-Ž](?:[\w]{{0,24}})(?:-[A-ZÀ-Þ]\w{{0,20}})?"
_NAME = (
    r"(?:(?:Mr|Ms|Mrs|Dr|Frau|Herr|Herrn|Mme|Mevrouw|Meneer)\.? )?"
    rf"{_CAPITAL}(?: (?:(?:van|von|de|der|den|del|da|di|la|le|ter|ten|bin|al|el|zu|dos) ){{0,2}}{_CAPITAL}){{0,2}}"
)
_TITLE = (
    r"(?:manager|boss|colleague|director|predecessor|cfo|cto|ceo|coo|cio|ciso|cmo|cro|chro|cpo|vp|head|lead|admin"
    r"|administrator|champion|sponsor|buyer|analyst|contact|supervisor|team ?mate|teammate|leader|engineer|assistant"
    r"|coordinator|controller|president|owner|planner|specialist|developer|officer|counterpart)"
)
_ROLE = (
    rf"(?:my|our)(?: (?:old|former|previous|current|main|own|dear|senior|it|hr|ops|finance|sales|project|product"
    rf"|account|operations|marketing|office|plant|line|team|system|data|procurement|purchasing|regional|executive"
    rf"|general|managing|chief|key|direct|long-?time|new)){{0,3}} {_TITLE}(?: of [\w]{{2,20}}(?: \w{{2,20}})?)?"
)
_APPOSITION = (
    r"(?:,? (?:from|in|of|at) (?:the |our |my )?[\w&]{2,20}(?: (?:team|department|office|dept|side))?,?"
    r"|, (?:our|my|the|who)[^,.;:!?]{2,60},| \([^()]{2,40}\))"
)
# Names keep their case even though the rest of a form is matched without.
_WHO = (
    rf"(?:(?:{_ROLE},? )?(?P<who>(?-i:{_NAME}))(?: (?:and|&|und|et|en) (?P<also>(?-i:{_NAME})))?(?:{_APPOSITION})?"
    rf"|(?P<role>{_ROLE})|\b(?P<pron>he|she|they|er|sie|il|elle|hij|zij|ze)\b(?! all\b))"
)
_PARTS = {
    "{who}": _WHO,
    "{name}": rf"(?P<who>(?-i:{_NAME}))",
    "{whose}": rf"(?:(?:{_ROLE},? )?(?P<who>(?-i:{_NAME}))'s?|(?P<role>{_ROLE})'s|\b(?P<pron>his|her|their)\b)",
    "{firm}": rf"(?P<firm>(?-i:{_CAPITAL}(?: (?:&|and|of) {_CAPITAL}|[ .-]{_CAPITAL}){{0,3}}))",
    "{new}": rf"(?P<new>(?-i:{_CAPITAL}(?: (?:&|and|of) {_CAPITAL}|[ .-]{_CAPITAL}){{0,3}}))",
    "{next}": rf"(?P<next>(?-i:{_NAME}))",
    "{company}": (
        r"(?:the|our|this) (?:company|firm|business|organi[sz]ation|group|agency|practice|bank|university|hospital"
        r"|council|office|plant|shop|charity|co-?op|institute|factory|department|board|school|corporation)"
    ),
    "{adv}": (
        r"(?: (?:just|recently|now|already|also|sadly|unfortunately|actually|finally|officially|suddenly|unexpectedly"
        r"|since|then|in fact|both|all|voluntarily|quietly|indeed|regrettably|as of (?:today|now|yesterday)|sort of"
        r"|very|most)){0,3}"
    ),
    "{has}": r"(?:'s|'ve| has| have| had)",
    "{is}": r"(?:'s|'re|'m| is| are| am| was| were|'ll be| will be| will soon be|'s going to be| is going to be)",
    "{job}": (
        r"(?:(?:brand )?new |different |great |exciting |interesting |senior |better |another |other |full-?time "
        r"|dream |bigger ){0,2}(?:role|position|post|job|offer|opportunity|challenge|gig|adventure|chapter|career"
        r"|venture|employer)s?"
    ),
}
SOON = (
    r"(?:(?:at|by|as of|effective|from|after|until|before) (?:the )?(?:end|close|beginning|start)|(?:at|by) (?:the )?"
    r"(?:month|year|quarter|week)(?:'s)?.end|last|this|next|on|in (?:the |a |two |three |four |about |early |mid "
    r"|late "
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d|summer|spring|autumn|fall|winter|q[1-4])|end of|as of"
    r"|effective|from (?:next|this)|since|a (?:few|couple|while|month|week|year)|two|three|four|\d+ (?:day|week"
    r"|month)"
    r"|some|earlier|recently|yesterday|today|tomorrow|soon|shortly|already|during|over the (?:summer|winter|holiday)"
    r"|just|for good|now|mid-|early (?:this|next|in)|late (?:last|this|in)|before|after|abruptly|suddenly"
    r"|unexpectedly|quite|rather|very|pretty|around|about (?:a|two|three|six))"
)
AWAY = (
    r"(?:for (?:a|an|another|pastures|greener|personal|family|health|good|other|new|better|something)\b"
    r"(?! (?:few|couple|bit|while|moment|minute|week|day|month|vacation|holiday|trip|meeting|call|conference|doctor"
    r"|walk|break|second|third|long weekend|drink|coffee|business trip|short|quick|two|three))"
    r"|to (?:join|start|pursue|become|found|set up|explore|run|lead|spend more|retire|study|take (?:a|an|on|up)"
    r"|work (?:for|at|with|in|on)|focus on|go (?:freelance|back to|travel|work|it alone)|move (?:back|abroad)))"
)
_PARTS["{soon}"], _PARTS["{away}"] = SOON, AWAY
_PARTS["{end}"] = r"(?=\s*(?:[.!;,:)]|$|[\u2013\u2014-]\s| and\b| but\b| so\b| as\b))"


_GROUP = re.compile(r"\(\?P<(\w+)>")
_NAMED = ("{who}", "{name}", "{whose}", "{firm}", "{new}", "{next}")


_SUBJECTS = ("{who}", "{whose}", "{next}", "{name}")


@dataclass(frozen=True, slots=True)
class Form:
    """A form of saying that somebody leaves: name, class, how sure it is, and pattern.

    A strong form speaks of work plainly, so that words of holiday nearby do not spoil it.
    """

    name: str
    topic: str
    confidence: float
    template: str
    is_strong: bool
    needs: tuple[str, ...]

    @property
    def subject(self) -> str:
        """The placeholder of the person with which the form begins ("{who}"), or ""."""
        return next((mark for mark in _SUBJECTS if self.template.startswith(mark)), "")

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of the template, made when it is first needed."""
        return fill(self.template)


def form(
    name: str, topic: str, confidence: float, *alternatives: str, needs: str, is_strong: bool = False
) -> tuple[Form, ...]:
    """Return one form for each alternative; tried only where a sentence holds one of `needs` (lower case, by "|")."""
    return tuple(Form(name, topic, confidence, one, is_strong, tuple(needs.split("|"))) for one in alternatives)


@cache
def fill(template: str) -> re.Pattern[str]:
    """Return the pattern of a template; the groups of its placeholders are numbered: `who_0`, `firm_3`."""
    for mark, pattern in _PARTS.items():
        template = template.replace(mark, pattern)
    # One template may name two firms; a pattern may use a group name once.
    number = count()
    return re.compile(_GROUP.sub(lambda found: f"(?P<{found[1]}_{next(number)}>", template), re.IGNORECASE)


def plain_source(template: str) -> str:
    """Return the pattern of a template for lower-case text, in which anything may stand for people and firms."""
    for mark in _NAMED:
        template = template.replace(mark, ".{1,200}")
    for mark, pattern in _PARTS.items():
        template = template.replace(mark, pattern)
    return lower_source(template)


def begins(mark: str, said: str, at: int) -> bool:
    """Tell whether what a placeholder stands for ("{who}") begins at a place of a sentence."""
    return fill(mark).match(said, at) is not None


def said_as(match: re.Match[str], part: str) -> str:
    """Return the words that stand for a placeholder (`who`, `also`, `role`, `pron`, `firm`, `new`, `next`), or ""."""
    return next((value for name, value in match.groupdict().items() if value and name.startswith(part + "_")), "")
