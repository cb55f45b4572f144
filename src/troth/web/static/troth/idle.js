// Lock when nobody is here: the page covers itself at the deadline even without network, then asks at the door.
import { cover, empty, isCovered, tabs } from "./cover.js";

const HIDDEN_MS = 120000;
const STILL_HERE_MS = 60000;
const ANSWER_MS = 1000;
const idleMs = Number(document.documentElement.dataset.idle) * 1000 || Infinity;
const form = document.querySelector("form.lock");
const tell = tabs("idle", hear);
let used = Date.now();
let toldServer = Date.now();
let seen = Date.now();
let going = 0;

function send() {
  const words = new FormData();
  words.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  return words;
}

function toTheDoor() {
  clearTimeout(going);
  location.replace("/unlock/");
}

function shut() {
  if (isCovered()) return;
  cover();
  empty();
  going = setTimeout(toTheDoor, ANSWER_MS);
}

// Kept alive like a beacon, but its answer can be waited for: at the door the session must be locked already.
function lock() {
  if (isCovered()) return;
  const asked = fetch("/lock/", { method: "POST", body: send(), keepalive: true, redirect: "manual" });
  tell("locked");
  shut();
  asked.then(toTheDoor, () => {});
}

function hear(word) {
  if (word === "used") used = Date.now();
  if (word === "used" || word === "seen") seen = Date.now();
  if (word === "locked") shut();
}

function look() {
  const now = Date.now();
  if (!document.hidden) seen = now;
  if (now - used >= idleMs || now - seen >= HIDDEN_MS) lock();
  else if (!document.hidden) tell("seen");
}

// First the clock: the key that wakes a sleeping computer must not count as having been here.
async function use() {
  look();
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
