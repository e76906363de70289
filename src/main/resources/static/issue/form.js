// Sends what is typed to the server two seconds after the last key, so that nothing is lost when the browser closes.
const form = document.querySelector("form[data-keep]");
const status = document.getElementById("tu-luu");
const PAUSE = 2000;
let timer;
let unsaved = false;
let sure = false;

const send = () =>
  fetch(form.dataset.keep, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });

// After signing in anew in another tab the page's token is stale: a fresh one is on any form.
async function renewToken() {
  const page = await fetch("/van-ban/moi", { redirect: "manual" });
  if (!page.ok) return false;
  const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("input[name=_csrf]");
  for (const old of document.querySelectorAll("input[name=_csrf]")) old.value = fresh.value;
  return true;
}

// One message at a time and in order, or an old text could arrive after a newer one.
let turn = Promise.resolve();
const keep = () => (turn = turn.then(keepNow));

async function keepNow() {
  if (sure) return false;
  clearTimeout(timer);
  try {
    let answer = await send();
    if (!answer.ok && (await renewToken())) answer = await send();
    if (answer.ok) {
      unsaved = false;
      status.classList.remove("lost");
      status.textContent = `Đã tự lưu lúc ${await answer.text()}.`;
      return true;
    }
    status.classList.add("lost");
    status.textContent =
      "Chưa tự lưu được vì phiên đăng nhập đã hết. Đừng đóng trang này: mở thẻ mới, đăng nhập lại, rồi quay lại đây gõ tiếp.";
  } catch {
    status.classList.add("lost");
    status.textContent = "Chưa tự lưu được vì mất kết nối. Đừng đóng trang này; hệ thống sẽ tự thử lại.";
  }
  timer = setTimeout(keep, 5 * PAUSE);
  return false;
}

form.addEventListener("input", () => {
  unsaved = true;
  clearTimeout(timer);
  timer = setTimeout(keep, PAUSE);
});

// Leaves the page only when the text is safe; the page itself says what to do when it is not.
let leaving = false;
form.addEventListener("submit", async (event) => {
  if (sure || event.defaultPrevented) return;
  event.preventDefault();
  if (leaving) return;
  leaving = true;
  if (await keep()) {
    sure = true;
    form.submit();
  } else {
    leaving = false;
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
    status.scrollIntoView({ block: "center" });
  }
});

addEventListener("beforeunload", (event) => {
  if (unsaved && !sure) event.preventDefault();
});
