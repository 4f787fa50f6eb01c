"""Names of people in a comment: a word with a capital behind one that announces a name (method, section 14)."""

from __future__ import annotations

import re

# Behind these a point may stand.
SHORT = ("bpk", "bp", "sdr", "sdri", "sdra")
# These end without a point or a dash.
FULL = (
    *("bapak", "pak", "pa", "ibu", "bu", "saudara", "saudari", "mas", "mbak", "mba", "kak", "bang", "abang"),
    *("kang", "cak", "gus", "uda", "bli", "daeng", "teh", "teteh", "neng", "om", "tante"),
)
# These also without a point, where a blank follows.
DOCTORS = ("dr", "drg")
DOTTED = ("h.", "hj.", "dr.", "drg.", "ns.", "tn.", "ny.", "nn.")
CALLINGS = ("dokter", "bidan", "suster", "perawat", "ustaz", "ustadz", "ustazah", "ustadzah", "kyai")
SERVED = ("bernama", "namanya", "dibantu", "dilayani", "ditangani")
RELATION = re.compile(
    r"\s+(?:anak|istri|suami|ayah|ibu|kakak|adik|orang\s+tua)\s+(?:saya|kami|beliau)\b", re.IGNORECASE
)
START = re.compile(
    r"(?<![\w-])(?:atas\s+nama(?:\s*:)?|nama\s+saya(?:\s*:)?|nama\s*:|a\.n\b\.?|[^\W\d_]+\.?)", re.IGNORECASE
)
WORD = re.compile(r"\s*([^\W\d_](?:[\w'\u2019-]*\w)?)\.?")

TITLES = set(
    "dr drs dra ir h hj haji hajah prof kh kyai ustadz ustaz ustadzah drg ns dokter perawat suster bidan mantri guru dosen "
    "satpam security lurah camat kades kadus rt rw".split()
)
SENTENCE = set(
    "terima terimakasih semoga mohon tolong harap harapan saya kami kita anda beliau yang di ke dari dan atau untuk dengan "
    "pada sangat sudah telah tidak belum jangan agar supaya karena jika kalau bila tetapi tapi namun juga sekalian semua "
    "semuanya para tim salam pelayanan layanan senin selasa rabu kamis jumat sabtu minggu".split()
)
OFFICES = set(
    "petugas pegawai karyawan karyawati staf staff admin operator panitia penyelia pimpinan pejabat pns asn pppk kepala "
    "kabag kabid kabiro kasi kasie kasubag kasubbag kadis kadin kepsek ketua wakil sekretaris sekda bendahara direktur "
    "manajer komisioner anggota dewan menteri presiden gubernur bupati walikota wali hakim jaksa pj plt plh bagian bidang "
    "biro dinas badan kantor balai seksi sub subbagian subbag unit pokja satuan instansi kementerian lembaga komisi pemda "
    "kota kabupaten kecamatan kelurahan desa provinsi negara republik indonesia customer service cs teller resepsionis "
    "gigi umum spesialis jaga rumah hamil menyusui kandung tangga pertiwi tuan nyonya tn ny nn bapak pak bpk ibu bu sdr sdri "
    "saudara saudari mas mbak kakak januari februari maret april mei juni juli agustus september oktober november "
    "desember".split()
)


# Behind "Pak." these begin a sentence.
OPENING = set(
    "sukses mantap bagus baik baiknya cepat lambat lama ramah lanjutkan pertahankan tingkatkan selamat moga alhamdulillah "
    "maaf good ok oke sip top lebih kurang tambah perlu ada jadi saat waktu biaya ruang ruangan tempat antrian antrean "
    "parkir loket saran kritik masukan hanya cuma masih akan bisa dapat mudah sedikit cukup senang puas".split()
)
HANDLE = re.compile(r"(?<![\w@])@(?!Rp\.?\d)[A-Za-z][\w.]+\w")


def holds_name(text: str) -> bool:
    """Say whether a word that announces a name has one behind it.

    Parameters
    ----------
    text : str
        A comment.

    Returns
    -------
    bool

    Examples
    --------
    >>> [holds_name(text) for text in ("Pak Lurah Joko", "Bapak Kepala Bagian", "atas nama istri saya Sri")]
    [True, False, True]
    """
    if HANDLE.search(text):
        return True
    is_shouted = text.isupper()
    for found in START.finditer(text):
        announced = _announced(text, found)
        if announced is None:
            continue
        said = text[found.start() : announced]
        if (is_shouted or not said.isupper() or said == "H.") and _is_name(text, announced):
            return True
    return False


def _announced(text: str, found: re.Match[str]) -> int | None:
    """Give the place behind a word that announces a name, None for any other word."""
    said = re.sub(r"\s+", " ", found[0].casefold())
    bare, end = said.rstrip("."), found.end()
    before_point = end - (len(said) - len(bare))
    said = said.replace(" :", ":")
    if said in ("nama saya", "nama saya:", "nama:"):
        return None if text[end : end + 1].isidentifier() and not said.endswith(":") else end
    if said in ("atas nama", "atas nama:", "a.n.", "a.n"):
        if text[end : end + 1].isidentifier() and said == "atas nama":
            return None
        relation = RELATION.match(text, end)
        return relation.end() if relation else end
    if said in DOTTED or bare in SHORT:
        return end
    if bare in FULL:
        if said == bare:
            return None if text[end : end + 1] == "-" else end
        goes_on = re.match(r"[ \t]?\w", text[end:])
        word = WORD.match(text, end)
        return end if goes_on and not (word and word[1].casefold() in OPENING) else None
    if said in DOCTORS and text[end : end + 1] in (" ", "\t"):
        return end
    if bare in CALLINGS or bare in SERVED:
        by = re.compile(r"\s+oleh\b", re.IGNORECASE).match(text, before_point) if bare in SERVED else None
        return by.end() if by else before_point
    return None


def _is_name(text: str, place: int) -> bool:
    """Say whether a name begins at a place, behind any titles."""
    word = WORD.match(text, place)
    while word and word[1].casefold() in TITLES:
        word = WORD.match(text, word.end())
    return bool(word) and word[1][0].isupper() and word[1].casefold() not in SENTENCE | OFFICES
