"""Who a client is, apart from everything else; sealed where the user has a key (Fernet of ``cryptography``)."""

import json
import os
from collections.abc import Mapping
from typing import Any

from jobmatch.errors import BadInput, UsageError

KEY = "JOBMATCH_CASEBOOK_KEY"  # the environment variable that holds the key
FIELDS = ("name", "id_number", "phone")


def sealed(identity: Mapping[str, str], key: str | None = None) -> str:
    """Names and numbers as they are stored: sealed with the key, else as plain JSON.

    >>> sealed({"name": "张某"}, "")
    '{"name": "张某"}'
    """
    plain = json.dumps(dict(identity), ensure_ascii=False)
    cipher = _cipher(key)
    return cipher.encrypt(plain.encode()).decode() if cipher else plain


def unsealed(body: str, key: str | None = None) -> dict[str, str]:
    """Names and numbers of what is stored; refused where the key is missing or another.

    >>> key = new_key()
    >>> unsealed(sealed({"name": "张某"}, key), key)
    {'name': '张某'}
    >>> unsealed(sealed({"name": "张某"}, key), "")
    Traceback (most recent call last):
    jobmatch.errors.BadInput: 姓名和号码是加密的：请用环境变量 JOBMATCH_CASEBOOK_KEY 给出原来的密钥。
    """
    if is_plain(body):
        return dict(json.loads(body))
    cipher = _cipher(key)
    if cipher is None:
        raise BadInput("identity-sealed", key=KEY)
    from cryptography.fernet import InvalidToken

    try:
        return dict(json.loads(cipher.decrypt(body.encode())))
    except InvalidToken:
        raise BadInput("identity-sealed", key=KEY) from None


def is_plain(body: str) -> bool:
    """Whether names and numbers are stored as they are."""
    return body.startswith("{")


def new_key() -> str:
    """A new key; who loses it loses the names."""
    from cryptography.fernet import Fernet

    return Fernet.generate_key().decode()


def _cipher(key: str | None) -> Any:
    given = os.environ.get(KEY, "") if key is None else key
    if not given:
        return None
    from cryptography.fernet import Fernet

    try:
        return Fernet(given.encode())
    except ValueError:
        raise UsageError("identity-key", key=KEY) from None
