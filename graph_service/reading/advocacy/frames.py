"""Wider word classes of advocacy: who is told in any order, what of ours is spoken of, what is wished for it. No rule.

All are pieces of regular expressions over the plain form of `wording`; gaps are bounded.
"""

from graph_service.reading.advocacy.classes import AUDIENCE, PLACE, PRAISE

FREE = r"[^;?!]{0,90}?"
OURS = (
    r"(?:theproduct(?:'s)?|you(?! (?:know|see|can imagine|asked|mentioned|said|wrote))|yours?|your|what you (?:did|do"
    r"|built|have))"
)
"""We or ours, named or addressed; a bare "it" is not enough here."""

ABOVE = (
    rf"(?:{AUDIENCE}|corporate|procurement|purchasing|finance|controlling|legal|accounting|marketing"
    r"|production|logistics|head office|group level|the (?:very )?top|top floor|corner office|the powers that "
    r"be"
    r"|decision[- ]makers?|bean counters|cost cutters|budget holders?|money people|(?:any|some)(?:body|one) (?:senior"
    r"|important|higher up|with a budget)|every(?:body|one) (?:senior|important|here|upstairs|in the [\w-]+)"
    r"|(?:the|our|my) (?:[\w'-]+ ){0,2}?(?:commander|captain|bishop|abbot|producer|editor|publisher|manager"
    r"|spokes\w+|representatives?|deputy|secretary|governor|prefect|general|colonel|consultants?|professor"
    r"|veterans?|seniors|newcomers?|critics|crews?|drivers|teachers|workers|assembly|parliament|congregation"
    r"|syndicate|jury|panel|cabinet|fund|bank|shifts?|squads?|residents?|tenants?|brother|sister|cousin|uncle"
    r"|aunt|father"
    r"|mother|neighbou?r|mentor|ones who (?:sign|pay|decide)|people who (?:sign|pay|decide))|(?:the|our|my) "
    r"(?:other|second"
    r"|third|next|neighbou?ring|sister|whole|last|final|remaining) [\w-]+)"
)
"""All whom a customer may tell: those above, beside and around."""

ROUND = (
    rf"(?:{PLACE}|(?:in|at|during|before|to|for|from) (?:[\w'-]+ ){{1,4}}?(?:meetings?|rounds?|reviews?|committee"
    r"|offsite|retreat|talks|hearing|conference|assembly|session|get-together|debrief|kick-?off|stand-?up"
    r"|away day|townhall|briefing|jour fixe|lunch|dinner|breakfast))"
)

_STANCE = (
    r"(?:doubl(?:e|ing)|tripl(?:e|ing)|larger|bigger|do(?:ing)? more with|go(?:ing)? for|peanuts|bargain|cheap at"
    r"|got us (?:through|out|over|there)|helped us|rescued|pulled us|carried us|untouchable|sacred|off limits|first"
    r"|top of|number one|no\. ?1|pays? (?:for itself|its way|back)|paid back|well done|good things|only good"
    r"|kind words"
    r"|thanks to|thank you|would (?:not|never) (?:have|be|want)|could (?:not|never) (?:\w+ )?(?:run|do|work"
    r"|live|manage"
    r"|cope|survive)|(?:the|makes? (?:a|the|all the)|what (?:a )?) difference|what you (?:did|do|have done"
    r"|built|achieved)"
    r"|how we (?:work|use|got|manage)|what (?:we|i) (?:do|did|achieved|save[d]?) with|stop (?:looking"
    r"|searching|shopping)"
    r"|coming round|came round|come round|on (?:your|our) side|behind (?:this|you|it)|invest\w*|commit\w*|gone down"
    r"|went down|dropped|rose|went up|miracle|heroes?|champions?|partners?|reason (?:we|for|why)|secret (?:of|behind)"
    r"|you (?:\w+ )?(?:warned|deliver\w*|fixed|solved|helped|stayed|came through|were right|did (?:everything"
    r"|all|your)"
    r"|always|are the only|never (?:let|failed|miss)|saved|answer\w*)|your (?:\w+ )?(?:people|team|support"
    r"|guys|engineers?|crew)"
    r" (?:\w+ )?(?:worked|stayed|came|did|fixed|helped|saved|are|were|is|was|solved|never|always|know)"
    r"|(?:see|sees|saw|seen|get|gets|got|understands?|understood) the (?:point|value|light|benefit)|hours "
    r"back|easier|give[s]? back"
    r"|(?:has|have|must|needs?|ought|should|deserves?) to (?:\w+ )?(?:continue|go on|stay|remain|be (?:kept"
    r"|continued|renewed|extended|funded))"
    r"|right people|standard|mandatory|everywhere|all (?:\w+ )?(?:branches|sites|plants|offices|countries"
    r"|teams)|for good"
    r"|long[- ]term|indispensable|grateful|convinced|hundred percent|\d+ ?(?:%|percent)|fewer|calmer|happier)"
)
STANCE = (
    rf"{PRAISE}|\b(?:thanked|praised|no (?:replacement|substitute|alternative|equal)|nothing (?:better|comparable"
    rf"|like it)|why we grow|cheaper for us|saves us)\b|\b{_STANCE}\b"
)
"""What is said for us: praise, or the wish to have more of us."""

