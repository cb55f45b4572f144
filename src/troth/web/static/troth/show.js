// Small helps: show a passphrase, copy a code, say when nobody answers, count a press once. Each is hidden until this
// script is here.

const AGAIN_MS = 2000; // so soon after a press the next one is the same press
const pressed = new WeakMap();
const reached = new WeakSet();

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

function sayNoAnswer() {
  const note = document.getElementById("note");
  note.replaceChildren(document.getElementById("no-answer").content.cloneNode(true));
  note.scrollIntoView({ block: "center" });
}

// A browser without a network may still reach Troth, on the same machine: ask, before a page with words on it goes.
async function reachFirst(form, button) {
  try {
    await fetch("/health/", { cache: "no-store" });
  } catch {
    return sayNoAnswer();
  }
  reached.add(form);
  form.requestSubmit(button);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (!navigator.onLine && !reached.delete(form)) {
    event.preventDefault();
    reachFirst(form, event.submitter);
  } else if (Date.now() - (pressed.get(form) ?? 0) < AGAIN_MS) {
    event.preventDefault();
  } else {
    pressed.set(form, Date.now());
  }
});

document.addEventListener("click", (event) => {
  const shows = event.target.closest("[data-show]");
  const copies = event.target.closest("[data-copy]");
  if (shows) show(shows);
  if (copies) copy(copies);
});

document.addEventListener("htmx:load", (event) => wake(event.target));
document.addEventListener("htmx:sendError", sayNoAnswer);
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) document.getElementById("note").replaceChildren();
});
wake(document);
