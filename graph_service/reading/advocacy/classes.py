"""The word classes that advocacy is made of: who speaks, to whom, about what, and with what opinion. No rule is here.

All are pieces of regular expressions over the plain form of `wording`; gaps are bounded.
"""

PRODUCT = (
    r"(?:theproduct|you(?: guys| folks| all| lot)?|your (?:[\w-]+ ){0,2}(?:team|tool|product|platform|software|solution"
    r"|app|people|support|folks|crew|guys|system|stuff|work|service|company|renewal|contract|name|line)|it|this"
    r"|(?:the|this|that) (?:[\w-]+ )?(?:tool|product|platform|software|solution|app|system|renewal|extension|expansion"
    r"|upgrade|rollout|partnership))"
)
NAMED = (
    r"(?:theproduct|you(?: guys| folks| all| lot)?|your (?:[\w-]+ ){0,2}(?:team|tool|product|platform|software|solution"
    r"|app|people|support|folks|crew|guys|system|service|company))"
)
_SENIOR = (
    r"(?:c[feotimsdpr]s?o|vps?|svp|evp|md|gm|board|boss(?:es)?|(?:managing |finance |it |sales |ops |operations |plant "
    r"|group )?directors?|head of [\w-]+|(?:line |general |plant |finance )?managers?|chief [\w-]+(?: officer)?"
    r"|president|exec(?:s|utives?|utive team)?|leadership(?: team)?|lead|management(?: team)?|c-suite|c-level"
    r"|steering (?:committee|group)|steerco|partners|owners?|founders?|chair(?:man|woman)?|sponsors?|higher-?ups"
    r"|committee|controllers?|buyers?|auditors?|investors|department heads|shareholders|directorate|trustees|governors"
    r"|dean|rector|provost|principal|headmaster|headmistress|mayor|minister|ministry|matron|superintendent|treasurer"
    r"|bursar|comptroller|superiors?|supervisors?|chief [\w-]+|(?:deputy )?heads?|senior \w+|excom|exco|comex|council"
    r"|works council|union|trust)"
)
_FUNCTION = (
    r"(?:procurement|purchasing|finance|legal|security|compliance|hr|operations|ops|accounting|accounts|controlling"
    r"|sales|marketing|engineering|logistics|production|quality|planning|warehouse|treasury|audit|budget|product"
    r"|customer service|data|dev|commercial|supply chain|r&d)"
)
_FELLOWS = (
    r"(?:colleagues?|teammates|team mates|peers?|counterparts?|co-?workers?|friends?|folks|people|crowd"
    r"|network|contacts?"
    r"|guys|lot|bunch|sister compan(?:y|ies)|parent company|group|hq|headquarters|subsidiar(?:y|ies)|company"
    r"|organi[sz]ation|business|teams?|departments?|divisions?|units?|plants?|sites?|offices?|branch(?:es)?|regions?"
    r"|factor(?:y|ies)|entit(?:y|ies)|companies|firms|customers|suppliers|partners|affiliates?|cooperative"
    r"|co-op|chamber"
    r"|association|federation|network|club|guild|circle|hospitals?|clinics?|schools?|universit(?:y|ies)|hotels?|stores?"
    r"|shops|depots?|warehouses?|farms?|councils|practices|wards|faculty|neighbou?rs?|planners|engineers|nurses|doctors"
    r"|teachers|dispatchers|foremen|accountants)"
)
AUDIENCE = (
    r"(?:(?:our|my|the|a|an|both|all|some|several|two|three|any|every|half|other|new|their)(?: of)?(?: "
    r"(?:our|my|the))?"
    rf" (?:[\w'-]+ ){{0,3}}?(?:{_SENIOR}|{_FUNCTION}|{_FELLOWS}|it)\b(?: (?:team|people|folks|guys|department|side|lead"
    rf"|director|manager|colleagues|meeting|review))?"
    rf"|{_SENIOR}\b|{_FUNCTION}\b|hq|headquarters|group (?:it|finance|procurement|hq|level|management)"
    r"|(?:\w+ )?other [a-z-]{3,}s\b|colleagues|peers|people|anyone|anybody|every ?one|everybody|aname|whoever|half \w+"
    r"|her|him|them|folks|others|upstairs|it (?:team|people|folks|department|security))"
)
PLACE = (
    r"(?:internally|upstairs|up the (?:chain|ladder|line)|in-house|around (?:here|the (?:office|company|building))"
    r"|(?:in|at|during|to|before|for) (?:our|the|my|this|last|an?) (?:[\w'-]+ ){0,4}?(?:meeting|review|committee"
    r"|offsite|round|board|all[- ]hands|town hall|qbr|steerco|stand-?up|conference|summit|meet-?up|dinner|forum"
    r"|workshop|leadership|network|association|round ?table|planning|budget|forecast|committee|council|call)"
    r"|on linkedin|within (?:the|our) (?:company|group|business))"
)
_ADVERB = (
    r"(?:have|had|am|are|was|been|just|already|even|also|only|personally|recently|always|really|often|regularly"
    r"|finally|happily|proudly|actively|constantly|still|will|be|going|to|keep|kept|did|do|then|now|again|gladly"
    r"|fully|all|both|myself|actually|usually|even|definitely|certainly|absolutely|strongly|once|again|openly|"
    r"repeatedly|successfully|pretty|much|quite|very|so|spent|years|months|weeks|an|hour|the|morning|afternoon)"
)
_US = (
    r"(?:i|we|my team|our team|the team|my colleagues|our people|my people|the guys|everyone here|everybody here"
    r"|aname and i|me and aname|both of us|all of us)"
)
ME = (
    rf"(?:(?:^|[,;:(.-] ?|\b(?:{_US}|(?:i|we) (?:[\w'%$-]+[ ,]+){{1,14}}?(?:and|but|so|then)) )"
    rf"(?:(?:also|so|and|well|yes|ps|yesterday|today|this morning|last \w+|earlier)[, ]+)?(?:{_ADVERB} ){{0,5}})"
)
"""The speaker as the one who acts: a first person, or no subject at all at the start of a clause."""

