"""One database with as many servers as its engine allows: two on PostgreSQL, one on SQLite, where the home is held."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.prove.client import Client
from tests.prove.databases import a_database
from tests.prove.server import Place, Server, start
from tests.prove.watched import Watch


@dataclass
class House:
    """One database with its servers: two on PostgreSQL, one on SQLite."""

    place: Place
    watch: Watch
    servers: list[Server]
    stack: ExitStack

    def restart(self) -> None:
        """Kill all of them and start as many again."""
        count = len(self.servers)
        for server in self.servers:
            server.kill()
        self.servers.clear()
        for _ in range(count):
            server = start(self.place, options=self.watch.options)
            self.stack.callback(server.kill)
            self.servers.append(server)

    def client(self, number: int, network: str) -> Client:
        return Client(self.servers[number % len(self.servers)].port, network=network)


@contextmanager
def a_house(
    folder: Path, engine: str, *, module: str = "settings_watched", options: dict[str, str] | None = None
) -> Iterator[House]:
    """Start as many servers as the engine allows on one new database."""
    folder.mkdir()
    with ExitStack() as stack:
        place = Place(folder, stack.enter_context(a_database(engine)))
        house = House(place, Watch(folder, module), [], stack)
        for _ in range(2 if place.database else 1):
            server = start(place, options=house.watch.options | (options or {}))
            stack.callback(server.kill)
            house.servers.append(server)
        yield house
