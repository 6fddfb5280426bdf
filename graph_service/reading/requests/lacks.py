"""Forms that complain of a gap: what is missing, done by hand, or keeps users from going on."""

from graph_service.reading.requests.forms import BY_HAND, IT, SOFT, WHAT, WHO, form

LACKS = (
    form(
        "gap",
        0.75,
        False,
        (
            rf"\b{IT} (?:\w+ )?(?:still )?(?:does|do|did|will|would|is|are|can|could) not (?:\w+ )?(?:let|allow"
            r"|support|handle|offer|have|include|provide|remember|cover|come with|integrate|do|expose|permit|give"
            r"|able to|know|understand|show|respect|possible to|sync|carry|take|keep|group|sort|filter|export"
            rf"|import|work (?:with|on|in|across|for|offline)) ?{WHAT}"
        ),
        (
            rf"\b(?:{WHO}) (?:still |currently |just |also |simply )*(?:(?:can|could) not|(?:are|am) not (?=able"
            rf"|allowed))"
            r" (?:even |yet "
            rf"|easily |really |currently |able to |actually |properly )*{WHAT}"
        ),
        (
            rf"\b(?:{IT}) (?:still )?(?:lacks|lack|is (?:still )?missing|has no|have no|is lacking|are missing"
            rf"|misses|comes without|needs) {WHAT}"
        ),
        (
            r"\b(?:there is|there are|you have|we have|i see|i find|has|have|with|theproduct has|it has|i found)"
            r" (?:still |currently |just |simply )*(?:no|not any|nothing) (?:\w+ )?(?:way|option|support"
            r"|possibility|setting|ability|button|function|feature|field|filter|export|view|place|integration|means"
            r"|api|column|equivalent|chance|undo|search|template|role|version|real)\w*(?: \w+)?"
            r" ?(?P<what>[^;?!]{0,120})"
        ),
        (
            r"(?:^|[,:] |\b(?:and|but|so) )(?P<what>[^;?!]{3,100}?) (?:is|are) (?:still |sorely |sadly |really "
            r"|also |simply )*(?:missing|lacking|not (?:possible|supported|available|there|included|offered|an"
            r" option))\b"
        ),
        rf"\b(?:impossible|not possible|no way) (?:for us |for me |currently )?to {WHAT}",
    ),
    form(
        "by_hand",
        0.75,
        True,
        (
            rf"\b(?:{WHO}|somebody here|somebody|someone|still|currently|and|so|which means|means)"
            rf" {SOFT}{{0,3}}(?:have to|has to|need to|needs to|must|end up|ends up|forced to|spend\w*"
            r"|spends|doing|do|does|keep\w*|stuck|copy|copies|export|exports|re-?type|re-?key|maintain|maintains"
            r"|track|tracks|update|updates|merge|take|build|sort|sorting|rebuild|having to|got to|typing|copying"
            r"|manage|enter|enters|retypes?|re-?types?|re-?enters?|pastes?|paste|counts?|adds?|writes?|exports?"
            rf"|are still|is still) ?(?P<what>[^;?!]{{0,90}}?)\b{BY_HAND}"
        ),
    ),
    form(
        "blocker",
        0.8,
        False,
        (
            r"(?:^|[,:] |\b(?:and|but|so) )(?P<what>[^;?!]{3,100}?) (?:is|are|remains?|would be|becomes?|was)(?:"
            r" \w+){0,2} (?:a |the |our |my |an )?(?:\w+ )?(?:blocker|show-?stopper|deal-?breaker|must-?have|must"
            r" have|real gap|hard requirement|requirement for|biggest gap|main gap|only gap|need for us"
            r"|non-negotiable)"
        ),
        (
            r"\b(?:biggest|main|real|only|one|big|first|single|other|remaining|major|small|missing) (?:\w+ )?(?:gap"
            r"|blocker|gripe|pain(?: point)?|showstopper|limitation|complaint|annoyance|shortcoming|drawback"
            r"|weakness|thing (?:missing|lacking|holding \w+ back|i would (?:change|add)|we would (?:change|add)"
            r"|stopping us|we miss|i miss)|feature|piece)(?: for \w+| here| today| right now| in "
            rf"theproduct| with theproduct)?(?: is| are| remains| would be|:| -)+ {WHAT}"
        ),
        (
            r"\b(?:my|our|the) (?:one |only |main |biggest |single )*(?:grumble|niggle|moan|gripe|complaint"
            r"|criticism|bugbear)s? (?:is|would be|remains|about theproduct is)(?: that| not being able to| the "
            rf"lack of)* {WHAT}"
        ),
        (
            r"\b(?:what|the thing that|one thing that) (?:\w+ )?(?:annoys|bugs|bothers|gets|drives|holds|slows"
            r"|stops|costs|hurts|frustrates) (?:me|us|people|everyone|my \w+|our \w+)[^.;?!]{0,30}? is(?: that| "
            rf"not being able to| the lack of)* {WHAT}"
        ),
        rf"\b(?:the )?(?:lack|absence) of {WHAT}",
        rf"\bnot being able to {WHAT}",
        (
            r"\b(?:until|unless|as long as|before) (?:we|i|you|it|they|theproduct|there) (?:can|could|is|are|offer"
            rf"|support|add|has|have|get|do not|can not)(?: not)? {WHAT}"
        ),
        rf"\bwithout {WHAT}\b(?:we|i|they|it|our \w+) (?:can not|could not|will not|would not|are stuck|is|cannot)",
        (
            r"\b(?:blocks|blocking|stops|stopping|holding|keeps|keeping) us (?:back )?(?:from [^.;?!]{3,40} "
            rf")?is {WHAT}"
        ),
    ),
)
