"""Make an account with some entries in a home of its own, in a process of its own."""

import sys

MAKE = """
import sys
from datetime import UTC, datetime
import django; django.setup()
from troth.app import start
start.open_home()
from tests import people
ada = people.an_account("Ada", other="Ben")
for n in range(int(sys.argv[1])):
    people.a_win(by=ada, what=f"win number {n}")
print(ada.me.person.id)
"""
COMMAND = [sys.executable, "-c", MAKE]
