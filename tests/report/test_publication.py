"""The poster: what it says, and that it is one page whatever the names and the groups."""

import dataclasses
import io

import nbformat
import pypdf
import pytest

from skmlib.pipeline.exporters import SkmHtmlExporter, SkmPdfExporter
from skmlib.report.poster_block import Poster
from skmlib.report.publication import publication_poster

ALL_FOUR = "4,4,4,4,4,4,4,4,4"


def notebook_of(poster):
    data = {name: value for name, value in poster._repr_mimebundle_().items() if isinstance(value, str | dict)}
    output = nbformat.v4.new_output("display_data", data=data)
    title = nbformat.v4.new_markdown_cell("# Publikasi")
    return nbformat.v4.new_notebook(cells=[title, nbformat.v4.new_code_cell("poster", outputs=[output])])


def pages_of(poster) -> list[str]:
    content, _ = SkmPdfExporter().from_notebook_node(notebook_of(poster))
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def published(project, *, education: list[str], unit: str = "Loket Contoh", agency: str = "Kota Contoh") -> None:
    names = ", ".join(f"'{name}'" for name in education)
    project.add(f"profil: {{pendidikan: {{nama: Pendidikan terakhir, kolom: Pendidikan, kategori: [{names}]}}}}\n")
    project.change("nama: Loket Contoh", f"nama: {unit}")
    project.write("params/instansi/kota.yml", f"nama: {agency}\n")
    rows = [f"{ALL_FOUR},{name}" for name in education]
    project.write_responses(*rows, headings=f"{project.headings},Pendidikan")


def test_poster_says_the_published_index_of_kasn(kasn, reference):
    poster = publication_poster(kasn)
    assert (poster.nilai, poster.mutu, poster.kinerja) == ("88,38", "A", "Sangat baik")
    assert (poster.unit, poster.instansi, poster.periode) == ("Komisi Aparatur Sipil Negara", "", "Tahun 2024")
    assert (poster.responden, poster.masa.split()) == ("260", "19 Februari 2024 sampai dengan 8 Maret 2024".split())
    assert [(band.mutu, band.rentang) for band in poster.bands if band.is_reached] == [("A", "88,31–100,00")]
    sexes = {row.label: int(row.n) for row in poster.groups[0].rows}
    assert sexes == {name: count for name, (count, _) in reference["respondents"]["jenis_kelamin"].items()}


def test_poster_of_kasn_says_that_its_letter_is_not_certain(kasn):
    assert publication_poster(kasn).catatan.endswith("melintasi batas mutu 88,31.")


def test_survey_without_characteristics_shows_the_number_of_respondents_only(sekadau):
    poster = publication_poster(sekadau)
    assert (poster.responden, poster.groups) == ("49", ())
    [page] = pages_of(poster)
    assert "78,74" in page
    assert "Responden 49 orang" in page


def test_survey_without_index_says_why(project, summarise):
    project.write_responses("4,4,4,,4,4,4,4,4")
    poster = publication_poster(summarise(project))
    assert (poster.nilai, poster.mutu) == ("-", "")
    assert poster.catatan == (
        "Indeks tidak dapat dihitung. Tidak ada jawaban untuk unsur Biaya/tarif, sehingga IKM tidak dihitung."
    )
    assert len(pages_of(poster)) == 1


def test_what_the_parameters_do_not_name_is_one_group(project, summarise):
    published(project, education=["SMA", "S1"])
    rows = [f"{ALL_FOUR},{name}" for name in ("SMA", "kursus menjahit", "pesantren", "")]
    project.write_responses(*rows, headings=f"{project.headings},Pendidikan")
    [groups] = publication_poster(summarise(project)).groups
    assert [(row.label, row.n, row.persen) for row in groups.rows] == [
        ("SMA", "1", "25,0%"),
        ("S1", "0", "0,0%"),
        ("Lainnya", "2", "50,0%"),
        ("Tidak diisi", "1", "25,0%"),
    ]


@pytest.mark.parametrize("count", [1, 12, 30, 60])
@pytest.mark.parametrize("length", [1, 4, 20])
def test_poster_is_one_page_with_all_its_words(project, summarise, count, length):
    unit = (
        "Unit Pelayanan Terpadu Penyelenggara Perizinan dan Nonperizinan " * length
    )  # twenty are more than parameters may hold
    education = [f"Pendidikan jenjang ke-{place} menurut ijazah terakhir" for place in range(count)]
    published(project, education=education)
    names = {"unit": unit.strip(), "instansi": f"Pemerintah Kabupaten {unit.strip()}"}
    [page] = pages_of(dataclasses.replace(publication_poster(summarise(project)), **names))
    assert "100,00" in page
    assert f"jenjang ke-{count - 1} menurut ijazah terakhir 1 " in page
    assert page.endswith("Masukan Anda membantu kami memperbaiki pelayanan.")


def test_page_of_the_poster_has_one_heading_and_no_contents(kasn):
    html, _ = SkmHtmlExporter().from_notebook_node(notebook_of(publication_poster(kasn)))
    assert html.count("<h1>") == 1
    assert "Daftar isi" not in html
    assert "<title>Indeks Kepuasan Masyarakat · Komisi Aparatur Sipil Negara · Tahun 2024</title>" in html
    assert "http://" not in html.replace("http://www.w3.org/2000/svg", "")


def test_values_are_escaped(project, summarise):
    published(project, education=["<b>S1</b> #let"], unit="'Loket <script> #eval'")
    poster = publication_poster(summarise(project))
    assert "<script>" not in poster.html()
    assert "Loket <script> #eval" in pages_of(poster)[0]


def test_logo_needs_words(kasn):
    poster = publication_poster(kasn)
    with pytest.raises(ValueError, match="logo_alt is empty"):
        Poster(poster.judul, poster.unit, "", poster.periode, poster.tanggal, "88,38", logo="<svg/>")


def test_logo_stands_on_the_poster(kasn):
    poster = publication_poster(kasn)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    named = Poster(poster.judul, "Loket", "Kota", "2024", poster.tanggal, "88,38", logo=svg, logo_alt="Lambang kota")
    assert 'alt="Lambang kota"' in named.html()
    assert len(pages_of(named)) == 1
