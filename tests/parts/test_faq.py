"""Questions and answers."""

from chapterhouse.parts import faq
from tests.parts.shown import read, told, tree, words


def test_each_question_opens_to_its_answer() -> None:
    assert words(faq.EXAMPLE, ".faq > details > summary > h2") == [
        "Do I need a telescope?",
        "What if it rains?",
    ]
    assert words(faq.EXAMPLE, "details > p") == [
        "No. Come as you are, with a warm coat.",
        "Then we show a film.",
    ]


def test_a_question_has_an_address() -> None:
    assert [node.attributes["id"] for node in tree(faq.EXAMPLE).css("summary > h2")] == [
        "do-i-need-a-telescope",
        "what-if-it-rains",
    ]
    assert "what-if-it-rains" in read(faq.EXAMPLE).ids


def test_an_answer_is_any_markdown() -> None:
    table = "> | a | b |\n> |---|---|\n> | c | d |\n"
    text = f"## Ask\n\n> [!FAQ]\n> ### What?\n>\n> - this\n> - [that](join.md)\n>\n{table}"
    assert words(text, "details li") == ["this", "that"]
    assert words(text, "details td") == ["c", "d"]


def test_answers_without_questions_and_questions_without_answers_are_told() -> None:
    assert [one[3] for one in told("> [!FAQ]\n> Yes.\n")] == ["there is an answer without a question"]
    assert [one[3] for one in told("> [!FAQ]\n> ## What?\n")] == ['the question "What?" has no answer']
    assert [one[3] for one in told("> [!FAQ]\n")] == ["there is no question"]
