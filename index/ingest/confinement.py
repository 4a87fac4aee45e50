"""What a process that reads strangers' documents may do beside reading: as little as the platform lets us forbid."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import platform
import resource
import struct
import sys

_NO_NEW_PRIVS, _SECCOMP, _FILTER = 38, 22, 2
_DUMPABLE = 4
# By machine: its number in a filter, and those of socket, connect, bind, execve, execveat, ptrace, process_vm_readv and
# process_vm_writev.
_MACHINES = {
    "x86_64": (0xC000003E, (41, 42, 49, 59, 322, 101, 310, 311)),
    "aarch64": (0xC00000B7, (198, 203, 200, 221, 281, 117, 270, 271)),
}
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES


def confine() -> None:
    """In a worker, for good: no network, no other program, no writing to files, no look into other processes."""
    for limit in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(limit, (0, 0))
    os.environ.clear()
    if sys.platform == "linux" and platform.machine() in _MACHINES:
        with contextlib.suppress(OSError, AttributeError):
            _forbid(*_MACHINES[platform.machine()])


def keep_to_itself() -> None:
    """In the process that has the secrets: others of the same user, workers among them, can not read its memory or its
    first environment."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_DUMPABLE, 0, 0, 0, 0)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def _forbid(machine: int, calls: tuple[int, ...]) -> None:
    """A seccomp filter that refuses these system calls; all others go on."""
    last = len(calls)
    steps = [(_LOAD, 0, 0, 4), (_EQUAL, 0, last + 1, machine), (_LOAD, 0, 0, 0)]
    steps += [(_EQUAL, last - place, 0, call) for place, call in enumerate(calls)]
    steps += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0):
        raise OSError(ctypes.get_errno(), "no filter could be set")
