// A text area has no line numbers: tells where the caret is, and takes it to the line that is wrong.
const areas = [...document.querySelectorAll("textarea[data-source]")];

function told(area) {
  const line = area.value.slice(0, area.selectionStart).split("\n").length;
  document.querySelector(`[data-at="${area.id}"]`).textContent = `Con trỏ ở dòng ${line}.`;
}

for (const area of areas) {
  for (const event of ["keyup", "click", "focus"]) area.addEventListener(event, () => told(area));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("button[data-line]");
  if (!link) return;
  const area = areas.find((it) => it.dataset.source === link.dataset.file);
  if (!area) {
    const details = document.getElementById("thong-tin");
    details.open = true;
    details.querySelector("input").focus();
    return;
  }
  const before = area.value.split("\n").slice(0, Number(link.dataset.line) - 1);
  const start = before.reduce((sum, it) => sum + it.length + 1, 0);
  const end = area.value.indexOf("\n", start);
  area.focus();
  area.setSelectionRange(start, end < 0 ? area.value.length : end);
  const height = parseFloat(getComputedStyle(area).lineHeight);
  area.scrollTop = Math.max(0, (before.length - 3) * height);
  told(area);
});
