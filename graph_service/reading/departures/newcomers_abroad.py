"""How a new person says in German, French and Spanish that what somebody did is theirs now."""

from graph_service.reading.departures.forms import form

_DE_WORK = r"(?:themen|projekte?|aufgaben|tickets?|bereich|kunden|vorgänge|position|stelle|rolle|arbeit|lieferanten)"
_FR_WORK = r"(?:dossiers?|projets?|tâches|sujets|tickets?|clients|missions|fonctions|poste|portefeuille|comptes?)"
_ES_WORK = r"(?:proyectos?|tareas|temas|tickets?|clientes|funciones|puesto|cartera|cuentas?|responsabilidades|asuntos)"
_DE_AWHILE = r"(?!\w)(?! (?-i:[A-ZÀ-ÖØ-Þ]))(?! (?:während|solange|bis|diese woche|vertretungsweise|im urlaub))"
_FR_AWHILE = r"(?!\w)(?! (?-i:[A-ZÀ-ÖØ-Þ]))(?! (?:pendant|durant|jusqu|cette semaine|le temps))"
_ES_AWHILE = r"(?!\w)(?! (?-i:[A-ZÀ-ÖØ-Þ]))(?! (?:durante|mientras|hasta|esta semana))"

NEWCOMERS_ABROAD = (
    *form(
        "neu_an_der_stelle", "successor", 0.82,
        rf"\b(?:die|alle) {_DE_WORK} von {{who}} (?:liegen|sind|landen|gehen"
        rf"|laufen)\b[^.;!?]{{0,30}}?\b(?:bei mir|auf meine[mn]"
        rf" (?:tisch|schreibtisch)|an mich|über mich){_DE_AWHILE}",
        rf"\b(?:das|der) {_DE_WORK} von {{who}} (?:liegt|ist|landet|geht)\b[^.;!?]{{0,30}}?\b(?:bei mir"
        rf"|auf meinem tisch"
        rf"|an mich){_DE_AWHILE}",
        r"\bich (?:trete|übernehme)\b[^.;!?]{0,30}?\bdie nachfolge von {who}",
        r"\bich (?:folge|rücke) (?:auf|für) {who}\b",
        r"\bich (?:bin|kümmere mich)\b[^.;!?]{0,40}?\b(?:anstelle von|statt|für die (?:themen|projekte"
        r"|aufgaben) von) {who}"
        + _DE_AWHILE,
        r"\b(?:mein vorgänger|meine vorgängerin|meinem vorgänger|meiner vorgängerin),? {name}",
        needs="von |nachfolge|folge|rücke|anstelle|statt|vorgänger",
    ),
    *form(
        "neuer_kontakt", "successor", 0.7,
        r"\bich bin (?:ab sofort |ab jetzt |nun |jetzt |künftig )?(?:ihr|ihre|euer|eure|dein"
        r"|deine) neuer? (?:ansprechpartner"
        r"(?:in)?|kontakt(?:person)?)(?! (?:während|bis))",
        needs="ansprechpartner|kontakt",
    ),
    *form(
        "je_reprends", "successor", 0.82,
        r"\bje prends le relais de {who}" + _FR_AWHILE,
        rf"\b(?:j'ai repris|je reprends|j'ai hérité|je gère désormais"
        rf"|je m'occupe désormais)\b[^.;!?]{{0,25}}?\b{_FR_WORK} de"
        rf" {{who}}{_FR_AWHILE}",
        rf"\b(?:les|le|tous les) {_FR_WORK} de {{who}} (?:sont|est|m'ont|m'a)\b[^.;!?]{{0,30}}?\b(?:à moi"
        rf"|les miens|entre mes mains"
        rf"|sur mon bureau|été confiés?|été attribués?|confiés?){_FR_AWHILE}",
        r"\b(?:mon prédécesseur|ma prédécesseure|ma prédécessrice),? {name}",
        needs="relais|repris|reprends|hérité|désormais|moi|miens|mains|bureau|confié|attribué|prédécess",
    ),
    *form(
        "votre_nouveau_contact", "successor", 0.7,
        r"\bje (?:suis|serai) (?:désormais |maintenant )?(?:votre|ton) (?:nouvel(?:le)?"
        r"|nouveau) (?:interlocut(?:eur|rice)"
        r"|contact)",
        needs="interlocut|contact",
    ),
    *form(
        "asumo_lo_suyo", "successor", 0.82,
        rf"\b(?:he asumido|asumo|asumí|he heredado|me he hecho cargo de|me hago cargo de|llevo ahora|ahora llevo"
        rf"|he recibido)"
        rf"\b[^.;!?]{{0,25}}?\b{_ES_WORK} de {{who}}{_ES_AWHILE}",
        r"\b(?:sustituyo a|reemplazo a|he sustituido a|he reemplazado a|tomo el relevo de|he tomado el relevo de"
        r"|relevo a"
        r"|sucedo a) {who}" + _ES_AWHILE,
        r"\bsoy (?:el |la )?(?:nuev[oa] )?(?:sucesora?|sustitut[oa]|reemplazo) de {who}" + _ES_AWHILE,
        rf"\b(?:los|las|el|la) {_ES_WORK} de {{who}} (?:son|es|han|ha|están|está)\b[^.;!?]{{0,30}}?\b(?:m[ií]os?"
        rf"|m[ií]as?|a mí"
        rf"|conmigo|en mis manos|sobre mi mesa){_ES_AWHILE}",
        r"\bmi predecesora?,? {name}",
        needs="asum|hered|cargo|llevo|recibido|sustit|reempl|relevo|suce|mío|mio|mía|mia|mí|conmigo|manos|mesa|predeces",
    ),
    *form(
        "su_nuevo_contacto", "successor", 0.7,
        r"\b(?:soy|seré|voy a ser) (?:ahora )?(?:su|tu|vuestr[oa]) nuev[oa] (?:persona de )?contacto(?: principal)?",
        needs="contacto",
    ),
)  # fmt: skip
