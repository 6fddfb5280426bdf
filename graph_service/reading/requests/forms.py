"""What a form of asking for a feature is, and the pieces of forms. The forms stand in `wishes` and `lacks`."""

from dataclasses import dataclass

from graph_service.reading.plain_text.gates import Gated, Gates

GATES = Gates()
"""The gates of all patterns of requests."""

WHO = (
    r"(?:i|we|you|they|people|users|everyone|everybody|nobody|my \w+|our (?:[\w-]+ ){0,2}?\w+|the "
    r"(?:[\w-]+ )?(?:team|teams|users|people|planners|guys|department|board|auditors|managers)"
    r"|(?:\w+ (?:team|people|folks|users|department))|finance|ops|operations|legal|sales|procurement|hr|it"
    r"|security|marketing|planners|managers|auditors|controllers|management|leadership|aname|some of us"
    r"|all of us|half of us|the (?:[\w-]{2,20} )?[a-z-]{3,18}s)"
)
SOFT = (
    r"(?:(?:really|also|still|just|badly|desperately|actually|definitely|absolutely|urgently|currently"
    r"|often|always|all|now|do|would|will|could|have|been|had|are|am|is|only|certainly|probably|keep|kept"
    r"|mainly|mostly|finally|then|at least|at some point|increasingly|sorely|both|even) )"
)
IT = (
    r"(?:it|this|that|there|theproduct|the (?:[\w-]+ ){0,2}?\w+|your (?:[\w-]+ ){0,2}?\w+|you|they|which"
    r"|our (?:\w+ )?\w+|(?:exports?|reports?|dashboards?|filters?|alerts?|imports?|notifications?|users"
    r"|admins|charts?|forms?|fields?))"
)
WHAT = r"(?P<what>[^;?!]{3,120})"
GOOD = (
    r"(?:great|nice|good|helpful|useful|handy|lovely|awesome|super|amazing|fantastic|brilliant|ideal"
    r"|perfect|wonderful|cool|neat|excellent|a (?:big|huge|real|massive|great|nice|good) \w+|a (?:dream"
    r"|godsend|life ?saver|game[ -]?changer|blessing|plus|winner)|invaluable|sweet|excellent|appreciated"
    r"|welcome|fab|beneficial|valuable|worth (?:a lot|having)|very much appreciated|the icing on the cake"
    r"|better|easier|best|interesting)"
)
ABLE = (
    r"(?:be able to|have the (?:ability|option|possibility|chance|choice) (?:to|of)|the (?:ability|option"
    r"|possibility|chance) (?:to|of)|an option (?:to|for|that)|a way (?:to|of|for)|(?:a|some|more|native"
    r"|proper|better|full|real|out of the box) support for|support for)"
)
BY_HAND = (
    r"(?:by hand|manually|one by one|one at a time|one after (?:the )?other|copy(?:ing)?[- ](?:and[- "
    r"])?past\w+|in(?:to)? (?:an? |our )?(?:excel|spreadsheets?|separate (?:sheet|file|list|tool))"
    r"|outside (?:of )?(?:it|theproduct|the (?:tool|system|platform))|on paper|from scratch|every "
    r"(?:single )?(?:time|week|month|day|morning|quarter)|again and again|over and over|line by line|row "
    r"by row|retyp\w+|re-?key\w+|screenshots?)"
)

PART = (
    r"(?:(?:the|a|an|your|each|every|all|these|our) (?:[\w-]+ ){0,3}?(?:app|lists?|exports?|reports?|dashboards?"
    r"|screens?"
    r"|search|forms?|fields?|buttons?|columns?|filters?|alerts?|notifications?|reminders?|system|tool|imports?"
    r"|calendar"
    r"|map|table|charts?|labels?|print\w*|menu|views?|page|login|portal|templates?|overview|summary|settings?"
    r"|integration"
    r"|api|interface|forecast|scanner|mask|chat(?: ?bot)?|planner|graphs?|archive|(?:weekly|daily|monthly|automatic)"
    r" (?:e?-?mails?|sheet|message)|permissions?|roles?|default|status|history|editor|session|software|platform"
    r"|program|sort order|push message|rows?|cells?|tabs?|rota|roster|header|download|upload|attachments?)"
    r"|theproduct)"
)
DOES = (
    r"(?:accept|allow|know|remember|respect|ignore|show|say|tell|list|include|recogni[sz]e|understand|support"
    r"|refresh|update (?:it|them)sel\w+|round|sort|filter|group|warn|remind|ask (?:for|before|me|us)|fit|open|close"
    r"|start with|hand over|switch|stay|keep|shift|adapt|adjust|cover|convert|calculate|link|talk|handle|cope|jump"
    r"|scroll|take \w+ (?:\w+ )?into account|consider|distinguish|read|learn|suggest|propose|order|run|work"
    r" (?:without|with(?!in)|on|in|offline|for)|come (?:by (?:it|them)sel\w+|automatically|every|as|in|with)"
    r"|be (?:(?:\w+ )?(?:separate|separable|optional|mandatory|editable|configurable|longer|shorter|bigger|smaller"
    r"|larger|visible|hidden|sortable|adjustable|easier|simpler|smarter|faster to|clearer|improved|translated"
    r"|grouped|sorted|printable|customi[sz]\w+|able to|per|sent (?:by|to|as|out|automatically)|shared with"
    r"|split|filtered|available (?:in|on|as|for|offline))))\b"
)
"""What a part of a program does for its user, without a subject."""
ADDING = (
    r"(?=(?:add|include|build|make|show|have|let|allow|support|change|put|extend|offer|print|get|bring|translate)\b)"
)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of asking: `certain` ones need no word for a part of a program, the others do.

    `patterns` catch the wanted thing as "what"; `allows` names the vetoes that this form is exempt from; where a form
    `takes_uses`, a verb for what people do in any program is enough.
    """

    name: str
    confidence: float
    certain: bool
    patterns: tuple[Gated, ...]
    allows: frozenset[str]
    takes_uses: bool
    bits: int


def form(
    name: str, confidence: float, certain: bool, *patterns: str, allows: str = "", takes_uses: bool = False
) -> Form:
    """Return the form of these patterns."""
    made = tuple(map(GATES.pattern, patterns))
    return Form(name, confidence, certain, made, frozenset(allows.split()), takes_uses, sum(one.bit for one in made))
