"""Speed and ranking figures, each beside a peer in the same run on the same core: ``python -m benchmarks``."""

import os

# One thread everywhere, ours and theirs, set before numpy loads. BLAS and numba read it only once.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[_name] = "1"
