"""Acts told over two or three sentences: a threat to us, what the speaker did, how it ended. Knows no context."""

from dataclasses import dataclass

from graph_service.reading.advocacy.rules import Read, gated
from graph_service.reading.plain_text.gates import GatedAny

SENTENCES = 3

_OBJECT = (
    r"(?:theproduct|you(?: guys| lot)?|your (?:[\w'-]+ ){0,3}?(?:line|contract|licen[cs]es?|seats|budget"
    r"|tool|team|product|name|renewal|system|item|platform|subscription)"
    r"|it|this|the (?:[\w'-]+ ){0,3}?(?:tools?|product|platform|software|plug|contract|renewal"
    r"|licen[cs]es?|subscription|system|budget|line|project|rollout|roll-out|pilot|spend|seats))"
)
_CUT = (
    r"(?:cut|cutting|kill\w*|dropp?\w*|cancel\w*|axe\w*|axing|scrap\w*|remov\w+|replac\w+|stop\w*|end(?:ed"
    r"|ing)?|pull(?:ed|ing)? the plug|pull(?:ed|ing)?|freez\w+|shut\w*|switch\w* off"
    r"|blam\w+|get(?:ting)? rid of|trim\w*|str(?:ike|iking|uck)|shelv\w+|bin(?:ned|ning)?|postpon\w+"
    r"|question\w*|challeng\w+|throw\w* out|cross\w* (?:out|off)|tak\w+ (?:out|off|away)|sav\w+ on|chop\w*"
    r"|halv\w+|slash\w*|ditch\w*|delay\w*|swap\w*|take)"
)
_WANTED = (
    r"(?:want\w*|tried|trying|try|were (?:all )?(?:ready|about|going|keen|set)|was (?:all )?(?:ready|about"
    r"|going|keen|set)|propos\w+|suggest\w*|ask\w*|threaten\w*|talk\w* (?:about|of)|kept|plann?\w*|meant"
    r"|started|had|came)"
)
THREAT = gated(
    rf"\b{_WANTED} {'(?:[^.;?!]{0,25}? )?'}{_CUT} {'(?:[^.;?!]{0,20}? )?'}{_OBJECT}\b"
    rf"|\b{_WANTED}\b[^.;?!]{{0,40}}\btherival\b"
    r"|\b(?:brought|came (?:along )?with|had|presented|found|listed|liked|preferred|came from|favou?red"
    r"|pushed for)\b[^.;?!]{0,40}"
    r"\b(?:cheaper (?:\w+ )?(?:tools?|vendors?|options?|offers?|suppliers?)|(?:his|her|their) (?:old|own"
    r"|former|favou?rite|preferred) (?:vendor"
    r"|supplier|tool|system|software)|therival|alternatives)\b|\bwanted to (?:go|try) (?:cheaper"
    r"|something (?:else|cheaper)|elsewhere)\b"
    rf"|\b{_WANTED} (?:to |about )?blam\w+ {_OBJECT}"
    rf"|\b{_OBJECT} (?:was|were|is|are|stood|had been) (?:\w+ ){{0,3}}?(?:on the (?:\w+ )?(?:list|block"
    r"|chopping block|table|line)|at risk|in danger|under (?:fire|threat|attack|review|discussion)|up for"
    r"|in question|nearly gone|almost gone|about to|blamed|criticised|criticized)"
    r"|\bred (?:pen|pencil|marker)\b|\b(?:budget|cost|savings?|spending|cut|cost-cutting|planning) "
    r"(?:round|cuts?|cutting|fight|review|programme|program|drive|battle|axe|committee|meeting)\b"
    rf"|\b(?:had|have|put|got|kept) {_OBJECT} (?:\w+ )?(?:on|in) (?:the|their|his|her|a) (?:[\w-]+ "
    r"){0,2}?(?:list|sights?|crosshairs|block|table)\b"
    r"|\b(?:want\w*|ask\w* for|demand\w*|miss\w*|prefer\w*|would like|love[sd]?|like[sd]?) (?:to (?:go|move"
    r"|switch|have|get) )?(?:back )?(?:to )?"
    r"(?:the|their|our|his|her) (?:old|paper|former|previous|manual|handwritten|earlier) [\w ]{0,20}(?:back"
    r"|again|better|instead)?\b"
    r"|\b(?:brought|brings|bringing|has|had) (?:along )?(?:his|her|their) (?:own |old )?favou?rite\b"
    r"|\b(?:do|does|did|would) not (?:\w+ )?(?:need|want|trust|like) (?:you|theproduct|your \w+)\b"
    r"|\b(?:call(?:s|ed)|label(?:s|led)) (?:it|you|theproduct|your \w+) (?:\w+ ){0,2}?\w+|\b(?:put|pinned"
    r"|laid|push\w*) (?:the |all the |all |everything |it )?(?:\w+ )?(?:on|at) (?:you|theproduct|your \w+)\b"
    r"|\bchopping block\b|\bpull(?:ing|ed)? the plug\b|\bline item\b|\bcame for (?:you|it|your)\b"
)
GRUMBLE = gated(
    r"\b(?:said|says?|saying|complain\w*|grumbl\w*|moan\w*|claim\w*|thinks?|thought|call(?:s|ed|ing)?"
    r"|argued|ask(?:s|ed)?|wonder\w*|rant\w*|slat\w+|mock\w*|laugh\w*|swear\w*"
    r"|swore)\b[^.;?!]{0,40}\b(?:theproduct|you|your \w+|it)\b[^.;?!]{0,40}\b(?:slow\w*|expensive"
    r"|useless|broken|bad|worse|cost\w*|waste|joke|toy|overkill|luxury|replace\w*|blame|fault|need(?:ed)?"
    r"|worth|necessary|cheaper|rubbish|too \w+|not \w+|never|problem|pain|keep)\b"
)
_DID = gated(
    r"\bi (?:have |had |just |then |simply |also |may have |might have |personally |really |almost "
    r"|nearly |even |must have |, )*(?:told|said|stayed|argued|fought|raised|refused|stopped|explained"
    r"|pulled|showed|drove|stepped|stood"
    r"|put (?:my|a|up|in)|blocked|vetoed|gave (?:up|them|him|her)|offered|traded|insisted|called|talked"
    r"|spoke|wrote|took|held|threatened|reminded|pointed|would not|did not (?:let|have it|accept|budge)"
    r"|defended|kept|had to|went|made|flew|walked|lost my temper|got loud|objected|protested|would have "
    r"none|laid|dug|presented|set|banged|swore|answered|paid|swapped|sacrificed|corrected|shut|set|asked"
    r"|let|was not having|took|sat|dared|begged|bet|risked|said no|promised|vouched|ended|closed"
    r"|dragged|compared|walked|ran (?:them|him|her)|sat|got (?:them|him|her)|asked|demonstrated|proved"
    r"|went (?:over|through))\b"
)
ENDED = gated(
    r"\b(?:you|your (?:[\w'-]+ ){0,3}?\w+|it|that|theproduct|the (?:line|budget|contract|item|tool|project"
    r"|money|renewal|plug|discussion|matter|topic)|we) (?:are|is|was|were|stay\w*|remain\w*|surviv\w*"
    r"|made it|got|have|has|went|came|ended)?(?: \w+){0,2} ?(?:still (?:in|on|there|here|running|alive)"
    r"|stay(?:s|ing|ed)? (?:in|on|put|where)|off the (?:list|table|hook|block)|safe|back (?:in|on)"
    r"|surviv\w+|running again|untouched|saved|secured|made it|settled|through|over|closed|funded|kept)\b"
    r"|^still (?:in|there|on|here|running)\b|\b(?:ended|settled|closed|killed|stopped) (?:the|that|all) "
    r"(?:discussion|debate|argument|matter|talk|topic|conversation|question)\b|\bend of (?:the )?(?:story"
    r"|discussion|debate)\b|\b(?:case|matter|discussion) (?:is )?(?:closed|over)\b|\bback(?:ed)? (?:off"
    r"|down)\b|\bleft (?:you|it|us) (?:alone|in peace)\b|\b(?:nobody|no one) (?:asked|argued|objected"
    r"|mentioned|touche[sd]|dared)\b|\bit worked\b|\bthey (?:agreed|gave in|dropped (?:it|the idea)|signed"
    r"|understood|bought it|came round|came around|nodded|went quiet)\b|\b(?:granted|approved|signed"
    r"|renewed|withdrawn|settled)\b"
    r"|\bdropped (?:it|the (?:idea|plan|subject|matter))\b|\b(?:we are|we will be|are) (?:keeping|staying "
    r"with|renewing|extending)\b"
    r"|\b(?:he|she|they|aname) (?:is|are|was|were) (?:now )?(?:happy|convinced|on board|fine|sold"
    r"|impressed|quiet|a fan)\b"
    r"|\bhappy to stay\b|\bwe are still here\b"
)
SURVIVED = gated(
    r"\b(?:you|your (?:[\w'-]+ ){0,3}?(?:line|item|contract|budget|licen[cs]es|seats|renewal|name)"
    r"|theproduct)(?: item| line)? (?:are |is |have |has |was |were |will )?(?:\w+ )?(?:surviv\w+|stay\w* "
    r"(?:in|on)|safe|still in|off the (?:list|table|hook|block)|made it through|untouched|ring-?fenced"
    r"|protected)\b"
)
_AGAINST = gated(
    r"\b(?:i|we) (?:\w+ ){0,3}?(?:prefer\w*|like\w*|chose|switch\w*|mov\w+|went|going|with|using|looking "
    r"at|evaluat\w+) (?:to |with )?therival\b|\bif (?:you|it|the)\b[^.;]{0,60}\bwould|\?\s*$"
)


