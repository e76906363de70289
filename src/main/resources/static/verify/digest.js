// Hashes the chosen file in the browser (Web Cryptography API); only the digest is put into the form.
// The file's own field has no name, so no form ever sends it.
const form = document.getElementById("bam");
const chooser = document.getElementById("tep");
const digest = document.getElementById("sha256");
const said = document.getElementById("dang-bam");

if (globalThis.crypto?.subtle) {
  document.getElementById("chon-tep").hidden = false;
} else {
  // Browsers offer it on https addresses only.
  said.textContent = "Trình duyệt không tính được mã băm ở địa chỉ không có https; hãy tính bằng lệnh rồi dán vào ô trên.";
}

async function hash(file) {
  said.textContent = `Đang tính mã băm của “${file.name}”…`;
  digest.value = "";
  try {
    const value = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    digest.value = [...new Uint8Array(value)].map(byte => byte.toString(16).padStart(2, "0")).join("");
    said.textContent = `Đã tính mã băm của “${file.name}”. Bấm Hỏi để gửi mã băm đi.`;
  } catch {
    said.textContent = "Không đọc được tệp này, hoặc tệp quá lớn để tính trong trình duyệt; hãy tính bằng lệnh.";
  }
}

chooser.addEventListener("change", () => chooser.files[0] && hash(chooser.files[0]));
for (const kind of ["dragover", "dragleave", "drop"]) {
  form.addEventListener(kind, event => {
    event.preventDefault();
    form.classList.toggle("over", kind === "dragover");
  });
}
form.addEventListener("drop", event => event.dataTransfer.files[0] && hash(event.dataTransfer.files[0]));
