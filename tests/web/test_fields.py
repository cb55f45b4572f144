"""Fields on the page: our templates, nothing for the browser to remember, errors beside the field."""

import re
from datetime import UTC, datetime

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from troth.web.parts.fields import Cards, Day, Line, ManyCards, Moment, Passphrase, Scale, Tick, Upload, Words
from troth.web.parts.widgets import DayInput

SIZES = [("tiny", "Tiny"), ("small", "Small")]


class Plain(forms.Form):
    line = Line(label="What?", help_text="One thing.")
    words = Words(label="More?", required=False)
    felt = Scale(label="Felt", ends=("not at all", "completely"))
    size = Cards(label="Size", choices=SIZES, hints={"tiny": "in a minute"})
    many = ManyCards(label="Which", choices=SIZES, required=False)
    day = Day(label="Day", required=False, widget=DayInput(first="2026-01-01"))
    due = Moment(label="Due", required=False)
    passphrase = Passphrase(label="Passphrase", required=False)
    tick = Tick(label="Plain titles")
    upload = Upload(label="File", accept=".json", required=False)


GOOD = {"line": "Ring", "felt": "6", "size": "tiny"}


def tag_of(page: str, name: str) -> str:
    """Return the first tag with this field name."""
    return re.search(rf'<(?:input|textarea|select)[^>]*name="{name}"[^>]*>', page)[0]  # type: ignore[index]


@pytest.mark.parametrize("name", ["line", "words"])
def test_the_browser_neither_remembers_nor_spell_checks_words(name):
    tag = tag_of(str(Plain()), name)
    assert 'autocomplete="off"' in tag
    assert 'spellcheck="false"' in tag


def test_a_form_may_let_the_browser_spell_check():
    form = Plain()
    form.spellcheck = True
    assert "spellcheck" not in tag_of(str(form), "words")
    assert 'autocomplete="off"' in tag_of(str(form), "words")


def test_a_form_may_let_the_browser_fill_in():
    form = Plain()
    form.autocomplete = True
    assert "autocomplete" not in tag_of(str(form), "line")


def test_long_words_are_never_cut_by_the_browser():
    assert "maxlength" not in tag_of(str(Plain()), "words")
    form = Plain(GOOD | {"words": "a" * 20_001})
    assert "20000" in str(form.errors["words"])


def test_passphrases_are_marked_kept_from_drafts_and_never_sent_back():
    tag = tag_of(str(Plain(GOOD | {"passphrase": "river lamp"})), "passphrase")
    assert 'type="password"' in tag
    assert 'autocomplete="current-password"' in tag
    assert "data-secret" in tag
    assert "river" not in tag


def test_a_new_passphrase_says_so_to_the_passphrase_manager():
    assert Passphrase(new=True).widget.attrs["autocomplete"] == "new-password"


def test_spaces_of_a_passphrase_stay():
    assert Passphrase().clean(" river lamp ") == " river lamp "


def test_an_error_stands_beside_its_field_and_is_tied_to_it():
    page = str(Plain({}))
    assert 'aria-invalid="true"' in tag_of(page, "line")
    assert 'aria-describedby="id_line_helptext id_line_error"' in tag_of(page, "line")
    assert re.search(r'<div class="field-error" id="id_line_error"><p>This is still empty', page)


def test_an_error_of_a_group_is_tied_to_the_group():
    page = str(Plain({}))
    assert '<fieldset class="field" aria-describedby="id_felt_error">' in page
    assert "Nothing is chosen yet." in page


def test_what_was_typed_stays_when_another_field_is_wrong():
    form = Plain({"line": "Ring from the station", "words": "<b>more</b>"})
    assert 'value="Ring from the station"' in tag_of(str(form), "line")
    assert "&lt;b&gt;more&lt;/b&gt;</textarea>" in str(form)


def test_an_error_of_the_whole_form_is_a_notice():
    form = Plain(GOOD)
    form.add_error(None, "Two answers do not fit.")
    assert '<div class="notice clay" role="alert">' in str(form)
    assert "Two answers do not fit." in str(form)


