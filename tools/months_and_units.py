"""Write tajikcli/language/months_and_units.py: months, days of the week, scales and currencies in words.

All words are from Unicode's CLDR, through Babel. The parts that are left out are below, with reasons. `make cldr` runs this.
"""

from __future__ import annotations

import re
import sys

import babel
from babel import Locale
from countries import cldr_version

LANGUAGES = ("en", "ru", "tg", "de")
# Languages in which months have endings: the common beginning of all forms of a month represents it.
INFLECTED = ("ru", "tg")
_LEAST = 3  # letters that identify a month
_SCALES = {"1000": "thousand", "1000000": "million", "1000000000": "billion", "1000000000000": "trillion"}
# In German 10 to the power of 12, but a billion in English texts.
NO_SCALES = {"billion", "bio"}
# Currencies whose names have no second meaning (unlike `won` and `mark`) and do not stand for two currencies.
CURRENCIES = ("AMD", "CNY", "EUR", "JPY", "KZT", "MNT", "MYR", "PLN", "THB", "TJS", "UAH", "VND")
# For several currencies with one name, the currency that is meant if no country is named.
MEANT = {
    "USD": {
        "en": ("dollar", "dollars"),
        "ru": ("доллар", "доллара", "долларов"),
        "tg": ("доллар",),
        "de": ("dollar",),
    },
    "RUB": {"en": ("ruble", "rubles"), "ru": ("рубль", "рубля", "рублей"), "tg": ("рубл",), "de": ("rubel",)},
}

# Languages in which a currency has a sign of its own that English does not use.
OF_THE_COUNTRY = {
    "AMD": "hy",
    "AZN": "az",
    "GEL": "ka",
    "IDR": "id",
    "KZT": "kk",
    "MYR": "ms",
    "RUB": "ru",
    "TRY": "tr",
    "UAH": "uk",
}
# Signs that stand for other currencies, too.
NO_SIGNS = {"$", "\u00a5"}

HEAD = '''"""Months, days of the week, scales and currencies in words, by language, written by `make cldr`.

All of it comes from Unicode's CLDR {version} (© Unicode, Inc., Unicode License v3, https://www.unicode.org/license.txt).
"""

'''


def months(code: str) -> dict[str, int]:
    """Return the number of each month by the forms of its name, or by their common beginning."""
    found: dict[str, int] = {}
    for number in range(1, 13):
        forms = {Locale(code).months[use]["wide"][number].casefold() for use in ("format", "stand-alone")}
        begin = _common(forms)
        if code in INFLECTED and len(begin) >= _LEAST and begin != "май":
            found[f"{begin}*"] = number
        else:
            found.update(dict.fromkeys(sorted(forms), number))
    return found


def _common(forms: set[str]) -> str:
    shortest = min(forms, key=len)
    return next(
        shortest[:end]
        for end in range(len(shortest), -1, -1)
        if all(form.startswith(shortest[:end]) for form in forms)
    )


def weekdays(code: str) -> list[str]:
    """Return the days of the week, Monday first."""
    return [Locale(code).days["format"]["wide"][day].casefold() for day in range(7)]


def scales(code: str) -> dict[str, str]:
    """Return the scale for each word; abbreviations of one letter are left out."""
    found: dict[str, str] = {}
    for forms in Locale(code).compact_decimal_formats.values():
        for by_power in forms.values():
            for power, scale in _SCALES.items():
                if power in by_power:
                    word = re.sub(r"[0\s'.\u00a0]", "", str(by_power[power].pattern)).casefold()
                    if len(word) > 1 and not (code == "de" and word in NO_SCALES):
                        found[word] = scale
    return found


def currencies(code: str) -> dict[str, str]:
    """Return the ISO 4217 code for each word for a currency, in the forms that follow numbers."""
    locale = Locale(code)
    found: dict[str, str] = {}
    for currency in CURRENCIES:
        plurals = locale._data["currency_names_plural"].get(currency, {})  # noqa: SLF001 - Babel has no public interface for them
        for name in (locale.currencies[currency], *(plurals[number] for number in plurals)):
            # `Vietnamese dong`, `вьетнамских донгов`, `Донги Ветнамӣ`, `Tadschikistan-Somoni`
            words = re.split(r"[ -]", name.casefold())
            found[words[0].removesuffix("и") if code == "tg" and len(words) > 1 else words[-1]] = currency
    for currency, by_language in MEANT.items():
        found.update(dict.fromkeys(by_language[code], currency))
    return dict(sorted(found.items()))


def signs() -> dict[str, str]:
    """Return the ISO 4217 code for each sign that is written before an amount: a symbol, or the code of a currency with a word."""
    found = {code: code for code in (*CURRENCIES, *MEANT)}
    symbols = dict(Locale("en").currency_symbols)
    symbols |= {code: Locale(language).currency_symbols[code] for code, language in OF_THE_COUNTRY.items()}
    is_sign = re.compile(r"\S*[^\w\s.\u00a4]|[A-Z][A-Za-z]")
    found |= {sign: code for code, sign in symbols.items() if is_sign.fullmatch(sign) and sign != code}
    return {sign: found[sign] for sign in sorted(found) if sign not in NO_SIGNS}


def _table(name: str, kind: str, rows: dict[str, object]) -> str:
    lines = [f"{name}: dict[str, {kind}] = {{"]
    lines += [f"    {code!r}: {value!r}," for code, value in rows.items()]
    return "\n".join([*lines, "}\n"])


def main() -> None:
    """Print the module; `make cldr` formats it with ruff."""
    sys.stdout.write(HEAD.format(version=cldr_version(babel.__version__)))
    tables = [
        _table("MONTHS", "dict[str, int]", {code: months(code) for code in LANGUAGES}),
        _table("WEEKDAYS", "str", {code: " ".join(weekdays(code)) for code in LANGUAGES}),
        _table("SCALES", "dict[str, str]", {code: scales(code) for code in LANGUAGES}),
        _table("CURRENCIES", "dict[str, str]", {code: currencies(code) for code in LANGUAGES}),
    ]
    tables.append(
        "\n".join(["SIGNS: dict[str, str] = {", *(f"    {a!r}: {b!r}," for a, b in signs().items()), "}\n"])
    )
    sys.stdout.write("\n".join(tables))


if __name__ == "__main__":
    main()
