"""Quotations: what is quoted, whose words they are, and what they tell."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelint.annotators import quotes
from carelint.annotators.terms import Lexicon
from carelint.document import Builder, Document
from carelint.label import Labels
from carelint.rule_file import load_rules
from carelint.ruleset import rule_folder

#: A paragraph that makes a page one about health.
CLINIC = "We offer CBT and EMDR for anxiety, depression, panic attacks and PTSD."


@cache
def lexicon() -> Lexicon:
    return Lexicon(load_rules([rule_folder()]).terms)


def document(*blocks: str | tuple[str, str]) -> Document:
    """A page of paragraphs, or of `(kind, text)`; `testimonial` is a component's block."""
    pairs = [("paragraph", block) if isinstance(block, str) else block for block in blocks]
    builder = Builder("post.md", "\n".join(text for _, text in pairs))
    at = 0
    for kind, text in pairs:
        if kind == "testimonial":
            builder.open("quote", name="testimonial")
        else:
            builder.open(kind, level=2 if kind == "heading" else 0)
        builder.add(text, at)
        builder.close()
        at += len(text) + 1
    return builder.build()


def labelled(page: Document) -> Labels:
    labels = Labels(lexicon().labels(page))
    labels.extend(list(quotes.annotate(page, labels)))
    return labels


def spans(page: Document, name: str) -> list[str]:
    return [page.slice(label.span) for label in labelled(page).of(name)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('She said "I am fine" and left.', ['"I am fine"']),
        ("She said “I’m fine” and “it’s over”.", ["“I’m fine”", "“it’s over”"]),
        ("He called it ‘the client’s choice’ again.", ["‘the client’s choice’"]),
        ("They wrote 'do not worry' on it.", ["'do not worry'"]),
        ("Ils disent « la paix » ici.", ["« la paix »"]),
        ("Don't worry, it's our clients' choice and the '90s are over.", []),
        ('A screen of 6" by 4" on the wall', []),
        ('An "unclosed mark stays alone.', []),
    ],
)
def test_quotation_marks(text: str, found: list[str]) -> None:
    assert spans(document(text), "quote") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Nobody is "lazy" here.', ['"lazy"']),
        ("The “just right” kind is common.", ["“just right”"]),
        ('He said, "Please sit down with us."', []),
        ('She asked for "a bit more time than that".', []),
    ],
)
def test_scare_quotes_are_short_and_inside_a_sentence(text: str, found: list[str]) -> None:
    assert spans(document(text), "scare-quote") == found


@pytest.mark.parametrize(
    "blocks",
    [
        ['"Dr Nair gave me my life back." — J., client'],
        ["“I finally sleep.” - Sarah M."],
        ['"I can fly again." (Parent of a 14-year-old)'],
        ['"I had no panic for a year." **Darnell R.**'],
        ["★★★★★ Best psychologist in Perth, my panic is gone. Mel"],
        [("quote", "I came in broken and left whole. — former patient")],
        [("quote", "“We laugh at dinner again.”"), ("quote", "Mother of three, Leeds")],
        [("quote", "“My craving is gone.”"), ("caption", "Marcus T., class of 2021")],
        [("quote", "Best decision ever. I can fly again. Rachel, 29")],
        [("quote", "It kept my team going all winter."), ("quote", "Shop owner, Leeds")],
        [("testimonial", "The house is warm and the lake is cold.")],
        [("heading", "What our clients say"), '"Nobody rushed me."'],
        [("heading", "Success stories"), ("quote", "A gentleman, and punctual.")],
        ['"EMDR with Ana cured my flashbacks," says Rob, 41.'],
        ["“I expected incense,” one sailor told us after his first session."],
        [("heading", "Three weeks with us: Aroha's story"), '"I can sleep now," she says.'],
        ['"Ketamine cured a lifetime of depression." Results may vary.'],
        ["★★★★★", "They never judged me."],
        ['Mark T. – "I am two years clean."'],
        [("caption", "Nina and Paul, Leeds"), ("quote", "We argue less.")],
        ['"I would send my sister here," says a former patient.'],
    ],
)
def test_a_clients_words(blocks: list[str | tuple[str, str]]) -> None:
    assert len(spans(document(*blocks, CLINIC), "testimonial")) == 1


@pytest.mark.parametrize(
    "blocks",
    [
        ['"Exposure is hard at first," says Tom Reyes, PsyD, who runs the clinic.'],
        ['"I sit with people until it passes." — Dr Ana Sousa, clinical psychologist'],
        ['As the poet wrote, "hope is the thing with feathers".'],
        ['"Feeling low for two weeks" is one sign to watch for.'],
        ['The report quoted a nurse: "Beds were full all winter."'],
        ['People tell us, "I should be able to cope on my own."'],
        ['"What if I panic again?" That question keeps many people at home.'],
        [("heading", "Five myths"), "\"It's all in your head.\" No, it isn't."],
        [("heading", "Things people say"), '"I can\'t go on any more."'],
        [("quote", "The greatest thing is to belong to oneself. — Michel de Montaigne")],
        [("quote", "I have learned over the years that fear fades. — Rosa Parks")],
        [("quote", "Important: if you drink every day, do not stop on your own. Call us first.")],
        [("heading", "Why therapists avoid testimonials"), '"I cannot know what most felt."'],
        ['Imagine Ben. "I can\'t sleep," he says.'],
        ["★★ of five for this myth"],
        [("caption", "Esther Perel"), ("quote", "We choose how we love.")],
        [("quote", "It is a process."), ("caption", "— Anne M. Fletcher, Sober for Good")],
        ['Ana Lindt leads the team. "I wanted to build a calm place," says Lindt.'],
    ],
)
def test_other_voices_are_no_testimonials(blocks: list[str | tuple[str, str]]) -> None:
    page = document(*blocks, CLINIC)
    assert spans(page, "testimonial") == []
    assert spans(page, "testimonial-outcome") == []


