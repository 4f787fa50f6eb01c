from __future__ import annotations

import pytest

from skmlib.report.markup import Html, Typst, call, element, escape_html, escape_typst, slug, typst_value
from skmlib.report.prose import nodes_html, nodes_typst, parse_markdown
from skmlib.survey.unseen import show_unseen

HOSTILE = '<script>alert("1")</script> #let x = $y$ ] \\ "'


def test_html_escapes_everything_that_could_be_markup():
    # & < > " and ' are the characters HTML gives a meaning, in text or in quoted attributes.
    assert escape_html("&<>\"'") == "&amp;&lt;&gt;&quot;&#x27;"


def test_html_made_here_is_not_escaped_again():
    assert element("p", element("b", "a & b"), " < c") == "<p><b>a &amp; b</b> &lt; c</p>"


def test_attribute_value_cannot_leave_its_quotation_marks():
    assert element("td", "x", aria_label='" onclick="alert(1)') == (
        '<td aria-label="&quot; onclick=&quot;alert(1)">x</td>'
    )


def test_typst_string_escapes_backslash_and_quotation_mark_only():
    # Inside a Typst string literal only these two end or change the literal; #, $ and ] are ordinary characters.
    assert escape_typst(HOSTILE) == '"<script>alert(\\"1\\")</script> #let x = $y$ ] \\\\ \\""'


def test_typst_line_feed_and_tab_stay_inside_the_literal():
    assert escape_typst("a\nb\tc") == '"a\\nb\\tc"'


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (None, "none"),
        (True, "true"),
        (3, "3"),
        (1.5, "1.5"),
        ((), "()"),
        (("a",), '("a",)'),
        ({}, "(:)"),
        ({"a": 1}, '("a": 1)'),
        (b"\x01\xff", "bytes((1,255,))"),
        (Typst("auto"), "auto"),
    ],
)
def test_typst_literals(value: object, code: str):
    assert typst_value(value) == code


def test_value_without_literal_is_refused():
    with pytest.raises(TypeError, match="set has no Typst literal"):
        typst_value({"a"})


def test_named_arguments_of_a_call_get_hyphens():
    assert call("f", "x", logo_alt="y") == 'f("x", logo-alt: "y")'


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\u200b", "\u202e", "\u2066", "\ufeff", "\ud800", "\ue000", "\u2028"]
)
def test_unseen_characters_are_shown_as_signs(character: str):
    shown = show_unseen(f"a{character}b")
    assert shown == f"a‹U+{ord(character):04X}›b"
    assert shown.encode()


def test_letters_of_any_script_stay():
    assert show_unseen("é Ω ж 字 👍 10 000") == "é Ω ж 字 👍 10 000"


def test_line_ends_become_line_feeds():
    assert show_unseen("a\r\nb\rc") == "a\nb\nc"


def test_slug_of_a_title_without_letters():
    assert slug("— ★") == "bagian"


def test_html_and_typst_escape_the_same_hostile_markdown():
    nodes = parse_markdown(HOSTILE)
    assert "<script" not in nodes_html(nodes)
    assert nodes_typst(nodes) == '{par({"<script>alert(\\"1\\")</script> #let x = $y$ ] \\\\ \\""})}'


@pytest.mark.parametrize(
    "source",
    ["[a](http://contoh)", "![a](b.png)", "`kode`", "<b>a</b>", "<http://contoh>", "a &amp; b", "[a]: http://contoh"],
)
def test_markdown_outside_the_subset_stays_as_typed(source: str):
    assert "".join(node.words for node in parse_markdown(source)) == source
    assert nodes_html(parse_markdown(source)) == f"<p>{escape_html(source)}</p>"


def test_fences_and_indented_lines_are_paragraphs():
    kinds = [node.kind for node in parse_markdown("```\nkode\n```\n\n    menjorok")]
    assert kinds == ["paragraph", "paragraph"]


def test_markdown_of_the_subset():
    html = nodes_html(parse_markdown("## Judul\n\n*a* **b**  \nc\n\n3. satu\n4. dua\n\n> kutip\n\n- x\n  - y"))
    assert html == (
        "<h3>Judul</h3><p><em>a</em> <strong>b</strong><br>c</p>"
        '<ol start="3"><li>satu</li><li>dua</li></ol>'
        "<blockquote><p>kutip</p></blockquote><ul><li>x<ul><li>y</li></ul></li></ul>"
    )


def test_markdown_list_in_typst_nests():
    assert nodes_typst(parse_markdown("- x\n  - y")) == '{list({{"x"};list({{"y"}})})}'


def test_escaped_star_is_a_star():
    assert parse_markdown(r"a \*b\*")[0].words == "a *b*"


def test_html_type_is_kept():
    assert isinstance(element("p", "a"), Html)
