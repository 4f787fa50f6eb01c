"""Words that point to a person: e-mail addresses, postal addresses, and names after Bapak, Ibu, Sdr. and the like.

A name is what is written with a capital after such a word, after a title such as Hj. or Dokter, and after "bernama", "atas
nama" or "dibantu": "Ibu Rahmawati dari pokja" holds one, "ibu hamil" and "Bapak Kepala Bagian" hold none. Words that begin a
sentence or name an office end a name. A name in small letters is not recognised; the agency's own list of names is there for
that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

NAME_WORDS_MAX = 4

EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+(?:@[\w-]+(?:\.[\w-]+)*|[ \t]{0,2}@[ \t]{0,2}[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?!\w)"
    r"|(?i:\s*(?:\[at\]|\(at\)|\{at\}|\sat\s)\s*[\w-]+(?:\s*(?:\.|\[dot\]|\(dot\)|\{dot\}|\s(?:dot|titik)\s)\s*[\w-]+)+))"
)

# Words with a capital that begin or go on a sentence, and so end a name or an address.
SENTENCE_WORDS = frozenset(
    """
    terima terimakasih semoga mohon tolong harap harapan saya kami kita anda beliau yang di ke dari dan atau untuk dengan
    pada sangat sudah telah tidak belum jangan agar supaya karena jika kalau bila tetapi tapi namun juga sekalian semua
    semuanya para tim salam pelayanan layanan
    senin selasa rabu kamis jumat sabtu minggu
    """.split()
)
# Words with a capital that follow "Bapak" or "Ibu" and speak of an office, a place or a thing.
OFFICE_WORDS = frozenset(
    """
    petugas pegawai karyawan karyawati staf staff admin operator panitia penyelia pimpinan pejabat pns asn pppk
    kepala kabag kabid kabiro kasi kasie kasubag kasubbag kadis kadin kepsek ketua wakil sekretaris sekda bendahara
    direktur manajer komisioner anggota dewan menteri presiden gubernur bupati walikota wali hakim jaksa pj plt plh
    bagian bidang biro dinas badan kantor balai seksi sub subbagian subbag unit pokja satuan instansi kementerian lembaga
    komisi pemda kota kabupaten kecamatan kelurahan desa provinsi negara republik indonesia
    customer service cs teller resepsionis gigi umum spesialis jaga mas mbak kakak
    rumah hamil menyusui kandung tangga pertiwi tuan nyonya tn ny nn bapak pak bpk ibu bu sdr sdri saudara saudari
    januari februari maret april mei juni juli agustus september oktober november desember
    """.split()
)
# Words with a capital that begin a sentence behind "Terima kasih, Pak."; elsewhere they may be names, as in "Mas Bagus".
OPENING_WORDS = frozenset(
    """
    sukses mantap bagus baik baiknya cepat lambat lama ramah lanjutkan pertahankan tingkatkan selamat moga alhamdulillah maaf
    good ok oke sip top lebih kurang tambah perlu ada jadi saat waktu biaya ruang ruangan tempat antrian antrean parkir loket
    saran kritik masukan hanya cuma masih akan bisa dapat mudah sedikit cukup senang puas
    """.split()
)
# Titles that stand between "Bapak" and a name.
TITLES = frozenset(
    """
    dr drs dra ir h hj haji hajah prof kh kyai ustadz ustaz ustadzah drg ns dokter perawat suster bidan mantri guru dosen
    satpam security lurah camat kades kadus rt rw
    """.split()
)
_PARTICLES = frozenset({"bin", "binti", "al", "el", "van", "de"})
# A name in a network, but no price of each piece.
HANDLE = re.compile(r"(?<![\w@])@(?!Rp\.?\d)[A-Za-z][\w.]+\w")
_HONORIFIC = re.compile(
    r"(?<![\w-])(?i:(?:bpk|bp|sdr|sdri|sdra)\b\.?|(?:bapak|pak|pa|ibu|bu|saudara|saudari"
    r"|mas|mbak|mba|kak|bang|abang|kang|cak|gus|uda|bli|daeng|teh|teteh|neng|om|tante)"
    r"\b(?:(?P<ended>\.)(?=[ \t]?\w)|(?![-.]))"
    r"|hj?\.|(?:dr|drg|ns|tn|ny|nn)\.|drg?(?=[ \t])|(?:dokter|bidan|suster|perawat|ustaz|ustadz|ustazah|ustadzah|kyai)\b"
    r"|(?:bernama|namanya|dibantu|dilayani|ditangani)\b(?:\s+oleh\b)?+"
    r"|nama\s+saya\b|nama(?:\s+saya)?\s*:|(?:atas\s+nama\b(?:\s*:)?|a\.n\b\.?)(?:\s+(?:anak|istri|suami|ayah|ibu|kakak|adik|orang\s+tua)\s+(?:saya|kami|beliau)\b)?+)(?=\s*\w)"
)
_WORD = re.compile(r"\s*([^\W\d_](?:[\w'\u2019-]*\w)?)(\.?)")
_JOINED = re.compile(r"\s+(?:dan|serta|&)(?=\s+[A-Z])")


def find_names(text: str) -> Iterator[tuple[int, int]]:
    """Find names after Bapak, Ibu, Sdr. and the like.

    Parameters
    ----------
    text : str
        One comment.

    Yields
    ------
    tuple of int
        Start and end of each name, without the word before it.

    Examples
    --------
    >>> [text[start:end] for text in ["Terima kasih Pak Budi Santoso."] for start, end in find_names(text)]
    ['Budi Santoso']
    """
    capitals_only = text.isupper()
    reached = 0
    for match in _HONORIFIC.finditer(text):
        is_acronym = match[0].isupper() and not capitals_only and match[0] != "H."
        if match.start() < reached or is_acronym:
            continue
        if match["ended"] and _opens(text, match.end()):
            continue
        start = _skip_titles(text, match.end())
        while (span := _name_at(text, start, 1 if capitals_only else NAME_WORDS_MAX)) is not None:
            yield span
            reached = span[1]
            joined = _JOINED.match(text, reached)
            if joined is None:
                break
            start = joined.end()


def _opens(text: str, place: int) -> bool:
    """Tell whether a word that begins sentences stands at a place."""
    word = _WORD.match(text, place)
    return word is not None and word[1].casefold() in OPENING_WORDS


def _skip_titles(text: str, start: int) -> int:
    """Move past titles such as 'dr.' or 'Lurah'."""
    while (word := _WORD.match(text, start)) is not None and word[1].casefold() in TITLES:
        start = word.end()
    return start


def _name_at(text: str, start: int, words_max: int) -> tuple[int, int] | None:
    """Give the span of the name that begins at a place, if one does."""
    first = end = None
    place = start
    for _ in range(words_max):
        word = _WORD.match(text, place)
        if word is None or not _is_name_word(text, word, first):
            break
        first, end, place = first or word, word.end(1), word.end()
        if word[2] and len(word[1]) > len("Moh"):
            break
    return None if first is None or end is None else (first.start(1), end)


def _is_name_word(text: str, word: re.Match[str], first: re.Match[str] | None) -> bool:
    """Tell whether a word can belong to the name that began with the first word."""
    if first is not None and word[1] in _PARTICLES:
        following = _WORD.match(text, word.end())
        return following is not None and following[1][0].isupper()
    is_acronym = first is not None and len(word[1]) > 1 and word[1].isupper() and not first[1].isupper()
    return word[1][0].isupper() and word[1].casefold() not in SENTENCE_WORDS | OFFICE_WORDS and not is_acronym


# "Jalan DI Panjaitan" is a street.
_STOP = "|".join(sorted({word.title() for word in SENTENCE_WORDS} | {word.upper() for word in SENTENCE_WORDS} - {"DI"}))
_CAP = (
    r"(?:(?:Jend|Letjen|Mayjen|Brigjen|Kol|Kapt|Dr|Prof|Drs|Ir|KH|Hj|[A-Z])\.\s?)*"
    rf"(?!(?:No|NO|Nomor|Km|KM|RT|RW|Kel|Kec|Kab|Prov|Blok|{_STOP})\b)[A-Z][\w'\u2019-]*"
)
# What stands behind Jl in small letters where a road is meant and no name.
ROAD_WORDS = frozenset(
    "nya menuju masuk keluar rusak sempit macet berlubang becek licin gelap jelek tol umum kecil ramai setapak "
    "kaki sangat sudah belum tidak masih yang ini itu ke dari dan depan menanjak terus berdebu banjir".split()
)
_NO_ROAD = rf"(?!(?:{'|'.join(sorted(ROAD_WORDS))})\b)"
_NUMBER = r"(?i:no|nomor)\b\.?\s*\d{1,4}[A-Za-z]?\b(?:\s[A-Z]\b)?(?:[/-]\d{1,4})?"
_HOUSE = r"(?:\d{1,4}[A-Z]\b|\d{1,4}(?=\s*(?:[,;.)]|$|RT\b))|(?i:km)\b\.?\s*\d{1,3}\b)"
_RT_RW = (
    r"(?i:\bRT\s*/\s*RW[.:]?\s*\d{1,3}\s*/\s*\d{1,3}|\bRT[.:]?\s*\d{1,3}(?:\s*[/,.-]?\s*RW[.:]?\s*\d{1,3}|\s*/\s*\d{1,3})?"
    r"|\bRW[.:]?\s*\d{1,3})\b(?!\s*(?i:hari|jam|menit|minggu|bulan|tahun|orang|kali|warga)\b)"
)
_STREET = (
    rf"\b(?:(?i:Jl|Jln|Gg)\b\.?\s*(?:{_CAP}(?:\s+{_CAP}){{0,4}}|{_NO_ROAD}[a-z]\w*(?:\s+\w+){{0,3}}?(?=\s+no(?:mor)?\b)"
    rf"|{_NO_ROAD}[a-z]\w*)"
    rf"|(?i:Jalan|Gang)\s+(?!(?i:Tol)\b){_CAP}(?:\s+{_CAP}){{0,4}})"
)
_HOUSING = (
    r"(?i:(?<!Dinas )(?<!Kementerian )(?<!Bidang )(?<!Menteri )\b(?:Perumahan|Perum|Komplek|Kompleks))\.?\s+"
    rf"(?!(?i:Rakyat|Bulog|Peruri|Damri|Perhutani|Jasa)\b){_CAP}(?:\s+{_CAP}){{0,3}}"
)
_BLOCK = r"(?i:\bBlok)\s+[A-Z]{1,2}[-\s]?\d{1,3}(?:[/-]\d{1,3})?\b"
_BLOCK_BARE = r"(?i:\bBlok)\s+[A-Z]{1,2}\b"
_REGION = (
    rf"(?i:Kelurahan|Kel|Kecamatan|Kec|Kabupaten|Kab|Kota|Desa|Dusun|Provinsi|Prov)\b\.?\s+{_CAP}(?:\s+{_CAP}){{0,2}}"
)
ADDRESS = re.compile(
    rf"(?:{_STREET}|{_HOUSING}|{_RT_RW}|{_BLOCK}|{_BLOCK_BARE}(?=[\s,]+{_NUMBER}))"
    rf"(?:(?:\s*,\s*|\s+)(?:{_NUMBER}|{_HOUSE}|{_RT_RW}|{_BLOCK}|{_BLOCK_BARE}|{_HOUSING}|{_STREET}|{_REGION}|\d{{5}}\b))*"
)
