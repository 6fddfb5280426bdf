"""Forms that tell how users help themselves where the product does not: twice, on paper, by pictures, through us.

No veto is here.
"""

from graph_service.reading.requests.forms import WHAT, WHO, form

_ENTER = (
    r"(?:type|enter|key|write|record|book|count|register|scan|copy|paste|upload|input|fill in|set up|put in|note|log)"
)
_TOUCH = (
    r"(?:pick|select|scroll|log ?in|type|click|enter|choose|search|re-?\w+|upload|download|copy|paste|refresh"
    r"|reload|export|import|filter|sort|zoom|confirm each|fill in|set (?:it|the|them|all)|switch|open|close|delete"
    r"|change)"
)
_PAPER = (
    r"(?:marker|pens?|pencil|paper|whiteboard|white board|calculator|fax|excel|spreadsheets?|sticky notes|post-?its"
    r"|notebook|clip ?board|stickers?|walkie-?talkies?|magnets?|ruler|phone calls)"
)
_EACH = (
    r"(?:every (?:single )?(?:time|day|week|month|morning|order|page|user|customer|line|item|site|branch|shop|store"
    r"|row|record|case|entry)|each (?:and every )?(?:time|day|week|month|morning|order|user|customer|line|item|site"
    r"|branch|shop|store|row|record|case|entry)|again (?:after|for|in|every|each)|over again|one (?:by one|after"
    r" the other|at a time)|separately|individually)"
)

MAKESHIFTS = (
    form(
        "twice",
        0.7,
        True,
        rf"\b(?:we|i|they|you|people|my [\w-]+|our [\w-]+|the [\w-]+s?|he|she) (?:have to |has to |must |still"
        rf" )?(?P<what>{_ENTER}s?"
        r" (?:[\w'-]+ ){1,5}?(?:twice|two times|three times|in (?:two|both|three|several) (?:places|systems|tools"
        r"|lists|files))\b[^;?!]{0,40})",
        rf"\b{_ENTER}(?:s|ing)? (?P<what>the same [\w ]{{2,30}}? (?:in(?:to)?|for|on) (?:every|each|all|both|two"
        rf"|three|\d+|ten"
        r"|twenty|thirty|forty|fifty|dozens|hundreds|several|many)\b[^;?!]{0,50})",
        rf"\b(?:must|has to|have to|needs? to) be (?:uploaded|entered|typed|keyed in|copied|set|changed|selected"
        rf"|opened|closed|sent|confirmed|assigned|added|filled in|exported|created"
        rf"|corrected)\b(?P<what>[^;?!]{{0,40}}?\b{_EACH})",
        rf"\b(?:have to|has to|having to|must|need to|needs to|forced to|(?:should|would) not have to)"
        rf" (?P<what>{_TOUCH}\b[^;?!]{{0,60}}?\b{_EACH})",
        rf"\b(?:should|would) not have to (?P<what>{_TOUCH}\b[^;?!]{{3,60}})",
        r"\b(?:a|one) (?P<what>(?:message|mail|e-?mail|alert|notification|reminder|ping) (?:for|on|about) (?:each"
        r"|every)\b[^;?!]{0,50})",
    ),
    form(
        "by_other_means",
        0.7,
        True,
        r"\b(?:we|i|they|people|my [\w-]+|our [\w-]+|the [\w-]+s) (?:\w+ )?(?:make|take|send|keep|use|share|forward"
        r"|mail|print) (?:\w+ )?(?P<what>(?:screenshots?|photos? of the screen|pictures? of the screen"
        r"|print-?outs?) [^;?!]{0,60}?\b(?:because|since|as|to share|to show|in order|so that)\b[^;?!]{0,60})",
        rf"\b(?:we|i|they|our [\w-]+|my [\w-]+|people) (?:still|always|simply|then) (?:walk|use|work|run|go|print"
        rf"|write|keep|phone|fax|carry|draw|count|do|note|track|plan|manage"
        rf"|rely)\b(?P<what>[^;?!]{{0,50}}?\b{_PAPER})\b",
        r"\b(?:add|adds|sum|total|calculate|calculates|work out|works out|convert|converts|compare|compares|check"
        r"|checks)\b ?(?P<what>[^;?!]{2,50}? (?:with|by|on|using) (?:a |the |my |our )?(?:pocket )?(?:calculator"
        r"|pen and paper|ruler|fingers|slide rule|paper))\b",
        r"\b(?:have to|has to|must|need to|needs to) (?:ask|call|mail|write to|bother|phone|ring|open a ticket with"
        r"|contact|go through|beg) (?:you|your \w+|your \w+ \w+|it|our it|our admin\w*|the admin\w*|support|the"
        r" help ?desk|an admin\w*) (?:\w+ )?(?:to (?:change|set|add|switch|edit|adjust|delete|rename|create|unlock"
        r"|move|update|remove|export|import)|for (?:every|each)|whenever|each time|every time|just"
        r" to)(?P<what>[^;?!]{0,60})",
        rf"\b{WHO} (?:\w+ )?(?:built|build|keep|maintain|run|made|wrote|use) (?:\w+ ){{0,2}}?(?:own|separate|second"
        rf"|shadow"
        r"|parallel|little|side|self-made|home-?made) (?P<what>(?:\w+ )?(?:list|spreadsheet|sheet|script|macro|tool"
        r"|table|file|database|calendar|workbook|excel)\b[^;?!]{0,30}?\b(?:for (?:the|that|it|this|everything)"
        r"|because|since|next to|beside|alongside|on the side|instead)\b[^;?!]{0,50})",
        rf"\b(?:we|i|they|our [\w-]+|my [\w-]+) (?:\w+ )?(?:ended|end|ends) up {WHAT}(?<=\w)\b(?:because|since|as)"
        rf" (?:theproduct"
        r"|it|there is|you|the (?:tool|system|app|software|report|export))\b[^;?!]{0,30}?\b(?:no|not|only|lacks?)\b",
        r"\b(?:lose|loses|waste|wastes|costs? (?:me|us|them)|takes? (?:me|us|them)) (?:[\w-]+ ){0,3}?(?:hours?"
        r"|minutes|half a day|mornings?|evenings?|afternoons?) (?:[\w-]+ ){0,4}?(?P<what>(?:because|since|searching"
        r"|looking for|typing|clicking|finding|to (?:type|enter|compare|merge|collect|copy|sort|put together|export"
        r"|find))\b[^;?!]{3,60})",
        r"\b(?:we|i|they|our [\w-]+|my [\w-]+|people|the [\w-]+s) (?:\w+ )?(?P<what>prints? (?:[\w-]+ ){1,4}?(?:and"
        r"|to|so that|in order to) (?:then )?(?:sign|cross|tick|write|hang|pin|fax|carry|scan|count|mark|check|put"
        r"|show|take|hand|stick)\b[^;?!]{0,60})",
        r"\b(?:have to|has to|must|need to|needs to|having to) (?P<what>(?:scroll|click|zoom|flip|jump|switch|page)"
        r" [^;?!]{0,50}?\b(?:to|until|before|just|through|back)\b[^;?!]{0,40})",
        r"\b(?:only) (?:find out|notice|see|learn|reali[sz]e|hear)(?: about it| that| it)? (?P<what>(?:when|once"
        r"|after) (?:it is|the|someone|somebody|a|an)\b[^;?!]{3,60})",
    ),
)
"""Forms of helping oneself; what is told is the toil, so their confidence is lower than that of a plain wish."""
