"""Digests of bytes and of values. A digest is 32 hexadecimal digits of BLAKE2b."""

from hashlib import blake2b
from typing import NewType

import msgspec

Digest = NewType("Digest", str)

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def digest_bytes(data: bytes) -> Digest:
    return Digest(blake2b(data, digest_size=16).hexdigest())


def digest_value(value: object) -> Digest:
    """The digest of a value made of dataclasses, tuples, mappings, dates, strings, numbers and None.

    Equal values have equal digests in every process and on every machine. Two values of different type
    may share one (a tuple and a list): the asker of a question expects one type of answer.
    """
    return digest_bytes(_encode(value))
