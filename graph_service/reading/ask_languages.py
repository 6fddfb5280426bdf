"""The forms of request in German, French, Dutch and Swedish; few and sure, since questions are found by their mark."""

from graph_service.reading.ask_rules import form

OTHER_LANGUAGES = (
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
