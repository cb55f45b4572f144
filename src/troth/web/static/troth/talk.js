// A calm clock for one turn: no sound, nothing moves but the figures, and its end is said once, politely.

const turn = document.getElementById("turn");
const figure = turn && turn.querySelector(".figure");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let ends = 0;
let timer = 0;

function inWords(seconds) {
  const whole = Math.ceil(seconds / (calm.matches ? 30 : 1)) * (calm.matches ? 30 : 1);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")} ${turn.dataset.left}`;
}

function show() {
  const left = (ends - Date.now()) / 1000;
  if (left > 0) {
    const words = inWords(left);
    if (figure.textContent !== words) figure.textContent = words;
    return;
  }
  clearInterval(timer);
  figure.textContent = "";
  turn.querySelector("[role=status]").textContent = turn.dataset.over;
}

function start() {
  clearInterval(timer);
  turn.querySelector("[role=status]").textContent = "";
  ends = Date.now() + 1000 * Number(turn.dataset.seconds);
  timer = setInterval(show, 250);
  show();
}

if (turn) {
  figure.textContent = inWords(Number(turn.dataset.seconds));
  turn.querySelector("button").addEventListener("click", start);
  turn.hidden = false;
}
