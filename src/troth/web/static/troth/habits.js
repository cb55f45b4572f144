// How far the reading of a chat is: first the bytes that go in, then what the answer tells in front of the result.

const far = document.getElementById("how-far");
const TOLD = /<!-- (\d+) (\d+) -->/g;

function say(words, part) {
  const bar = far.querySelector("progress");
  far.querySelector("p").textContent = words;
  if (part === null) bar.removeAttribute("value");
  else bar.value = part;
}

function begin(xhr) {
  far.hidden = false;
  far.scrollIntoView({ block: "center" });
  say(far.dataset.sending, 0);
  xhr.upload.addEventListener("progress", (event) => {
    if (event.loaded < event.total) say(far.dataset.sending, event.loaded / event.total);
    else say(far.dataset.looking, null);
  });
  xhr.addEventListener("progress", () => {
    const last = [...xhr.responseText.slice(-400).matchAll(TOLD)].at(-1);
    if (last) say(`${far.dataset.reading}: ${last[1]} / ${last[2]}`, last[1] / last[2]);
  });
}

document.addEventListener("htmx:beforeSend", (event) => {
  if (far && event.target.id === "habits-read") begin(event.detail.xhr);
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (far && event.detail.elt.id === "habits-read") far.hidden = true;
});
