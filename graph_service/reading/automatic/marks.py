"""The words and headers by which machines give themselves away: tables only, the judgement is in `kinds`.

Sources: RFC 3834 (Auto-Submitted), RFC 3464 (reports), RFC 5965 (feedback), RFC 2369 and 2919 (lists), and what
servers and mail programs send in practice. X-Auto-Response-Suppress is no mark: Outlook puts it on human mail.
"""

import re

REPLY_HEADERS = (
    "X-Autoreply",
    "X-Autorespond",
    "X-Autoreply-From",
    "X-Auto-Reply",
    "X-Mail-Autoreply",
    "X-Autoresponder",
)
REPLY_PRECEDENCES = ("auto_reply", "auto-reply", "autoreply")
LIST_HEADERS = (
    "List-Post", "Mailing-List", "X-Mailing-List", "X-BeenThere", "X-Mailman-Version", "X-Listserver", "X-Listserv",
    "X-Majordomo-Version", "X-Google-Group-Id", "X-Yahoo-Newman-Property", "X-Sympa-To", "X-Original-List",
)  # fmt: skip
LIST_SENDER = re.compile(r"^owner-|^[^@]{1,80}-(?:owner|bounces|admin|request|errors)(?:[+=][^@]{0,120})?@")
TICKET_HEADERS = (
    "X-Zendesk-Ticket-Id", "X-RT-Ticket", "RT-Ticket", "X-OTRS-Ticket", "X-Freshdesk-Ticket", "X-SFDC-Case",
    "X-JIRA-FingerPrint", "X-Intercom-Bin",
)  # fmt: skip

ROBOTS = re.compile(
    r"^(?:no[._-]?reply|do[._-]?not[._-]?reply|nicht[._-]?antworten|ne[._-]?pas[._-]?repondre"
    r"|nao[._-]?responda|no[._-]?responder"
    r"|non[._-]?rispondere|notifications?|alerts?|mailer|automailer|bounces?|auto(?:mated"
    r"|matic)?[._-]?(?:reply|mail(?:er)?|response|confirm))"
    r"(?:[+._-][^@]{0,100})?@|^[^@]{0,80}[._-](?:no[._-]?reply|donotreply)@"
)
NEWS_SENDERS = re.compile(r"^(?:newsletters?|e-?newsletter|digest|mailings?|news-?mail)(?:[+._-][^@]{0,80})?@")
DAEMONS = re.compile(
    r"^(?:mailer[._-]?daemon|mail[._-]?delivery(?:[._-]?(?:system|subsystem|service))?|mdaemon|maildaemon"
    r"|double-bounce|bounce-?daemon)@"
)
POSTMASTERS = re.compile(r"^(?:post-?master|mail-?admin|microsoftexchange[0-9a-f]{0,40})(?:[+_.-][^@]{0,60})?@")
DAEMON_NAMES = re.compile(
    r"mailer[ ._-]?daemon|mail delivery (?:sub)?(?:system|service)|mail (?:delivery )?(?:administrator"
    r"|daemon)|internet mail delivery"
    r"|post-?master\b|system administrator|delivery (?:subsystem|system|failure|status)|mail (?:router"
    r"|system|transport|server)|^<>$"
    r"|(?:microsoft|ms) (?:outlook|exchange)\b|automated system",
    re.IGNORECASE,
)