def test_what_need_not_be_filled_in_says_optional_unless_the_form_does_not_want_it():
    form = Plain()
    assert str(form).count('<span class="optional">') == 6
    form.marks_optional = False
    assert "optional" not in str(form)


def test_the_browsers_own_bubbles_are_off():
    page = str(Plain())
    assert not re.search(r"\srequired", page)
    assert 'aria-required="true"' in tag_of(page, "line")


def test_as_div_is_the_same_form():
    assert Plain().as_div() == str(Plain())


def test_the_scale_has_eleven_numbers_and_words_at_both_ends():
    page = str(Plain(initial={"felt": 6})["felt"])
    assert [int(value) for value in re.findall(r'value="(\d+)"', page)] == list(range(11))
    assert re.search(r'value="6"[^>]*checked', page)
    assert page.count("checked") == 1
    assert '0<span class="unseen">, not at all</span>' in page
    assert '10<span class="unseen">, completely</span>' in page


@given(low=st.integers(-3, 3), steps=st.integers(2, 12), chosen=st.integers(-20, 20))
def test_a_scale_takes_its_own_numbers_and_no_other(low, steps, chosen):
    scale = Scale(low=low, high=low + steps)
    if low <= chosen <= low + steps:
        assert scale.clean(str(chosen)) == chosen
    else:
        with pytest.raises(forms.ValidationError):
            scale.clean(str(chosen))


def test_no_answer_is_none_and_never_nought():
    scale = Scale(low=0, high=4, blank="no answer", required=False)
    assert scale.clean("") is None
    assert scale.clean("0") == 0


def test_a_scale_that_needs_an_answer_does_not_take_none():
    with pytest.raises(forms.ValidationError, match="Nothing is chosen yet"):
        Scale().clean("")


def test_the_way_to_give_no_answer_stands_apart_from_the_numbers():
    class Energy(forms.Form):
        energy = Scale(low=1, high=5, blank="no answer", required=False)

    page = str(Energy()["energy"])
    assert page.count("<label>") == 5
    assert '<label class="scale-blank">' in page
    assert "scale-5" in page


def test_cards_carry_their_explanation():
    page = str(Plain()["size"])
    assert page.count('class="choice"') == 2
    assert '<span class="hint">in a minute</span>' in page


def test_djangos_own_radio_is_drawn_as_cards_too():
    class Old(forms.Form):
        size = forms.ChoiceField(choices=SIZES, widget=forms.RadioSelect)

    assert str(Old()["size"]).count('class="choice"') == 2


def test_many_cards_give_a_list_and_none_gives_an_empty_one():
    field = ManyCards(choices=SIZES, required=False)
    assert field.clean(["tiny", "small"]) == ["tiny", "small"]
    assert field.clean([]) == []


def test_days_and_moments_are_shown_in_the_browsers_own_form():
    at = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
    page = str(Plain(initial={"day": at.date(), "due": at}))
    assert 'value="2026-11-22"' in tag_of(page, "day")
    assert 'min="2026-01-01"' in tag_of(page, "day")
    assert 'type="date"' in tag_of(page, "day")
    assert 'value="2026-11-22T18:30"' in tag_of(page, "due")
    assert 'type="datetime-local"' in tag_of(page, "due")


def test_a_moment_is_aware_once_it_is_clean():
    assert Moment().clean("2026-11-22T18:30") == datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


def test_a_tick_is_labelled_behind_its_box_and_may_stay_empty():
    form = Plain(GOOD)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["tick"] is False
    label = r'<label for="id_tick"><input type="checkbox"[^>]*><span>Plain titles</span></label>'
    assert re.search(label, str(form))


def test_every_label_points_at_its_field():
    page = str(Plain())
    ids = set(re.findall(r'\sid="([^"]+)"', page))
    assert set(re.findall(r'<label for="([^"]+)"', page)) <= ids
