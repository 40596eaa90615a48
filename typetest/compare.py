"""The policy as it is beside the policy as it is wanted."""

from dataclasses import dataclass

from typetest.model import Answers, Pole, TypeId
from typetest.scoring import AxisScore, Score, score


@dataclass(frozen=True)
class Comparison:
    """Two results, and where they differ."""

    huidig: Score
    gewenst: Score
    differing: tuple[int, ...]
    """The questions that are answered in both perspectives, and not alike."""

    @property
    def sturing(self) -> int | None:
        """The a-count wanted minus the a-count now, -7 to 7; None while one of both is incomplete."""
        return _difference(self.huidig.sturing, self.gewenst.sturing)

    @property
    def insteek(self) -> int | None:
        """The a-count wanted minus the a-count now, -7 to 7; None while one of both is incomplete."""
        return _difference(self.huidig.insteek, self.gewenst.insteek)

    @property
    def moves(self) -> tuple[tuple[Pole, Pole], ...]:
        """The poles (origin, target) that are decided in both perspectives and differ; sturing first."""
        poles = (
            (now.pole, wanted.pole) for now, wanted in zip(self.huidig.axes, self.gewenst.axes, strict=True)
        )
        return tuple((now, wanted) for now, wanted in poles if now and wanted and now is not wanted)

    @property
    def type_change(self) -> tuple[TypeId, TypeId] | None:
        """The type now and the type wanted, where both are decided and differ."""
        origin, target = self.huidig.type, self.gewenst.type
        return (origin, target) if origin and target and origin is not target else None


def compare(huidig: Answers, gewenst: Answers) -> Comparison:
    """Compare the answers of both perspectives.

    Raises ValueError as ``score`` does.
    """
    both = huidig.keys() & gewenst.keys()
    return Comparison(
        score(huidig),
        score(gewenst),
        differing=tuple(question for question in sorted(both) if huidig[question] != gewenst[question]),
    )


def _difference(huidig: AxisScore, gewenst: AxisScore) -> int | None:
    return gewenst.a - huidig.a if huidig.complete and gewenst.complete else None
