"""The home's database once more, with bare pairs where the boxes were: for the same bare SELECT and UPDATEs."""

import sqlite3
from hashlib import sha256
from pathlib import Path

from bench.bare import boxes
from troth.store.sqlite.base import settle

READ = """SELECT id, owner_id, bond_id, sequence, topic, due, version, generation, sealed FROM entry
          WHERE owner_id = ? AND gone_at IS NULL"""
WRITE = "UPDATE entry SET topic = ?, generation = ?, sealed = ? WHERE id = ?"
BOX = 84  # what a box adds to the padded bytes


def copied(database: Path, to: Path) -> sqlite3.Connection:
    """Copy a database, put a bare pair of the same padded length into every entry, and keep the same settings."""
    source, copy = sqlite3.connect(database), sqlite3.connect(to)
    source.backup(copy)
    source.close()
    settle(copy)
    changes = [
        (boxes.seal(bytes(length - BOX)), id)
        for id, length in copy.execute("SELECT id, length(sealed) FROM entry")
    ]
    copy.executemany("UPDATE entry SET sealed = ? WHERE id = ?", changes)
    copy.commit()
    return copy


def opened(copy: sqlite3.Connection, owner: str) -> list[bytes]:
    """Read all entries of a person and open them."""
    return [boxes.open_(row[8]) for row in copy.execute(READ, (owner,))]


def sealed_anew(copy: sqlite3.Connection, owner: str) -> int:
    """Open all entries of a person, seal them, and write them with new topics, in one transaction."""
    copy.execute("BEGIN IMMEDIATE")
    rows = copy.execute(READ, (owner,)).fetchall()
    topics = {row[4]: sha256(row[4]).digest()[:16] for row in rows}
    changes = [(topics[row[4]], row[7] + 1, boxes.seal(boxes.open_(row[8])), row[0]) for row in rows]
    copy.executemany(WRITE, changes)
    copy.commit()
    return len(changes)
