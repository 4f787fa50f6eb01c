"""What all models of parameters have in common."""

from __future__ import annotations

import pydantic


class Model(pydantic.BaseModel):
    """A frozen group of keys; unknown keys are refused."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid")
