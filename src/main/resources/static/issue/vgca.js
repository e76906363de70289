// Talks to VGCA Sign Service on this very machine: one question, one answer (see src/docs/keys.md for the names).
const button = document.getElementById("vgca-ky");
const told = document.getElementById("vgca-noi");
const LONGEST = 5 * 60 * 1000;

const here = (path) => new URL(path, location.origin).href;

button.addEventListener("click", () => {
  button.disabled = true;
  told.textContent = "Đang mở VGCA Sign Service…";
  const socket = new WebSocket("wss://127.0.0.1:8987/SignApproved");
  let answered = false;
  const say = (words, again) => {
    if (answered) return;
    answered = true;
    clearTimeout(limit);
    told.textContent = words;
    button.disabled = !again;
    socket.close();
  };
  const limit = setTimeout(() => say("Quá 5 phút chưa có chữ ký. Tải lại trang để xem kết quả.", false), LONGEST);
  socket.onopen = () => {
    told.textContent = "Hãy ký trong cửa sổ của VGCA Sign Service.";
    socket.send(
      JSON.stringify({
        FileUploadHandler: here(button.dataset.bring),
        SessionId: "",
        FileName: here(button.dataset.fetch),
        MetaData: [],
        JWTToken: "",
      }),
    );
  };
  socket.onmessage = (event) => {
    let answer;
    try {
      answer = JSON.parse(event.data);
    } catch {
      answer = { Status: -1, Message: "" };
    }
    if (answer.Status === 0) say("Đã gửi tệp đã ký. Đang kiểm tra…", false);
    else say(`Phần mềm báo chưa ký được: ${answer.Message || "không rõ lý do"}. Hủy phiên này rồi ký lại.`, false);
  };
  socket.onerror = () =>
    say("Không thấy VGCA Sign Service trên máy này. Mở phần mềm rồi bấm lại, hoặc dùng cách bên dưới.", true);
  socket.onclose = () => say("VGCA Sign Service đã đóng kết nối. Hủy phiên này rồi ký lại.", false);
});
