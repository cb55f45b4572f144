// One plain surface over the page, and nothing left behind: for leaving, for locking, for pages shown again.

export function cover() {
  document.title = document.documentElement.dataset.neutral;
  document.documentElement.classList.add("covered");
  for (const field of document.querySelectorAll("input, textarea, select")) field.value = "";
  document.body.replaceChildren();
}

// Nothing of ours is kept in the browser, but htmx notes the present path there.
export function empty() {
  for (const place of ["sessionStorage", "localStorage"]) {
    try {
      window[place].clear();
    } catch {
      // A browser that keeps nothing has nothing to empty.
    }
  }
}

export function isCovered() {
  return document.documentElement.classList.contains("covered");
}

// Tabs of the same browser hear one another; without this a tab acts alone.
export function tabs(name, hear) {
  if (!("BroadcastChannel" in window)) return () => {};
  const channel = new BroadcastChannel(name);
  channel.addEventListener("message", (message) => hear(message.data));
  return (word) => channel.postMessage(word);
}
