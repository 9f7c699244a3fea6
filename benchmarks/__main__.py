"""Makes `python -m benchmarks` the benchmark."""

import sys

from benchmarks.bench import main

sys.exit(main())
