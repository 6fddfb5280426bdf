"""Questions of the language on every target, compiled as the service does and asked as a viewer."""

from graph_service.domain.business_days import BusinessDays
from graph_service.query.compiler import compile_question
from graph_service.query.parse import parse
from tests.visibility.reads import Answers, Asker

LIVE_ONLY = (
    "contact where level >= 1 or function is finance or proxy or ghost or role source is known",
    "account where champions >= 0 and ghosts >= 0 and departed contacts >= 0 order by ghosts",
)
"""Questions about what the past does not keep."""
TEXTS = (
    "account",
    "account where quiet",
    "account where tracked and not quiet order by arr desc",
    'account where name contains "canary"',
    'account where segment = "CANARY"',
    "account where count(contact) >= 1 order by contacts desc",
    "account where count(ask) >= 1",
    "account where no contact",
    "account where has contact where strength > 5 and has tie where strength > 1",
    "account where coverage change over 28 days < -10% or arr > 100",
    "contact",
    'contact where name starts with "c" or title contains "CANARY"',
    "contact where strength > 1 order by strength desc limit 3",
    "contact where has ask where open",
    'contact where has tie where user = "Nora Ours"',
    "contact where account is tracked and silent for 3 days",
    'contact where role contains "CANARY" or role contains "chief"',
    "contact where new employer is known order by new employer",
    "contact where departed within 3650 days order by departed desc",
    "contact where departure in (away, watch, gone_quiet, departed) or champion != none order by influence desc",
    "contact where sentiment trend is falling or departure probability > 0.01 order by sentiment",
    "contact where level >= 1 or function is finance or proxy or ghost or role source is known",
    "account where health > 0 or usage is falling or ticket surge order by health",
    "account where competitors is known or sentiment trend is rising order by sentiment",
    "account where champions >= 0 and ghosts >= 0 and departed contacts >= 0 order by ghosts",
    "ask",
    "ask where open and to us order by waiting desc",
    "ask where from us and contact strength > 0",
    "ask where no contact",
    'ask where account arr > 100 or account name contains "canary"',
    "ask where answered",
)


async def question_answers(asker: Asker) -> Answers:
    """Return the answers of all questions, of today and of past moments."""
    found: Answers = {}
    calendar = BusinessDays(asker.workspace.country, asker.workspace.zone)
    for text in TEXTS:
        question = parse(text)
        for moment in (asker.now, *asker.moments):
            live = moment == asker.now
            if live or text not in LIVE_ONLY:
                statement = compile_question(question, moment, live=live, calendar=calendar)
                found[f"{text} at {moment}"] = await asker.gateway.ask(statement)
    return found
