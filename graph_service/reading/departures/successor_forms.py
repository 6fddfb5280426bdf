"""The forms in which a new person introduces themselves as the one who follows somebody. English only."""

from graph_service.reading.departures.forms import form

_I = r"\bi(?:'m| am|'ll be| will be)"
_DONE = r"\bi(?:'ve| have|'m| am|'ll be| will be|'ll| will)?"
_WORK = (
    r"(?:role|position|job|responsibilities|duties|accounts?|portfolio|work|tasks|team|desk|projects?|seat|shoes"
    r"|book of business|post|office|topics|area)"
)

SUCCESSOR_FORMS = (
    *form(
        "i_took_over", "successor", 0.88,
        rf"{_DONE}{{adv}}(?: also)? (?:take|took|taken|taking) over (?:(?:for|from) {{who}}"
        rf"|(?:[\w' -]{{2,50}} )(?:from|for) {{who}})"
        r"(?!\w)(?! (?-i:[A-ZÀ-ÖØ-Þ]))(?! (?:this|today|while|until|during|tomorrow))",
        rf"{_DONE}{{adv}} (?:take|took|taken|taking) (?:over|on) {{whose}} (?:old |former |previous )?{_WORK}",
        rf"{_DONE}{{adv}} step(?:ped|ping)? into {{whose}} (?:old |former )?{_WORK}",
        rf"{_DONE}{{adv}} (?:filling|filled|fill|stepping|stepped"
        rf"|step) in (?:permanently )?(?:for {{who}} (?:permanently|for good|full.time)"
        r"|permanently for {who}|as {whose} (?:replacement|successor))",
        rf"{_DONE}{{adv}} (?:succeed(?:ed|ing)?|replac(?:ed|ing|e)) {{who}}(?= (?:as|in|at|who|from|on|here)"
        rf"|[.,;!]|$)",
        rf"{_I}{{adv}} {{whose}} (?:new |permanent )?(?:replacement|successor)",
        rf"{_I}{{adv}} (?:the |a )?(?:new |permanent )?(?:replacement|successor) (?:for|of|to) {{who}}",
        r"\bi{adv} joined (?:{firm}|{company}|the team|us)?[^.;!?]{0,40}?(?:replac(?:ing|e)|to succeed"
        r"|as (?:the )?(?:successor|replacement)"
        r" (?:of|for|to)|taking over (?:for|from)|following (?:the departure of )?) ?{who}",
        needs=(
            "over |taking on|took on|take on|taken on|step|fill|succe|replac|inherit|joined"
        ),
    ),
    *form(
        "i_am_new_contact", "successor", 0.7,
        rf"{_I}{{adv}} your (?:new )?(?:main |primary |first |day-to-day "
        rf"|single )?(?:point of )?contact(?: person)?(?= (?:from|going|at|for|moving"
        r"|in (?:the )?future|now|here|on)|[.,;!]|$)(?! (?:while|during|until))",
        rf"{_I}{{adv}} the new (?:[\w&-]+ ){{0,3}}(?:manager|director|head|lead|vp|cfo|cto|ceo|coo|cio"
        rf"|administrator|admin|owner|contact|buyer|officer"
        r"|controller|coordinator|analyst|sponsor|supervisor|person)\b",
        r"\bi(?:'ll| will)(?: now)? be looking after (?:this|the|your|our)[^.;!?]{0,40} (?:from now on"
        r"|going forward|permanently)",
        needs=(
            "contact|the new|looking after"
        ),
    ),
)  # fmt: skip
