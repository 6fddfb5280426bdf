"""What is planted for the queue to find (or not to fall for), account by account. Texts and dates of the stories.

Each story is a list of scenes, in order of time. A scene's `planted` label goes with its asks into the truth file;
`answers` says how the scene answers the asks of the scene before it.
"""

from dataclasses import dataclass
from datetime import date

from graph_service.demo.correspondence import Correspondence
from graph_service.demo.hours import at
from graph_service.demo.letters import Mail
from graph_service.demo.people import Account, Language, Person
from graph_service.demo.team import CALLUM, DAAN, JONAS, MAELLE, NORA, ORLA, THEO, TOMASZ
from graph_service.demo.topics import render


@dataclass(frozen=True, slots=True)
class Scene:
    """One planted mail. Names without a domain are first names of customer people; our people are given as such."""

    day: date
    time: str
    sender: Person | str
    to: Person | str
    subject: str
    text: str
    planted: str = ""
    cc: Person | str | None = None
    language: Language = "en"
    answers: str = ""
    threaded: bool = True


def june(day: int) -> date:
    """Return a day of the demo's last month."""
    return date(2026, 6, day)


STORIES: dict[str, tuple[Scene, ...]] = {
    "brackenholt": (
        Scene(june(22), "09:12", THEO, "Hattie", "Renewal 15 August: draft", "As discussed, here is the draft "
            "for the next term. It is based on 240 seats and the price per seat you have today. Legal has agreed "
            "to your change in section nine, so from our side it is ready."),
        Scene(june(24), "08:41", "Hattie", NORA, "", "Thank you for the draft. It goes to our finance committee "
            "on 2 July, and they read numbers.¶⟦Could you confirm the number of seats before Thursday?⟧ Our list "
            "says 212, your draft says 240, and I have to explain every one of them.", "unanswered", THEO),
    ),
    "tarrowfinch": (
        Scene(june(17), "10:27", "Rohan", NORA, "Security questionnaire for the renewal", "Our insurer wants all "
            "suppliers reviewed once a year, and you are next. The questionnaire is on our supplier portal under "
            "your company name, 48 questions.¶⟦Could you fill it in and send me your current penetration test "
            "summary by the end of the month?⟧ Without it I can't sign off the renewal in "
            "October.", "unanswered", "Gwendolyn"),
        Scene(june(23), "13:05", "Gwendolyn", NORA, "Supplier number", "Our new finance system asks for your "
            "supplier number with us. ⟦Can you tell me which number is on our remittance advice?⟧", "withdrawn"),
        Scene(june(24), "08:58", "Gwendolyn", NORA, "", "Never mind, I found it in the old system. Sorry for the "
            "noise.", answers="withdrawn"),
    ),
    "oakhanger": (
        Scene(june(22), "13:36", "Beatrice", ORLA, "End of term, and thank you", "I wanted to write before "
            "everybody disappears into the holidays. The exam weeks were the calmest we have had: cover for "
            "supply teachers was arranged the evening before, every single day.¶Colette has shown the absence "
            "report to the governors, who asked her twice whether it was real. It was.¶For September we are "
            "thinking of Hatch Lane's after-school club, about 14 people with very short shifts. ⟦What would it "
            "cost to add them, and from when could they be in?⟧¶Otherwise all is well here, and the site team "
            "send their regards.", "unanswered"),
    ),
    "nordhagen-pflege": (
        Scene(june(23), "07:58", "Annegret", JONAS, "Umstellung der Lohnschnittstelle zum 1. Juli", "die "
            "Lohnabrechnung stellt zum 1. Juli auf das neue Format um, das hatten wir im April besprochen. "
            "⟦Können Sie uns bitte bis Ende der Woche bestätigen, dass Ihre Seite dann umgestellt ist?⟧ Sonst "
            "muss ich für Juli noch einmal von Hand melden lassen.", "unanswered", "Thorben", "de"),
    ),
    "valmorin": (
        Scene(june(24), "09:20", "Lucien", MAELLE, "Devis pour Saint-Priest", "Notre comité de direction se "
            "réunit le 7 juillet et Saint-Priest est à l'ordre du jour : 38 personnes à partir de septembre. "
            "⟦Pourriez-vous nous envoyer le devis avant la fin de la semaine ?⟧ Odile doit encore l'intégrer au "
            "budget.", "unanswered", "Odile", "fr"),
    ),
    "delcourtois": (
        Scene(june(11), "09:47", "Nathalie", CALLUM, "Renouvellement du 10 août", "Nous préparons le "
            "renouvellement avec Armand. ⟦Pouvez-vous nous dire si le tarif de l'an dernier est maintenu pour "
            "Herstal ?⟧ Nous devons donner notre réponse au groupe avant les congés.", "unanswered", None, "fr"),
    ),
    "kestwick": (
        Scene(june(18), "08:33", "Winifred", NORA, "De-icing roster for the winter", "We have to hand in the "
            "winter staffing plan to the airport. ⟦Can you tell me whether the de-icing roster can go live on 1 "
            "September with the new on-call rules?⟧ It has to be an answer I can put my name to, so a week's thought "
            "is fine.", "unanswered"),
    ),
    "quillbrook": (
        Scene(june(16), "10:11", "Verity", ORLA, "Homes with the old absence codes", "The regulator visits Elm "
            "Lodge in July and asks for absences by the new codes. ⟦Could you send me the list of homes that "
            "still use the old ones?⟧ Oluwaseun can then change them one by one.", "unanswered", "Oluwaseun"),
        Scene(june(25), "09:02", "Verity", ORLA, "", "I am following up on my mail below. ⟦Do you have the list "
            "for us?⟧ The visit is on 9 July.", "unanswered", "Oluwaseun"),
    ),
    "ferrindale": (
        Scene(date(2026, 4, 14), "11:18", "Rosalind", NORA, "Past rotas by staff number", "⟦For a question from our "
            "auditors, can past rotas be exported by staff number instead of by name?⟧ It is not urgent.",
            "older_than_60_days"),
    ),
    "marrowfield": (
        Scene(june(30), "13:44", "Shirin", NORA, "Cut-off for the July payroll", "July has a bank transfer day "
            "earlier than usual. ⟦Could you move our export cut-off to the 21st?⟧", "fresh"),
    ),
    "pennarth": (
        Scene(june(19), "09:15", "Imogen", ORLA, "Allergen training on the rota", "From August only people with "
            "the allergen course may work in packing. ⟦Can the rota refuse everyone else?⟧", "held"),
        Scene(june(19), "11:40", ORLA, "Imogen", "", "Good question. Let me check that with our developers; I'll "
            "come back to you.", answers="held"),
    ),
    "vanoeveren": (
        Scene(june(18), "08:25", "Lotte", DAAN, "Crane crew certificates", "The crane crew have to show their "
            "certificates on site. ⟦Can people see their own certificates in the app?⟧", "answered_other_thread"),
        Scene(june(19), "10:02", DAAN, "Lotte", "New in the app: documents", "You asked yesterday about "
            "certificates for the crane crew. Everyone sees their own under Profile, Documents, from version 7.2 "
            "on, which has been in the stores since Monday. I have switched it on for your "
            "account.", answers="other_thread"),
        Scene(june(22), "09:31", "Ruben", DAAN, "Test account for the new site office", "⟦Could you create a "
            "test account for our new site office, with last month's data?⟧ I'd like to show it to the "
            "foremen.", "answered_colleague"),
        Scene(june(23), "08:50", TOMASZ, "Ruben", "", "Daan forwarded this to me. The test account is ready with "
            "the data of May; you find the link in your console. It stays for thirty "
            "days.", cc=DAAN, answers="colleague"),
    ),
    "zuiderveen": (
        Scene(june(17), "08:12", "Marijke", DAAN, "Zomerrooster Kampen", "in Kampen willen we het zomerrooster "
            "twee weken eerder publiceren. ⟦Kun je de publicatiedatum voor die locatie "
            "aanpassen?⟧", "answered_no_references", None, "nl"),
        Scene(june(18), "09:26", DAAN, "Marijke", "", "dat is aangepast: Kampen publiceert nu vier weken "
            "vooruit, de andere locaties zoals het was.", language="nl", answers="same_thread", threaded=False),
    ),
    "castellanhotels": (
        Scene(date(2026, 5, 29), "09:40", ORLA, "Saoirse", "Summer season in Killarney", "The season starts next "
            "week. I'd like to go through the banqueting templates with you before it does. Does Tuesday suit you?"),
        Scene(june(8), "10:15", ORLA, "Saoirse", "", "I tried you on the phone on Friday. Are you the right "
            "person for the templates this year, or has that moved to someone else?"),
        Scene(june(19), "08:55", ORLA, "Declan", "Your renewal on 30 September", "Before your summer gets busy: "
            "your term ends on 30 September, and I would like to know how things stand in Galway and Killarney. "
            "Would a quarter of an hour next week be possible?"),
    ),
    "lisgarvan": (
        Scene(date(2026, 4, 9), "08:20", "Fintan", ORLA, "This can't go on", "Third time this month that the "
            "tanker drivers saw last week's rota on their phones. Two of them stood at the wrong farm at four in "
            "the morning. ⟦Tell me what you are doing about it.⟧", "answered_complaint"),
        Scene(date(2026, 4, 9), "13:30", ORLA, "Fintan", "", "I am sorry, Fintan, and I understand your anger. "
            "The app kept an old copy when a phone lost its network. Version 6.9 of this morning throws the copy "
            "away after an hour; I have asked for it to be pushed to your drivers first.", answers="same_thread"),
        Scene(date(2026, 4, 24), "14:05", "Fintan", ORLA, "Moving on", "Today is my last day at Lisgarvan; I am "
            "going to farm, would you believe. Noreen looks after the contract for the time being. It was mostly "
            "a pleasure."),
        Scene(date(2026, 4, 28), "09:10", "Noreen", ORLA, "Fintan's user", "I have closed Fintan's user this "
            "morning. I am minding the office until they find someone for the plant, so it will be quiet from "
            "our side."),
        Scene(date(2026, 5, 6), "10:00", ORLA, "Noreen", "Version 6.9 and your drivers", "All fourteen phones of "
            "your drivers now run version 6.9. Have there been any wrong rotas since?"),
        Scene(date(2026, 5, 21), "09:35", ORLA, "Cathal", "How are the drivers getting on?", "I wrote to Noreen "
            "two weeks ago and have not heard back. How are things on the road since the update?"),
        Scene(june(11), "11:20", ORLA, "Noreen", "", "Is there already someone for the plant? I would like to "
            "introduce myself before your renewal at the end of August."),
    ),
    "bramfeld-kliniken": (
        Scene(june(4), "08:45", JONAS, "Ingeborg", "Dienstplan Haus A für den Sommer", "für den Sommer hatten "
            "wir die neue Vorlage für Haus A vereinbart. Soll ich sie zum 1. Juli freischalten?", language="de"),
        Scene(june(9), "09:30", JONAS, "Ingeborg", "", "ich wollte noch einmal nachfragen: Ist die Vorlage bei "
            "Ihnen angekommen?", language="de"),
        Scene(june(22), "10:05", JONAS, "Matthis", "Vorlage Haus A", "Frau Sasse habe ich nicht erreicht. Können "
            "Sie mir sagen, wer die Vorlage für Haus A freigibt?", language="de"),
    ),
    "sallowbay": (
        Scene(date(2026, 4, 15), "10:30", "Margery", ORLA, "Goodbye from Poole - and hello Rufus", "After eleven "
            "years I am leaving Sallow Bay; Friday is my last day. Rufus Penhale, in copy, takes over the rota "
            "and everything that comes with it. He has already found three things I never knew the system could "
            "do.", cc="Rufus"),
        Scene(date(2026, 4, 15), "12:05", ORLA, "Margery", "", "Oh Margery, I'll miss your Monday mails. All the "
            "best for Cornwall! Rufus, I'll call you next week, and we go through the summer list "
            "together.", cc="Rufus"),
    ),
    "eastmere": (
        Scene(june(12), "09:05", "Leopold", NORA, "Control room move, 15 June to 3 July", "The control room "
            "moves to the new building between 15 June and 3 July. Nadia and I will be carrying boxes and read "
            "no mail in that time. We are back on Monday 6 July, until then nothing from our side is urgent."),
    ),
}  # fmt: skip


