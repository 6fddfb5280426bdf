"""What looks like a request and is none: set phrases, courtesy, rhetoric, and questions that the writer answers."""

import re

from graph_service.reading.ask_rules import ANY_NEWS

# Conditional offers and set phrases: nobody waits for an answer to these.
BOILERPLATE = re.compile(
    r"\b(?:if|should|in case|whenever) (?:there (?:is|are)|(?:you|anyone|anybody|any one|either"
    r"|any of you)(?: guys| all)?)?(?: (?:should|might|may|do|does|also|ever|still|would|'d|has|have|had|wish"
    r"|want|like|need|require))* ?(?:have (?:any|further|other|additional|more|a question|questions|comments"
    r"|problems|concerns|trouble|something|anything|to )|(?:has|have|had) (?:any|questions|further)|needs?"
    r"|wants?|likes?|wish|requires?|see|find|encounter|run into|experience|disagrees?|objects?|differs?"
    r"|prefers?|any|anything|something|other|further|additional|questions|comments|problems|concerns|wrong"
    r"|missing|unclear|know of)\b"
    r"|\b(?:if|should) (?:i|we|there|this|that|it|anything|something) (?:can(?! be (?:done|moved|changed))"
    r"|could (?:be|help|assist|do)|may|is anything|are any|is unclear|can't|missed|left|forgot|misunderst"
    r"|is wrong|is not correct|isn't (?:right|correct)|be any)"
    r"|\b(?:any|with|for|have|having|got|no) (?:further |other |additional |more |specific )*(?:questions?"
    r"|queries|concerns)(?:,? (?:or|and|/) \w+)?(?:\W|$)(?! (?:on|about) (?:your|the) side)[^?]*(?:let (?:me"
    r"|us)|call|contact|ask|reach|e-?mail|know|free|hesitate|happy|ring|touch)"
    r"|\b(?:call|contact|e-?mail|ask|reach|ring|write|phone|see|ping|notify)\b[^.?!]{0,60}?\b(?:with"
    r"|if you have|should you have|for|regarding|about) (?:any|further|additional|other|your|more"
    r"|specific) (?:\w+ )?(?:questions?|queries|concerns|comments|information)"
    r"|\blet (?:me|us) know (?:how|if|what|when|whether|where) (?:i|we) (?:can|could|may|might) (?:help|assist"
    r"|be of|support|do)"
    r"|\blet (?:me|us) know (?:if|when(?:ever)?) you(?:'d| would)? (?:need|want|like|wish|require|prefer|see"
    r"|find|hear of)\b"
    r"|\b(?:shout|yell|holler|scream|sing out|speak up|complain|object) (?:if|when)\b"
    r"|\bif you (?:get|have) (?:a )?(?:chance|time|moment)s? to (?:stop|drop|visit|come)\b"
    r"|\b(?:don't|do not|doesn't|no longer|won't|nothing) (?:think (?:i|we) )?(?:\w+ )?needs?\b|\bno need\b"
    r"|\b(?:don't|do not|please don't) hesitate|\bfeel free\b|\bat your (?:convenience|leisure) (?:visit|browse)"
    r"|\bbei (?:weiteren |etwaigen )?(?:fragen|rückfragen|unklarheiten)|\bfalls (?:sie|du|ihr|es|noch"
    r"|etwas)\b.{0,40}\b(?:fragen|braucht?|brauchen|benötig|unklar)|\bfür (?:rück)?fragen\b"
    r"|\bsollten sie\b.{0,40}fragen"
    r"|\bn'hésitez pas|\bsi vous avez (?:des|la moindre|d'autres|une) question|\bpour toute question"
    r"|\ben cas de question"
    r"|\b(?:mocht|als|indien) (?:u|je|jullie|er)\b.{0,40}\bvragen\b|\baarzel niet|\bbij vragen|\bvoor vragen"
    r"|\bvid frågor|\bom (?:du|ni) har (?:några )?(?:frågor|funderingar)|\btveka inte"
    r"|\bunsubscribe|\bremove (?:me|my (?:name|address)) from|\bdo you yahoo|\bprivileged|\bintended recipient"
    r"|\bthis (?:e-?mail|message) (?:and|is|may|was)\b|\bclick (?:here|on|below)|\ball rights reserved"
    r"|\bterms (?:and|of) \w+|\bprint this|\badvertis"
)

