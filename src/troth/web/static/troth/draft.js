// Locking must not lose words: a form marked data-draft is kept, sealed on the server, at most every five seconds.
// Nothing is kept in the browser; passphrases and files are never part of a draft.

const EVERY_MS = 5000;
const states = new WeakMap();

function draft(form) {
  const words = new FormData(form);
  for (const field of form.querySelectorAll("[data-secret], [type=password], [type=file]")) words.delete(field.name);
  words.append("draft_address", form.dataset.draft || new URL(form.action).pathname);
  return words;
}

function save(form) {
  const state = states.get(form);
  clearTimeout(state.timer);
  state.timer = 0;
  state.at = Date.now();
  if (!form.isConnected) return;
  const words = draft(form);
  // A beacon outlives the page but carries little; long words go the ordinary way.
  if (!navigator.sendBeacon("/drafts/", words)) fetch("/drafts/", { method: "POST", body: words }).catch(() => {});
}

document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-draft]");
  if (!form || event.target.matches("[data-secret]")) return;
  if (!states.has(form)) states.set(form, { timer: 0, at: Date.now() });
  const state = states.get(form);
  if (!state.timer) state.timer = setTimeout(save, Math.max(0, state.at + EVERY_MS - Date.now()), form);
});

// The form saves itself now; a draft behind it would only come back as a ghost.
document.addEventListener("submit", (event) => {
  const state = states.get(event.target);
  if (state) clearTimeout(state.timer);
  if (state) state.timer = 0;
});

// Going elsewhere before the five seconds are over: keep the last words at once.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) return;
  for (const form of document.querySelectorAll("form[data-draft]")) if (states.get(form)?.timer) save(form);
});
