// Move the code of a link from behind the "#" into the box, and take it out of the address and the history.

function move() {
  const code = location.hash.slice(1);
  if (!code || document.getElementById(code)) return;
  history.replaceState(null, "", location.pathname);
  const box = document.getElementById("id_code");
  if (box && box.type === "text") box.value = code;
}

window.addEventListener("hashchange", move);
move();
