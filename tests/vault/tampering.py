"""Tampering with sealed things, as often as wanted: nothing changed may open or fail in another way.

``tally(FULL)`` is one numbered reliability check; a release runs ``tally(RELEASE)``. ``control`` proves that
the engine can see a hole: it opens boxes without looking at their tag.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CTR

from troth import vault
from troth.vault import Key, VaultError
from troth.vault.derive import derive
from troth.vault.padding import unpad

MUTATIONS = 20_000  # the size in every test run
FULL = 200_000  # one reliability check
RELEASE = 1_000_000

Opening = Callable[[bytes], object]

KEY = Key(bytes(range(32)))
OTHER = Key(bytes(range(1, 33)))
ID, PERSON, FRIEND = (UUID(int=number, version=4) for number in (1, 2, 3))
LINE = vault.note_line(table="draft", id=ID, person=PERSON, generation=1)
SHARE = {"share": ID, "owner": PERSON, "receiver": FRIEND, "scope": "copy", "expires": date(2027, 1, 31)}
CONTENT = b"The phone lit up at dinner and I did not ask."


@dataclass(frozen=True)
class Target:
    """One sealed thing, a second one to take pieces from, and how it is opened."""

    name: str
    sealed: bytes
    donor: bytes
    opening: Opening
    weight: int


@dataclass(frozen=True)
class Tally:
    """What became of the mutations: every one of them must be refused by an error of the room."""

    refused: int
    accepted: tuple[str, ...]
    foreign: tuple[str, ...]

    @property
    def tried(self) -> int:
        return self.refused + len(self.accepted) + len(self.foreign)


def targets() -> list[Target]:
    """One of each kind. Sending costs a curve multiplication, so those kinds get fewer mutations."""
    mine, line = vault.identity(KEY), LINE
    return [
        Target("record", *_two(lambda key: vault.seal_record(key, CONTENT, line=line)), open_record, 30),
        Target(
            "large record", *_two(lambda key: vault.seal_record(key, bytes(2000), line=line)), open_record, 10
        ),
        Target("key", *_two(lambda key: vault.seal_key(key, OTHER, line=line)), open_key, 30),
        Target(
            "sent key", *_again(lambda: vault.send_key(mine.receive_public, OTHER, line=line)), receive_key, 2
        ),
        Target(
            "note", *_again(lambda: vault.send_note(mine.receive_public, CONTENT, line=line)), read_note, 2
        ),
        Target(
            "signature", *_two(lambda key: vault.sign_share(key, **SHARE, share_key=OTHER)), check_share, 2
        ),
    ]


def open_record(box: bytes) -> object:
    return vault.open_record(KEY, box, line=LINE)


def open_key(box: bytes) -> object:
    return vault.open_key(KEY, box, line=LINE)


def receive_key(box: bytes) -> object:
    return vault.receive_key(KEY, box, line=LINE)


def read_note(box: bytes) -> object:
    return vault.read_note(KEY, box, line=LINE)


def check_share(signature: bytes) -> object:
    return vault.check_share(vault.identity(KEY).sign_public, signature, **SHARE, share_key=OTHER)


def control(box: bytes) -> object:
    """Open a record as a careless program would: header, commitment and padding, but not the tag."""
    okm = derive(KEY.raw, "seal", salt=box[4:36], size=64)
    if box[:4] != b"TV\x01\x01" or box[36:68] != okm[32:] or len(box) < 84:
        raise vault.CannotOpen
    stream = Cipher(AES256(okm[:32]), CTR(bytes(12) + (2).to_bytes(4))).decryptor()
    return unpad(stream.update(box[68:-16]))


def flips(sealed: bytes) -> Iterator[bytes]:
    """Each box that differs in one bit."""
    for at in range(8 * len(sealed)):
        changed = bytearray(sealed)
        changed[at // 8] ^= 1 << at % 8
        yield bytes(changed)


def mutations(target: Target, count: int, *, seed: int) -> Iterator[bytes]:
    """So many changed boxes, always the same for one seed."""
    chance = Random(f"{seed} {target.name}")
    while count:
        changed = chance.choice(WAYS)(bytearray(target.sealed), chance, target.donor)
        if bytes(changed) not in (target.sealed, target.donor):
            count -= 1
            yield bytes(changed)


def tried(changed: Iterator[bytes], opening: Opening) -> Tally:
    """Open each and count what happens."""
    refused, accepted, foreign = 0, [], []
    for box in changed:
        try:
            opening(box)
        except VaultError:
            refused += 1
        except Exception as error:  # noqa: BLE001 - to count errors that are not ours is what this is for
            foreign.append(f"{type(error).__name__}: {box.hex()}")
        else:
            accepted.append(box.hex())
    return Tally(refused, tuple(accepted), tuple(foreign))


def tally(count: int, *, seed: int = 1) -> dict[str, Tally]:
    """Mutate each kind of sealed thing, ``count`` times in all, and open everything."""
    kinds = targets()
    shares = sum(kind.weight for kind in kinds)
    counts = [count * kind.weight // shares for kind in kinds]
    counts[0] += count - sum(counts)
    return {
        kind.name: tried(mutations(kind, number, seed=seed), kind.opening)
        for kind, number in zip(kinds, counts, strict=True)
    }


def _two(sealing: Callable[[Key], bytes]) -> tuple[bytes, bytes]:
    return sealing(KEY), sealing(OTHER)


def _again(sealing: Callable[[], bytes]) -> tuple[bytes, bytes]:
    return sealing(), sealing()


def _flip(box: bytearray, chance: Random, donor: bytes) -> bytearray:
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        box[chance.randrange(len(box))] ^= 1 << chance.randrange(8)
    return box


def _set(box: bytearray, chance: Random, donor: bytes) -> bytearray:
    box[chance.randrange(len(box))] = chance.choice((0, 1, 2, 127, 128, 255))
    return box


def _set_head(box: bytearray, chance: Random, donor: bytes) -> bytearray:
    box[chance.randrange(4)] = chance.randrange(256)
    return box


def _cut(box: bytearray, chance: Random, donor: bytes) -> bytearray:
    return box[: chance.randrange(len(box))]


def _cut_front(box: bytearray, chance: Random, donor: bytes) -> bytearray:
    return box[chance.randrange(1, len(box)) :]


def _lengthen(box: bytearray, chance: Random, donor: bytes) -> bytearray:
    return box + chance.randbytes(chance.choice((1, 16, 512, 1024)))


def _insert(box: bytearray, chance: Random, donor: bytes) -> bytearray:
    at = chance.randrange(len(box))
    return box[:at] + chance.randbytes(1) + box[at:]


def _leave_out(box: bytearray, chance: Random, donor: bytes) -> bytearray:
    at = chance.randrange(len(box))
    return box[:at] + box[at + 1 :]


def _graft(box: bytearray, chance: Random, donor: bytes) -> bytearray:
    start, end = sorted(chance.choices((0, 4, 36, 68, len(box) - 16, len(box)), k=2))
    return box[:start] + donor[start:end] + box[end:]


def _noise(box: bytearray, chance: Random, donor: bytes) -> bytearray:
    return bytearray(chance.randbytes(chance.choice((0, 3, 4, len(box)))))


def _noise_behind_head(box: bytearray, chance: Random, donor: bytes) -> bytearray:
    return box[:4] + chance.randbytes(len(box) - 4)


WAYS = (
    _flip,
    _flip,
    _flip,
    _set,
    _set_head,
    _cut,
    _cut_front,
    _lengthen,
    _insert,
    _leave_out,
    _graft,
    _noise,
)
WAYS += (_noise_behind_head,)
