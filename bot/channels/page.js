import { drawBubble, drawMine, plain } from "./bubbles.js";

// The key of this conversation lives in this page only: no cookie, no storage.
const log = document.getElementById("log");
const form = document.getElementById("ask");
const box = document.getElementById("question");
const hint = document.getElementById("hint");

const NO_ANSWER =
  "Ik krijg geen verbinding. Probeer het zo nog eens. Is het dringend? Bel 112 of 113.";
const NO_LOCATION = "Je locatie delen lukte niet. Typ je plaats of postcode.";

let chat = newKey();
let turn = Promise.resolve(); // one question at a time, in the order they were asked

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function draw(content) {
  return drawBubble(content, ask, shareLocation);
}

function showFrom(bubble) {
  log.scrollTop = bubble.offsetTop - log.offsetTop - 8;
}

async function post(path, fields) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ chat, ...fields }),
  });
  return response.json();
}

async function hear(fields) {
  const late = setTimeout(() => { hint.textContent = "Even geduld…"; }, 800);
  try {
    const answer = await post("/message", fields);
    return answer.bubbles ?? [plain(answer.error ?? NO_ANSWER)];
  } catch {
    return [plain(NO_ANSWER)];
  } finally {
    clearTimeout(late);
    hint.textContent = "";
  }
}

function ask(fields, shown) {
  const mine = shown ? log.appendChild(drawMine(shown)) : null;
  if (mine) showFrom(mine);
  const asked = chat;
  turn = turn.then(async () => {
    const bubbles = await hear(fields);
    if (asked !== chat) return; // erased meanwhile
    const drawn = bubbles.map(draw);
    log.append(...drawn);
    showFrom(mine ?? drawn[0]);
  });
  return turn;
}

function shareLocation() {
  if (!navigator.geolocation) {
    log.append(draw(plain(NO_LOCATION)));
    box.focus();
    return;
  }
  hint.textContent = "Ik vraag je toestel waar je bent…";
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => ask({ lat: coords.latitude, lon: coords.longitude }, "Ik deel mijn locatie"),
    () => {
      hint.textContent = "";
      const bubble = draw(plain(NO_LOCATION));
      log.append(bubble);
      showFrom(bubble);
      box.focus();
    },
    { timeout: 15000, maximumAge: 300000 },
  );
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = box.value.trim();
  if (!text) {
    hint.textContent = "Typ eerst je vraag.";
    box.focus();
    return;
  }
  box.value = "";
  box.focus();
  ask({ text }, text);
});

box.addEventListener("input", () => { hint.textContent = ""; });

document.getElementById("urgent").addEventListener("click", () => ask({ text: "/nood" }, "Nu hulp"));

document.getElementById("erase").addEventListener("click", () => {
  post("/forget", {}).catch(() => {});
  chat = newKey();
  log.replaceChildren();
  ask({ text: "/start" }).then(() => {
    hint.textContent = "Dit gesprek is gewist. Dit is een nieuw gesprek.";
    box.focus();
  });
});

ask({ text: "/start" });