DEAL = (
    r"(?:extension|renewal|expansion|upgrade|rollout|roll-out|pilot|(?:second|next|third|final) (?:phase|stage|step)"
    r"|phase (?:two|three|2|3)|more (?:seats|licen[cs]es?|users|sites|modules)|(?:the|your|our) (?:seats|licen[cs]es?"
    r"|subscription|contract|package|project|platform|tool|software|system|offer|proposal|deal)|(?:large"
    r"|larger|bigger"
    r"|full|whole|big|premium) (?:package|suite|plan|version|contract|licen[cs]e)|(?:two|three|four|five)[- ]years?"
    r"|multi-?year)"
)
"""What is bought of us."""

MORE = (
    rf"(?:{DEAL}|(?:double|triple|renew|extend|keep|fund|finance|sponsor|adopt|prolong|expand|continue with|stay with"
    rf"|stick with|invest in|go with|go for|buy|back|order|sign|take|use|choose) (?:with )?(?:{OURS}|it\b|this\b|the"
    r" (?:\w+ )?(?:seats|licen[cs]es?|contract|tool|system|software|platform|project|package|pilot))"
    rf"|mak(?:e|ing) (?:{OURS}|it|this) (?:\w+ )?(?:the |a |our )?(?:[\w-]+ )?(?:standard|mandatory|default|official"
    r"|priority|rule|permanent))"
)
"""The wish to buy, keep or widen what is ours."""

CUT = (
    r"(?:cut(?:ting)?|kill\w*|drop(?:ping|ped)?|cancel\w*|ax(?:e|ed|ing)|scrap\w*|remov\w+|replac\w+"
    r"|stop(?:ping|ped)?"
    r"|end(?:ing|ed)?|pull(?:ing)? (?:out|the plug)|freez\w+|shut\w* (?:down|off)|switch\w*|get(?:ting)? rid "
    r"of|trim\w*"
    r"|shelv\w+|bin(?:ning)?|postpon\w+|reopen\w*|re-?tender\w*|tender\w*|re-?negotiat\w+|tak(?:e|ing) (?:it "
    r"|you |that "
    r"|this |theproduct )?(?:away|out|off|from)|giv(?:e|ing) (?:it|you|theproduct) up|ditch\w*|swap\w*|chang(?:e|ing)"
    r" (?:vendors?|suppliers?|systems?|tools?|horses)|halv\w+|slash\w*|paus(?:e|ing)|leav(?:e|ing)|dump\w*"
    r"|terminat\w*"
    r"|undo|roll(?:ing)? (?:it )?back|abandon\w*|wait(?:ing)? with|stop(?:ped)? paying|take (?:\w+ )?(?:seats"
    r"|licen[cs]es)|go(?:ing)? back to|mov(?:e|ing) (?:away|off|back)|do(?:ing)? without)"
)
"""What takes us away."""

FAULT = (
    r"\b(?:disappoint\w*|unhappy|terrible|awful|unusable|useless|unreliable|unacceptable|nightmare|outages?"
    r"|crash\w*|broken|apolog\w+|regret\w*"
    r"|not (?:\w+ )?(?:good|great|working|happy|impressed|reliable|acceptable|satisfied|worth|ready|an option "
    r"for us|amused|to start|to use)"
    r"|too (?:expensive|slow|late|complicated)|overpriced|look(?:ing)? for (?:an? )?(?:alternatives?|other"
    r"|another|replacement)|(?<!no )alternatives|elsewhere"
    r"|(?:will|to|should|must|we|going to) (?:cancel|terminate|replace|drop|leave) (?:you|it|theproduct|the "
    r"contract)|refund|complain(?:ed|ing)? (?:to|about) you"
    r"|let (?:us|me) down|waste of|again down|down again|still (?:not|waiting|broken)|(?<!no )(?:problems?"
    r"|issues?|bugs|errors)|slow\w*|concern(?:s|ed|ing)?|broke|fail(?:s|ed|ure)|poor|bad(?:ly)?|sorry|trouble"
    r"|escalat\w+ (?:this|it|your|the ticket)|(?:your|the) (?:bugs?|mess|failures?|delays?|errors?)"
    r"|does not (?:work|help)|did not (?:work|help)|worse)\b"
)
"""The speaker's own displeasure with us; what others complained of may stand beside a word for us."""
