"""Sentences about leaving and sentences that only look like it, in our own words.

Each line is "topic|sentence"; "-" means that no departure is said. `APART` was written after the rules and is only
measured as a whole: nobody may tune a rule on one of its lines.
"""

KNOWN = """
farewell|My last day at Fennwick will be 28 June.
farewell|Just a short note that Friday is my last day here.
farewell|I wanted to let you know that I'm leaving Fennwick at the end of the month.
farewell|I have decided to move on from Fennwick after eight wonderful years.
farewell|I've accepted a role elsewhere and will be handing my accounts over to Tom Baker.
farewell|My position is being made redundant as part of the reorganisation.
farewell|As of Friday I'll no longer be with the company.
farewell|After 22 years I am retiring next month.
farewell|I will be leaving the company on 14 July.
farewell|In August I'll be joining Globex as Head of Data.
farewell|Today is my last day.
farewell|I handed in my notice yesterday.
farewell|It's time for me to say goodbye.
farewell|I'm going to resign after this project.
colleague|Maria is no longer with the company.
colleague|Maria Lopez left us last month to pursue other opportunities.
colleague|Since Maria left, nobody has looked at the dashboards.
colleague|Now that Maria is gone, I look after the tool.
colleague|Maria's old responsibilities are split between Tom and me.
colleague|I inherited this spreadsheet from Maria when she left.
colleague|We parted ways with Tom Baker in April.
colleague|Maria joined Globex last month.
colleague|Tom Baker, our CFO, has left the firm.
colleague|Our former admin, Jane Miller, set this up.
colleague|Maria's last day was Friday.
colleague|Maria decided to pursue other opportunities.
colleague|Our CFO is leaving at the end of the quarter.
colleague|Unfortunately Maria and Tom have both left the company.
colleague|Not sure if you heard, but Maria has left the company.
colleague|We are still looking for a replacement for Maria.
colleague|Maria has moved on to a new challenge.
colleague|Maria retired last week.
colleague|Tom took over Maria's accounts.
colleague|im afraid maria has left the company
successor|I have taken over from Maria Lopez.
successor|I'm Maria's replacement.
successor|I'll be your contact from now on.
successor|I'm the new Head of Operations at Fennwick.
successor|I'm taking over Maria's role as project lead.
successor|I have stepped into Maria's role.
internal_move|Maria has moved to the marketing team.
internal_move|I'm moving to a new role within the company.
internal_move|I'm moving into a different team next month.
farewell|Mein letzter Arbeitstag ist der 30. Juni.
farewell|Ich verlasse das Unternehmen zum Ende des Monats.
colleague|Maria hat uns im Mai verlassen.
colleague|Maria Lopez arbeitet nicht mehr bei uns.
successor|Ich bin die Nachfolgerin von Maria Lopez.
successor|Ich habe die Aufgaben von Maria Lopez übernommen.
farewell|Vendredi sera mon dernier jour.
farewell|Je quitte Fennwick à la fin du mois.
colleague|Maria a quitté l'entreprise en mai.
colleague|Maria ne travaille plus chez nous.
successor|Je remplace Maria Lopez.
farewell|Mijn laatste werkdag is 30 juni.
colleague|Maria werkt niet meer bij ons.
successor|Ik ben de opvolger van Maria Lopez.
-|I'm leaving early today, so let's talk tomorrow.
-|Maria left a comment on the ticket.
-|Maria left for the day.
-|I leave it with you.
-|If Maria left, who would run this?
-|When I retire someday I will miss this tool.
-|Before I left Acme in 2015 we used spreadsheets.
-|Our vendor's consultant Pete has left the company.
-|Next week is my last day before vacation.
-|I'll be on parental leave from June; Tom Baker will take over from me while I am out.
-|We left Planboard two years ago.
-|Maria left the meeting early.
-|Maria left the call to catch a train.
-|The Brexit leave campaign won.
-|Let's move on to the next topic.
-|Maria has moved on to the next phase of the project.
-|My last day in Berlin was great.
-|I left you a voicemail.
-|Tom is covering for Maria until she is back.
-|I heard a rumour that Maria might be leaving.
-|Has Maria left?
-|I'm not leaving the company, don't worry.
-|The export no longer works for us.
-|Maria joined the call late.
-|I am joining the webinar.
-|I am leaving on Saturday morning for Rome.
-|I will be at Fennwick on Monday.
-|I won't be at Fennwick tomorrow.
-|They were asked to go ahead with the pilot.
"""

APART = """
farewell|I'd like to share that I will be departing Fennwick on 5 July.
farewell|With a heavy heart I must tell you that this Thursday is my final day in the office.
farewell|I've been offered a position at another firm and said yes, so I'm off in three weeks.
farewell|My job has been cut, and I finish here on the 20th.
farewell|From July you will find me at Globex.
farewell|I resigned this morning.
farewell|This mailbox will be closed after Friday, as I am moving on.
farewell|I will be stepping down from my role at the end of June.
farewell|I'm hanging up my headset for good next week.
farewell|My contract with Fennwick ends on 31 July.
farewell|I was laid off this week along with half of my department.
farewell|After ten years here I'm leaving to start my own bakery.
colleague|Just so you know, Tom no longer works here.
colleague|Tom Baker resigned in May, so please talk to me.
colleague|Tom got a job at another company.
colleague|Please take Tom off the list, he left last week.
colleague|We said goodbye to Maria on Friday.
colleague|Maria's departure leaves us a bit short-handed.
colleague|With Tom gone, we have to plan the launch ourselves.
colleague|Tom was let go in the last round of cuts.
colleague|Maria went to work for a competitor.
colleague|This used to be Tom's task, but he is not with us any more.
colleague|Our project lead quit last month.
colleague|Maria won't be coming back after her break.
colleague|Tom's position has been advertised.
colleague|Maria is retiring at the end of July.
colleague|I was told today that Tom is leaving us in July.
colleague|Tom has been replaced by Ann Pike.
colleague|Ever since Maria quit, the reports are late.
colleague|My boss Maria Lopez has decided to leave the company.
successor|My name is Ann Pike and I took over from Tom Baker this month.
successor|I joined Fennwick two weeks ago as Tom's successor.
successor|As Maria's replacement I would like to meet you.
successor|Going forward I will be your main contact at Fennwick.
successor|I am replacing Tom Baker as project lead.
-|I have to leave in ten minutes.
-|Maria left her laptop at our office.
-|Tom is leaving for Lisbon tomorrow.
-|There are only two days left.
-|The last day to register is Friday.
-|My last day of training was fun.
-|Maria is gone until Monday.
-|We moved on from that idea.
-|Tom is taking over as moderator of the call today.
-|What would happen if Tom quit?
-|Maybe Tom will leave one day, who knows.
-|A friend of mine quit her job last week.
-|I used to work at Globex and left in 2012.
-|Please leave the old accounts as they are.
-|Maria has left the chat.
-|Our supplier's engineer, Hal Moss, is no longer with them.
-|Tom stepped away from his desk for a moment.
-|The new role has more permissions.
-|Could you replace Tom on tomorrow's call?
-|I will be out from Friday, Tom Baker is your contact until I am back.
-|We would hate to see you leave.
-|I left some remarks in the document.
-|Tom leaves at four on Fridays.
-|Maria took over the screen to show us the report.
-|He left us with more questions than answers.
"""


def lines(text: str) -> list[tuple[str, str]]:
    """Return the pairs of topic and sentence."""
    return [(topic, sentence) for topic, _, sentence in (line.partition("|") for line in text.split("\n") if line)]
