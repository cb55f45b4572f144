"""Boxes: they open for the right key and line, and for nothing else."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth import vault
from troth.vault import Key, boxes, chance

KEY, OTHER = Key(b"a" * 32), Key(b"b" * 32)
LINE = "troth/1|record|person|1"
BOXES = 100_000

keys = st.binary(min_size=32, max_size=32).map(Key)
contents = st.binary(max_size=3_000)


@given(keys, contents)
def test_what_is_sealed_opens_again(key, content):
    assert vault.open_record(key, vault.seal_record(key, content, line=LINE), line=LINE) == content


@given(keys, keys)
def test_a_sealed_key_opens_again(under, key):
    box = vault.seal_key(under, key, line=LINE)
    assert len(box) == 116
    assert vault.open_key(under, box, line=LINE) == key


@given(contents, contents)
def test_content_that_ends_like_padding_comes_back_whole(one, other):
    content = one + b"\x80\x00\x00" + other + b"\x80\x00"
    assert vault.open_record(KEY, vault.seal_record(KEY, content, line=LINE), line=LINE) == content


@pytest.mark.parametrize("wrapped", [bytearray, memoryview])
def test_bytes_in_any_form_are_sealed_and_opened(wrapped):
    box = vault.seal_record(KEY, wrapped(b"calm"), line=LINE)
    assert vault.open_record(KEY, wrapped(box), line=LINE) == b"calm"
    assert vault.open_key(KEY, wrapped(vault.seal_key(KEY, OTHER, line=LINE)), line=LINE) == OTHER


def test_no_salt_comes_twice_and_lengths_come_only_from_the_buckets():
    salts, lengths = set(), Counter()
    for number in range(BOXES):
        box = vault.seal_record(KEY, bytes(number % 2_100), line=LINE)
        salts.add(box[4:36])
        lengths[len(box) - 84] += 1
    assert len(salts) == BOXES
    assert set(lengths) == {512, 1024, 2048, 4096}


def test_the_longest_content_fits_and_one_byte_more_does_not():
    content = bytes(1 << 20)
    box = vault.seal_record(KEY, content, line=LINE)
    assert len(box) == 1_065_044
    assert vault.open_record(KEY, box, line=LINE) == content


@pytest.mark.parametrize("over", [1, 20_000])
def test_content_that_is_too_large_is_refused_before_anything_is_drawn(over, monkeypatch):
    drawn = []
    monkeypatch.setattr(chance, "random_bytes", drawn.append)
    with pytest.raises(vault.TooLarge):
        vault.seal_record(KEY, bytes((1 << 20) + over), line=LINE)
    assert drawn == []


def test_a_box_that_holds_more_than_may_be_sealed_does_not_open():
    padded = (bytes((1 << 20) + 1) + b"\x80").ljust(1_064_960, b"\x00")
    box = boxes._seal(KEY, padded, start=boxes.RECORD, line=LINE)
    with pytest.raises(vault.CannotOpen):
        vault.open_record(KEY, box, line=LINE)


@pytest.mark.parametrize("opening", [vault.open_record, vault.open_key])
@pytest.mark.parametrize(
    ("box", "error"),
    [
        (b"", vault.CannotOpen),
        (b"TV\x02", vault.CannotOpen),
        (b"TW\x02\x01", vault.CannotOpen),
        (b"tv\x01\x01" + bytes(592), vault.CannotOpen),
        (b"TV\x00\x01", vault.UnknownFormat),
        (b"TV\x02\x02", vault.UnknownFormat),
        (b"TV\x01\x00", vault.UnknownFormat),
        (b"TV\x01\x03" + bytes(592), vault.UnknownFormat),
        (b"TV\xff\xff" + bytes(2_000_000), vault.UnknownFormat),
        (b"TV\x01\x01", vault.CannotOpen),
        (b"TV\x01\x02", vault.CannotOpen),
        (b"TV\x01\x01" + bytes(79), vault.CannotOpen),
        (b"TV\x01\x01" + bytes(1_065_041), vault.CannotOpen),
        (b"TV\x01\x02" + bytes(111), vault.CannotOpen),
        (b"TV\x01\x02" + bytes(113), vault.CannotOpen),
    ],
)
def test_the_head_is_checked_in_the_order_of_the_format(opening, box, error):
    with pytest.raises(error) as caught:
        opening(KEY, box, line=LINE)
    assert caught.type is error


def test_a_record_is_not_a_key_and_a_key_is_not_a_record():
    with pytest.raises(vault.CannotOpen):
        vault.open_key(KEY, vault.seal_record(KEY, bytes(32), line=LINE), line=LINE)
    with pytest.raises(vault.CannotOpen):
        vault.open_record(KEY, vault.seal_key(KEY, OTHER, line=LINE), line=LINE)


def test_a_key_box_with_a_right_tag_and_a_record_inside_stays_closed():
    padded = boxes._seal(KEY, bytes(512), start=boxes.KEY, line=LINE)
    with pytest.raises(vault.CannotOpen):
        vault.open_key(KEY, padded, line=LINE)


def test_a_changed_commitment_alone_keeps_the_box_closed():
    box = bytearray(vault.seal_record(KEY, b"calm", line=LINE))
    okm = boxes.HKDF(boxes._SHA256, 64, bytes(box[4:36]), b"troth/1 seal").derive(KEY.raw)
    box[36] ^= 1
    bound = bytes(box[:68]) + LINE.encode()
    again = boxes.AESGCM(okm[:32]).encrypt(bytes(12), b"calm\x80".ljust(512, b"\x00"), bound)
    with pytest.raises(vault.CannotOpen):
        vault.open_record(KEY, bytes(box[:68]) + again, line=LINE)


@pytest.mark.parametrize("line", ["", "entry", "troth/2|entry|1", "troth/1", " troth/1|entry"])
def test_nothing_is_sealed_to_something_else_than_a_context_line(line):
    with pytest.raises(ValueError, match="at its start"):
        vault.seal_record(KEY, b"calm", line=line)
    with pytest.raises(vault.CannotOpen):
        vault.open_record(KEY, vault.seal_record(KEY, b"calm", line=LINE), line=line)


def test_a_line_is_ascii_text():
    box = vault.seal_record(KEY, b"calm", line=LINE)
    for using in (
        lambda line: vault.seal_record(KEY, b"", line=line),
        lambda line: vault.open_record(KEY, box, line=line),
    ):
        with pytest.raises(ValueError, match="ASCII only"):
            using("troth/1|straße")
        with pytest.raises(TypeError, match="expected text"):
            using(b"troth/1|entry")


@pytest.mark.parametrize("key", [KEY.raw, None, "a" * 32])
def test_only_a_key_seals_and_opens(key):
    box, key_box = vault.seal_record(KEY, b"calm", line=LINE), vault.seal_key(KEY, OTHER, line=LINE)
    for using in (
        lambda: vault.seal_record(key, b"calm", line=LINE),
        lambda: vault.open_record(key, box, line=LINE),
        lambda: vault.seal_key(key, OTHER, line=LINE),
        lambda: vault.seal_key(OTHER, key, line=LINE),
        lambda: vault.open_key(key, key_box, line=LINE),
    ):
        with pytest.raises(TypeError, match="expected a Key"):
            using()


@pytest.mark.parametrize("content", ["calm", None, 12, [1, 2]])
def test_only_bytes_are_sealed_and_opened(content):
    for using in (vault.seal_record, vault.open_record, vault.open_key):
        with pytest.raises(TypeError, match="expected bytes"):
            using(KEY, content, line=LINE)
