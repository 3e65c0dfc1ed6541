"""Argon2 hashes of passwords."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

#: The library's own costs, which follow the recommendations of RFC 9106.
hasher = PasswordHasher()


def hashed(password: str) -> str:
    """Return the argon2 hash of a password with its salt and cost."""
    return hasher.hash(password)


def matches(password: str, password_hash: str | None) -> bool:
    """Tell whether the password belongs to the hash.

    None stands for an account that does not exist: it costs the same time as a real one, so
    the answer does not tell which names exist.
    """
    try:
        return hasher.verify(password_hash or _nobody(), password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    return hasher.hash("no account has this hash")
