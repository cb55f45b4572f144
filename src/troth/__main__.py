"""`python -m troth` is `troth`."""

from troth.app.cli import main

raise SystemExit(main())
