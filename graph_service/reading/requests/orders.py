"""Forms that tell us what to do: short orders, hints for the list of wishes, and how hard something would be to add.

No veto is here.
"""

from graph_service.reading.requests.forms import ADDING, PART, WHAT, form

_TRIFLE = r"(?!know\b|see if\b|see what\b|discuss|talk|think|check|have\b|sleep|hear|meet|call|start|look)"

ORDERS = (
    form(
        "tells_us_to",
        0.8,
        False,
        (
            r"^(?:please |so |and |also |pls )*(?:let (?:us|users|people|admins|managers|customers)|give (?:us|users"
            r"|people)"
            rf"|make it possible|allow (?:us|users|people)|bring back|make it so that) {_TRIFLE}{WHAT}"
        ),
        (
            r"^(?:please |so |and |also )*make (?P<what>(?:the |this |that |your )?[^;?!,]{3,60} (?:adjustable"
            r"|configurable"
            r"|bigger|larger|optional|visible|searchable|sortable|editable|customi[sz]able|clickable|resizable"
            r"|printable"
            r"|available offline|mandatory|shorter|smaller|faster to))\b"
        ),
        (
            r"^(?P<what>(?:more|better|finer|proper|bigger|faster|fewer|larger|clearer|real|native|a|an|some)"
            r" [^;?!,]{3,60}),?"
            r" (?:please|pretty please|would be enough)\b"
        ),
        (
            r"\b(?:something|one|an item|one more|another one|an idea|a thing|a suggestion) (?:for|to) (?:your|the)"
            r" (?:\w+ )?"
            rf"(?:backlog|wish ?-?list|roadmap|suggestion box|developers|product team)[:,. -]+{WHAT}"
        ),
        (
            r"^(?:[\w-]+ ){0,2}(?:suggestion|idea|wish|request|proposal|plea)s? (?:from|of|by) (?:the |our |my"
            r" )?[\w -]{2,40}?:"
            rf" ?{WHAT}"
        ),
        (
            r"\b(?:how|what) (?:hard|difficult|easy|complicated|complex|feasible|realistic|much (?:work|effort)|big"
            r" an effort)"
            rf" (?:would|is|might|will) it (?:be )?(?:for you )?to {ADDING}{WHAT}"
        ),
        rf"\b(?:much (?:work|effort|trouble)|too much to ask)(?: for you)? (?:to|for) {ADDING}{WHAT}",
        (
            rf"\b(?!you\b)[\w-]+ could (?:really |also |certainly |definitely )?(?:use (?!the |it |this |that "
            rf"|your |our |my )|do"
            rf" with ){WHAT}"
        ),
        (
            r"\b(?:put|place|rank|see|move|have) (?P<what>[^;?!,]{3,60}?) (?:at|on|to|high on|right at) (?:the"
            r" )?(?:very )?top"
            r" of (?:my|our|the|your) (?:list|wish-?\s?list|agenda)\b"
        ),
        (
            r"\bif (?:i|we) (?:could|can|had to|may|might|were to) (?:change|wish for|improve|pick|add|choose|ask for"
            r"|fix)\b"
            rf"[^,;?!]{{0,40}},? (?:it|that|i|we) would (?:be|choose|pick|add|take|say) {WHAT}"
        ),
        (
            r"\bin (?:a|an|the) (?:perfect|ideal|better|dream) (?:world|setup|set-up)\b,? (?P<what>[^;?!]{3,90}?"
            r" (?:would"
            r"|could) [^;?!]{3,80})"
        ),
        (
            r"\b(?:need|want|expect|like|prefer|love) (?:the (?:system|tool|app|software|product|calendar|report)"
            r"|theproduct)"
            rf" to {WHAT}"
        ),
        (
            r"\b(?:essential|vital|crucial|key|important|necessary|mandatory|critical)\b[^,;?!]{0,25}? (?:that|to)"
            r" (?:[\w-]+"
            r" ){0,3}?(?:can |could |only |just |not |be able to )+(?P<what>(?:see|view|edit|change|access|open"
            r"|approve"
            r"|export|print|book|delete)\b[^;?!]{3,60})"
        ),
        rf"^(?:and |so |but |also |now )*(?:can|could|would|might) (?P<what>{PART} (?!(?:\w+ )?be (?:sent|done|ready"
        rf"|fixed"
        r"|finished|shared|forwarded|delivered|provided|checked|moved|updated|signed|ready)\b)[^;?!]{3,80})",
        takes_uses=True,
    ),
)
