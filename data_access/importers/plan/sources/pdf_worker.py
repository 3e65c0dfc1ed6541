"""The process that reads one PDF: bytes on standard input, blocks as JSON on standard output."""

import json
import resource
import sys
from typing import Any

MEMORY_BYTES = 1536 * 1024 * 1024
CPU_SECONDS = 100


def main() -> None:
    """Read the PDF within the bounds of memory and time; answer a refusal as {"refused": code}."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))


def answer(data: bytes) -> dict[str, Any]:
    """Return the blocks or the refusal."""
    from data_access.importers.plan.refusal import ReadingRefused
    from data_access.importers.plan.sources.pdf_pages import blocks

    try:
        return {"blocks": blocks(data)}
    except ReadingRefused as refused:
        return {"refused": refused.code, "parameters": refused.parameters}
    except MemoryError:
        return {"refused": "too_slow"}
    except Exception as error:  # a damaged PDF makes its reader fail in many ways
        locked = "Password" in type(error).__name__ or "Encrypt" in f"{error!r}"
        return {"refused": "encrypted" if locked else "damaged"}


if __name__ == "__main__":
    main()
