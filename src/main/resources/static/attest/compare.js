// Shows a picture of the paper beside the original's page. It is read by the browser alone and sent nowhere.
for (const figure of document.querySelectorAll("figure.theirs")) {
  const picture = figure.querySelector("img");
  figure.querySelector("input").addEventListener("change", event => {
    const [file] = event.target.files;
    if (!file) return;
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      picture.src = reader.result;
      picture.hidden = false;
    });
    reader.readAsDataURL(file);
  });
}
