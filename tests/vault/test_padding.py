"""Padding: few lengths, and nothing but what sealing would have made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth.vault import CannotOpen, TooLarge, is_padded_length, padded_length
from troth.vault.padding import pad, unpad

BUCKETS = [512, 1024, 2048, 4096, 8192, *range(16_384, 1_064_961, 16_384)]


def slow_padded_length(length: int) -> int:
    """The first bucket of the list that has room for the content and one byte."""
    return next(bucket for bucket in BUCKETS if bucket >= length + 1)


@given(st.integers(0, 1 << 20))
def test_the_bucket_is_the_smallest_with_room(length):
    assert padded_length(length) == slow_padded_length(length)


@pytest.mark.parametrize("bucket", BUCKETS[:-1])
def test_the_bucket_changes_exactly_at_its_edge(bucket):
    assert padded_length(bucket - 1) == bucket
    assert padded_length(bucket) == slow_padded_length(bucket) > bucket


def test_buckets_are_exactly_the_padded_lengths():
    lengths = {length for bucket in BUCKETS for length in (bucket - 1, bucket, bucket + 1, bucket + 512)}
    assert {length for length in lengths | {0, 1, 256} if is_padded_length(length)} == set(BUCKETS)


@given(st.binary(max_size=20_000))
def test_padding_comes_off_again(content):
    assert unpad(pad(content)) == content


@given(st.binary(max_size=2_100), st.integers(0, 2_100), st.integers(1, 255))
def test_a_padded_body_with_another_byte_behind_the_mark_is_refused(content, at, byte):
    padded = bytearray(pad(content))
    behind = len(content) + 1 + at
    if behind < len(padded) and byte != 0x80:
        padded[behind] = byte
        with pytest.raises(CannotOpen):
            unpad(bytes(padded))


@pytest.mark.parametrize(
    "padded",
    [
        b"",
        b"\x80",
        bytes(512),
        b"a" * 512,
        b"\x80".ljust(511, b"\x00"),
        b"\x80".ljust(513, b"\x00"),
        b"\x80".ljust(1024, b"\x00"),
        b"\x80".ljust(16_384, b"\x00"),
        (bytes(511) + b"\x80").ljust(1024, b"\x00"),
        b"a" * 1023 + b"\x00",
        bytes(1_064_960),
        bytes(1_064_959) + b"\x80",
        b"\x80".rjust(2_000_000, b"\x00"),
    ],
)
def test_what_sealing_would_not_have_made_is_refused(padded):
    with pytest.raises(CannotOpen):
        unpad(padded)


@pytest.mark.parametrize("length", [(1 << 20) + 1, 1 << 40])
def test_a_length_above_the_most_is_too_large(length):
    with pytest.raises(TooLarge):
        padded_length(length)


@pytest.mark.parametrize("length", [-1, 1.0, "1", None, True])
def test_a_length_is_a_whole_number(length):
    with pytest.raises(ValueError, match="whole number"):
        padded_length(length)
