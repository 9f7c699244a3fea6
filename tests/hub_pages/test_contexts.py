"""Contexts that say in few words which they are."""

import pickle

from chapterhouse.hub_pages._contexts import Context


def test_a_context_is_a_dict_that_says_what_it_was_made_of() -> None:
    context = Context({"title": "North", "rows": (1, 2)}, ("fingerprint", 7))
    assert context == {"title": "North", "rows": (1, 2)} == {**context}
    assert repr(context) == "Context(('fingerprint', 7))"
    sent = pickle.loads(pickle.dumps(context))
    assert (sent, repr(sent)) == (context, repr(context))
