"""Conversations in German, French and Dutch. Texts only."""

from graph_service.demo.topics import topic

CONTINENTAL = (
    topic(
        "de", "urlaub", "hr>csm", "Resturlaub [aus dem Vorjahr|{month}]",
        "T: bei {n2} Personen ({team}) wird der Resturlaub nicht übernommen. ⟦[Können Sie|Könnten Sie] bitte "
        "nachsehen, woran das liegt?⟧",
        "U: der Übertrag endet bei Ihnen laut Regel am 31. März. Ich habe die Regel für {site} als Entwurf "
        "verlängert, Sie müssen sie nur noch freigeben.",
        "T?: freigegeben, jetzt stimmt es. Vielen Dank!",
    ),
    topic(
        "de", "rechnung", "finance>csm", "Rechnung {inv}",
        "T: auf der Rechnung {inv} fehlt unsere Bestellnummer {po}. ⟦Bitte schicken Sie uns eine korrigierte "
        "Rechnung.⟧",
        "U: die korrigierte Rechnung mit Bestellnummer liegt in Ihrem Postfach für Rechnungen. Bitte "
        "entschuldigen Sie das Versehen.",
        "T?: ist angekommen und geht in die nächste Zahlung.",
    ),
    topic(
        "de", "schulung", "ops>csm", "Schulung für [neue Schichtleitungen|{team}]",
        "T: wir haben {n2} neue Schichtleitungen. ⟦[Hätten Sie|Haben Sie] {soon} vormittags Zeit für eine "
        "Einführung?⟧ Zwei Stunden reichen.",
        "U: {soon} um neun passt gut. Wir üben am besten gleich mit Ihrem eigenen Dienstplan.",
        "T: sehr schön, ich lade alle ein. Der Raum in {site} ist gebucht.",
    ),
    topic(
        "de", "schnittstelle", "it>csm", "Schnittstelle zur Zeiterfassung in {site}",
        "T: seit dem Wochenende kommen aus {site} keine Buchungen mehr an. ⟦Gibt es auf Ihrer Seite eine Störung?⟧",
        "U: keine Störung, aber das Zertifikat des Terminals ist abgelaufen. Ich habe ein neues hinterlegt; nach "
        "einem Neustart laufen die Buchungen nach.",
        "T: nach dem Neustart sind {n} Buchungen eingegangen, es fehlt keine. Danke für die schnelle Hilfe.",
    ),
    topic(
        "de", "tausch", "ops>csm", "Diensttausch [am Feiertag|in {site}]",
        "T: aus dem Team ({team}) kommt der Wunsch, Feiertagsdienste untereinander zu tauschen. ⟦Lässt sich das "
        "erlauben, ohne dass die Ruhezeiten verletzt werden?⟧",
        "U: ja, unter Regeln, Tausch, 'nur mit Prüfung der Ruhezeit'. Ein unzulässiger Tausch wird dann gar "
        "nicht erst angeboten.",
        "T?: genau das haben wir gesucht.",
    ),
    topic(
        "de", "gespraech", "any>csm", "Quartalsgespräch {month}",
        "U: ich würde gern mit Ihnen auf das Quartal schauen: In {site} werden inzwischen {pct} % der Dienste "
        "ohne Anruf besetzt. Passt es Ihnen {soon}?",
        "T: {soon} ab zehn passt. ⟦Bitte bringen Sie die Zahlen zu den Überstunden in {site} mit.⟧",
        "U: gern, die Zahlen der letzten drei Monate sind vorbereitet.",
        "T?: vielen Dank für das gute Gespräch heute.",
    ),
    topic(
        "de", "lob", "ops>csm", "Kurze Rückmeldung aus {site}",
        "T: nur kurz und ohne Frage: die neue Ansicht kommt im Team ({team}) sehr gut an. Wer hätte das gedacht?",
        "U?: das freut uns sehr, ich gebe es an die Entwicklung weiter.",
    ),
    topic(
        "de", "info", "ops>csm", "Zur Information: {site} ab {month}",
        "T: zur Information: ab {month} plant {peer} die Dienste in {site}. Sie müssen nichts tun, die Rechte "
        "habe ich schon vergeben.",
        "U?: danke für den Hinweis, dann melde ich mich demnächst kurz bei {peer}.",
    ),
    topic(
        "fr", "export", "finance>csm", "Export de paie [{past}|pour {past}]",
        "T: l'export de paie de {past} compte {n} heures supplémentaires de trop. ⟦[Pouvez-vous|Pourriez-vous] "
        "vérifier avant la clôture de {soon} ?⟧",
        "U: c'est corrigé : deux modèles se chevauchaient pour {team}. Vous pouvez relancer l'export, les {n} "
        "heures ont disparu.",
        "T?: parfait, le fichier est juste. Merci beaucoup.",
    ),
    topic(
        "fr", "formation", "hr>csm", "Formation des [nouveaux responsables|chefs d'équipe]",
        "T: nous avons {n2} nouveaux chefs d'équipe. ⟦Seriez-vous disponible {soon} au matin pour une formation "
        "de deux heures ?⟧",
        "U: {soon} à neuf heures me convient très bien. Je prépare un exercice avec votre propre planning.",
        "T: merci, j'envoie l'invitation à tout le monde.",
    ),
    topic(
        "fr", "facture", "finance>csm", "Facture {inv}",
        "T: la facture {inv} ne porte pas notre numéro de commande {po}. ⟦Merci de nous envoyer une facture "
        "corrigée.⟧",
        "U: la facture corrigée est partie ce matin à votre adresse comptable. Toutes nos excuses.",
        "T?: bien reçue, elle sera réglée à la prochaine échéance.",
    ),
    topic(
        "fr", "appli", "ops>csm", "Application mobile : [notifications|alertes]",
        "T: {n2} personnes ne reçoivent plus d'alerte quand le planning est publié. ⟦Est-ce un problème connu "
        "chez vous ?⟧",
        "U: oui, notre certificat a été renouvelé dimanche. Il suffit d'ouvrir l'application une fois et les "
        "alertes reviennent.",
        "T?: tout est rentré dans l'ordre.",
    ),
    topic(
        "fr", "bilan", "any>csm", "Notre bilan de {month}",
        "U: j'aimerais faire le point avec vous : {pct} % des postes sont désormais pourvus sans appel. {soon} "
        "vous conviendrait-il ?",
        "T: {soon} me va, après dix heures. ⟦Pouvez-vous ajouter les absences à l'ordre du jour ?⟧",
        "U: c'est fait, j'aurai les chiffres des trois derniers mois.",
        "T?: merci pour cet échange, très utile.",
    ),
    topic(
        "fr", "merci", "ops>csm", "Un petit mot de remerciement",
        "T: pas de question aujourd'hui : depuis le nouvel écran, avec {team}, tout s'organise sans téléphone. "
        "Qui l'aurait cru ?",
        "U?: merci, je transmets à l'équipe, cela fait plaisir.",
    ),
    topic(
        "nl", "verlof", "hr>csm", "Verlofsaldo [{month}|van {team}]",
        "T: bij {n2} mensen klopt het verlofsaldo niet. ⟦[Kun je|Zou je] kijken waar het verschil vandaan komt?⟧",
        "U: het verschil komt door een dubbele contractregel. Ik heb de tweede regel op inactief gezet, het "
        "saldo klopt nu.",
        "T?: top, dank je wel.",
    ),
    topic(
        "nl", "factuur", "finance>csm", "Factuur {inv}",
        "T: op factuur {inv} staat het oude adres. ⟦Graag een nieuwe factuur met het juiste adres sturen.⟧",
        "U: de nieuwe factuur is verstuurd en het adres is aangepast in onze administratie.",
        "T?: ontvangen, dank.",
    ),
    topic(
        "nl", "ruilen", "ops>csm", "Diensten ruilen [in {site}|bij {team}]",
        "T: bij {team} kan sinds vorige week zonder goedkeuring worden geruild. ⟦Waar zet ik de goedkeuring weer "
        "aan?⟧",
        "U: onder Regels, Ruilen, daar staat een schakelaar per team. Hij was uitgezet toen het team werd gesplitst.",
        "T?: gevonden, het is weer rustig.",
    ),
    topic(
        "nl", "koppeling", "it>csm", "Koppeling met [het HR-systeem|de salarisadministratie]",
        "T: in {month} gaan we over op een nieuw HR-systeem. ⟦Hebben jullie daar een standaardkoppeling voor?⟧",
        "U: ja, voor mensen, contracten en verzuim. Het inrichten kost ongeveer een uur, zullen we dat {soon} "
        "samen doen?",
        "T: {soon} is goed, om tien uur. Het account staat dan klaar.",
    ),
    topic(
        "nl", "kwartaal", "any>csm", "Kwartaalgesprek {month}",
        "U: ik kijk graag met je terug op het kwartaal: {pct} % van de diensten wordt nu zonder bellen gevuld. "
        "Past {soon}?",
        "T: {soon} past, na tienen. ⟦Neem je de cijfers over het verzuim mee?⟧",
        "U: zeker, ik heb de laatste drie maanden bij me.",
        "T?: fijn gesprek, dank je wel.",
    ),
    topic(
        "nl", "bedankt", "ops>csm", "[Even een bedankje|Groeten uit {site}]",
        "T: geen vraag vandaag: bij {team} is iedereen erg blij met het nieuwe scherm. Wie had dat gedacht?",
        "U?: leuk om te horen, ik geef het door.",
    ),
)  # fmt: skip
