"""Told upward by its outcome: those above came round, and the speaker says what he or she did for it. Wordings only."""

from graph_service.reading.advocacy.classes import GAP, ME, NEAR
from graph_service.reading.advocacy.frames import ABOVE, DEAL, FAULT, FREE, OURS
from graph_service.reading.advocacy.rules import Rule, any_of, gated, words

_EFFORT = (
    r"(?:worked on|talked|spoke|explained|showed|kept (?:\w+ )?\w+ing|spent|sat|ran|told|argued|insisted"
    r"|nagged|demoed|wrote|gave|escalated|presented"
    r"|sold|fought|pushed|begged|walked|took|made|proved|pointed|promised|had (?:him|her|them|a|to)|put"
    r"|persuaded|convinced|invited|asked|let|brought|used"
    r"|did|went|reminded|called|pleaded|lobbied|sent)"
)
_CAME_ROUND = (
    r"(?:(?:is|are|was|were|seems?|got) (?:now |finally |already |all |really |both |quite |very |now all "
    r")?(?:on (?:your|our) side|behind (?:you|it|this)|convinced|won over"
    r"|on board|impressed|speechless|all ears|fans?|a (?:\w+ )?fan|in favou?r|sold|coming round|with us"
    r"|amazed|delighted|thrilled|hooked|relieved|enthusiastic|open to it)"
    r"|(?:now |finally |also )?(?:sees?|saw|gets?|got|understands?|understood) (?:the (?:point|value|light"
    r"|benefit)|it now|why|what|how)"
    r"|agreed|agrees|nodded|nods|gave in|came round|came around|changed (?:his|her|their) minds?|(?:has |have "
    r")?promised|said yes|will sign|says yes|smiled|applauded"
    r"|wants? (?:it|you|theproduct|more|the same|to (?:see|keep|extend|renew|go on|stay|continue|have it))"
    r"|quotes? your|stopped (?:asking|complaining|grumbling|doubting|arguing)"
    r"|no longer (?:asks?|doubts?|questions?|complains?)|dropped (?:the (?:idea|plan|subject)|it)|withdrew"
    r"|backed (?:off|down)|took it back|let it go|accepts? it)"
)
_AFTER = (
    r"\b(?:sceptical|skeptical|against (?:it|you)|doubtful|hesitant|unconvinced|not (?:\w+ )?(?:convinced"
    r"|sure|in favou?r)|undecided|wavering|reluctant|suspicious|afraid)\b"
)
_BARS = gated(
    r"\b(?:truck|forklift|chairs?|building|lease|trainer|more people|vacation|holiday|candidate|applicant"
    r"|apprentice|meeting room|your (?:mail|e-?mail|invoice|offer for)"
    r"|discount|refund|invoice|call you|answer you|get back|reset|restart\w*|password|machine|driver|delay"
    r"|ill|parking|(?:he|she|they) (?:will|would) (?:ask|write|check|send)"
    r"|canteen|your (?:background|resume|interview|position)|background|maintenance|log ?in)\b"
)
_SUBJECT = rf"\b(?:{OURS}|it|{DEAL}|the (?:renewal|price|idea|project|numbers|savings|results))\b"

OUTCOMES = (
    Rule(
        "brings_round",
        "tells_upward",
        0.75,
        any_of(
            rf"{ME}{_EFFORT}\b{GAP}\b{ABOVE}\b{FREE}(?:, |\band |\bso |\buntil |\btill |\bnow |- |\bthat "
            rf"){GAP}\b(?:{ABOVE}|he|she|they|it|all|both|aname)\b (?:\w+ ){{0,2}}?{_CAME_ROUND}",
            rf"\b{ABOVE} (?:\w+ ){{0,2}}?{_CAME_ROUND}\b{GAP}(?:, |; |\bbecause |\bafter |\bsince |\bnow that "
            rf"|\band |- |\bthanks to )(?:i|my)\b (?:\w+ ){{0,2}}?(?:{_EFFORT}|efforts?|insist\w*|talk|slides?"
            r"|numbers|pitch)\b",
            rf"{_AFTER}{FREE}\b(?:after|until|till|since|but|so|then)\b{NEAR}\b(?:my (?:\w+ )?(?:presentation"
            r"|talk|pitch|demo|numbers|calculation|words|mail|visit|tour)|i (?:\w+ "
            rf"){{0,2}}?{_EFFORT})\b{GAP}\b(?:they|he|she|it|all|now|no longer|not)\b",
            rf"{_AFTER}{FREE}\bi (?:\w+ ){{0,2}}?(?:went to|took (?:their|his|her|them|him)|talked (?:sense"
            r"|to)|showed|explained|sat|walked|calmed|had it out|won|convinced|persuaded|changed|proved"
            r"|invited|demonstrated)\b",
            rf"{ME}(?:managed to |was able to |could |finally )*(?:convinc(?:e|ed)|persuad(?:e|ed)|w[io]n over"
            r"|talk(?:ed)? round|turn(?:ed)?|brought round|bring round) (?:\w+ )?(?:the|our|my) (?:\w+ "
            r")?(?:last|final|remaining|biggest|loudest|toughest|hardest|worst|doubting) (?:\w+ "
            r")?(?:doubters?|sceptics?|skeptics?|opponents?|holdouts?|critics?|enem(?:y|ies)|voices?|ones?)\b",
            rf"{ME}(?:sold|pitched|sell|championed|defended|justified|pushed|presented|advertised) (?:\w+ "
            r")?(?:the|this|that|your) (?:\w+ )?(?:ideas?|concept|project|thought|plan|price|investment|cost"
            r"|contract|decision|renewal|extension|solution|licen[cs]es?|offer|proposal|rollout"
            rf"|upgrade)\b{GAP}\b(?:to|with|before|in front of|against|at) {ABOVE}\b{FREE}\b(?:{OURS}|it|they"
            r"|he|she|price|again|this|too|renewal|extension|rollout)",
        ),
        needs=(
            gated(rf"{_SUBJECT}|{_AFTER}|\b(?:doubters?|sceptics?|skeptics?|opponents?|holdouts?|critics?)\b"),
            gated(r"\b(?:i|we|my)\b"),
        ),
        bars=(gated(FAULT), _BARS),
        allows=words("reported past others negation"),
    ),
    Rule(
        "laughs_it_off",
        "tells_upward",
        0.75,
        any_of(
            rf"\b(?:ask(?:s|ed)?|wanted to know|wonder\w*|question\w*)\b{GAP}\b(?:whether|if|why|what "
            rf"for)\b{GAP}\b(?:need|keep|have|pay (?:for)?|renew|use|worth|stay with) (?:\w+ )?(?:you\b"
            rf"|theproduct|it\b|your\b|this\b){FREE}(?:, |\band |\bso )i (?:\w+ ){{0,2}}?(?:laughed|said|told"
            r"|answered|showed|gave|replied|explained|pointed|listed|nodded|smiled|sent|had)\b",
        ),
        bars=(
            _BARS,
            gated(
                r"\b(?:i (?:\w+ )?(?:said|answered|told (?:him|her|them)) (?:that )?(?:no\b|i do not know|not really"
                r"|we might|let us))"
            ),
        ),
        allows=words("reported negation conditional"),
    ),
)
