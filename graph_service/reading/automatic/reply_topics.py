"""The phrases by which automatic replies say why nobody answers, per topic, in seven languages. Tables only.

The order of TOPICS is the order of strength: who left the firm is also away, but who is away has not left. A change of
team or role inside a firm is named before leaving, since both use the same words.
"""

import re
from dataclasses import dataclass

_UNIT = (
    r"(?:team|department|division|group|unit|desk|account|project|area|function|role|position|side|section"
    r"|office in|practice|branch"
    r"|abteilung|bereich|équipe|service|afdeling|departamento|equipo|avdelning|teamet|reparto)"
)
_WHO = (
    r"(?:\bi|\bhe|\bshe|\bthey|\bwe|[a-zà-ÿ'.-]{2,30} [a-zà-ÿ'.-]{2,30}|person|recipient|addressee"
    r"|colleague|employee|user)"
)
_SELF = r"(?:has|have|'ve|had|is|am|'m|will be|be|been|was)"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, how sure a hit is, and its phrases; they are matched on small letters with straight apostrophes."""

    name: str
    rule: str
    confidence: float
    pattern: re.Pattern[str]


def _topic(name: str, rule: str, confidence: float, *alternatives: str) -> Topic:
    return Topic(name, rule, confidence, re.compile("|".join(f"(?:{one})" for one in alternatives)))


TOPICS = (
    _topic(
        "challenge", "challenge", 0.9,
        (r"(?:confirm|verify|prove)\b.{0,60}\b(?:you(?:'re| are) (?:a |not a )?(?:human|real|person|robot|spam)"
        r"|your (?:message|e-?mail|identity|address|humanity))"),
        (r"(?:click|reply|follow|visit)\b.{0,80}\b(?:to (?:be |get )?(?:release|deliver|approve|verif|confirm"
        r"|authenticat|whitelist))"),
        (r"(?:challenge[- /]response|sender verification|sender confirmation|spam ?arrest|boxbe|knowbe?spam|white-?list"
        r"|approved sender|guest list|tmda)"),
        r"(?:message|e-?mail) is being held|not (?:yet )?(?:on|in) my (?:approved|allowed)",
    ),
    _topic(
        "parental_leave", "parental", 0.93,
        (r"\b(?:parental|maternity|paternity|adoption|pregnancy|baby|family|primary carer'?s?) leave\b"
        r"|\bmat(?:ernity)? leave\b"),
        r"\belternzeit|mutterschutz|vaterschaftsurlaub|babypause",
        r"cong[ée]s? (?:de )?(?:maternit|paternit|parental)",
        r"congedo (?:di )?(?:maternit|paternit|parental)|in maternità",
        r"zwangerschapsverlof|ouderschapsverlof|bevallingsverlof|vaderschapsverlof|geboorteverlof",
        (r"(?:baja|permiso|licencia) (?:de |por )?(?:maternidad|paternidad|maternal|paternal|parental)"
        r"|föräldra?ledig|mammaledig|pappaledig"),
    ),
    _topic(
        "internal_move", "moved-inside", 0.88,
        (rf"(?:no longer|not) (?:\w+ ){{0,4}}?(?:with|in|on|part of|a member of|work(?:ing)? (?:in|on|with|for)"
        rf"|responsible for|covering|looking after|managing|handling|supporting) (?:the |our "
        rf"|my )?(?:[\w&'/-]+ ){{0,3}}?{_UNIT}\b"),
        (rf"(?:moved|moving|transferred|transferring|switched|changed|transitioned|rotated"
        rf"|relocated) (?:on )?(?:to |into |in |within )?(?:a |an |another |the |our "
        rf"|my )?(?:[\w&'/-]+ ){{0,3}}?(?:{_UNIT}|roles?|positions?|teams|responsibilit\w+"
        rf"|internally)\b(?! (?:at|with) [a-z])"),
        (r"(?:new|different|another) (?:role|position|team|department|assignment|job"
        r"|function) (?:within|inside)\b|(?:with)in (?:the (?:same )?)?(?:company|firm|group"
        r"|organi[sz]ation)|internal(?:ly)? (?:move|transfer|moved)"),
        (r"(?:taken (?:on|up)|started|in) a (?:new|different) (?:role|position|job|function)\b(?! (?:at|with"
        r"|outside|elsewhere))"),
        r"(?:left|leaving) (?:the |our |my )?(?:[\w&'/-]+ ){0,2}?(?:team|department|division|desk|project)\b",
        (r"(?:abteilung|bereich|position|rolle|team|aufgabe)\w* (?:\w+ ){0,2}?(?:gewechselt|übernommen)|(?:neue"
        r"|andere)\w* (?:rolle|aufgabe|position|funktion|abteilung) (?:\w+ ){0,3}?(?:im (?:haus|unternehmen)"
        r"|innerhalb|übernommen)|intern gewechselt"),
        (r"chang[ée] (?:de|d') ?(?:service|poste|fonctions?|équipe|département)"
        r"|nouvelles? fonctions? (?:au sein|dans)"),
        (r"(?:andere|nieuwe) (?:functie|rol|afdeling) (?:binnen|gekregen)"
        r"|cambiado de (?:puesto|departamento|equipo|funci)|bytt (?:avdelning|roll|tjänst|team)"
        r"|cambiato (?:ruolo|reparto|funzione)|nuovo ruolo (?:all'interno|in azienda)"),
    ),
    _topic(
        "left", "left-firm", 0.94,
        (rf"{_WHO},? (?:{_SELF}|who) ?(?:\w+ ){{0,3}}?no longer (?:\w+ )?(?:with|at|employed|working|work|works"
        rf"|an employee|part of|associated|available at|here|in the (?:company|firm|organi[sz]ation))\b"),
        (r"\bno longer (?:an? )?(?:work|works|working|employed|employee|with (?:the )?(?:company|firm"
        r"|organi[sz]ation|us|this))\b|\bno longer (?:am |is )?(?:with|at) (?!the office|my desk"
        r"|your)[\w&.'-]{2,40}"),
        (r"(?:has|have|'ve|having|recently|already|just|i|he|she|they) (?:now |recently |just |already |since "
        r"|sadly )?left (?!for\b|the office\b|the building|early|on (?:vacation|holiday|leave|annual)|to (?:go"
        r"|attend)|you\b|it\b|a\b|an\b|some)(?:the |our |us\b|my |as\b|[\w&.'-]{2,40})"),
        (r"\b(?:am|will be|'ll be|is|are|be) (?:\w+ )?leaving (?!for\b|the office\b|early|on (?:vacation"
        r"|holiday|leave|annual)|today for|tomorrow for)(?:the |our |us\b|my |on |at |by |[\w&.'-]{2,40})"),
        (r"\blast (?:working )?day (?:\w+ ){0,3}?(?:is|was|will be|of (?:work|employment)|at|with|in|:)"
        r"|\bmy last day\b|\bdeparture from (?:the )?[\w&.'-]{2,40}|\bmy departure\b"),
        (r"\b(?:has|have|'ve|i|he|she) (?:now |recently |just |since )?(?:retired|resigned|moved on|departed"
        r"|been made redundant|been laid off|passed away|parted ways)\b|\bin (?:my )?retirement\b|\bi am retir"
        r"|\bleft employment|\bceased (?:to work|working|employment)|\b(?:moved on|move on) (?:from|to)\b"
        r"|\bpursue (?:\w+ ){0,3}?(?:opportunit|challenge|career|interest)|\bformer employee\b|\bnew chapter\b"),
        (r"(?:unternehmen|firma|haus|gesellschaft|[\wäöüß&.-]{2,40}) (?:\w+ ){0,4}?verlassen\b"
        r"|verlasse (?:ich )?(?:\w+ ){0,3}|ausgeschieden|nicht (?:mehr|länger) (?:\w+ )?(?:bei|für"
        r"|im unternehmen|in der firma|beschäftigt|tätig|angestellt)\b|nicht mehr (?:\w+ ){1,4}?(?:tätig"
        r"|beschäftigt|angestellt)|letzter (?:arbeits)?tag|im ruhestand|in (?:rente|pension)\b"
        r"|arbeitet nicht mehr|arbeite nicht mehr"),
        (r"(?:j'ai|a|ai|avoir|avons) (?:\w+ )?quitt[ée]|(?:ne|n') ?(?:\w+ ){0,2}?(?:travaille|fai[ts]|est|suis"
        r"|fais) plus (?:\w+ ){0,2}?(?:partie|chez|dans|pour|au sein|salari|collabora|employ)|dernier jour"
        r"|(?:parti|partie|départ) (?:à|en|de) (?:la )?(?:retraite|l'entreprise|la société)|à la retraite"),
        (r"niet (?:meer|langer) (?:\w+ )?(?:werkzaam|in dienst|actief|bij)|werk(?:t)? niet (?:meer|langer)"
        r"|(?:uit dienst|vertrokken|met pensioen)|laatste werkdag|(?:bedrijf|organisatie"
        r"|[\w&.-]{2,40}) (?:heeft |heb )?verlaten"),
        (r"ya no (?:\w+ )?(?:trabaj|form|pertenec|est[oá])\w*|(?:he|ha) dejado|dej[oé] (?:de trabajar"
        r"|la empresa|la compañ)|último día|me he jubilado|jubilad[oa]"),
        (r"(?:jobbar|arbetar) (?:\w+ )?inte (?:längre|kvar)|inte längre (?:kvar|anställd|arbet|jobb)"
        r"|(?:har )?(?:slutat|gått i pension)|(?:min )?sista (?:arbets)?dag|lämnat (?:företaget|[\w&.-]{2,40})"),
        (r"non (?:\w+ )?(?:lavor\w+|fa(?:ccio)?|collabor\w+|è|sono) più (?:\w+ )?(?:per|in|parte|presso|con|qui"
        r"|dipendente|alle)|(?:ho|ha) lasciato (?:l'azienda|la società|[\w&.-]{2,40})|ultimo giorno"
        r"|in pensione"),
    ),
    _topic(
        "internal_move", "other-duties", 0.7,
        r"no longer (?:responsible for|in charge of|covering|looking after|managing|handling)\b",
        (r"no longer your (?:contact|account|point of)|nicht mehr (?:\w+ ){0,3}?zuständig|niet (?:meer"
        r"|langer) verantwoordelijk"),
        (r"ne suis plus (?:en charge|responsable)|ya no soy responsable|inte längre ansvarig|non (?:mi occupo"
        r"|sono) più (?:di|responsabile)"),
    ),
    _topic(
        "long_leave", "long-leave", 0.88,
        (r"\bsabbatical|\b(?:sick|medical|health|disability|bereavement|compassionate|unpaid|study|career"
        r"|extended|long[- ]term|special) (?:leave|break|absence)\b|\bleave of absence\b|\b(?:health"
        r"|medical) reasons\b|\bdue to (?:illness|sickness)|\boff sick\b|\bextended period\b|\bon sick\b"
        r"|\bi(?:'m| am) (?:ill|sick|unwell)\b|\buntil further notice\b"),
        (r"krankgeschrieben|krankheitsbedingt|erkrank|krankheit|bis auf weiteres|langzeit|sabbatjahr"
        r"|arr[êe]t (?:de )?(?:maladie|travail)|cong[ée] (?:de )?(?:maladie|sabbatique|longue)|ziekteverlof"
        r"|wegens ziekte|ziek\b|baja (?:m[ée]dica|por enfermedad|laboral)|excedencia|sjukskriven|sjukledig"
        r"|tjänstledig|in malattia|aspettativa|anno sabbatico"),
    ),
    _topic(
        "out_of_office", "away", 0.9,
        (r"\bout of (?:the |my )?office\b|\bout[- ]of[- ]office\b|\booo\b|\bout (?:from|until|till|on|of town"
        r"|this|next|today|for)\b|\bnot (?:in|at) (?:the |my )?(?:office|desk|work)\b|\baway (?:from|through"
        r"|thru|all|until"
        r"|till|on|for|this|next|today|and|with|at)\b|\bon (?:\w+ ){0,2}?(?:leave|vacation|holidays?|pto"
        r"|paternity|business trip|training|a trip|honeymoon|duty travel|travel)\b|\bannual leave\b"
        r"|\btravel?ling\b|\battending\b"),
        (r"\b(?:will|shall|'ll) (?:be )?(?:return|back|returning)\b|\b(?:back|return(?:ing)?) (?:in "
        r"|to )?(?:the |my )?(?:office|work|desk)?\s?(?:on|in|by|from|the|mon|tue|wed|thu|fri|\d)|(?:limited"
        r"|no|intermittent|little|sporadic|restricted|irregular"
        r"|infrequent) (?:\w+ )?access to (?:my )?(?:e-?)?mail|(?:closed|unavailable|not available"
        r"|absent) (?:\w+ )?(?:until|till|from|for|on|due|during|between)\b|\bhave (?:today|the day) off\b"
        r"|\bday off\b"),
        (r"nicht (?:im (?:büro|haus|hause|dienst)|am (?:platz|arbeitsplatz)|erreichbar|da\b|anwesend|im office)"
        r"|außer haus|ausser haus|abwesen|im urlaub|in urlaub|urlaub\b|dienstreise|wieder (?:erreichbar"
        r"|im (?:büro|haus|dienst)|zurück|da|für sie)|zurück (?:am|ab|im)"),
        (r"absent|en congé|en vacances|en déplacement|de retour|hors du bureau|pas (?:au bureau|disponible"
        r"|joignable)|serai de retour|indisponible"),
        (r"afwezig|niet (?:op kantoor|aanwezig|bereikbaar|beschikbaar)|met (?:vakantie|verlof)|op vakantie"
        r"|weer (?:aanwezig|bereikbaar|terug|op kantoor)|vakantie\b|terug op"),
        (r"fuera de (?:la )?oficina|de vacaciones|ausente|no (?:estoy|estaré) (?:disponible|en)|estaré (?:fuera"
        r"|de vuelta|ausente)|regres(?:o|aré)|vuelvo|vacaciones"),
        (r"inte på (?:kontoret|plats)|på semester|semester\b|tjänsteresa|frånvarande|åter (?:på|den|i)"
        r"|tillbaka (?:på|den|i)|ledig\b|på resande fot|borta"),
        (r"fuori (?:sede|ufficio)|in ferie|assente|in vacanza|in trasferta|rientr(?:o|erò)|sarò (?:di ritorno"
        r"|assente|fuori)|non (?:sono|sarò) (?:in ufficio|disponibile)"),
    ),
    _topic(
        "ticket_ack", "ticket", 0.88,
        (r"\b(?:ticket|case|request|inquiry|enquiry|incident|reference|query|support)(?: ?(?:number|no\.?|id"
        r"|ref(?:erence)?|#))(?: (?:is|for|has))?[ :#-]{0,4}[\[(#]?[a-z]{0,8}[-_]?\d|\[(?:ticket|case|request"
        r"|sr|inc)?[ #:-]{0,3}[a-z]{0,6}-?\d{3,12}\]|\b(?:ticket|case|incident|support request|service request"
        r"|request) (?:#?\w{0,20}\d\w{0,12} )?(?:has been|was|is) (?:now )?(?:successfully )?(?:received"
        r"|created|opened|logged|registered|submitted|assigned|raised)|(?:ihre anfrage|ticket"
        r"|vorgang)\w* .{0,60}(?:erfasst|eröffnet|erstellt|eingegangen|ticketnummer|vorgangsnummer)"
        r"|ticketnummer|votre (?:demande|ticket) .{0,60}(?:enregistr|reçue?|créée?)|uw (?:aanvraag|ticket"
        r"|verzoek) .{0,60}(?:geregistreerd|ontvangen)|su (?:solicitud|ticket|consulta) .{0,60}(?:recibid"
        r"|registrad|cread)|ditt ärende|ärendenummer|la (?:sua|tua) richiesta .{0,60}(?:ricevuta|registrata"
        r"|presa in carico)"),
    ),
    _topic(
        "address_change", "new-address", 0.85,
        (r"(?:e-?mail|mail) address (?:\S{1,80} )?(?:has (?:been )?changed|is (?:changing|no longer (?:in use"
        r"|active|valid|used|monitored))|will (?:change|be (?:closed|deactivated|switched)))|(?:my"
        r"|our) (?:new )?(?:e-?mail )?address (?:is now|has changed|changed)|new e-?mail address|(?:mailbox"
        r"|inbox|account|address) is (?:no longer|not) (?:in use|active|monitored|read|checked|used)"
        r"|neue (?:e-?mail-?)?adresse|nouvelle adresse|nieuw(?:e)? (?:e-?mail)?adres|nueva direcci[oó]n"
        r"|ny (?:e-?post|mail)adress|nuovo indirizzo"),
    ),
    _topic(
        "receipt", "receipt", 0.75,
        (r"(?:thank you|thanks) for (?:your )?(?:e-?mail|message|mail|contacting|writing|reaching"
        r"|getting in touch|inquiry|enquiry|request|interest)|(?:we|i) (?:have |'ve )?received your|(?:was"
        r"|wurde) (?:read|displayed|gelesen|angezeigt) (?:on|am)|will (?:get back|respond|reply|be in touch"
        r"|answer|contact you)|vielen dank für (?:ihre|deine)|merci (?:pour|de) (?:votre|nous)|bedankt voor"
        r"|dank (?:u|je) (?:wel )?voor|gracias por|tack för (?:ditt|din)|grazie per"),
    ),
)  # fmt: skip
