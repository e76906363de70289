// Sends many files a few at a time, so that no request grows too large, and says how far it has got.
// Without this script the form still sends what fits into one request.
const MOST_FILES = 50;
const MOST_BYTES = 45 * 1024 * 1024;

const form = document.getElementById("nhieu-tep");
const chooser = form.querySelector("input[type=file]");
const said = document.getElementById("dang-gui");
const stop = form.querySelector("button[name=thoi]");
const send = form.querySelector("button[name=gui]");
let halted = null;

for (const kind of ["dragover", "dragleave", "drop"]) {
  form.addEventListener(kind, event => {
    event.preventDefault();
    form.classList.toggle("over", kind === "dragover");
  });
}
form.addEventListener("drop", event => {
  chooser.files = event.dataTransfer.files;
  said.textContent = `Đã chọn ${chooser.files.length} tệp.`;
});

function groups(files) {
  const all = [];
  let bytes = Infinity;
  for (const file of files) {
    if (bytes + file.size > MOST_BYTES || all.at(-1).length === MOST_FILES) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1).push(file);
    bytes += file.size;
  }
  return all;
}

async function post(address, files) {
  const body = new FormData();
  for (const file of files) body.append("file", file, file.name);
  body.append("_csrf", form.querySelector("input[name=_csrf]").value);
  const answer = await fetch(address, { method: "POST", body, signal: halted.signal });
  const told = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) throw new Error([told.title, told.detail, told.next].filter(Boolean).join(" "));
  return told;
}

form.addEventListener("submit", async event => {
  event.preventDefault();
  const files = [...chooser.files];
  halted = new AbortController();
  stop.hidden = false;
  send.disabled = true;
  let batch = null;
  let sent = 0;
  try {
    for (const group of groups(files)) {
      said.textContent = `Đã gửi ${sent} trên ${files.length} tệp…`;
      batch = await post(batch ? `${form.dataset.api}/${batch.id}/files` : form.dataset.api, group);
      sent += group.length;
    }
    location.assign(form.dataset.after + batch.id);
  } catch (trouble) {
    said.textContent = trouble.name === "AbortError"
      ? `Đã thôi gửi; ${sent} tệp đã gửi vẫn được kiểm tra.`
      : `Chưa gửi hết: ${trouble.message} Đã gửi ${sent} trên ${files.length} tệp.`;
    if (batch) {
      const link = document.createElement("a");
      link.href = form.dataset.after + batch.id;
      link.textContent = " Xem các tệp đã gửi";
      said.append(link);
    }
  } finally {
    stop.hidden = true;
    send.disabled = false;
  }
});

stop.addEventListener("click", () => halted.abort());
