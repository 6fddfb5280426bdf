"""What people said of two records goes above the rules, and takes along whoever the rules tie to either (9)."""

from graph_service.reading.identity.match import match
from graph_service.reading.identity.records import Record

JON = Record(source="email", source_id="1", name="Jon North", emails=("jon@north.example",), companies=("North",))
JON_CRM = Record(source="crm", source_id="2", name="Jon North", emails=("jon@north.example",), companies=("North",))
IDA = Record(source="email", source_id="3", name="Ida North", emails=("ida@north.example",), companies=("North",))
IDA_CRM = Record(source="crm", source_id="4", name="Ida North", emails=("ida@north.example",), companies=("North",))
IDA_HOME = Record(source="email", source_id="5", name="Ida Q. North", emails=("ida.north@north.example",))
ALL = [JON, JON_CRM, IDA, IDA_CRM, IDA_HOME]


def groups(said: dict[tuple[int, int], bool]) -> list[int]:
    return [found.cluster for found in match(ALL, "business", said).matches]


def test_a_merge_by_hand_joins_whole_people_though_their_names_differ() -> None:
    before = groups({})
    assert before[0] == before[1] != before[2] == before[3]
    after = groups({(0, 2): True})
    joined = {place for place, cluster in enumerate(before) if cluster in {before[0], before[2]}}
    assert {after[place] for place in joined} == {0}
    assert [after[place] for place in range(len(ALL)) if place not in joined] == [
        before[place] for place in range(len(ALL)) if place not in joined
    ]


def test_two_whom_somebody_parted_stay_apart_whatever_rule_fires() -> None:
    assert groups({(2, 3): False})[2] != groups({(2, 3): False})[3]


def test_what_the_rules_tied_keeps_its_rule_after_a_merge_by_hand() -> None:
    rules = [found.rule for found in match(ALL, "business", {(0, 2): True}).matches]
    assert set(rules[:4]) == {"R1"}