I = rf"(?:\b{_US} (?:{_ADVERB} ){{0,5}})"  # noqa: E741 - the pronoun it stands for
GAP = r"[^;?!]{0,60}?"
NEAR = r"[^;?!.]{0,30}?"

PRAISE = (
    r"\b(?:great|good|excellent|fantastic|brilliant|amazing|solid|superb|outstanding|impress\w*|happy|happier|pleased"
    r"|delighted|thrilled|glad|proud|best|lov(?:e[sd]?|ing)|valuable|invaluable|essential|vital|critical|worth\w*"
    r"|right (?:choice|call|tool|decision|partner|thing)|useful|helpful|reliable|better|faster|quicker|easier|smoother"
    r"|smooth|well|sav(?:e[sd]?|ings?)|pa(?:ys?|id) (?:for itself|off)|return|roi|payback|value|benefits?"
    r"|wins?|success\w*"
    r"|gains?|difference|game[ -]?chang\w+|keep(?:ing)?|stay(?:ing)?|stick(?:ing)? with|renew(?:ing|al)?|extend\w*"
    r"|expan[ds]\w*|roll(?:ing|ed)? (?:it |this )?out|more seats|more licen[cs]es|standardi[sz]\w+|adopt\w*|on board"
    r"|should (?:put|buy|take|roll|extend|keep|stay|renew|use|try|have|look at|talk to|get|see|be using"
    r"|copy|do the same)|need this|(?:do|have) the same"
    r"|how (?:much|far|well|quick\w*|fast|smooth\w*|easy|easily|little|many)|without (?:it|you|theproduct|this)"
    r"|gold standard|untouchable|(?:top|full|best|high) marks|glowing|positive(?:ly)?|blown away|makes? sense|preferred"
    r"|(?:number one|first) choice|no (?:point|need|reason|sense|use) (?:in |to )?(?:\w+ "
    r"){0,5}?(?:tender\w*|switch\w*|look\w*"
    r"|chang\w*|compar\w*|shop\w*|replac\w*|market)|lost without|good (?:results?|thing|job)|star\b|godsend|lifeline"
    r"|not negotiable|non-negotiable|not going anywhere|only (?:tool|vendor|supplier|system|one|thing)|favou?rite"
    r"|trust\w*|confident|cut|halved|doubled|down (?:from|by|to)|fewer|less (?:time|work|effort|stress|errors)"
    r"|hours back|time back|no[- ]brainer|money well spent|recommend\w*|five stars?|10 out of 10|ten out of ten"
    r"|(?:you|they|it|theproduct) (?:deliver\w*|work[s]?|deserve\w*|kept|earned)|deliver(?:s|ed)|worked|works"
    r"|deserve\w*|credit|praise[sd]?|improve\w*|progress|strong\w*|safe pair|a pleasure|joy|wonderful|big fan|winner"
    r"|hit|exactly what|finally (?:see|have|know|work)\w*|life ?saver|backbone|hands off|over my dead body"
    r"|last thing|daft|mad(?:ness)?|crazy|no way|must (?:stay|keep)|stays?|cost us|your name|business "
    r"cards|leads|(?:come|go|have a|take a) (?:and )?(?:see|look)|try (?:it|you|theproduct)|(?:call|ring"
    r"|talk to|speak to) you|do the same|(?:the|an|our) (?:way|example|model|benchmark)|every (?:one|site"
    r"|plant|team|planner|office)|deserves?|priority|sponsor|pry|out of my hands|without me|resign|i "
    r"(?:would|will) quit|find (?:themselves|yourself|himself|herself) another|sold on|fan)\b"
)
NEGATIVE = (
    r"\b(?:bad(?:ly)?|poor(?:ly)?|terrible|awful|disappoint\w*|frustrat\w*|unhappy|(?<!no )(?<!fewer "
    r")(?<!less )(?<!without )(?:problems?|issues?)|bugs?"
    r"|buggy|outages?"
    r"|down (?:again|all|since|for)|broken|broke|fail\w*|too slow|slow(?:er)?|late|delay\w*|missing|worse|worst|useless"
    r"|too expensive|overpriced|cancel\w*|terminat\w*|drop(?:ping)? (?:you|it|theproduct)|leav(?:e|ing) "
    r"(?:you|it|theproduct)"
    r"|replac(?:e|ing) (?:you|it|this|theproduct)|alternatives?|look(?:ing)? elsewhere|elsewhere|not renew\w*|regret\w*"
    r"|wast\w+|complain\w*|escalat\w*|refund|concern(?:s|ed|ing)?|trouble|sorry|blame\w*|error\w*|crash\w*|not happy"
    r"|stuck|lost(?! without)|losing|weeks? without|unusable|unacceptable|nightmare|mess|struggl\w*"
    r"|pain(?:ful)?|joke|unreliable"
    r"|not (?:good|great|working|worth|impressed|reliable|acceptable|ready)|mistake|embarrass\w*|apolog\w+|fool(?:ish)?"
    r"|stupid|egg on|against|not (?:sure|convinced)|doubts?|sceptical|skeptical)\b"
)
