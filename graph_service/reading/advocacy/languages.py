"""Advocacy in German, French and Dutch: the same acts, far fewer wordings than in English."""

from graph_service.reading.advocacy.rules import Rule, any_of

OTHER_LANGUAGES = (
    Rule(
        "de_tells",
        "tells_upward",
        0.75,
        any_of(
            (
                r"\b(?:habe?|hab) (?:ich )?(?:\w+ ){0,8}?für (?:euch|sie|theproduct|eine verlängerung|die verlängerung"
                r"|das tool)\b[^.;?!]{0,40}\b(?:stark gemacht|eingesetzt|gekämpft|geworben|ausgesprochen|eingelegt"
                r"|argumentiert|gebürgt)"
            ),
            (
                r"\b(?:habe?|hab) (?:ich )?(?:euch|sie|theproduct|das tool|ihr team|euer "
                r"team)\b[^.;?!]{0,60}\b(?:empfohlen|weiterempfohlen|gelobt|verteidigt|vorgestellt|ins spiel gebracht"
                r"|in schutz genommen)"
            ),
            (
                r"\b(?:habe?|hab|haben) (?:ich |wir )?(?:\w+ ){0,3}?(?:vorstand|geschäftsführ\w+|chef\w*|einkauf"
                r"|finanz\w*|kollegen|kolleginnen|leitung|rechtsabteilung|aname)\b[^.;?!]{0,60}\b(?:überzeugt|gesagt"
                r"|erzählt|gezeigt|vorgerechnet)\b"
            ),
        ),
    ),
    Rule(
        "de_offers",
        "offers",
        0.75,
        any_of(
            (
                r"\b(?:gerne?|jederzeit|könnt|können)\b[^.;?!]{0,50}\b(?:referenz\w*|zitieren|vortrag|anwendertag"
                r"|kundentag|fallstudie|interessenten|meine nummer|mich anrufen|weiterempfehlen)"
            ),
            r"\b(?:referenz|vortrag|fallstudie|interessenten)\w*\b[^.;?!]{0,40}\b(?:gerne?|jederzeit|dabei)",
        ),
    ),
    Rule(
        "fr_tells",
        "tells_upward",
        0.75,
        any_of(
            (
                r"\bj'ai (?:\w+ ){0,3}?(?:plaidé|défendu|bataillé|recommandé|soutenu|vanté)\b[^.;?!]{0,50}\b(?:vous"
                r"|votre|vos|theproduct|l'outil|le renouvellement)|\bje (?:vous|l')(?: ai|ai) (?:\w+ )?(?:recommandé"
                r"|défendu|soutenu)\w*|\bje me suis battue? pour (?:vous|votre|theproduct|garder)"
            ),
            (
                r"\bj'ai (?:\w+ )?(?:convaincu|persuadé) (?:\w+ ){0,3}?(?:direction|directeur|directrice|chef|comité"
                r"|achats|collègues|dg|daf|conseil)"
            ),
        ),
    ),
    Rule(
        "fr_offers",
        "offers",
        0.75,
        any_of(
            r"\b(?:volontiers|avec plaisir|vous pouvez|n'hésitez pas à|je veux bien|prêts? "
            r"à)\b[^.;?!]{0,50}\b(?:référence|citer|témoign\w+|prospects|intervenir|donner mon (?:nom|numéro))"
        ),
    ),
    Rule(
        "nl_tells",
        "tells_upward",
        0.75,
        any_of(
            (
                r"\bheb (?:ik )?(?:me |mij )?(?:\w+ ){0,8}?(?:voor )?(?:jullie|u"
                r"|theproduct)\b[^.;?!]{0,50}\b(?:aanbevolen|aangeraden|gepleit|verdedigd|hard gemaakt|sterk gemaakt"
                r"|ingezet|geprezen|goed woordje)"
            ),
            (
                r"\bheb (?:ik )?(?:\w+ ){0,3}?(?:directie|directeur|inkoop|financiën|collega's|bestuur|baas"
                r"|aname)\b[^.;?!]{0,40}\bovertuigd"
            ),
            r"\bgoed woordje\b[^.;?!]{0,30}\b(?:voor (?:jullie|u)|gedaan)",
        ),
    ),
    Rule(
        "nl_offers",
        "offers",
        0.75,
        any_of(
            r"\b(?:graag|mogen|mag|best|altijd)\b[^.;?!]{0,50}\b(?:referentie\w*|citeren|gebruikersdag|prospects"
            r"|mijn nummer)"
        ),
    ),
)
