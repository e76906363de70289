// Ticks all at once, and says how many are ticked.
const form = document.querySelector("#nhieu");
if (form) {
  const boxes = [...form.querySelectorAll("input[name=van-ban]")];
  const all = form.querySelector("#tat-ca");
  const told = form.querySelector("#so-da-chon");
  const tell = () => {
    const ticked = boxes.filter((it) => it.checked).length;
    told.textContent = ticked === 0 ? "Chưa chọn văn bản nào." : `Đã chọn ${ticked} văn bản.`;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  form.querySelector("#tat-ca-dong").hidden = false;
  all.addEventListener("change", () => {
    for (const it of boxes) it.checked = all.checked;
    tell();
  });
  form.addEventListener("change", tell);
  tell();
}
