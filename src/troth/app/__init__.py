"""The roof: command line, options, settings, addresses, start, worker, backup, sample world."""
