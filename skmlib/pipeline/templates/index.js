"use strict";
// Searches and filters what stands in the page. Without this script everything is shown and the controls are hidden.
const form = document.getElementById("saring");
const rows = [...document.querySelectorAll(".baris")].map(element => ({
  element,
  words: plain(element.dataset.cari),
  instansi: element.closest(".instansi").dataset.instansi,
  periode: element.dataset.periode,
  mutu: element.dataset.mutu,
}));

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function show() {
  const wanted = plain(form.cari.value).split(/\s+/).filter(Boolean);
  let hits = 0;
  for (const row of rows) {
    const fits = ["instansi", "periode", "mutu"].every(name => !form[name].value || form[name].value === row[name]);
    row.element.hidden = !(fits && wanted.every(word => row.words.includes(word)));
    hits += !row.element.hidden;
  }
  for (const holder of document.querySelectorAll("article, .instansi")) {
    holder.hidden = !holder.querySelector(".baris:not([hidden])");
  }
  const all = rows.length.toLocaleString("id-ID");
  document.getElementById("jumlah").textContent =
    hits === rows.length ? `${all} terbitan` : `${hits.toLocaleString("id-ID")} dari ${all} terbitan`;
  document.getElementById("kosong").hidden = hits > 0;
}

form.hidden = false;
form.addEventListener("input", show);
form.addEventListener("reset", () => setTimeout(show));
form.addEventListener("submit", event => event.preventDefault());
addEventListener("pageshow", show);