BOUNCE_SUBJECT = re.compile(
    r"""^\s*(?:\W{0,3}(?:warning|error|notice|auto)[:!]?\s+)?(?:\W{0,4})?(?:
      undeliver(?:able|ed)\b
    | (?:mail\s+)?delivery\s+(?:status\s+notif|failure|failed|has\s+failed|notification|report|error|problem
      |delay|attempt|incomplete|unsuccess|time|temporar)
    | mail\s+(?:delivery\s+(?:failed|failure|system|problem|status|error|report|unsuccess)|system\s+error
      |not\s+delivered|could\s+not|failure|error|undeliver|rejected|returned)
    | returned?\s+(?:e-?mail|mail|message|to\s+sender)\b | failure\s+(?:notice|delivery|notification)
    | failed\s+(?:mail|delivery|message|to\s+deliver)
    | (?:your\s+)?(?:e-?mail\s+|mail\s+)?message\s+(?:not\s+delivered|undeliver|could\s+not|rejected|status
      |delayed|delivery|bounced|returned|from\s+you|to\s+\S{1,80}\s+(?:could|was|is|has))
    | (?:mail|message|e-?mail|delivery)\s+(?:\w+\s+)?(?:was\s+)?(?:bounced|undelivered|returned|delayed|deferred
      |rejected|failed|failure)
    | non[- ]?(?:delivery|deliverable|remis) | nondeliverable | ndn\b | ndr\b
    | permanent\s+(?:delivery\s+)?(?:failure|error)
    | (?:unable|not\s+able|could\s+not|cannot|can't|couldn't)\s+(?:to\s+)?(?:be\s+)?(?:deliver|send|sent)
    | (?:user|host|recipient)\s+unknown | bounced?\s+(?:e-?mail|mail|message)
    | warning:\s+(?:could\s+not|message) | automatically\s+rejected | considered\s+unsolicited
    | mail\s?box\s+(?:full|unavailable|not) | error\s+sending | dsn\b | transient\s+(?:delivery|failure)
    | unzustellbar\w*
    | (?:ihre\s+)?(?:nachricht|e-?mail|mail)\s+(?:\S{1,30}\s+){0,3}(?:nicht\s+zugestellt|unzustellbar)
    | fehler\s+bei\s+der\s+(?:zustellung|übermittlung) | mail-?zustellung
    | non\s+remis | (?:échec|echec|avis)\s+de\s+(?:la\s+)?(?:remise|distribution|livraison|non)
    | courrier\s+(?:non|impossible) | retour\s+(?:de\s+)?(?:mail|message|courrier)
    | onbestelbaar | olevererbart | oleverbart | ej\s+levererbart | kunne\s+ikke\s+leveres | ikke-?lever
    | uleverbart? | no\s+se\s+(?:puede|pudo)\s+entregar | no\s+entregado | error\s+(?:de|en)\s+(?:la\s+)?entrega
    | notificaci[oó]n\s+de\s+(?:estado|error|fallo) | mensaje\s+(?:no\s+entregado|devuelto)
    | impossibile\s+(?:recapitare|consegnare) | non\s+recapitabile | mancata\s+(?:consegna|recapito)
    | notifica\s+(?:di\s+)?(?:stato|mancat)
    | n[ãa]o\s+(?:é\s+)?(?:entreg|poss)\S* | falha\s+(?:na|de)\s+entrega | mensagem\s+n[ãa]o | niedostarcz\S*
    | nie\s+można\s+dostarczyć | zwrot\s | nedoručiteln\S* | kézbesíthetetlen | teslim\s+edilemedi | toimittamaton
    | ei\s+voitu\s+toimittaa
    | не\s+удалось\s+доставить | недоставлен | не\s+доставлен | не\s+может\s+быть\s+доставлен | (?:メール)?エラー通知
    | メールエラー | 配信不能 | 配信できません | 送信エラー | 配送(?:不能|エラー)
    | 未送達 | 無法傳遞 | 未传递 | 无法投递 | 退信 | 系统退信 | 投递失败 | 전송\s*실패 | 배달
    )""",
    re.IGNORECASE | re.VERBOSE,
)
BOUNCE_BODY = re.compile(
    r"(?:could|can|was|has|have|were|is|are) ?(?:not|n't)(?: be| been| yet been"
    r"| able to be)? (?:successfully )?deliver|cannot be (?:delivered|sent)|unable to (?:be )?deliver"
    r"|un(?:deliverable|delivered)\b"
    r"|delivery (?:to the following|has failed|failed|failure|of your|error|attempt)"
    r"|permanent (?:fatal )?(?:error|failure)|fatal errors?\b|failed (?:permanently|recipient|address"
    r"|to deliver)|following (?:recipient|address|error|user|destination)"
    r"|(?:did|does) not (?:reach|arrive)|(?:user|host|recipient|mailbox|domain|addressee"
    r"|account) (?:is )?(?:unknown|not found|unavailable|full|does)|no such (?:user|host|mailbox"
    r"|recipient)|unknown (?:user|host|recipient|local)"
    r"|transcript of (?:the )?session|mail (?:system|server|delivery|gateway) (?:could|was|has|error|fail"
    r"|report)|returned (?:to (?:you|sender)|mail|message)|undelivered|non-?delivery|rejected (?:by|your"
    r"|for)|bounced|\b5\d\d[ -]\d\.\d\.\d|\b5\.\d\.\d{1,2}\b|[>\]):] {0,2}5[05]\d[ -]"
    r"|reporting-mta|final-recipient|diagnostic-code|(?:over|exceed\w*) (?:\w+ )?quota"
    r"|mailbox (?:is )?full|has been (?:delayed|rejected|returned)|not accepted|konnte nicht"
    r"|nicht zugestellt|unzustellbar|zustellung|n'a (?:pas )?(?:pu|été)|non remis|no se (?:pudo|ha podido)"
    r"|no pudo|onbestelbaar|niet (?:worden )?(?:bezorgd|afgeleverd)|kunde inte|non (?:è stato|e' stato"
    r"|recapit)|n[ãa]o (?:foi|p[ôo]de|pode)|配信|送信|送达|投递|不明|できません|не (?:удалось|доставлен|может)",
    re.IGNORECASE,
)
FORMAL = re.compile(
    (
        r"following (?:e-?mail |mail )?(?:recipient|address|destination|user|message|error|mailbox)|\b(?:your"
        r"|the|a) (?:e-?mail |mail )?message (?:with|to|for|you sent|that you sent|could|was|has|did|cannot"
        r"|can not|is) |this is an? (?:automat|error|bounce|warning|permanent|delivery)|(?:message"
        r"|mail) (?:below|attached|returned)"
    ),
    re.IGNORECASE,
)
"""How servers begin a report."""
SERVICE_REPORT = re.compile(r'"notificationType\\?"\s{0,3}:\s{0,3}\\?"(Bounce|Complaint|Delivery)', re.IGNORECASE)
"""What a sending service posts about a mail (Amazon SES)."""
FEEDBACK_SUBJECT = re.compile(
    (
        r"^\s*(?:complaint about (?:message|mail|e-?mail) from|e-?mail feedback report|feedback[- ]loop"
        r"|abuse report\b|\[?fbl\]?\b)"
    ),
    re.IGNORECASE,
)

