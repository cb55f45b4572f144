// Lock when nobody is here: the page covers itself at the deadline even without network, then asks at the door.
import { cover, empty, isCovered, tabs } from "./cover.js";

const HIDDEN_MS = 120000;
const STILL_HERE_MS = 60000;
const idleMs = Number(document.documentElement.dataset.idle) * 1000 || Infinity;
const form = document.querySelector("form.lock");
const tell = tabs("idle", hear);
let used = Date.now();
let toldServer = Date.now();
let seen = Date.now();

function send() {
  const words = new FormData();
  words.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  return words;
}

function shut(waitMs = 0) {
  if (isCovered()) return;
  cover();
  empty();
  setTimeout(() => location.replace("/unlock/"), waitMs);
}

function lock() {
  if (isCovered()) return;
  navigator.sendBeacon("/lock/", send());
  tell("locked");
  shut();
}

function hear(word) {
  if (word === "used") used = Date.now();
  if (word === "used" || word === "seen") seen = Date.now();
  // The tab that locks is still telling the server; its answer comes first.
  if (word === "locked") shut(500);
}

function look() {
  const now = Date.now();
  if (!document.hidden) seen = now;
  if (now - used >= idleMs || now - seen >= HIDDEN_MS) lock();
  else if (!document.hidden) tell("seen");
}

async function use() {
  used = Date.now();
  if (isCovered() || used - toldServer < STILL_HERE_MS) return;
  toldServer = used;
  tell("used");
  const asked = fetch("/still-here/", { method: "POST", body: send(), redirect: "manual" });
  const answer = await asked.catch(() => null);
  if (answer && (answer.type === "opaqueredirect" || Math.floor(answer.status / 100) === 4)) shut();
}

for (const kind of ["keydown", "input", "pointerdown"]) document.addEventListener(kind, use);
form.addEventListener("submit", () => { empty(); tell("locked"); });
document.addEventListener("visibilitychange", look);
tell("used");
setInterval(look, 1000);
