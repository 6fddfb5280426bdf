"""HTML mail as text."""

from graph_service.ingest.connectors.mail_html import html_text


def test_paragraphs_lines_and_bullets_are_kept_apart() -> None:
    html = "<div>Hi Bo,</div><div><br></div><p>One<br>two</p><ul><li>a</li><li>b</li></ul><p>End</p>"
    assert html_text(html) == "Hi Bo,\n\nOne\ntwo\n\n- a\n- b\n\nEnd"


def test_quotes_carry_a_mark_a_level() -> None:
    html = "Yes.<blockquote>Is it?<blockquote>It is.</blockquote></blockquote>Bye."
    assert [line for line in html_text(html).split("\n") if line.strip("> ")] == [
        "Yes.",
        "> Is it?",
        "> > It is.",
        "Bye.",
    ]


def test_hidden_text_styles_and_scripts_are_left_out() -> None:
    html = "<style>p{}</style><script>x</script><div style='display:none'>secret</div><p>Seen &amp; read</p><!-- no -->"
    assert html_text(html) == "Seen & read"


def test_cells_of_a_table_stay_on_one_line() -> None:
    assert html_text("<table><tr><td>Price</td><td>12</td></tr><tr><td>Seats</td><td>3</td></tr></table>") == (
        "Price 12\nSeats 3"
    )


def test_thousands_of_nested_blocks_are_read() -> None:
    assert "end" in html_text("<div>" * 5000 + "end")


def test_broken_html_still_gives_its_words() -> None:
    assert html_text("<p>One <b>two<p>three</div>") == "One two\n\nthree"
    assert html_text("") == ""
