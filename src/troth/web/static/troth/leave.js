// Leave quickly: cover first, tidy second, tell the server third, go last. The first two need no network.
import { cover, empty, tabs } from "./cover.js";

const WITHIN_MS = 5000;
const target = document.querySelector("[data-leave]").dataset.leave;
const tell = tabs("leave", go);
let presses = [];
let wasHeldDown = false;

function leave() {
  cover();
  tell("leave");
  empty();
  const told = navigator.sendBeacon && navigator.sendBeacon("/leave/");
  location.replace(told ? target : "/leave/");
}

function go() {
  cover();
  empty();
  location.replace(target);
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-leave]")) return;
  event.preventDefault();
  leave();
});

// Shift alone, three times: with another key it is only a capital letter.
document.addEventListener("keyup", (event) => {
  if (event.key !== "Shift" || wasHeldDown) presses = [];
  else presses = [...presses.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
  wasHeldDown = event.key !== "Shift" && event.shiftKey;
  if (presses.length === 3) leave();
});

// htmx notes the present path in the browser on every page, also on the one that *Back* leads to.
window.addEventListener("pagehide", empty);

// A page that the browser kept in its memory asks the server before it shows anything again.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  cover();
  location.reload();
});
