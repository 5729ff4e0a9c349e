"""
What a part of a report is about, by the weight of its words.

The heading speaks first, then the headings above it; the body is read only as
far as needed, and only where the headings leave the topic open.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from fazhi.formats.topics import NATIONAL_TOPICS
from fazhi.model import Format
from fazhi.model.nodes import Topic


Scores = dict[Topic, float]


class Words(NamedTuple):
    """
    Words that speak for topics, ready to be looked up.

    Attributes:
        start: Finds characters that begin a word and have a second one of a word behind them.
        lengths: First two characters → lengths of the words that start with them, longest first.
        worth: Word → what it is worth, by topic.
    """

    start: re.Pattern[str]
    lengths: dict[str, tuple[int, ...]]
    worth: dict[str, tuple[tuple[Topic, float], ...]]


# A heading with this much is clear without its body.
_CLEAR: Final = 2.0
_FROM_ABOVE: Final = 0.5
_BODY: Final = 0.2
# So much of a body is read.
BODY_CHARS: Final = 240
# The first clause of a heading names the matter, the second mostly praises or explains it.
_SECOND_CLAUSE: Final = 0.4
# Topics with less than this share of the best one's weight are not told.
_SHARE: Final = 0.4


@lru_cache(maxsize=64)
def topic_words(format: Format | None) -> Words:  # noqa: A002
    """
    Return the words of the core and of a format, by their first two characters.

    A format's row takes the place of the core's weight for the same word and topic.
    """
    worth: dict[str, Scores] = {}
    own = [row for row in format.topics if row not in NATIONAL_TOPICS] if format else []
    for row in (*NATIONAL_TOPICS, *own):
        for word in row.words:
            worth.setdefault(word, {})[row.topic] = row.weight
    lengths: dict[str, set[int]] = {}
    for word in worth:
        lengths.setdefault(word[:2], set()).add(len(word))
    firsts, seconds = (re.escape("".join(sorted(set(each)))) for each in zip(*lengths, strict=True))
    return Words(
        re.compile(f"[{firsts}](?=[{seconds}])"),
        {pair: tuple(sorted(found, reverse=True)) for pair, found in lengths.items()},
        {word: tuple(scores.items()) for word, scores in worth.items()},
    )


def weigh(text: str, words: Words, scores: Scores, factor: float = 1.0) -> Scores:
    """
    Add what the words of a text are worth.

    Args:
        text: Folded text.
        words: As `topic_words` gives them.
        scores: Weight by topic so far; changed and returned.
        factor: What one word here is worth against one in a heading.
    """
    start, lengths, worth = words
    at = 0
    while match := start.search(text, at):
        at = match.start()
        for length in lengths.get(text[at : at + 2], ()):
            found = worth.get(text[at : at + length])
            if found is not None:
                at += length
                for topic, weight in found:
                    scores[topic] = scores.get(topic, 0.0) + weight * factor
                break
        else:
            at += 1
    return scores


def weigh_heading(heading: str, words: Words) -> Scores:
    """
    Weigh the words of a heading, its first clause above the rest.
    """
    first, _, rest = heading.partition(",")
    scores = weigh(first, words, {})
    return weigh(rest, words, scores, _SECOND_CLAUSE) if rest else scores


def inherit(heading: str, above: Scores, words: Words) -> Scores:
    """
    Weigh what a chapter's heading passes on to the parts below it.

    Args:
        heading: The chapter's folded heading.
        above: What it got from the headings above itself.
        words: As `topic_words` gives them.
    """
    scores = {topic: weight * _FROM_ABOVE for topic, weight in above.items()}
    for topic, weight in weigh_heading(heading, words).items():
        scores[topic] = scores.get(topic, 0.0) + weight * _FROM_ABOVE
    return scores


def rank(heading: str, body: str, above: Scores, words: Words) -> tuple[Topic, ...]:
    """
    Order the topics of one part by weight.

    Args:
        heading: Folded heading.
        body: Folded words behind the heading.
        above: What the headings above pass on, as `inherit` gives it.
        words: As `topic_words` gives them.

    Returns:
        The best topic and those near it, at most three, of two equal ones the one named first;
        ``("other",)`` where no word speaks.
    """
    scores = weigh_heading(heading, words)
    for topic, weight in above.items():
        scores[topic] = scores.get(topic, 0.0) + weight
    best = max(scores.values(), default=0.0)
    if best < _CLEAR:
        weigh(body[:BODY_CHARS], words, scores, _BODY)
        best = max(scores.values(), default=0.0)
    if best <= 0:
        return ("other",)
    if len(scores) == 1:
        return _shared(*scores)
    near = [topic for topic, weight in scores.items() if weight >= best * _SHARE]
    # Of two that weigh the same the one named first stays first.
    near.sort(key=lambda topic: -scores[topic])
    return _shared(*near[:3])


@lru_cache(maxsize=4096)
def _shared(*topics: Topic) -> tuple[Topic, ...]:
    """
    Return the one tuple of these topics that all findings share: few differ, and each takes room.
    """
    return topics


def topics_of(
    heading: str,
    body: str,
    chapter: str,
    format: Format | None = None,  # noqa: A002
) -> tuple[Topic, ...]:
    """
    Tell what a part is about.

    Args:
        heading: Its folded heading without marker.
        body: The folded words behind the heading.
        chapter: The folded heading above it, or ``""``.
        format: Whose words count beside the core's.

    Returns:
        Topics, best first, at least one.
    """
    words = topic_words(format)
    return rank(heading, body, inherit(chapter, {}, words), words)
