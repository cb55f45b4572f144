"""What stands in the clear: blind tags, name tags, numbers for words."""

from collections import Counter
from itertools import chain

import pytest

from troth import vault
from troth.vault import BadCode, Key, chance

KEY, HOST = Key(b"a" * 32), Key(b"h" * 32)
BOND, OTHER = vault.new_id(), vault.new_id()


def test_a_tag_is_the_same_for_the_same_and_another_for_anything_else():
    def tag(key=KEY, bond=BOND, practice="promises"):
        return vault.topic_tag(key, bond=bond, practice=practice)

    assert tag() == tag()
    tags = {tag(), tag(key=HOST), tag(bond=OTHER), tag(bond=None), tag(practice="wins")}
    assert {len(each) for each in tags} == {16}
    assert len(tags) == 5


def test_many_tags_are_the_single_ones():
    names = ["promises", "wins", "a.plug-in:walks"]
    tags = vault.topic_tags(KEY, BOND, iter(names))
    assert tags == {name: vault.topic_tag(KEY, bond=BOND, practice=name) for name in names}
    assert vault.topic_tags(KEY, BOND, []) == {}


@pytest.mark.parametrize("practice", ["", "a|b", "Wins", "wïns", None, 7, b"wins"])
def test_the_name_of_a_practice_is_a_word(practice):
    with pytest.raises(ValueError, match="part of a context line"):
        vault.topic_tag(KEY, bond=BOND, practice=practice)


def test_tags_take_a_key_and_an_identifier():
    with pytest.raises(TypeError, match="expected a Key"):
        vault.topic_tag(KEY.raw, bond=BOND, practice="wins")
    with pytest.raises(ValueError, match="expected a UUID"):
        vault.topic_tag(KEY, bond=str(BOND), practice="wins")


@pytest.mark.parametrize("name", ["ada", "ADA", "  Ada\t", "ａｄａ", "\u00a0ada\u2003"])
def test_one_sign_in_name_has_one_tag(name):
    assert vault.name_tag(HOST, name) == vault.name_tag(HOST, "Ada")


@pytest.mark.parametrize("name", ["", "Adah", "A da", "Ada\ud800"])
def test_another_sign_in_name_has_another_tag(name):
    assert vault.name_tag(HOST, name) != vault.name_tag(HOST, "Ada")


def test_a_tag_without_the_host_key_says_nothing():
    assert vault.name_tag(KEY, "Ada") != vault.name_tag(HOST, "Ada")
    assert len(vault.name_tag(HOST, "Ada")) == 32


def test_everything_from_the_host_key_is_different():
    found = [vault.host_check(HOST), vault.limits_key(HOST).raw, vault.addresses_key(HOST).raw, HOST.raw]
    assert len({each[:16] for each in found}) == 4
    assert len(vault.host_check(HOST)) == 16


@pytest.mark.parametrize(
    "using", [vault.host_check, vault.limits_key, vault.addresses_key, vault.write_host_key]
)
def test_the_host_key_is_a_key(using):
    with pytest.raises(TypeError, match="expected a Key"):
        using(HOST.raw)


def test_a_name_is_text():
    with pytest.raises(TypeError, match="expected text"):
        vault.name_tag(HOST, b"ada")
    with pytest.raises(TypeError, match="expected a Key"):
        vault.name_tag(None, "ada")


def test_the_host_key_is_read_as_it_was_written():
    key = vault.new_key()
    text = vault.write_host_key(key)
    assert vault.read_host_key(text) == vault.read_host_key(text.strip()) == key


@pytest.mark.parametrize(
    "text",
    ["", "\n", "a" * 63, "a" * 65, "A" * 64, "a" * 64 + "\n\n", "a" * 64 + "\r\n", " " + "a" * 64, "٣" * 64],
)
def test_a_host_key_file_of_another_form_is_refused(text):
    with pytest.raises(BadCode):
        vault.read_host_key(text)


def test_a_host_key_file_is_text():
    with pytest.raises(TypeError, match="expected text"):
        vault.read_host_key(b"a" * 64)


def test_each_word_is_as_likely_as_any_other(monkeypatch):
    every = b"".join(number.to_bytes(2) for number in range(1 << 16))
    monkeypatch.setattr(chance, "random_bytes", lambda n: every[:n])
    assert Counter(vault.word_numbers(1 << 16)) == dict.fromkeys(range(2048), 32)


def test_as_many_words_come_as_asked():
    assert vault.word_numbers(0) == ()
    drawn = list(chain.from_iterable(vault.word_numbers(5) for _ in range(200)))
    assert len(drawn) == 1_000
    assert len(set(drawn)) > 600


@pytest.mark.parametrize("count", [-1, None, 2.0, "5", True])
def test_words_are_counted_in_whole_numbers(count):
    with pytest.raises(ValueError, match="whole number"):
        vault.word_numbers(count)


def test_both_people_read_the_same_six_words():
    one, other = vault.identity(KEY).fingerprint, vault.identity(HOST).fingerprint
    numbers = vault.compare_numbers(one, other)
    assert numbers == vault.compare_numbers(other, one) != vault.compare_numbers(one, one)
    assert len(numbers) == 6
    assert all(0 <= number < 2048 for number in numbers)


@pytest.mark.parametrize(("a", "b"), [(b"", bytes(32)), (bytes(31), bytes(33)), (bytes(33), bytes(33))])
def test_only_fingerprints_are_compared(a, b):
    with pytest.raises(ValueError, match="32 bytes"):
        vault.compare_numbers(a, b)
    with pytest.raises(TypeError, match="expected bytes"):
        vault.compare_numbers(a, "b")
