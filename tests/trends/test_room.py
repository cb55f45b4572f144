"""The room stands alone: no Django, no scientific library but numpy, no files, no clock."""

import subprocess
import sys


def test_it_loads_numpy_and_the_standard_library_only():
    code = (
        "import sys, troth.trends\n"
        "foreign = {name.partition('.')[0] for name in sys.modules} & "
        "{'django', 'scipy', 'pandas', 'statsmodels', 'msgspec', 'numba', 'ruptures'}\n"
        "sys.exit(str(sorted(foreign)) if foreign else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
