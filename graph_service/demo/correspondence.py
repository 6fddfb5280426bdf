"""The mails of one account as they come into being: writing, replying, and keeping book of asks and answers."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from graph_service.demo.hours import seeded
from graph_service.demo.letters import Mail, quote, reply_subject, wrap
from graph_service.demo.people import Account, Language, Person
from graph_service.demo.phrases import close, greet, polite_end, small_talk


@dataclass(slots=True)
class Ask:
    """A request to us: the mail, the sentence, and how it was answered (`answer` None: it never was)."""

    mail: Mail
    sentence: str
    answer: Mail | None = None
    how: str = "unanswered"
    planted: str = ""


@dataclass(slots=True)
class Correspondence:
    """All mails with one account, in the order of writing."""

    account: Account
    rng: Random
    mails: list[Mail] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, account: Account, seed: int) -> "Correspondence":
        """Return an empty correspondence whose random numbers depend on seed and account alone."""
        return cls(account, seeded(seed, account.key))

    def write(
        self,
        sender: Person,
        to: tuple[Person, ...],
        subject: str,
        text: str,
        when: datetime,
        *,
        cc: tuple[Person, ...] = (),
        parent: Mail | None = None,
        language: Language = "en",
        asks: tuple[str, ...] = (),
        threaded: bool = True,
        planted: str = "",
    ) -> Mail:
        """Write one mail with greeting, closing and quote; `threaded` False leaves the reply headers out."""
        typed = self._typed(sender, to[0], text, when, language, is_reply=parent is not None)
        typed = wrap(typed) if sender.wraps else typed
        linked = parent if threaded else None
        mail = Mail(
            message_id=self.new_id(sender),
            sent=when,
            sender=sender,
            to=to,
            cc=cc,
            subject=reply_subject(parent.subject, sender, language) if parent and not subject else subject,
            text=typed,
            body=typed + (quote(parent, sender) if parent else ""),
            language=language,
            account=self.account.key,
            in_reply_to=linked.message_id if linked else "",
            references=(*linked.references[-8:], linked.message_id) if linked else (),
            asks=asks,
        )
        self.mails.append(mail)
        self.asks.extend(Ask(mail, sentence, planted=planted) for sentence in asks)
        return mail

    def new_id(self, sender: Person) -> str:
        """Return a fresh Message-ID at the sender's domain."""
        return f"<{self.rng.getrandbits(72):018x}@{sender.email.partition('@')[2]}>"

    def settle(self, question: Mail, answer: Mail, how: str) -> None:
        """Book `answer` as the answer to all open asks of `question`."""
        for ask in self.asks:
            if ask.mail is question and ask.answer is None:
                ask.answer, ask.how = answer, how

    def _typed(
        self, sender: Person, reader: Person, text: str, when: datetime, language: Language, *, is_reply: bool
    ) -> str:
        greeting = greet(self.rng, sender, reader, language)
        if language == "de" and greeting.endswith(","):
            text = text[0].lower() + text[1:] if text.split(" ", 1)[0].lower() in GERMAN_SMALL else text
        talk = "" if is_reply else small_talk(self.rng, sender, when, language)
        ending = polite_end(self.rng, sender, when, language)
        body = " ".join(part for part in (talk, text) if part)
        parts = (greeting, body, ending, close(self.rng, sender, language, is_reply=is_reply))
        return "\n\n".join(part for part in parts if part)


# German goes on in lower case after a greeting with a comma, unless the first word is a noun.
_SMALL = (
    "bei auf wir seit aus ich der die das nur zur ab unter ja gern sehr nach ist freigegeben genau vielen danke keine "
    "den könnten können haben hätten gibt lässt bitte leider wie für in mein unser es"
)
GERMAN_SMALL = frozenset(_SMALL.split())
