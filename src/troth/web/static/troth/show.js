// Small helps: show a passphrase, copy a code, say when nobody answers. Each is hidden until this script is here.

function wake(root) {
  for (const part of root.querySelectorAll("[data-show], [data-copies]")) part.hidden = false;
}

function show(button) {
  const field = document.getElementById(button.dataset.show);
  const isShown = field.type === "password";
  field.type = isShown ? "text" : "password";
  [button.textContent, button.dataset.hide] = [button.dataset.hide, button.textContent];
}

async function copy(button) {
  const from = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(from.value ?? from.innerText);
    button.textContent = button.dataset.done;
  } catch {
    if (from.select) from.select();
    else window.getSelection().selectAllChildren(from);
  }
}

document.addEventListener("click", (event) => {
  const shows = event.target.closest("[data-show]");
  const copies = event.target.closest("[data-copy]");
  if (shows) show(shows);
  if (copies) copy(copies);
});

document.addEventListener("htmx:load", (event) => wake(event.target));
document.addEventListener("htmx:sendError", () => {
  const words = document.getElementById("no-answer").content.cloneNode(true);
  document.getElementById("note").replaceChildren(words);
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) document.getElementById("note").replaceChildren();
});
wake(document);
