"""Who works with whom, counted from small mail and small meetings (decision: drop > 10 recipients, > 8 attendees)."""

from dataclasses import replace

from graph_service.inference.paths.colleagues import colleague_ties
from graph_service.inference.paths.records import ColleagueTie
from tests.unit.inference.succession.cases import HORIZON, LAST, account, mail, meeting, person

PEOPLE = [person("anna"), person("ben"), person("cara"), person("desk", is_person=False)]


def test_mails_and_meetings_are_counted_by_pair() -> None:
    occasions = [
        mail(LAST, "anna", cc=["ben"]),
        mail(LAST + 1, "user-1", ["anna", "ben", "desk"]),
        meeting(LAST + 2, ["anna", "ben", "cara"]),
    ]
    assert colleague_ties(account(PEOPLE, occasions), HORIZON) == (
        ColleagueTie("anna", "ben", 2, 1),
        ColleagueTie("anna", "cara", 0, 1),
        ColleagueTie("ben", "cara", 0, 1),
    )


def test_crowds_machines_and_what_was_called_off_count_for_nothing() -> None:
    occasions = [
        replace(mail(LAST, "anna", cc=["ben"]), size=12),
        replace(meeting(LAST, ["anna", "ben"]), size=9),
        replace(mail(LAST + 1, "anna", cc=["ben"]), is_automatic=True),
        meeting(LAST + 2, ["anna", "ben"], "off", status="cancelled"),
        mail(LAST - 400, "anna", cc=["ben"]),
        mail(HORIZON + 1, "anna", cc=["ben"]),
    ]
    assert colleague_ties(account(PEOPLE, occasions), HORIZON) == ()


def test_ten_recipients_and_eight_attendees_still_count() -> None:
    occasions = [replace(mail(LAST, "anna", cc=["ben"]), size=11), replace(meeting(LAST, ["anna", "ben"]), size=8)]
    assert colleague_ties(account(PEOPLE, occasions), HORIZON) == (ColleagueTie("anna", "ben", 1, 1),)
