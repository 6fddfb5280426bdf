"""What the tables of who is who say, and do not claim."""

from graph_service.cli.identity_tables import rules_table
from graph_service.domain.identity_rulings import LearnedRule


def test_what_decisions_suggest_of_a_rule_is_said_not_to_be_used() -> None:
    table = rules_table([LearnedRule("R5", "the same firm and a name spelt nearly so", 0.97, 0, 3, 0.843)])
    assert "not used" in str(table.title)
    assert [str(column.header) for column in table.columns][-1] == "decisions suggest"
    assert [list(column.cells) for column in table.columns][-1] == ["0.843"]
