"use strict";
const field = document.getElementById("wb-search");
const found = document.getElementById("wb-found");
const rows = [...document.querySelectorAll("[data-row]")];
const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
const texts = rows.map(row => fold(row.textContent));
function search() {
  const words = fold(field.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  rows.forEach((row, place) => {
    row.hidden = !words.every(word => texts[place].includes(word));
    shown += row.dataset.row === "person" && !row.hidden;
  });
  found.textContent = words.length ? found.dataset.words.replace("{count}", shown) : "";
}
field.addEventListener("input", search);
document.getElementById("wb-find").hidden = false;
search();