# Questions that want no answer: courtesy, talk, and rhetoric.
IDLE_QUESTION = re.compile(
    r"\bhow (?:are|r) (?:you|u|things|ya|we all)\b|\bhow(?:'s| is| are| was| were| has| have) (?:it|everything"
    r"|everyone|everybody|life|things|all|the (?:weather|family|wife|kids|baby|weekend|trip|vacation|holiday"
    r"|party|new (?:job|house|baby|year))|your (?:weekend|trip|vacation|holidays?|day|week|summer|evening"
    r"|family|wife|husband|kids|christmas|flight|morning|mom|dad|new))\b(?! (?:going|coming) (?:with|on) the)"
    r"|\bhow (?:do you do|goes it|have you been|you doing|you been)|\bhope\b[^?]{0,60}\b(?:well|good|great|nice"
    r"|fine)\b|\b(?:did|do) you (?:have|enjoy) (?:a |your )?(?:good|nice|great|fun|weekend|holiday|vacation"
    r"|trip)"
    r"|\bwhat's up\b|\bwhats up\b|\bare you (?:well|ok|okay|all right|alright)\?"
    r"|^(?:who (?:knows|cares|knew)|why not|guess what|says who|remember|see|huh|really|right|ok|okay|yes|no"
    r"|seriously|what|oh|hm+|eh|ha|so|and|well|go figure|you know what|know what|how come|now what|so what"
    r"|what gives|what else is new|what more can i say|need i say more|get it|sound familiar|and why"
    r"|coincidence|why me|isn't it|isn't that (?:great|nice|funny)|get my drift|make sense|makes sense)\W*\?"
    r"|\b(?:who would have|would(?:n't)? (?:you believe|it be (?:nice|fun|great|funny))|what (?:is"
    r"|has) the world|how (?:hard|difficult|stupid|dumb|funny|cool|great|many times|could (?:he|she|they|anyone"
    r"|anybody)) )|\b(?:can|could) you (?:believe|imagine)\b|^did you know\b|^(?:want|ready|looking|tired"
    r"|interested|need|dreaming|wondering) (?:to|of|for|in|a|more)\b|\bworth a (?:chat|call|quick)"
    r"|\bare you (?:ready|tired|looking (?:to|for (?:a|ways)))\b"
    r"|\b(?:huh|eh|hm+|ha|no|(?:isn't|doesn't|wasn't|aren't|won't|don't|didn't|hasn't|wouldn't) (?:it|that|they"
    r"|he|she|we))\W*\?"
    r"|^wie geht(?:'s| es| s)|^alles (?:gut|klar|ok)\b|\bcomment (?:allez-vous|vas-tu|ça va)|^ça va\b"
    r"|\bhoe (?:gaat het|is het|was je)|^alles goed\b|\bhur (?:mår|är) (?:du|ni|läget)"
)

SELF_ANSWER = re.compile(
    r"^(?:because\b|yes\b|yep\b|no\b[,.!]|nope\b|well,|simple|easy|the (?:answer|reason|short answer)\b|answer:"
    r"|a:|nothing\b|none\b|nobody\b|obviously|of course|absolutely|not (?:really|much|at all|so|quite)|exactly"
    r"|probably (?:not|because)|it's because|that's because|i (?:don't think so|think (?:so|not)|doubt it"
    r"|suspect so|guess not)|turns out|to (?:avoid|make|ensure)\b|weil\b|ja\b[,.]|nein\b|parce que|oui\b|non\b"
    r"|omdat|nee\b|därför)"
)

SHORT_QUESTION = re.compile(
    rf"^(?:(?:your |any |some )?(?:thoughts|comments|ideas|feedback|suggestions|opinions?|objections|interest)"
    rf"|(?:any )?{ANY_NEWS}|agreed|agree|ok with you|okay with you|interested|possible|available|deal|status"
    rf"|when|where|who|which one|by when|how so|why|what time|how much|how many)(?: (?:on|about|for) (?:this|it"
    rf"|that|these|timing))?\W*\?"
)
