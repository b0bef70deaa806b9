"""A real headless Chromium, which opens and inspects a page through its debugging pipe (the DevTools protocol)."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
FOUND = next(filter(None, map(shutil.which, NAMES)), None)
needs_chromium = pytest.mark.skipif(FOUND is None, reason="no Chromium is installed")
OPTIONS = (
    "--headless=new",
    "--no-sandbox",  # Chromium has no sandbox for root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-extensions",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--remote-debugging-pipe",
)
_PATIENCE = 60  # seconds for an answer, even on a busy machine


class Page:
    """A page in Chromium.

    Args:
        send: writes to the browser.
        answers: reads from it.
    """

    def __init__(self, send: Any, answers: Any) -> None:
        self._send, self._answers = send, answers
        self._number = 0
        self._session: str | None = None
        self.requests: list[str] = []
        self.violations: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol and return its answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        self._send.write(json.dumps(message).encode() + b"\0")
        self._send.flush()
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def open(self, path: Path, *, width: int, dark: bool = False, printed: bool = False) -> None:
        """Open a file on a screen of a given width, or as it is printed."""
        self.requests, self.violations = [], []
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setEmulatedMedia", media="print" if printed else "screen", features=features)
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False
        )
        self.call("Page.navigate", url=path.absolute().as_uri())
        while self._next().get("method") != "Page.loadEventFired":
            pass
        self.ask("new Promise(done => setTimeout(done, 300))")  # late requests would have been made by now

    def ask(self, expression: str) -> Any:
        """Return the value of an expression in the page; the page's policy for its own scripts does not apply to it."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key."""
        code = {"Tab": 9, "Enter": 13}[key]
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **text
            )

    def picture(self, path: Path) -> None:
        """Save a screenshot of the whole page."""
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)["data"]
        path.write_bytes(base64.b64decode(data))

    def _next(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(next(self._answers))
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        if message.get("method") == "Log.entryAdded":
            self.violations.append(message["params"]["entry"]["text"])
        return message


@contextmanager
def chromium() -> Iterator[Page]:
    """Start Chromium with its own profile, and yield a page."""
    assert FOUND is not None
    to_read, to_send = _pipe()
    answered, to_answer = _pipe(reads=False)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [FOUND, *OPTIONS, f"--user-data-dir={profile}"],
            pass_fds=(3, 4),
            preexec_fn=lambda: (os.dup2(to_read, 3), os.dup2(answered, 4)),  # noqa: PLW1509 - it sets up the descriptors of the browser
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": profile},
        )
        os.close(to_read)
        os.close(answered)
        try:
            with os.fdopen(to_send, "wb") as send, os.fdopen(to_answer, "rb") as answers:
                yield Page(send, _messages(answers))
        finally:
            process.terminate()
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _pipe(*, reads: bool = True) -> tuple[int, int]:
    """Return the browser's end and our end of a pipe, with descriptors other than 3 and 4."""
    theirs, ours = os.pipe() if reads else os.pipe()[::-1]
    moved = fcntl.fcntl(theirs, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(theirs)
    return moved, ours


def _messages(answers: Any) -> Iterator[bytes]:
    """Yield the messages from the browser, each up to its null byte."""
    import select

    held = b""
    while True:
        message, end, rest = held.partition(b"\0")
        if end:
            held = rest
            yield message
            continue
        ready, _, _ = select.select([answers], [], [], _PATIENCE)
        assert ready, "Chromium does not answer"
        part = os.read(answers.fileno(), 1 << 16)
        assert part, "Chromium has ended"
        held += part
