"""Try to read another process' memory, as any program of the same user could. Prints what came of it as JSON.

Stands alone: it runs as another user, with nothing of the tests at hand but this file.
"""

import json
import re
import sys

RANGE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw")


def peek(pid: int, words: bytes) -> dict[str, object]:
    """Read all writable memory of a process; say how much could be read, and whether the words stood in it."""
    read, found = 0, False
    try:
        with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
            for line in maps:
                place = RANGE.match(line)
                if not place or "[v" in line:
                    continue
                start, end = (int(one, 16) for one in place.groups())
                memory.seek(start)
                part = memory.read(end - start)
                read, found = read + len(part), found or words in part
    except OSError as error:
        return {"read": read, "found": found, "error": type(error).__name__}
    return {"read": read, "found": found, "error": ""}


if __name__ == "__main__":
    print(json.dumps(peek(int(sys.argv[1]), sys.argv[2].encode())))
