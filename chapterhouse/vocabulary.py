"""What a network calls its own things, in the language of a page."""

from chapterhouse.record import NetworkRecord
from chapterhouse.words import Words

CAPITALISED = ("de", "lb")
"""Languages whose nouns have a capital in the middle of a sentence."""


def member_words(record: NetworkRecord, words: Words) -> tuple[str, str]:
    """Return what one member and several members are called in the middle of a sentence."""
    member = record.member
    if member is None:
        return words.say("association"), words.say("associations")
    names = (member.label, member.plural or f"{member.label}s")
    if words.language.partition("-")[0] in CAPITALISED:
        return names
    return names[0].lower(), names[1].lower()
