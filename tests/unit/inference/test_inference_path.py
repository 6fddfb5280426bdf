"""From messages to facts, the way a night goes: pair, fit, infer stakeholders, infer the account."""

from datetime import UTC

from graph_service.domain.facts import epoch_day
from graph_service.inference.accounts import infer_account
from graph_service.inference.answers import OUR_SIDE, ask_outcomes, pair_answers
from graph_service.inference.fitting import fit_models
from graph_service.inference.fitting_columns import columns_of
from graph_service.inference.results import AccountFacts, AccountInput
from graph_service.inference.stakeholders import infer_stakeholder, summary_of
from graph_service.inference.touches import AccountMail, AskFact, Message, StakeholderInput, Touch
from tests.unit.inference.worlds import MONDAY, noon

SIDES = {"ann": "acme", "bob": "acme", "user-1": OUR_SIDE}


def _mail(day: int, sender: str, recipient: str, hour: int = 0) -> Message:
    return Message(
        f"{sender}-{day}-{hour}", noon(day, 60 * hour), day, sender, (recipient,), f"thread-{recipient}-{day // 7}"
    )


def _night(horizon: int) -> AccountFacts:
    """Ann answers within two hours every week for half a year and stops; bob never answers."""
    messages = [_mail(MONDAY + 7 * week, "user-1", who) for week in range(40) for who in ("ann", "bob")]
    replies = [
        Message(f"re-{one.interaction_uid}", one.at_ms + 7_200_000, one.day, "ann", ("user-1",), one.thread_id)
        for one in messages[:52:2]
    ]
    asks = [
        AskFact(f"ask-{one.recipient_uids[0]}-{one.day}", one.interaction_uid, one.at_ms, one.day, "user-1",
                one.recipient_uids, one.thread_id, from_us=True)
        for one in messages
    ]  # fmt: skip
    outcomes = ask_outcomes(asks, pair_answers(asks, [*messages, *replies], SIDES), UTC)
    people = []
    for uid in ("ann", "bob"):
        touches = [
            Touch(one.interaction_uid, one.at_ms, one.day, "user-1", one.sender_uid == uid, 2, one.thread_id)
            for one in (*messages, *replies)
            if uid in (one.sender_uid, *one.recipient_uids)
        ]
        own = tuple(outcome for outcome in outcomes if outcome.ask.asked_uids == (uid,))
        people.append(StakeholderInput(uid, uid, tuple(touches), own, MONDAY))
    models = fit_models(columns_of(people), MONDAY, horizon)
    facts = [infer_stakeholder(source, models, horizon) for source in people]
    assert (facts[0].reply_rate or 0) > (facts[1].reply_rate or 1)
    mail = tuple(
        AccountMail(one.interaction_uid, one.at_ms, one.day, one.sender_uid != "user-1")
        for one in (*messages, *replies)
    )
    summaries = tuple(summary_of(one, is_person=True, first_seen_day=MONDAY) for one in facts)
    return infer_account(AccountInput("acme", summaries, mail), horizon)


def test_a_contact_who_answers_carries_the_account_and_its_silence_is_seen() -> None:
    """P1, P2: who matters there, and that they stopped although we went on writing."""
    lively = _night(MONDAY + 7 * 25)
    assert (lively.main_stakeholder_uid, lively.next_stakeholder_uid) == ("ann", "bob")
    assert (lively.single_threaded_share or 0) > 0.6
    assert (lively.quiet_state, lively.contact_count) == ("normal", 2)
    silent = _night(MONDAY + 7 * 39)
    assert silent.quiet_state == "quiet"
    assert silent.coverage.value < lively.coverage.value
    opened = epoch_day(silent.spells[-1].valid_from)
    assert MONDAY + 7 * 25 < opened < MONDAY + 7 * 32
    assert silent.last_interaction_day == MONDAY + 7 * 39
