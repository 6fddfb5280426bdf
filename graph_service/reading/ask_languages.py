"""The forms of request in German, French, Dutch and Swedish; few and sure, since questions are found by their mark.

What somebody says they expect is a request in every language, so the English form stands here beside the others.
"""

from graph_service.reading.ask_rules import form

_OWED = (
    r"explanations?|answers?|replies|reply|response|apology|refund|credit note|confirmation|statement|proposal|decision"
    r"|resolution|solution|correction|report|update|call ?back|quote|copy|copies|invoice|payment"
)
OTHER_LANGUAGES = (
    form(
        "expect",
        0.75,
        (
            rf"(?:^|[,;:] ?|\b(?:and|so|but) )(?:i|we) (?:do |would |now |therefore |still |also |shall )?expect "
            rf"(?:to (?:receive|get|see|have) )?(?:an?|your|the|some|full|written|prompt) (?:[a-z]{{1,20}} ){{0,2}}"
            rf"(?:{_OWED})\b(?! from (?!you\b))"
        ),
        (
            r"(?:^|[,;:] ?|\b(?:and|so|but) )(?:i|we) (?:do |now |therefore |still )?expect "
            r"(?:to hear (?:back )?from you|you to)\b"
        ),
        (
            r"\b(?:ich erwarte|wir erwarten|erwarte ich|erwarten wir) "
            r"(?:(?:daher|nun|hierzu|dazu|also|bis [^ .!?]{1,20}) ){0,3}(?:von (?:ihnen|dir|euch)"
            r"|(?:eine?n?|ihre?n?|deine?n?|die|den) (?:[a-zäöüß]{1,20} ){0,2}(?:erklärung|antwort|stellungnahme"
            r"|rückmeldung|bestätigung|gutschrift|entschuldigung|lösung|rückruf|bericht|vorschlag|entscheidung))\b"
        ),
        (
            r"\b(?:j'attends|nous attendons) (?:donc |toujours |encore )?(?:une?|votre|vos|ta|des) "
            r"(?:[a-zé]{1,20} ){0,2}(?:explications?|réponses?|retour|confirmation|excuses|remboursement|avoir|solution"
            r"|proposition|décision)\b"
        ),
        (
            r"\b(?:ik verwacht|wij verwachten|we verwachten|verwacht ik|verwachten wij) (?:dan ook |nog |graag )?"
            r"(?:van (?:u|je|jullie)|(?:een|uw|je|jullie|de) (?:[a-z]{1,20} ){0,2}(?:uitleg|verklaring|reactie"
            r"|antwoord|bevestiging|oplossing|terugbetaling|creditnota|voorstel|excuses))\b"
        ),
        (
            r"\b(?:jag|vi) (?:förväntar (?:mig|oss)|väntar mig) (?:ett|en|ert|er|ditt|din) (?:[a-zåäö]{1,20} ){0,2}"
            r"(?:svar|förklaring|återkoppling|bekräftelse|lösning|ursäkt|återbetalning|förslag)\b"
        ),
    ),
    form(
        "request",
        0.8,
        (
            r"(?:^|[,;:] ?|\b(?:und|also|dann) )(?:können|könnten|würden|dürft?en|könntet|könnt|möchten) (?:sie"
            r"|wir|ihr)\b"
        ),
        r"(?:^|[,;:] ?|\b(?:und|also|dann) )(?:kannst|könntest|würdest|magst|schickst|gibst) du\b",
        (
            r"\b(?:pouvez|pourriez|voudriez)-vous\b|\b(?:peux|pourrais)-tu\b|\best-ce que (?:vous|tu) (?:pouvez"
            r"|pourriez|peux|pourrais)\b"
        ),
        (
            r"(?:^|[,;:] ?|\b(?:en|dus|dan) )(?:kunt|zoudt?|wilt) u\b|(?:^|[,;:] ?|\b(?:en|dus|dan) )(?:kan|kun"
            r"|zou|wil|kunnen|zouden|willen) (?:je|jij|jullie)\b"
        ),
        r"(?:^|[,;:] ?|\b(?:och|så) )(?:kan|kunde|skulle|vill) (?:du|ni|någon)\b",
    ),
    form(
        "please",
        0.75,
        (
            r"(?:^|[,;:.] ?|\bund )bitte (?:(?:auch|noch|mir|uns|einmal|kurz|bis|dringend|umgehend) )*(?!beacht"
            r"|entschuldig|wend|find|nicht|verzeih|zögern|denk|melden sie sich bei fragen)[a-zäöüß]{3,}"
        ),
        (
            r"\b(?:schicken|senden|geben|sagen|nennen|teilen|leiten|prüfen|klären|bestätigen|schick|gib|sag"
            r"|prüf) (?:sie )?(?:mir|uns|es|das|die|den)? ?[^.!?]{0,60}\bbitte\b"
        ),
        r"\bich bitte (?:sie|um|dich)\b|\bwir bitten (?:sie|um)\b",
        (
            r"\bmerci d(?:e (?:bien vouloir |me |nous |m')?|')(?!avance|avoir)[a-zé']{3,}(?:er|ir|re)\b"
            r"|\bveuillez (?!trouver|noter|agréer|recevoir|croire|accepter|excuser)[a-zé]{3,}"
        ),
        r"\bje vous (?:prie|demande) de (?!agréer|recevoir|croire|trouver)|s'il (?:vous|te) pla[iî]t",
        (
            r"\b(?:alsjeblieft|alstublieft|s\.?v\.?p\.?|a\.?u\.?b\.?)(?:$|[ ,.!])|\bgraag (?:hoor|ontvang"
            r"|verneem|zie) (?:ik|wij)\b|\bgraag (?:uw|je|jullie) (?:reactie|akkoord|feedback|antwoord)"
        ),
        (
            r"(?:^|[,;:] ?)(?:gelieve|graag) (?:(?!(?:ik|wij|we|zou|zouden|wil|willen|kom|komen) )[^ .!?]{1,30} ){0,10}"
            r"(?:(?:op|toe|door|terug|mee)?(?:te )?sturen|(?:te )?(?:mailen|bevestigen|aanleveren|controleren|nakijken"
            r"|invullen|doorgeven|aangeven|bellen|terugbellen|ondertekenen|betalen|reageren|antwoorden)|laten weten)\b"
            r"(?! (?:ik|wij|we)\b)"
        ),
        (
            r"(?:^|[,;] ?)(?:vänligen|snälla|var vänlig|var god) (?!notera|observera|se |hitta)[a-zåäö]{3,}"
            r"|\btacksam (?:för|om)\b"
        ),
    ),
    form(
        "let_me_know",
        0.75,
        (
            r"\b(?:geben sie|gib|gebt) (?:mir|uns) (?:bitte )?(?:kurz )?bescheid\b|\bsag(?:en sie|t)? (?:mir"
            r"|uns)\b[^.!?]{0,30}\bbescheid\b|\blass(?:en sie|t)? (?:mich|uns|es mich) (?:bitte )?wissen\b"
            r"|\bmelde(?:n sie)? (?:dich|sich) (?:bitte )?(?:bei mir|bis|kurz)\b"
        ),
        r"\b(?:dites|dis|tenez|tiens|faites|fais)-(?:moi|nous)\b|\bmerci de me (?:dire|confirmer|tenir)\b",
        r"\blaat (?:het )?(?:me|mij|ons)(?: het)? (?:even )?weten\b|\bstuur (?:me|mij|ons)\b|\bhoor (?:het )?graag\b",
        (
            r"\blåt (?:mig|oss) (?:gärna )?veta\b|\b(?:hör|återkom) (?:gärna )?(?:av dig|med|till mig"
            r"|till oss)\b|\bmeddela (?:mig|oss)\b|\bskicka (?:mig|oss|gärna|över)\b"
        ),
    ),
    form(
        "need",
        0.7,
        (
            r"\b(?:ich|wir) (?:brauchen|brauche|benötigen|benötige|bräuchten?) (?:[^.!?]{0,60}\b(?:von (?:ihnen"
            r"|dir|euch)|bis (?:zum|spätestens|ende|morgen|montag|dienstag|mittwoch|donnerstag|freitag|\d)))"
        ),
        (
            r"\b(?:j'ai|nous avons|j'aurais|nous aurions|il (?:me|nous) faut)\b[^.!?]{0,60}\b(?:avant|d'ici"
            r"|pour) (?:le |la |lundi|mardi|mercredi|jeudi|vendredi|demain|\d)"
        ),
        (
            r"\b(?:ik|wij|we) heb(?:ben)?\b[^.!?]{0,60}\b(?:van (?:u|je|jullie)|voor (?:maandag|dinsdag"
            r"|woensdag|donderdag|vrijdag|\d))[^.!?]{0,30}\bnodig\b"
        ),
        r"\b(?:jag|vi) behöver\b[^.!?]{0,60}\b(?:från (?:dig|er)|senast|innan|före)\b",
    ),
)
