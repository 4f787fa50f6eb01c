"""The model of an agency's parameter file: its name, its logo, and the parts that its units belong to."""

from __future__ import annotations

import pydantic

from skmlib.parameters.models import Model
from skmlib.parameters.values import Nama, NamaBerkas, Slug, Teks


class Gambar(Model):
    """A picture and what it shows."""

    berkas: NamaBerkas
    alt: Teks


class InstansiParameters(Model):
    """An agency: `params/instansi/<instansi>.yml`."""

    nama: Nama
    logo: Gambar | None = None
    induk: dict[Slug, Teks] = pydantic.Field(default_factory=dict)