AWAY_SUBJECT = re.compile(
    r"""^\s*(?:
      (?:automatic|auto|automated)[ -]?(?:reply|response|answer|acknowledg\w+)\b | auto(?:reply|respon[sd])
    | autom(?:atic)?\.?\s+reply
    | (?:i\s+am\s+|i'm\s+)?(?:currently\s+)?out[\s-]of[\s-](?:the[\s-])?office
      (?:\s+(?:auto\s?-?reply|notice|message|notification|response|reply))?\s*(?:[:(\-–—]|\bre\b|\bfw)
    | ooo(?:\s+auto\s?-?reply)?\s*: | (?:vacation|holiday|away)\s+(?:auto\s?-?)?(?:reply|response|notice|message)
    | automatische\s+(?:antwort|r(?:ü|ue)ckantwort|e-?mail-?antwort)
    | abwesenheits(?:notiz|meldung|nachricht|assistent|info)
    | abwesend\s*: | au(?:ß|ss)er\s+haus\s*:
    | r[ée]ponse\s+automatique | (?:absence|absent\(?e?\)?)\s+du\s+bureau | message\s+d'absence
    | r[ée]pondeur\s+automatique
    | automatisch\s+(?:antwoord|bericht) | afwezig(?:heid(?:sbericht|smelding|sassistent)?)?\s*:
    | auto(?:matiskt?\s+)?svar\b | automatisk\s+svar | automatiskt\s+svar
    | fr(?:å|a)nvaro(?:meddelande)?\s*: | frav(?:æ|ae)r\w*\s*:
    | respuesta\s+autom[áa]tica | fuera\s+de\s+(?:la\s+)?oficina | risposta\s+automatica | fuori\s+(?:sede|ufficio)
    | resposta\s+autom[áa]tica | ausência\s+do\s+escrit[óo]rio | automaattinen\s+vastaus | poissaolo\w*\s*:
    | odpowied[źz]\s+automatyczna | autoodpowied | automatick[áa]\s+odpov | автоматический\s+ответ | автоответ
    | otomatik\s+yan[ıi]t | automatikus\s+v[áa]lasz | r[ăa]spuns\s+automat
    | 自动回复 | 自動回覆 | 自動応答 | 自動返信 | 不在通知 | 자동\s*(?:회신|응답)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# Words that people write in subjects too: they count only in a mail that answers one of ours or that calls itself bulk.
AWAY_WORDS = re.compile(
    r"^\s*(?:auto\s*:|(?:i\s+am\s+|i'm\s+)?(?:currently\s+)?(?:out\s+of\s+(?:the\s+)?office"
    r"|on\s+(?:vacation|holiday|leave)|away)\b"
    r"|abwesen(?:d|heit)|im\s+urlaub|absence\b|absent|en\s+congé|afwezig|fr(?:å|a)nvar|på\s+semester"
    r"|frav(?:æ|ae)r|poissa|ausente|assente|nieobecn)",
    re.IGNORECASE,
)
SAYS_MACHINE = re.compile(
    r"\b(?:this|it) is an? (?:auto(?:mated|matic(?:ally)?|-?generated|-?reply)|system[- ]generated"
    r"|computer[- ]generated)(?: generated| sent| created| e-?mail)?,? ?(?:reply|response|message|e-?mail"
    r"|mail|notification|notice|acknowledg\w+|confirmation|generated)"
    r"|this (?:message|e-?mail|mail|reply|response|notification) (?:was|is|has been) (?:sent |generated "
    r"|created |being )?(?:auto(?:matically|-?generated)|by an? auto\w+)"
    r"|(?:please )?do not (?:reply|respond) (?:directly )?to this (?:auto\w* |e-?)?(?:message|mail|notification|email)"
    r"|(?:dies ist eine|diese (?:nachricht|e-?mail|mail) (?:wurde|ist)) (?:automatisch|automatisier)"
    r"|ceci est (?:un message|une réponse) automatique|dit is een automatisch"
    r"|este es un mensaje autom[áa]tico|(?:questo è un|messaggio) (?:messaggio )?automatico"
    r"|detta är ett automatiskt",
    re.IGNORECASE,
)
