"""Sentences that announce a request and leave the wanted thing to the next sentence."""

from graph_service.reading.requests.forms import GATES

ANNOUNCES = GATES.any_of(
    r"\b(?:put|add|get|have|write|note|squeeze|place) (?:something|one|a thing|another|one thing|one more"
    r"|this|that|an item|a point) (?:\w+ )?(?:on|to|onto|for) (?:your|the) (?:\w+ )?(?:list|roadmap"
    r"|backlog|wish-?\s?list|product team|developers)"
    r"|\b(?:here is|i have|we have|got|one|another|a|small|quick|little|big|our) (?:\w+ ){0,3}?(?:wish"
    r"|feature request|product request|suggestion|feature idea|product idea|request for the product"
    r"|improvement request|wishes|product wish|feature question)\b(?! (?:list|you|come|was|granted))"
    r"|\b(?:one|something|another|this one|a thing|an item) (?:more |thing )?(?:for|to) (?:the|your) "
    r"(?:wish-?\s?list|roadmap|backlog|product (?:team|people|managers?)|developers|dev team|suggestion "
    r"box|idea box|engineers)"
    r"|\b(?:pass|give|take|forward|bring|relay) (?:this|that|it|something|one|a wish|a request) (?:\w+ "
    r")?(?:on |along |back )?to (?:the|your) (?:product|dev\w*|engineer\w*|roadmap)"
    r"|\b(?:feature|product|enhancement) (?:request|wish|idea|suggestion)s?\b"
)
RAISES = GATES.any_of(
    r"\byou know what (?:\w+ ){0,2}?(?:would|could|i|we|is) (?:\w+ ){0,3}?(?:be|help|make|save|miss|need|love|want|like"
    r"|missing|lacking)\b|^(?:and |so |but )?what (?:i|we) (?:\w+ )?(?:miss|need|want|would love)(?: \w+){0,2}\?"
)
_IDLE = GATES.any_of(
    r"\b(?:thank|thanks|no (?:feature|product)|not a (?:feature|product)|your feature request|the feature "
    r"request (?:form|process|portal)|any (?:feature|product) (?:request|wish))\b"
)


def raises(plain: str, passing: int) -> bool:
    """Tell whether a plain sentence asks what is missing only to answer itself ("You know what I miss?")."""
    return RAISES.search(plain, passing)


def announces(plain: str, passing: int) -> bool:
    """Tell whether a plain sentence says that a wish for the product follows, or names itself one."""
    return ANNOUNCES.search(plain, passing) and not _IDLE.search(plain, passing)
