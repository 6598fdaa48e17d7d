"""Where a provider is and what it wants to know: from the environment, or a file outside the repository.

    # translate.toml in the user's folder of settings, or what --config names
    [deepl]
    key = "…"

    [openai]
    base_url = "http://127.0.0.1:8080/v1"
    model = "…"

What stands in the environment goes before the file, what stands on the command line before both. There is
no option for a key: a command line is seen by others and kept in the shell's history.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, quote_plus, urlsplit

import platformdirs

from build_scripts.translate.failures import Hopeless

FIELDS = ("key", "base_url", "model", "region", "email")
USUAL_NAMES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("deepl", "key"): ("DEEPL_API_KEY",),
    ("microsoft", "key"): ("MICROSOFT_API_KEY",),
    ("libre", "key"): ("LIBRE_API_KEY",),
    ("openai", "key"): ("OPENAI_API_KEY",),
    ("openai", "base_url"): ("OPENAI_BASE_URL",),
}
"""The variables that the providers' own programs read, besides DUIZHAO_PROVIDER_FIELD."""

# Servers of one's own take any short word for a key; real keys have 20 characters and more.
_SECRET_LENGTH = 8
_VISIBLE = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """What one provider is told. The key is not shown by ``repr``; ``redact`` takes it out of any text."""

    base_url: str = ""
    model: str = ""
    region: str = ""
    key: str = field(default="", repr=False)
    email: str = field(default="", repr=False)

    def redact(self, text: str) -> str:
        """``text`` without the key, the e-mail address and a password in the base URL, quoted or not."""
        for secret in self._secrets():
            for form in _forms(secret):
                text = text.replace(form, "‹secret›")
        return text

    def in_answer(self, text: str) -> bool:
        """Whether a provider sent the key back. What is no secret (“none”, “test”) may stand in any text."""
        return len(self.key) >= _SECRET_LENGTH and any(form in text for form in _forms(self.key))

    def _secrets(self) -> list[str]:
        password = urlsplit(self.base_url).password or ""
        return sorted({one for one in (self.key, self.email, password) if one}, key=len, reverse=True)


def _forms(secret: str) -> tuple[str, ...]:
    """A secret as it stands, and as it stands in an address."""
    return secret, quote(secret, safe=""), quote_plus(secret), quote(secret)


def default_file() -> Path:
    """The file of settings where no other is named, in the folder that the system has for such files."""
    return platformdirs.user_config_path("duizhao", appauthor=False) / "translate.toml"


def read_settings(
    provider: str,
    *,
    root: Path,
    environment: Mapping[str, str],
    file: Path | None = None,
    given: Mapping[str, str] | None = None,
) -> Settings:
    """The settings of ``provider``.

    Args:
        provider: its name.
        root: the project; a file of settings inside it, or inside its repository, is refused: it could be
            published with it.
        environment: variables by name.
        file: the file, or None for :func:`default_file`, which need not be there.
        given: what the command line says, by field.

    Raises:
        Hopeless: the file is in the project, cannot be read, or holds what it should not.
    """
    path = file or default_file()
    found: dict[str, str] = {}
    if file is not None or path.is_file():
        found |= _from_file(provider, path, root)
    for name in FIELDS:
        usual = USUAL_NAMES.get((provider, name), ())
        for variable in (f"DUIZHAO_{provider}_{name}".upper(), *usual):
            if value := environment.get(variable, "").strip():
                found[name] = value
                break
    found |= {name: value.strip() for name, value in (given or {}).items() if value.strip()}
    return _checked(provider, found)


def _from_file(provider: str, path: Path, root: Path) -> dict[str, str]:
    if path.resolve().is_relative_to(_repository(root.resolve())):
        raise Hopeless(
            f"{path} is inside the project, where keys could be published; put it elsewhere", usage=True
        )
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise Hopeless(f"{path} cannot be read: {reason}", usage=True) from None
    except tomllib.TOMLDecodeError as error:
        # Of the message only the place: the rest may quote the file.
        place = re.search(r"\(at [^()]*\)$", str(error))
        raise Hopeless(f"{path} is not TOML {place.group() if place else ''}".strip(), usage=True) from None
    table = tables.get(provider, {})
    if not isinstance(table, dict):
        raise Hopeless(f"{path}: [{provider}] must be a table", usage=True)
    for name, value in table.items():
        if name not in FIELDS:
            raise Hopeless(
                f"{path}: [{provider}] has a field “{name}”; known are {', '.join(FIELDS)}", usage=True
            )
        if not isinstance(value, str):
            raise Hopeless(f"{path}: {name} of [{provider}] must be text in quotation marks", usage=True)
    return {name: value.strip() for name, value in table.items() if value.strip()}


def _repository(root: Path) -> Path:
    """The folder that git would publish with the project: the project's own, or one around it."""
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)


def _checked(provider: str, found: Mapping[str, str]) -> Settings:
    # A header cannot hold anything else, and the error would show the key.
    rules: Mapping[str, Callable[[str], bool]] = {
        "key": lambda value: _VISIBLE.fullmatch(value) is not None,
        "region": lambda value: _VISIBLE.fullmatch(value) is not None,
        "base_url": _is_address,
    }
    for name, fine in rules.items():
        if name in found and not fine(found[name]):
            wanted = (
                "begin with http:// or https:// and hold no ? or #"
                if name == "base_url"
                else "hold letters and signs only"
            )
            raise Hopeless(f"the {name.replace('_', ' ')} of {provider} must {wanted}", usage=True)
    return Settings(**found)


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        whole = not (parts.query or parts.fragment)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0 and whole
    except ValueError:
        return False
