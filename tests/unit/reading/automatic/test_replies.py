"""Automatic replies: the topic, the day back, the last day, and whom to write to instead."""

from datetime import date

import pytest

from graph_service.reading.automatic.replies import AutoReply, read_auto_reply

SAID = date(2024, 7, 5)


def read(text: str, said_on: date | None = SAID) -> AutoReply:
    found = read_auto_reply("Automatic reply: Plan", text, said_on)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("I have left Northwind.", "left"),
        ("Bo Reed no longer works for Northwind.", "left"),
        ("I am no longer with the company.", "left"),
        ("My last day at Northwind was 28 June.", "left"),
        ("I have retired. All the best.", "left"),
        ("I have left Northwind to take on a new challenge.", "left"),
        ("I have left Northwind and am no longer responsible for pumps.", "left"),
        ("Ich arbeite nicht mehr für Northwind.", "left"),
        ("Ich habe das Unternehmen verlassen.", "left"),
        ("Je ne travaille plus chez Northwind.", "left"),
        ("Ik werk niet meer bij Northwind.", "left"),
        ("Ya no trabajo en Northwind.", "left"),
        ("Jag arbetar inte längre på Northwind.", "left"),
        ("Non lavoro più per Northwind.", "left"),
        ("I have moved to the Logistics team and no longer work on the pumps account.", "internal_move"),
        ("I have taken on a new role within Northwind.", "internal_move"),
        ("I am no longer with the sales team.", "internal_move"),
        ("I am out of the office.", "out_of_office"),
        ("I left for vacation today, back on Monday.", "out_of_office"),
        ("I'm on annual leave.", "out_of_office"),
        ("Ich bin im Urlaub.", "out_of_office"),
        ("Je suis absente.", "out_of_office"),
        ("Ik ben afwezig.", "out_of_office"),
        ("Estoy de vacaciones.", "out_of_office"),
        ("Jag är på semester.", "out_of_office"),
        ("Sono in ferie.", "out_of_office"),
        ("I am on maternity leave.", "parental_leave"),
        ("Ich bin in Elternzeit.", "parental_leave"),
        ("I am on a sabbatical.", "long_leave"),
        ("I am away for health reasons.", "long_leave"),
        ("Your request has been received. Ticket #4711.", "ticket_ack"),
        ("Please click the link to confirm that you are a human.", "challenge"),
        ("My e-mail address has changed.", "address_change"),
        ("Thank you for your message. We will reply soon.", "receipt"),
    ],
)
def test_the_topic_is_known_in_many_wordings(text: str, topic: str) -> None:
    assert read_auto_reply("", text, SAID) is not None
    assert read(text).topic == topic


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I am out of the office until 12 March.", date(2025, 3, 12)),
        ("I am away until August 12th, 2024.", date(2024, 8, 12)),
        ("I am on leave and back on Monday 14.10.", date(2024, 10, 14)),
        ("Out of office, back on Monday.", date(2024, 7, 8)),
        ("On leave, back on the 28th.", date(2024, 7, 28)),
        ("I am away until 2024-07-20.", date(2024, 7, 20)),
        ("I am out of the office until 11/07.", date(2024, 7, 11)),
        ("I'm away from 7/27 to 8/10.", date(2024, 8, 10)),
        ("I am away through 19 July.", date(2024, 7, 20)),
        ("I am travelling 8 - 14 July.", date(2024, 7, 14)),
        ("Ich bin vom 1.8. bis 20.8. im Urlaub.", date(2024, 8, 20)),
        ("Ich bin ab dem 3. August wieder erreichbar.", date(2024, 8, 3)),
        ("Ich bin bis einschließlich 19.07.2024 nicht im Büro.", date(2024, 7, 20)),
        ("Je suis en congé jusqu'au 15 août inclus.", date(2024, 8, 16)),
        ("Ik ben afwezig t/m 20 juli.", date(2024, 7, 21)),
        ("Estaré fuera de la oficina hasta el 10 de agosto de 2024.", date(2024, 8, 10)),
        ("Jag är på semester till och med 4 augusti.", date(2024, 8, 5)),
        ("Sono in ferie fino al 3 agosto.", date(2024, 8, 3)),
        ("I am out of the office with no fixed return. Call +1 12 34 56.", None),
        ("I am out of the office until 17:30.", None),
    ],
)
def test_the_day_back_is_read_in_european_and_american_forms(text: str, day: date | None) -> None:
    assert read(text).returns_on == day


def test_without_the_day_of_writing_only_a_full_date_is_read() -> None:
    assert read("I am away until 12 March.", None).returns_on is None
    assert read("I am away until 12 March 2025.", None).returns_on == date(2025, 3, 12)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("My last day at Northwind was June 28, 2024.", date(2024, 6, 28)),
        ("I will be leaving Northwind on 31 July.", date(2024, 7, 31)),
        ("As of 1 July I no longer work at Northwind.", date(2024, 6, 30)),
        ("I have left Northwind.", None),
    ],
)
def test_the_last_day_at_the_firm_is_read(text: str, day: date | None) -> None:
    assert read(text).last_day == day


def test_successor_own_new_address_and_new_employer_are_kept_apart() -> None:
    found = read(
        "I have left Northwind. Please contact my successor Bo Reed at bo.reed@north.example."
        " You can reach me at ada@home.example. I have joined Westlake Labs."
    )
    assert (found.successor, found.successor_addresses) == ("Bo Reed", ("bo.reed@north.example",))
    assert (found.forwarding_address, found.new_employer) == ("ada@home.example", "Westlake Labs")


@pytest.mark.parametrize(
    "text",
    [
        "I am on leave. Bo Reed is covering.",
        "I am on leave. Please contact Bo Reed.",
        "I am on leave. In urgent cases please write to my colleague Bo Reed (bo@north.example).",
        "I have left Northwind. My role was taken over by Bo Reed.",
        "Ich bin im Urlaub. Bitte wenden Sie sich an Herrn Bo Reed.",
        "Ich bin im Urlaub. Meine Vertretung ist Bo Reed.",
        "Je suis absent. Vous pouvez contacter Bo Reed.",
        "Ik ben afwezig. Neem contact op met Bo Reed.",
    ],
)
def test_who_stands_in_is_named(text: str) -> None:
    assert read(text).successor == "Bo Reed"


def test_a_quoted_mail_below_tells_nothing() -> None:
    found = read("I am on leave.\n\n-----Original Message-----\nFrom: Cy\n\nI have left Northwind.")
    assert found.topic == "out_of_office"


def test_a_text_without_a_topic_gives_nothing() -> None:
    assert read_auto_reply("Plan", "The pumps are fine.", SAID) is None
    assert read_auto_reply("Plan", "I have left the office for the day.", SAID) is None


def test_the_quote_is_exactly_its_place_in_the_text() -> None:
    text = "Hello,\n\nI have left Northwind. Write to Bo."
    found = read(text)
    assert found.quote == text[found.start : found.end] == "I have left Northwind."
