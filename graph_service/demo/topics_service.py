"""English conversations about using the product: questions, faults, complaints, training. Texts only."""

from graph_service.demo.topics import topic

SERVICE = (
    topic(
        "en", "sso", "it>support", "[Single sign-on|SSO] for {site}",
        "T: We [are moving|have started to move] {site} to our new identity provider [this month|in {month}]. "
        "⟦[Could you send us|Can you send me] the [metadata file|callback address] for [single sign-on|SSO]?⟧ "
        "I [would like|want] to test it with two accounts first.",
        "U: [Of course.|Happy to.] The [metadata file|address] is on the security page of your admin console, "
        "under Sign-in. "
        "Please leave password login on until the test is through, so nobody is locked out.",
        "T?: [Works on the first try|Tested this morning with both accounts], thank you. We switch {team} over "
        "on {soon}.",
    ),
    topic(
        "en", "payroll", "finance>support", "Payroll export [{past}|for {past}] [- wrong overtime|: overtime]",
        "T: The payroll export for {past} [shows|has] overtime for {team} that nobody worked: {n} hours in total. "
        "⟦[Can you check|Could you look at] what happened there[ before the payroll run on {soon}|]?⟧ "
        "[I attach nothing because the list holds names|I'd rather not send the list by mail].",
        "U: [I had a look|I checked the export]. Two templates overlap for {team}, so the handover quarter-hour "
        "was counted twice. "
        "I have corrected the rule; if you run the export again, the {n} hours are gone.",
        "T: [Perfect|Confirmed], the new file [matches our own list|is right to the minute]. ⟦[Will this happen "
        "again|Could this come back] when we copy "
        "the template next month?⟧",
        "U: No. The overlap check now warns you before you publish, also for copied templates.",
    ),
    topic(
        "en", "swap", "ops>csm", "Shift swaps [in {site}|without approval]",
        "T: [Since last week|For some days now] {team} can swap shifts without anyone approving it. "
        "That may be handy for them, but we have [qualification rules|rest-time rules] to keep. ⟦Where do I "
        "switch approval back on?⟧",
        "U: Under Rules, then Swaps: there is a switch per team. It was reset when the team was split in two. "
        "I have [left it as it is so that you can decide|not touched it].",
        "T?: Found it, [thanks|many thanks]. All quiet again.",
    ),
    topic(
        "en", "import", "hr>support", "Importing [the new starters|{n} starters] [for {site}|in {month}]",
        "T: HR sent me a list of {n} new starters for {site}. ⟦[Is there a template|Do you have a template] for "
        "the import, or do I type them in?⟧",
        "U: There is one: People, Import, Download template. Only name, start date and team are needed. "
        "The file [may be|can be] CSV or Excel.",
        "T: Done, but {n2} of them were refused because of the start date. ⟦[Which date format does it want|What "
        "format should the dates have]?⟧",
        "U: Day, month, year with dots or slashes is fine as long as every row is the same; the refused ones had "
        "the year in two digits.",
        "T?: That was it. All in now.",
    ),
    topic(
        "en", "push", "ops>support", "[App notifications|No notifications] for {team}",
        "T: {n2} people in {team} [say they|tell me they] no longer get a notification when the rota is published. "
        "Some have Android, some iPhone. ⟦Is this [something on your side|a known problem]?⟧",
        "U: It was: our sender certificate was renewed on [Sunday|Saturday] and part of the phones had to "
        "register again. "
        "If people open the app once, notifications come back.",
        "T?: [That did the trick|OK, told everyone, works].",
    ),
    topic(
        "en", "bankholiday", "hr>csm", "Bank holiday [pay|rates] in {month}",
        "T: Our new agreement pays double on bank holidays, but only for hours after six in the morning. "
        "⟦Can the system split a night shift at six?⟧ I could not find it in the rules.",
        "U: Yes. In Pay rules you can set a start time per day type; the night shift is then split in the report "
        "and in the export. "
        "I wrote you a draft rule called '{month} test' - [have a look|please check it] before you activate it.",
        "T: [I tried it|Tested it] with last year's dates and the split is right. We go live with it in {month}.",
    ),
    topic(
        "en", "managers", "hr>csm", "Training for [new managers|{n2} new shift leads]",
        "T: We have {n2} new shift leads in {site}. ⟦[Could you run|Would you be able to run] the two-hour "
        "introduction for them [in {month}|around {date}]?⟧ "
        "Mornings are best.",
        "U: [Gladly.|With pleasure.] I can offer {soon} or the week after, both at nine. I'd do it online, with "
        "your own rota instead of demo data.",
        "T: {soon} at nine it is. I'll send the invitation to everyone.",
        "U?: Perfect. I'll prepare a small exercise with {team}.",
    ),
    topic(
        "en", "overtime", "finance>csm", "Overtime report [by cost centre|for {site}]",
        "T: For the {past} closing I need overtime by cost centre, not by person. ⟦[Is there a report for "
        "that|Can the report do that]?⟧ "
        "At the moment I do it with a pivot table, which is [no fun|error-prone].",
        "U: There is: Reports, Hours, then 'Group by' and cost centre. You can save it as your own and have it "
        "mailed on the first of the month.",
        "T?: Saved and scheduled. That is [an hour|half a day] back for me every month, thank you.",
    ),
    topic(
        "en", "api", "it>support", "API [limits|calls] [for {site}|from our data platform]",
        "T: Our nightly job pulls shifts for {site} and has been getting [429 responses|refused calls] since "
        "[Monday|the weekend]. "
        "⟦What is the limit per minute, and can it be raised for us?⟧",
        "U: 120 calls a minute per key. I'd rather show you the bulk endpoint than raise it: one call returns a "
        "whole week with all teams. "
        "An example for {site} is in the developer notes.",
        "T: Rewritten, the job now needs {n2} calls instead of {n}00. No need to raise anything.",
    ),
    topic(
        "en", "terminal", "it>support", "Time clock [terminal|at the gate] in {site}",
        "T: The terminal in {site} shows the right time but books everything an hour late. ⟦[Can you see|Do you "
        "see] what it sends?⟧",
        "U: I do. It still sends the winter offset. Please restart it once; it fetches the new zone table when "
        "it starts.",
        "T: Restarted. [First bookings look right|The last three bookings are correct].",
        "U?: Good. I have corrected the bookings of this morning, {n2} in all.",
    ),
    topic(
        "en", "agency", "ops>csm", "Agency [workers|cover] in the rota",
        "T: We book {n2} people from an agency for {team}, different ones every week. ⟦How do other customers "
        "plan people whose names they learn on the day?⟧",
        "U: Most use placeholder profiles ('Agency 1' and so on) with the right qualification, and put the name "
        "in when the person arrives. "
        "Hours then go to the agency report and not to payroll.",
        "T: That would work for us. I'll try it in {site} first.",
    ),
    topic(
        "en", "retention", "hr>csm", "How long [shift data is kept|do you keep shift data]",
        "T: Our data protection officer is updating the register. ⟦[How long are shifts and absences kept|For "
        "how long do you keep absences and shifts], "
        "and who can delete them?⟧",
        "U: As long as you set it: the default is three years for shifts and one for absences. Deleting is a "
        "right of its own that only your admins hold. "
        "The page 'Data and retention' in the contract folder has the exact wording.",
        "T?: Exactly what he needs. Thank you for the quick answer.",
    ),
    topic(
        "en", "rights", "it>support", "[Access rights|Permissions] for {peer}",
        "T: {peer} takes over {site} and should see all teams there, but no pay rates. ⟦Which role is that?⟧",
        "U: 'Planner without pay'. You can limit it to {site} in the same window.",
        "T?: Done, {peer} can see what is needed and nothing else.",
    ),
    topic(
        "en", "outage", "ops>csm", "Down again [this morning|on {weekday}]",
        "T: I have to say I am [not happy|quite annoyed]. The rota for {site} could not be opened between six "
        "and quarter to seven [this morning|today], "
        "just when {team} change over. We stood there with paper lists. ⟦I expect an explanation and [what you "
        "will do about it|the steps you will take].⟧",
        "U: I understand, and I am sorry. A database update that should have run at night was still going at six. "
        "We have moved updates to Sunday and added a stop that ends them at four, whatever their state. You find "
        "the full report in your console.",
        "T: Thank you for being straight about it. I have passed the report on. It had better be the last time "
        "this year.",
    ),
    topic(
        "en", "slow", "ops>support", "[Planning board is slow|Slow planning board] [in {site}|with {team}]",
        "T: With {team} added, the planning board takes [almost half a minute|ages] to open. ⟦Is there [anything "
        "we can switch off|a setting to make it faster]?⟧",
        "U: Please untick 'Show history' in the view menu; with {n}0 people that is a lot to draw. We are also "
        "shipping a faster board in {month}.",
        "T: Four seconds now. [Fine|Good enough] until then.",
    ),
    topic(
        "en", "feature", "ops>csm", "[Idea|A wish]: [colour per qualification|notes on a shift]",
        "T: [A wish from|Something that comes up again and again with] {team}: they would like to see at a "
        "glance who holds which qualification. "
        "⟦Is something like that planned?⟧",
        "U: It is, for the autumn release. I have put your name on the list for the trial, which starts in {month}.",
        "T?: Great, count us in.",
    ),
    topic(
        "en", "duplicates", "ops>support", "[Duplicate|Double] shifts after [copying|the copy of] the week",
        "T: After copying last week, {team} have every early shift twice. I can delete {n} shifts by hand, but "
        "[I'd rather not|that can't be the idea]. "
        "⟦Can you remove the second ones?⟧",
        "U: Removed, {n} shifts. The copy ran twice because the page was reloaded while it worked; the button is "
        "locked now until it is done.",
        "T?: All clean. Thanks for the speedy help.",
    ),
    topic(
        "en", "leaver", "hr>support", "[People who left|Leavers] still [in the planning|shown as available]",
        "T: {n2} people who left in {past} are still offered as available in {site}. ⟦[What do I have to "
        "set|What needs to be set] so that they vanish from planning but stay in the reports?⟧",
        "U: Their end date, in the profile under Employment. From the day after they are no longer offered; "
        "reports keep them.",
        "T?: Done. I'll add it to our leaver checklist.",
    ),
    topic(
        "en", "audit", "it>support", "Who changed [the rota|a shift] on {weekday}[?| - log]",
        "T: There is an argument in {team} about who moved a shift on {weekday}. ⟦Can I see who changed what?⟧",
        "U: Yes, click on the shift and then on History. For more than one shift use Reports, Changes; it goes "
        "back ninety days.",
        "T?: Seen. It was the copy function and nobody's fault. Peace is restored.",
    ),
    topic(
        "en", "hris", "it>support", "Connection to [our HR system|the new HR system]",
        "T: We replace our HR system in {month}. ⟦[Do you have a ready-made connection|Is there a standard "
        "connector], or do we use the file import?⟧",
        "U: A ready one, for people, contracts and absences. It needs a service account with read rights; the "
        "setup takes about an hour. "
        "I can do it together with you on {soon}.",
        "T: {soon} works. I'll have the service account by then.",
        "U: [Great|Good], I've put it in the calendar at ten.",
    ),
    topic(
        "en", "praise", "ops>csm", "[A quick thank you|Good news from {site}]",
        "T: [Just a short note|No question today]: since {team} plan with the new board, the phone on Friday "
        "afternoons is silent. "
        "Our thanks go to whoever built it. Who would have thought that a colour could make such a difference!",
        "U?: You just made the day of two developers. I've read it out in our morning round.",
    ),
    topic(
        "en", "fyi", "ops>csm", "[FYI: |]changes in {site} [from {month}|in {month}]",
        "T: For your information: {site} gets a second planner in {month}, {peer}. {peer} already knows the "
        "system from another employer. "
        "Nothing to do on your side, you only hear it from me first.",
        "U?: Thank you for telling me. I'll say hello to {peer} once the new starter week is over.",
    ),
    topic(
        "en", "resched", "any>csm", "[Moving our call|Our call] on {soon}",
        "T: Something has come up on {soon}. ⟦Could we move our call by an hour?⟧",
        "U: [No problem at all|Sure], I've moved it. Same link.",
    ),
    topic(
        "en", "print", "ops>csm", "[Printing|A4 print of] the rota",
        "T: {team} have no screen in the break room, so we print. The new layout takes three pages instead of "
        "one. ⟦Can we have the old layout back?⟧",
        "U: It is still there: Print, Layout, 'Compact'. It fits {n} people on one page and your choice is "
        "remembered.",
        "T?: Back on one page. Thank you, also from the wall.",
    ),
)  # fmt: skip