@dataclass(frozen=True, slots=True)
class Story:
    """The lines of a told act, first and last."""

    first: Read
    last: Read


def stories(lines: list[Read]) -> list[Story]:
    """Return the acts told over up to three sentences in a row: someone threatens us, the speaker steps in."""
    found: list[Story] = []
    at = 0
    while at < len(lines):
        story = _story(lines[at : at + SENTENCES])
        if story:
            found.append(story)
            at = lines.index(story.last, at)
        at += 1
    return found


_OURS = gated(
    r"\b(?:theproduct|therival|cheaper (?:tools?|vendors?|options?|suppliers?|offers?)|you(?! know)|your"
    r"|the (?:tools?|platform|software|system|contract|renewal|licen[cs]es?"
    r"|subscription|vendor))\b"
)


def _story(window: list[Read]) -> Story | None:
    """Return the story that starts with the first line of the window."""
    cut, survived = _holds(THREAT, window[0]), _holds(SURVIVED, window[0])
    threat = cut or _holds(GRUMBLE, window[0])
    if not threat and not survived:
        return None
    # A grumble about something is a story of ours only where we are named.
    did, ours = False, cut or survived
    for count, line in enumerate(window):
        if _holds(_AGAINST, line):
            return None
        acts = _holds(_DID, line)
        did, ours = did or acts, ours or _holds(_OURS, line)
        ended = _holds(ENDED, line) or _holds(SURVIVED, line)
        if ours and did and (survived or ended or (count > 0 and acts)):
            following = window[count + 1 : count + 2]
            return Story(window[0], following[0] if following and _holds(ENDED, following[0]) else line)
    return None


def _holds(pattern: GatedAny, line: Read) -> bool:
    return pattern.search(line.plain, line.passing)