def silent_from(account: Account) -> dict[str, date]:
    """Return, by address, from when a person takes no part in everyday mail, so that a planted ask stands alone.

    At Valmorin other mail goes on around the open ask: the hard case.
    """
    asked: dict[str, date] = {}
    for scene in STORIES.get(account.key, ()):
        if scene.planted in {"unanswered", "held"} and isinstance(scene.sender, str) and account.key != "valmorin":
            asked.setdefault(account.who(scene.sender).email, scene.day)
    return asked


def write_plots(book: Correspondence) -> None:
    """Write the planted mails of an account and settle the asks that they answer."""
    parent: Mail | None = None
    for scene in STORIES.get(book.account.key, ()):
        parent = _write(book, scene, parent)


def _write(book: Correspondence, scene: Scene, before: Mail | None) -> Mail:
    text, asks = render(book.rng, scene.text, {})
    hour, minute = map(int, scene.time.split(":"))
    mail = book.write(
        _who(book, scene.sender),
        (_who(book, scene.to),),
        scene.subject,
        text,
        at(scene.day, hour, minute),
        cc=(_who(book, scene.cc),) if scene.cc else (),
        parent=None if scene.subject else before,
        language=scene.language,
        asks=asks,
        threaded=scene.threaded,
        planted=scene.planted,
    )
    if scene.answers and before:
        book.settle(before, mail, scene.answers)
    return mail


def _who(book: Correspondence, who: Person | str) -> Person:
    return book.account.who(who) if isinstance(who, str) else who
