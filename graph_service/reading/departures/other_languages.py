"""The most usual forms of leaving and of following somebody in German, French and Dutch."""

from graph_service.reading.departures.forms import form

_DE_FIRM = (
    r"(?:das unternehmen|die firma|den betrieb|uns|die gesellschaft|unser(?:e|en)? (?:haus|firma|unternehmen"
    r"|team))"
)
_FR_FIRM = r"(?:l'entreprise|la société|la boîte|ses fonctions|son poste|le groupe|l'équipe|l'organisation)"
_NL_FIRM = r"(?:het bedrijf|de organisatie|ons(?: bedrijf| team)?|de firma|de onderneming)"
_DE_ROLE = r"(?:nachfolger(?:in)?|nachfolge)"

OTHER_LANGUAGES = (
    *form(
        "ich_gehe", "farewell", 0.88,
        r"\bmein(?:en|em)? letzter? (?:arbeits)?tag\b(?! (?:vor|im urlaub|in der woche))",
        r"\bmeinem letzten (?:arbeits)?tag\b(?! (?:vor|im urlaub))",
        rf"\bich (?:verlasse|werde)\b[^.;!?]{{0,50}}?\b(?:{_DE_FIRM}\b|{{firm}} (?:verlassen|zum|ende"
        rf"|nach))(?! (?:verschieben|informieren|melden|mitteilen))",
        r"\bich{adv} (?:habe|hab) (?:zum |per |meine? |heute |letzte woche |fristgerecht )*(?:stelle "
        r"|job )?gekündigt",
        r"\bich (?:gehe|wechsle|scheide)\b[^.;!?]{0,50}?\b(?:in (?:den ruhestand|rente)|aus (?:dem unternehmen"
        r"|der firma)|zu einem (?:anderen|neuen) (?:arbeitgeber"
        r"|unternehmen)|(?:aus )?aus\b)",
        r"\bstelle ich mich einer neuen (?:beruflichen )?herausforderung"
        r"|\bneue (?:berufliche )?herausforderung (?:an|suche|gefunden)",
        r"\bverabschiede (?:ich )?mich (?:heute |damit |hiermit )*(?:von (?:ihnen|euch|{firm}|{company})"
        r"|aus dem unternehmen)",
        is_strong=True,
        needs=(
            "letzte|verl|gekündigt|ruhestand|rente|wechsl|scheid|gehe|herausforderung|verabschied|werde"
        ),
    ),
    *form(
        "kollege_ging", "colleague", 0.86,
        r"{who} (?:hat|haben|wird|verlässt|verlassen|verliess|verließ)\b[^.;!?]{0,40}?\b" + _DE_FIRM
        + r"(?: [\w. ]{0,30})?(?: verlassen|[.,;!]|$| zum| ende| nach| verlässt)",
        r"{who} (?:ist|arbeitet|sind)\b[^.;!?]{0,30}?\bnicht mehr (?:bei (?:uns|{firm})|im (?:unternehmen|haus"
        r"|team)|in (?:der|unserer) firma|für (?:uns"
        r"|{firm})|hier|da\b|tätig|beschäftigt)",
        r"{who} (?:ist|scheidet|wird)\b[^.;!?]{0,50}?\b(?:ausgeschieden|aus dem unternehmen (?:aus|ausscheiden)"
        r"|ausscheiden)",
        r"{who} (?:geht|ging|ist)\b[^.;!?]{0,30}?\bin (?:rente|den ruhestand|pension)",
        r"{who} hat (?:zum [\w. ]{2,20} |leider |letzte woche |fristlos )?gekündigt(?=[.,;!]|$| und)",
        r"\bweggang von {who}|\b(?:letzter|letzten) (?:arbeits)?tag von {who}",
        is_strong=True,
        needs=(
            "verl|nicht mehr|scheid|schied|rente|ruhestand|pension|kündigt|weggang|letzte"
        ),
    ),
    *form(
        "nachfolge", "successor", 0.82,
        r"\bich (?:habe|übernehme)\b[^.;!?]{0,60}?\bvon {who}(?: übernommen|[.,;!]|$| ab| und)(?! (?:während"
        r"|solange))",
        rf"\bich bin (?:der |die )?(?:neue )?{_DE_ROLE} (?:von )?{{who}}",
        rf"\bals (?:neue[rn]? )?{_DE_ROLE} von {{who}}",
        needs=(
            "nachfolg|übern"
        ),
    ),
    *form(
        "je_pars", "farewell", 0.88,
        r"\bmon dernier jour\b(?! (?:de (?:congé|vacances)|avant))|\bce sera mon dernier (?:jour|mail)",
        r"\bje (?:vais )?(?:quitte|quitter|quitterai)\b (?:{adv})(?:" + _FR_FIRM + r"|mes fonctions|mon poste|{firm})",
        r"\bj'ai (?:donné ma |présenté ma )?démission(?:né)?|\bj'ai (?:décidé de |choisi de )?quitt(?:er"
        r"|é) (?:" + _FR_FIRM + r"|mes fonctions|mon poste|{firm})",
        r"\bje pars (?:à|en) (?:la )?retraite|\bde nouve(?:lles aventures|aux (?:défis|horizons))",
        is_strong=True,
        needs=(
            "dernier|quitt|démission|retraite|nouve"
        ),
    ),
    *form(
        "collegue_parti", "colleague", 0.86,
        r"{who} (?:a|ont|va|vient de|quitte|quittera)\b[^.;!?]{0,25}?\b(?:quitt\w+ )?(?:nous (?:quitte|a quitté"
        r"|quittera)|" + _FR_FIRM + r")(?=[.,;!]|$| (?:le|la|en|fin|pour|au|depuis|et|il|à|début|hier|récemment))",
        r"{who} (?:nous (?:quitte|a quittés?|quittera)|a quitté {firm}|quitte {firm})",
        r"{who} (?:ne travaille plus|ne fait plus partie|n'est plus (?:chez|dans|parmi|en poste|employée?"
        r"|avec nous|là)|n'est plus des nôtres)",
        r"{who} (?:est parti|est partie|part|partira) (?:à la|en) retraite|{who} (?:a|ont) démissionné",
        r"\b(?:le )?départ de {who}(?= (?:le|la|en|fin|de|au|et|il)|[.,;!]|$)",
        is_strong=True,
        needs=(
            "quitt|ne travaille|ne fait|n'est plus|retraite|démission|départ"
        ),
    ),
    *form(
        "je_remplace", "successor", 0.82,
        r"\bje (?:remplace|succède à|prends la suite de|reprends [^.;!?]{2,40} de) {who}(?! (?:pendant|durant"
        r"|jusqu))",
        r"\bj'ai (?:remplacé|succédé à|repris [^.;!?]{2,40} de) {who}",
        r"\bje suis (?:la |le )?(?:nouve(?:au|lle) )?(?:remplaçante?|successeure?) de {who}",
        needs=(
            "remplac|succ|suite|repr"
        ),
    ),
    *form(
        "ik_ga", "farewell", 0.88,
        r"\bmijn laatste (?:werk)?dag\b(?! voor)",
        r"\bik (?:ga|heb)\b[^.;!?]{0,40}?\b(?:" + _NL_FIRM + r"|{firm})(?: \w{1,20}){0,3} verlaten\b",
        r"\bik verlaat (?:" + _NL_FIRM + r"|{firm})|\bik vertrek (?:per [\w ]{2,20} )?bij\b",
        r"\bik ga (?:met pensioen|uit dienst|weg bij|een nieuwe uitdaging)|\bneem ik afscheid van"
        r"|\bik neem afscheid van",
        r"\bik heb (?:mijn )?(?:ontslag (?:genomen|ingediend)|baan opgezegd)|\bnieuwe uitdaging (?:aangaan"
        r"|gevonden|elders)",
        is_strong=True,
        needs=(
            "laatste|verla|vertrek|pensioen|dienst|weg bij|uitdaging|afscheid|ontslag|opgezegd"
        ),
    ),
    *form(
        "collega_weg", "colleague", 0.86,
        r"{who} (?:heeft|hebben|verlaat"
        r"|gaat)\b[^.;!?]{0,30}?\b" + _NL_FIRM + r"(?: [\w ]{0,20})?(?: verlaten|[.,;!]|$| per| na| verlaat)",
        r"{who} (?:werkt|is|zijn)\b[^.;!?]{0,30}?\bniet (?:meer|langer) (?:bij (?:ons|{firm})|voor (?:ons|{firm})"
        r"|werkzaam|in dienst|hier|bij het bedrijf)",
        r"{who} (?:is|zijn)\b[^.;!?]{0,25}?\b(?:vertrokken|uit dienst|met pensioen)\b|{who} (?:gaat"
        r"|vertrekt)\b[^.;!?]{0,25}?\b(?:met pensioen|uit dienst|ons verlaten|bij ons)",
        r"\b(?:het )?vertrek van {who}|\blaatste (?:werk)?dag van {who}",
        is_strong=True,
        needs=(
            "verla|niet meer|niet langer|vertr|dienst|pensioen|laatste"
        ),
    ),
    *form(
        "opvolger", "successor", 0.82,
        r"\bik (?:heb|neem)\b[^.;!?]{0,50}?\bvan {who}(?: over(?:genomen)?\b)",
        r"\bik ben (?:de )?(?:nieuwe )?(?:opvolg(?:er|ster)|vervang(?:er|ster)) van {who}",
        r"\bik volg {who} op\b",
        needs=(
            "over|opvolg|vervang|volg "
        ),
    ),
)  # fmt: skip
