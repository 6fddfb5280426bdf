"""People who say that what somebody did is theirs now: found with whom they follow, and nothing that looks like it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.departures.finder import read_departures
from graph_service.reading.setting import Setting, Turn

SETTING = Setting(said_on=date(2024, 6, 12), firm="Fennwick Ltd", people=("Maria Lopez", "Tom Baker"))
NAMED = """
I have taken over from Maria Lopez as your contact.
New face here: I started at Fennwick in May and am looking after what Maria did.
Maria's open tickets have been reassigned to me.
Maria Lopez's suppliers are with me now.
All of Maria's accounts moved to me last week.
I was given Maria's projects when I joined.
I inherited Maria's inbox.
I picked up all of Maria's open requests after she went.
I'm doing what Maria used to do.
I am now responsible for Maria's old area.
Taking over from Maria here, could you add me to the portal?
Hi Ana, taking over for Maria and need access.
Stepping into Maria's role this month.
My predecessor Maria Lopez left me a list of open points.
This was Maria's project, now it's mine.
That was Maria's topic and I'm handling it now.
Maria has moved on, so from now on I'm your point of contact.
Maria has left the company and I will take over her topics.
Please copy me instead of Maria from now on.
I'm Maria's successor.
Maria's tasks ended up on my plate.
I have just stepped into Maria's shoes.
I'm sitting at Maria's old desk now.
As of today Maria's portfolio is mine.
Maria retired, so you are stuck with me now.
Ich bin neu hier, die Projekte von Maria Lopez liegen jetzt bei mir.
Ich trete die Nachfolge von Maria Lopez an.
Ich habe die Themen von Maria Lopez übernommen.
Je prends le relais de Maria Lopez.
J'ai repris les dossiers de Maria Lopez.
Les projets de Maria Lopez sont désormais entre mes mains.
He asumido los proyectos de Maria Lopez.
Sustituyo a Maria Lopez desde junio.
Los temas de Maria Lopez son ahora míos.
Soy la sucesora de Maria Lopez.
"""
WITH_THE_NEWS = """
Maria has left us and I am your contact from now on.
I'm your new contact at Fennwick, since Maria has left the company.
Maria Lopez hat uns verlassen, ich bin jetzt Ihre neue Ansprechpartnerin.
"""
UNNAMED = """
I'm your new contact at Fennwick.
I will be your point of contact going forward.
Ab sofort: ich bin Ihr neuer Ansprechpartner.
Je suis votre nouvelle interlocutrice chez Fennwick.
Seré su nuevo contacto.
Soy su nueva persona de contacto en Fennwick.
"""
NEITHER = """
I'm covering for Maria while she is on holiday.
Maria's tasks are with me until she is back from parental leave.
Are Maria's tickets with you now?
If Maria leaves, her projects would land on my desk.
I would take over from Maria if she left.
I got Maria's mail, thank you.
I received Maria's request yesterday.
I picked up Maria's list from the meeting room.
I'm looking after what Maria asked for this week.
Maria's point is mine too.
I am following Maria's advice.
I will take over for Maria today.
Maria's projects are not mine.
I have been given Maria's number by your colleague.
Please send it to me instead of Maria this week.
Taking over for Maria while she is away.
Did Maria's invoice come to me?
Maria's reply landed in my inbox.
Maria's ticket came to me for approval.
I inherited a mess.
I handed Maria's files to the auditor.
Maria gave me her desk for the week.
The new version is taking over from the old one.
I'm your contact while Maria is away.
I follow after Maria in the agenda.
Das Ticket von Maria Lopez ist bei mir bis sie zurück ist.
Je remplace Maria Lopez pendant ses vacances.
Sustituyo a Maria Lopez durante sus vacaciones.
I'm in charge of what Maria needs for the audit.
"""
HOSTILE = [
    "Maria's projects ",
    "I was given ",
    "hi " * 3,
    "Maria has moved on, so ",
    "new face ",
    "this was Maria's topic, ",
]

WORDS = ("Maria's", "I'm", "projects", "are", "mine", "now", "the", "from", "taking", "over", ".", ",", "new")


def followed(sentence: str, *, is_ours: bool | None = None) -> set[str]:
    """Return whom the speaker says to follow."""
    told = read_departures(Turn(sentence, is_ours, "Ann Pike"), SETTING)
    return {one.person for one in told if one.finding.topic == "successor"}


@pytest.mark.parametrize("sentence", NAMED.strip().splitlines())
def test_a_newcomer_names_whom_they_follow(sentence: str) -> None:
    assert followed(sentence) <= {"Maria Lopez", "she", "her"}
    assert "Maria Lopez" in followed(sentence)


@pytest.mark.parametrize("sentence", WITH_THE_NEWS.strip().splitlines())
def test_who_left_is_told_even_if_the_new_contact_does_not_say_whom_they_follow(sentence: str) -> None:
    told = [(one.person, one.finding.topic) for one in read_departures(Turn(sentence), SETTING)]
    assert told in ([("Maria Lopez", "colleague")], [("Maria Lopez", "successor")])


@pytest.mark.parametrize("sentence", UNNAMED.strip().splitlines())
def test_a_new_contact_follows_somebody_who_is_not_named(sentence: str) -> None:
    assert followed(sentence) == {""}


@pytest.mark.parametrize("sentence", NEITHER.strip().splitlines())
def test_who_stands_in_for_a_time_or_only_got_something_follows_nobody(sentence: str) -> None:
    assert followed(sentence) == set()


def test_the_speaker_is_the_successor() -> None:
    (told,) = read_departures(Turn("Maria's projects landed on my desk.", False, "Ann Pike"), SETTING)
    assert (told.finding.value, told.successor, told.is_self) == ("Maria Lopez", "Ann Pike", False)


def test_who_follows_whom_on_our_own_side_is_not_told() -> None:
    assert followed("Maria's projects landed on my desk.", is_ours=True) == set()


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    read_departures(Turn((piece * 100_000)[:100_000]), SETTING)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_order_of_telling_words_raises_nothing(words: list[str]) -> None:
    text = " ".join(words)
    for one in read_departures(Turn(text), SETTING):
        assert text[one.finding.start : one.finding.end] == one.finding.quote
