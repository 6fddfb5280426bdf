"""The forms of a colleague's last day, departure, empty role, successor or inner move. English only."""

from graph_service.reading.departures.forms import form

FOLLOWER_FORMS = (
    *form(
        "last_day_of", "colleague", 0.9,
        r"{whose} (?:last|final) (?:working |official )?(?:day|week(?= (?:is|was|will|at|here|with|starts"
        r"|in the)))(?! (?:of (?:the|his (?:holiday|leave)|her (?:holiday|leave)|training|school"
        r"|vacation|holiday)|on (?:holiday|leave|site)|before (?:her|his|the|a|going|vacation|holiday|christmas"
        r"|leave|maternity|parental)|in (?:london"
        r"|berlin|paris|town)))",
        r"\b(?:is|was|be) the (?:last|final) (?:working )?day (?:for|of) {who}(?! (?:vacation|holiday|trip|leave"
        r"|visit))",
        r"\b(?:leaving|farewell|goodbye|good-bye|retirement|send-?off|going.away) (?:do|party|drinks?|lunch|gift"
        r"|card|cake|dinner|present|event"
        r"|gathering) for {who}",
        r"{whose} (?:leaving|farewell|goodbye|retirement|going.away) (?:do|party|drinks?|lunch|gift|card|cake"
        r"|dinner|present|event)",
        r"\b(?:say|said|saying|bid|bidding|wave) (?:good-?bye|farewell|adieu) to (?:our (?:dear )?(?:colleague"
        r"|friend),? )?{who}",
        r"{whose} (?:departure|exit)\b(?! (?:time|flight|gate|date (?:from|to) (?:the )?airport|interview form"
        r"|lounge|from the (?:plan|agenda|script|norm|usual)))",
        r"\b(?:the|following|after|since|with|upon) (?:the )?(?:sudden |recent |unexpected )?(?:departure|exit"
        r"|resignation|retirement|loss) of {who}(?! (?:flight|data|train))",
        r"\bwe(?:'ve| have| just|'re| are)?{adv} (?:lost|losing) {who}(?= (?:last|at the|to (?:a competitor"
        r"|another|retirement|{new})|in (?:jan|feb|mar|apr|may|jun|jul"
        r"|aug|sep|oct|nov|dec)|this|next|as (?:of|our|a))|[.,;!]|$)(?! (?:as a customer|as customer))",
        needs=(
            "last day|final day|last week|final week|working day|official day|leaving|farewell|goodbye|good-bye|"
            "retirement|sendoff|send-off|going|adieu|departure|exit|resignation|loss|lost|losing"
        ),
    ),
    *form(
        "followed", "colleague", 0.8,
        r"\b(?:found|find|finding|hired?|hiring|looking for|search(?:ing)? for|recruit(?:ing|ed)?|look for|have"
        r"|need|named|appointed|seeking|onboarding|get|announce[d]?)"
        r" (?:a |the |any )?(?:new |permanent |suitable )?(?:replacement|successor) for {who}(?! (?:laptop|phone"
        r"|account|login|seat))",
        needs="replacement|successor",
    ),
    *form(
        "followed", "colleague", 0.8,
        r"{whose} (?:replacement|successor)(?= (?:is|was|will|has|starts?|started|joins?|joined|begins|who|as|at"
        r"|in|on|from|until|yet|arrives|can|should|takes)|,|\.|;|:|!|$)",
        needs="replacement|successor",
    ),
    *form(
        "followed", "colleague", 0.8,
        r"\b(?:replacement|successor) (?:for|of|to) {who}(?= (?:is|was|will|has|starts|joins|at|as|who|and)"
        r"|[.,;!]|$)",
        needs="replacement|successor",
    ),
    *form(
        "followed", "colleague", 0.8,
        r"{next}(?:{has}|{is}|'ll| will| will be)?{adv} (?:take|took|taken|taking"
        r"|takes) over (?:the )?(?:[\w ]{2,30}? )?(?:from|for) {who}(?! (?:on (?:the|this)|while|until|today"
        r"|during))",
        needs="over ",
    ),
    *form(
        "followed", "colleague", 0.8,
        r"{next}(?:{has}|{is}|'ll| will| will be)?{adv} (?:take|took|taken|taking|takes) (?:over"
        r"|on) {whose} (?:old |former |previous )?(?:role|position|job|responsibilities|duties|accounts?"
        r"|portfolio|work|tasks|team|desk)",
        needs="over |taking on|took on|take on|taken on|takes on",
    ),
    *form(
        "followed", "colleague", 0.8,
        r"{next}(?:{has}|{is}|'ll| will| will be)?{adv} (?:replac(?:e|ed|es|ing)|succeed(?:s|ed|ing)?|step(?:ped"
        r"|ping) in(?:to the role)? for) {who}(?= (?:as|in|at|who|from|on)|[.,;!]|$)(?! as (?:speaker|host"
        r"|chair of the meeting))",
        needs="replac|succe|step",
    ),
    *form(
        "followed", "colleague", 0.8,
        r"{whose} (?:old|former|previous) (?:role|position|job|responsibilities|duties|accounts?|portfolio|work"
        r"|tasks|team|desk|projects?|seat|boss|email)",
        needs="old |former |previous ",
    ),
    *form(
        "followed", "colleague", 0.8,
        r"{who} (?:was|has been|is being|will be|got){adv} (?:replaced|succeeded) by {next}",
        needs="replaced|succeeded",
    ),
    *form(
        "followed", "colleague", 0.8,
        r"\b(?:our|my) (?:former|ex|previous|old)[ -](?:colleague|manager|boss|teammate|cfo|cto|ceo|coo|cio"
        r"|director|head of \w+|vp(?: of)? ?\w*|team lead|admin|lead),? {name}",
        needs="former|ex |ex-|previous|old ",
    ),
    *form(
        "followed", "colleague", 0.8,
        r"\b(?:inherited|inheriting|took over|taken over|taking over|picked up|picking up) (?:this|the|these|that"
        r"|it|everything|all|his|her|their|our)"
        r"(?: [\w-]+){0,4} (?:from|after) (?:our (?:former|previous) )?{name}(?= (?:who|when|after|last|in|at|as"
        r"|and)|[.,;!]|$)",
        needs="inherit|over |picked up|picking up",
    ),
    *form(
        "moved_inside", "internal_move", 0.7,
        r"{who}(?:{has}|{is}|'ll be| will be)?(?: been| being)?{adv} (?:moved|moving|transferr(?:ed|ing)|switched"
        r"|switching|rotated|rotating|going(?= (?:over|across|into|to (?:a|an|the|our|another)\b))|gone|shifted"
        r"|promoted|seconded)"
        r" (?:over |across |internally )?(?:to|into|teams|roles|departments)\b ?(?:a |an |the |our |another "
        r"|different |new )*(?:[\w&]+ ){0,3}?(?:team|department|division"
        r"|role|position|unit|side|function|group|internally|office|roles|teams)\b",
        r"{who}(?:{has})?(?: been)?{adv} promoted\b",
        r"{who}(?:{has}|'s)?{adv} (?:changed|changing|switched|switching) (?:roles|teams|departments"
        r"|jobs internally)",
        needs=(
            "mov|transfer|switch|rotat|going|gone|shift|promoted|second|chang"
        ),
    ),
)  # fmt: skip
