"""Whether a sentence is English, by its small words; sentences of other languages are not judged for tone."""

from collections.abc import Iterable

_ENGLISH = frozenset(
    "the of and to is it that for with you we are this be have has on as at not was your our i my will would can from by "
    "if but they there what which all an or so do does did please thanks thank no yes he she me us its it's i'm don't "
    "still just very more about after again any been before could get good great had how into know let like need now "
    "one only other out over see some than them then these up want were when who work".split()  # noqa: SIM905
)
_OTHER = frozenset(
    "und der das ist nicht wir uns ich für mit auf dem ein eine zu noch schon bitte wirklich danke haben sind wird auch "
    "aber oder wenn sehr von dass ihr sie es im zum zur bei nach über können habe leider viele grüße vielen dank "
    "le la les et est nous vous pour pas avec une des que merci je il elle sur dans ce cette mais bonjour votre notre "
    "het een en van wij niet ik voor dat bedankt zijn ook maar bij naar heeft deze graag groeten jullie "
    "el los las por con para gracias pero está muy como esta nuestro saludos che di non per grazie sono della "
    "och att det är inte vi jag på tack som har till kan med av hälsningar nie się jest dziękuję że "
    "klasse wunderbar prima perfekt super genau hat".split()  # noqa: SIM905
) - {"super", "con", "non", "per", "die", "el", "la", "des", "es", "im"}


def is_english(words: Iterable[str]) -> bool:
    """Return False where words of other languages outnumber English ones; a sentence without either passes."""
    ours = theirs = 0
    for word in words:
        ours += word in _ENGLISH
        theirs += word in _OTHER
    return theirs <= ours
