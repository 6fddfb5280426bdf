"""English conversations about contracts, money and the relationship, and those that we start. Texts only."""

from graph_service.demo.topics import topic

BUSINESS = (
    topic(
        "en", "seats", "ops>ae", "[More seats|Additional seats|Extra licences] for {site}",
        "T: We are adding {team} in {site} from {month}, about {n} people. ⟦[What would {n} more seats cost|How "
        "much are {n} more seats] until the end of the term?⟧ "
        "A rough figure is enough for [my budget sheet|now].",
        "U: For {n} seats it is {amount} until your renewal date, at the same price per seat as today. "
        "I can send the order form whenever you are ready.",
        "T: [That fits the budget.|Good, that's about what I had in mind.] ⟦Please send the order form to {peer} "
        "in purchasing with me in copy.⟧",
        "U: [Sent|Just sent], to both of you. The seats are active from the day it is signed.",
    ),
    topic(
        "en", "invoice", "finance>billing", "Invoice {inv}",
        "T: Invoice {inv} [shows|lists] {n} seats, but our order says {n2} fewer. ⟦[Could you send|Please send] "
        "a corrected invoice?⟧ "
        "I can only release it for payment when the two agree.",
        "U: You are right: the change of {past} was booked after the invoice run. A credit note and the "
        "corrected invoice went out to your accounts address today.",
        "T?: Both received, payment goes out with the next run.",
    ),
    topic(
        "en", "po", "finance>billing", "Purchase order {po}",
        "T: Our purchasing system needs the order number {po} on every invoice from now on. ⟦[Can you add "
        "it|Could you put it] to the next one?⟧",
        "U: Added. It will be printed on all invoices until you tell us otherwise.",
        "T?: Thanks.",
    ),
    topic(
        "en", "contract", "finance>billing", "Copy of [the contract|our agreement]",
        "T: Our auditors ask for the signed agreement including the last amendment. ⟦[Do you have a signed "
        "copy|Could you send me a signed copy]?⟧ Ours seems to be in a cupboard in {site}.",
        "U: I have put both into your contract folder, signed by both sides. The amendment is of {past}.",
        "T?: Got them. You've saved me a trip.",
    ),
    topic(
        "en", "rollout", "exec>csm", "[Roll-out|Next steps] in {site}",
        "T: The board has agreed to bring {site} on in {month}. ⟦Before I tell the team there, [what do you need "
        "from us|what would you need from our side], and how long does it take?⟧",
        "U: A list of teams and qualifications, one person who decides, and a morning with the planners. From "
        "there it is three weeks to the first published rota.",
        "T: Then {peer} is the one who decides. We could do the morning on {soon}.",
        "U: {soon} is fine. I'll send an agenda to you and {peer}.",
        "T?: Agenda received, looks good.",
    ),
    topic(
        "en", "budget", "finance>ae", "Budget [for next year|figures]",
        "T: We are putting next year's budget together. ⟦[Which figure should I plan for you|What should I put "
        "in for you], with {n} more people from {month}?⟧",
        "U: Please plan {amount} for the extra people on top of the current fee. An indexation is not planned "
        "for next year.",
        "T?: Noted. I'll come back when it is approved.",
    ),
    topic(
        "en", "terms", "finance>ae", "[Wording|Notice period] in the renewal",
        "T: [Legal|Our lawyer] has read the renewal draft and stumbles over the notice period. ⟦Can we have "
        "sixty days instead of ninety?⟧ The rest is fine.",
        "U: Sixty days is fine with us. You find the changed page in the draft, [section seven|clause seven].",
        "T: [Thank you|Good]. I'll get it signed [this week|by {soon}].",
    ),
    topic(
        "en", "reference", "exec>ae", "Reference call with [a hospital|another firm]",
        "U: A prospect with {n}0 people would like to hear how you introduced the system in {site}. Would you "
        "give them twenty minutes in {month}?",
        "T: [Yes, of course|Happy to]. Tuesdays after four are best. ⟦Please send me two lines about them "
        "beforehand.⟧",
        "U: Here they are: three sites, night shifts, paper until now. They will call you on Tuesday at four.",
        "T?: Nice people, good talk. I think you'll hear from them.",
    ),
    topic(
        "en", "newaddress", "finance>billing", "New [invoice address|billing address]",
        "T: From {month} our invoice address is the head office and no longer {site}. ⟦Please change it in your "
        "records.⟧",
        "U: Changed as of today. The next invoice goes to the head office.",
    ),
    topic(
        "en", "qbr", "any>csm", "Our [quarterly review|review] in {month}",
        "U: I'd like to look at the last quarter with you: {pct} % of shifts in {site} are now filled without a "
        "phone call. Does {soon} suit you for our review?",
        "T: [{soon} suits me|Yes, {soon}], after ten. I'd like to bring {peer}. ⟦Could you add overtime in "
        "{team} to the agenda?⟧",
        "U: Added. I'll have the overtime figures of the last three months with me.",
        "T?: [Good meeting|That was time well spent], thank you. The overtime chart is on our wall now.",
    ),
    topic(
        "en", "news", "any>csm", "New in [the board|{month}]: [open shifts|swap lists]",
        "U: You once mentioned that {team} phone around to fill gaps. You can now offer open shifts to everyone "
        "who is qualified, and the first one to accept has it. It is on in your account already.",
        "T: [We tried it on the weekend|First try yesterday]: {n2} gaps filled before noon. [People love "
        "it|Nobody rang me].",
        "U?: That is good to read. I'll pass it on to the team.",
    ),
    topic(
        "en", "checkin", "ops>csm", "[How is {site} doing|{site}, four weeks in]",
        "U: {site} has been live for four weeks now. Is there anything that still goes slower than with the old way?",
        "T: Two things: {team} forget to confirm, and I cannot find absences quickly. [The rest runs|Otherwise "
        "fine]. ⟦Is there a list of open confirmations?⟧",
        "U: There is, on the start page under 'Waiting'. It also sends reminders if you want. For absences press "
        "A on the board.",
        "T: The A key! That alone was worth the mail.",
    ),
    topic(
        "en", "maintenance", "it>support", "Maintenance on {soon}",
        "U: On {soon} between 21:00 and 22:30 the planning board will be read-only while we move a database. The "
        "app keeps working.",
        "T?: Fine for us, the board is not used at that hour.",
    ),
    topic(
        "en", "recap", "ops>csm", "Notes from [today|our call]",
        "U: Thank you for the time. What we agreed: {team} move to the new pattern in {month}, {peer} tests it "
        "for two weeks in {site}, and I prepare the report on rest times.",
        "T: [That's how I have it, too|Matches my notes]. One small change: the test starts on {soon}.",
        "U?: Changed. I'll check in when the two weeks are over.",
    ),
    topic(
        "en", "reminder", "finance>billing", "Invoice {inv} - [friendly reminder|open]",
        "U: Our records show invoice {inv} of {amount} as open since {past}. Perhaps it has crossed with this mail.",
        "T: It was stuck in approval because {peer} was away. Released today, you should have it by {soon}.",
        "U?: Received, thank you.",
    ),
    topic(
        "en", "survey", "any>csm", "Your [answer|nine out of ten] in our survey",
        "U: Thank you for filling in our survey. You wrote that reports take too many clicks. I'd like to show "
        "you favourites, which halve them. Would ten minutes on {soon} be all right?",
        "T: Ten minutes are fine, I am at my desk from eleven. And to be fair: it is still the tool our people "
        "complain about least.",
    ),
    topic(
        "en", "works", "hr>csm", "Works council [meeting|questions]",
        "T: The staff side meets on {date} and wants to know whether the system can rate people. ⟦Could you give "
        "me a short statement I can read out?⟧",
        "U: Gladly: 'The system plans shifts and records hours. It computes no ratings, rankings or scores of "
        "persons, and offers no report that would allow it.' You may quote it with my name.",
        "T: Read out and accepted. [That went more smoothly than I feared|Thank you, that helped a lot].",
    ),
    topic(
        "en", "workshop", "ops>csm", "[Summer planning|Planning workshop] in {site}",
        "T: Leave requests are piling up for {team}. ⟦Could you show us the leave planner in a short session, "
        "say on {soon}?⟧",
        "U: {soon} at two works for me. Please have the list of fixed leave ready, then we plan with real data.",
        "T: List is ready. There will be {n2} of us.",
        "U?: See you then.",
    ),
    topic(
        "en", "deactivate", "it>support", "[Test system|Sandbox] [refresh|with fresh data]",
        "T: Our test system still holds data from last year. ⟦[Can you copy the live data over|Could you refresh "
        "it from live]?⟧ Names should be masked.",
        "U: The copy runs tonight with masked names. It is ready at seven.",
        "T?: All there, all masked. Thanks.",
    ),
)  # fmt: skip
