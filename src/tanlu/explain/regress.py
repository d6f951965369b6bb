"""One door to the estimators of STIRPAT, behind the verdict on what the data identify."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from tanlu.errors import InputError
from tanlu.explain import latent
from tanlu.explain.bayes import Posterior, posterior
from tanlu.explain.design import Array, Design
from tanlu.explain.lasso import choose, lasso
from tanlu.explain.ridge import SELECTORS, edf, ridge

METHODS = ("ols", "ridge", "pls", "pcr", "lasso", "elastic", "bayes")
_ENOUGH = 5  # degrees of freedom from which on a deviation is worth printing


@dataclass(frozen=True, slots=True)
class Fitted:
    """Slopes of scaled columns, how they were reached, and what else the method says."""

    method: str
    scaled: Array
    k: float | None = None
    chosen_by: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extras:
    """What some methods are told besides k.

    `share`: part of the penalty of an elastic net that is lasso. `priors`: mean and standard
    deviation of the slope that is expected of a driver, before the data are seen.
    """

    share: float = 0.5
    priors: Mapping[str, tuple[float, float]] = field(default_factory=dict)


_NO_EXTRAS = Extras()


def fit(found: Design, method: str, k: str = "", extras: Extras = _NO_EXTRAS) -> Fitted:
    """Slopes by a method.

    Args:
        found: The design; its verdict allows slopes.
        method: One of `METHODS`.
        k: A number (ridge: k in MASS convention; lasso: penalty; pls, pcr: components)
            or the name of a selector; empty: the method's usual one.
        extras: What some methods are told besides.

    Returns:
        The fit.

    Raises:
        InputError: When the verdict forbids slopes, or k means nothing to the method.
    """
    if found.verdict == "under-determined":
        raise InputError.of("slopes_refused", rank=found.rank, drivers=len(found.drivers))
    return _FITS[method](found, k, extras)


def _ols(found: Design, k: str, _: Extras) -> Fitted:
    if k:
        raise InputError.of("bad_k", k=k, method="ols", known="-")
    return Fitted("ols", ridge(found, 0.0), extra=_deviations(found))


def _ridge(found: Design, k: str, _: Extras) -> Fitted:
    name = k or "gcv"
    if name in SELECTORS:
        value = SELECTORS[name](found)
        if np.isnan(value):
            raise InputError.of("no_such_k", selector=name, drivers=len(found.drivers))
        return Fitted("ridge", ridge(found, value), value, name, {"edf": edf(found, value)})
    value = _number(k, "ridge", ", ".join(SELECTORS))
    return Fitted("ridge", ridge(found, value), value, "given", {"edf": edf(found, value)})


def _lasso(found: Design, k: str, _: Extras) -> Fitted:
    return _penalised(found, k, "lasso", 1.0)


def _elastic(found: Design, k: str, extras: Extras) -> Fitted:
    return _penalised(found, k, "elastic", extras.share)


def _penalised(found: Design, k: str, method: str, share: float) -> Fitted:
    is_chosen = k in ("", "loocv")
    value = choose(found, share) if is_chosen else _number(k, method, "loocv")
    chosen_by = "loocv" if is_chosen else "given"
    return Fitted(method, lasso(found, value, share), value, chosen_by, {"l1_share": share})


def _latent(method: str, solve: latent.Latent) -> Callable[[Design, str, Extras], Fitted]:
    def run(found: Design, k: str, _: Extras) -> Fitted:
        is_chosen = k in ("", "loocv")
        count = latent.components(found, solve) if is_chosen else _count(k, method, found)
        slopes = solve(found.z, found.y, count)
        return Fitted(method, slopes, None, "loocv" if is_chosen else "given",
                      {"components": count})  # fmt: skip

    return run


def _count(k: str, method: str, found: Design) -> int:
    value = _number(k, method, "loocv")
    if not 1 <= value <= found.rank or value != int(value):
        raise InputError.of("bad_k", k=k, method=method, known=f"1 … {found.rank}")
    return int(value)


_WIDTHS = (0.1, 0.3, 1.0, 3.0)


def _bayes(found: Design, k: str, extras: Extras) -> Fitted:
    """Of a driver with no prior of its own: mean 0 and deviation 1, or k, as the columns came."""
    width = _number(k, "bayes", "-") if k else 1.0
    if not width:
        raise InputError.of("bad_k", k=k, method="bayes", known="> 0")
    unknown = [name for name in extras.priors if name not in found.drivers]
    if unknown:
        raise InputError.of("no_driver", factor=unknown[0], known=", ".join(found.drivers))
    result = _posterior(found, extras, width)
    deviation = dict(zip(found.drivers, map(float, result.deviation), strict=True))
    extra = {
        "standard_deviations": deviation,
        "prior": {name: list(_prior(name, extras, width)) for name in found.drivers},
        "prior_sensitivity": [_under(found, extras, each) for each in _WIDTHS],
    }
    return Fitted("bayes", result.mean * found.scales, None, "prior", extra)


def _prior(name: str, extras: Extras, width: float) -> tuple[float, float]:
    return extras.priors.get(name, (0.0, width))


def _posterior(found: Design, extras: Extras, width: float) -> Posterior:
    priors = np.array([_prior(name, extras, width) for name in found.drivers])
    return posterior(found, priors[:, 0], priors[:, 1])


def _under(found: Design, extras: Extras, width: float) -> dict[str, object]:
    mean = _posterior(found, extras, width).mean
    return {
        "deviation": width,
        "coefficients": dict(zip(found.drivers, map(float, mean), strict=True)),
    }


def _number(text: str, method: str, known: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise InputError.of("bad_k", k=text, method=method, known=known) from None
    if not value >= 0 or not np.isfinite(value):
        raise InputError.of("bad_k", k=text, method=method, known=known)
    return value


def _deviations(found: Design) -> dict[str, object]:
    if found.dof < _ENOUGH:
        return {}
    slopes = ridge(found, 0.0)
    rest = found.y - found.z @ slopes
    s2 = float(rest @ rest) / found.dof
    inverse = (found.right.T / found.singular**2) @ found.right
    robust = newey_west(found, rest)
    return {
        "s": s2**0.5,
        "r2": 1 - float(rest @ rest) / float(found.y @ found.y) if found.y.any() else None,
        "standard_errors": _by_driver(found, np.sqrt(s2 * np.diag(inverse))),
        # rounding may bring what is next to nothing below it
        "hac_standard_errors": _by_driver(found, np.sqrt(np.maximum(np.diag(robust), 0.0))),
    }


def _by_driver(found: Design, scaled: Array) -> dict[str, float]:
    return dict(zip(found.drivers, map(float, scaled / found.scales), strict=True))


def newey_west(found: Design, rest: Array) -> Array:
    """Covariance of slopes that stands up to drifting and uneven residuals.

    Args:
        found: The design.
        rest: Residuals of least squares.

    Returns:
        Covariance of the scaled slopes; Bartlett weights up to 4 (n / 100)^(2/9) lags.

    Source: Newey and West 1987; the lag rule of Newey and West 1994.
    """
    lags = int(4 * (found.n / 100) ** (2 / 9))
    moments = found.z * rest[:, None]
    middle = moments.T @ moments
    for lag in range(1, lags + 1):
        shifted = moments[lag:].T @ moments[:-lag]
        middle = middle + (1 - lag / (lags + 1)) * (shifted + shifted.T)
    inverse = (found.right.T / found.singular**2) @ found.right
    covariance: Array = inverse @ middle @ inverse
    return covariance


_FITS: Mapping[str, Callable[[Design, str, Extras], Fitted]] = {
    "ols": _ols,
    "ridge": _ridge,
    "pls": _latent("pls", latent.pls),
    "pcr": _latent("pcr", latent.pcr),
    "lasso": _lasso,
    "elastic": _elastic,
    "bayes": _bayes,
}