def test_a_page_that_is_not_about_health_has_no_testimonials() -> None:
    text = '"I loved working on the new search page," says Kim.'
    assert spans(document(text, "We build websites."), "testimonial") == []


def test_a_blank_line_parts_block_quotations() -> None:
    source = "> I was afraid.\n>\n> I am free of it.\n\n> Kind people. — Jo, client\n"
    builder = Builder("post.md", source + CLINIC)
    for text in ("I was afraid.", "I am free of it.", "Kind people. — Jo, client"):
        builder.open("quote")
        builder.add(text, source.index(text))
        builder.close()
    builder.open("paragraph")
    builder.add(CLINIC, len(source))
    assert spans(builder.build(), "testimonial") == [
        "I was afraid.\n\nI am free of it.",
        "Kind people. — Jo, client",
    ]


def test_the_zone_takes_the_signature_and_the_words_do_not() -> None:
    page = document("“I finally sleep.” — Kim, 30", "Another paragraph.", CLINIC)
    assert spans(page, "testimonial") == ["“I finally sleep.” — Kim, 30"]
    assert spans(page, "testimonial-outcome") == ["I finally sleep."]


def test_two_block_quotations_in_a_row_are_two_testimonials() -> None:
    page = document(
        ("heading", "Stories"),
        ("quote", "“I was housebound. On day nine I took the bus.” Priya, 34"),
        ("quote", "“I stopped drinking.” Gary, 51"),
        CLINIC,
    )
    assert len(spans(page, "testimonial")) == 2


@pytest.mark.parametrize(
    "words",
    [
        "After two sessions my PTSD was gone.",
        "I've been sober ever since that weekend.",
        "My son's ADHD vanished in a month.",
        "It healed our marriage overnight.",
        "She gave us our daughter back.",
        "I haven't had a panic attack since May.",
        "We talk at breakfast again.",
        "Forty sessions and he reads.",
        "By the summer we were holding hands.",
        "He went from failing every class to the honour roll.",
        "I can't believe how much calmer I am.",
        "Threw my tablets out and never looked back.",
        "Two months later I slept through the night.",
    ],
)
def test_words_that_tell_an_outcome(words: str) -> None:
    page = document(f"“{words}” — Kim P., client", CLINIC)
    assert spans(page, "testimonial-outcome") == [words]


@pytest.mark.parametrize(
    "words",
    [
        "The team listened and never rushed me.",
        "It was hard work and I'm still going.",
        "The room was warm and quiet.",
        "I learned to ask for help.",
        "I would come here again.",
        "I still have bad weeks.",
        "The staff remembered my dog's name.",
        "There's parking outside the door.",
    ],
)
def test_praise_tells_no_outcome(words: str) -> None:
    page = document(f"“{words}” — Kim P., client", CLINIC)
    assert spans(page, "testimonial-outcome") == []
    assert len(spans(page, "testimonial")) == 1


def test_praise_of_food_or_parking_is_not_of_care() -> None:
    page = document(
        "“The breakfast was lovely.” — Theo, client", "“Ana never judged me.” — Kim, client", CLINIC
    )
    assert spans(page, "testimonial-of-care") == ["Ana never judged me."]


@pytest.mark.parametrize(
    "text",
    [
        "Read how Jessie beat her depression in a month.",
        "See how Larkspur cured Jayden's school anxiety.",
        "The breathing that healed me is what I teach now.",
    ],
)
def test_stories_retold_by_the_publisher(text: str) -> None:
    assert spans(document(text, CLINIC), "testimonial-outcome") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Learn how CBT treats depression.",
        "Read how we work with families.",
        "Would it have healed me?",
        "Find out how to cope with panic.",
    ],
)
def test_what_is_no_retold_story(text: str) -> None:
    assert spans(document(text, CLINIC), "testimonial-outcome") == []


def test_a_heading_with_no_testimonial_under_it() -> None:
    bare = document(("heading", "What our clients say"), "See our page.", CLINIC)
    full = document(("heading", "What our clients say"), '"I sleep." — Kim, client', CLINIC)
    assert spans(bare, "testimonial-heading") == ["What our clients say"]
    assert spans(full, "testimonial-heading") == []


def test_a_disclosure_says_what_clients_generally_achieve() -> None:
    usual = "Most people in our 2025 audit had a small drop in scores; a third had none."
    page = document("“My panic is gone.” — Lou, client", usual, CLINIC)
    assert spans(page, "disclosure") == [usual]


def test_results_may_vary_is_no_disclosure() -> None:
    page = document("“My panic is gone.” — Lou, client", "Individual results may vary.", CLINIC)
    assert spans(page, "disclosure") == []


@given(
    st.lists(
        st.sampled_from(
            "\" “ ” ' ’ ‘ I my gone. again — - Kim, R., client says told us ★★★ since ( ) «".split()
        ),
        max_size=40,
    ),
    st.sampled_from(["paragraph", "quote", "item", "heading"]),
)
def test_labels_lie_inside_the_text(words: list[str], kind: str) -> None:
    page = document((kind, " ".join(words) or "-"), CLINIC)
    labels = labelled(page)
    for name in quotes.LABELS:
        for label in labels.of(name):
            assert 0 <= label.span.start < label.span.end <= len(page.text)
