"use strict";

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

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function leadTo(url, text, className) {
  const link = make("a", className, text);
  link.href = url;
  if (/^https?:/.test(url)) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    link.append(make("span", "unseen", " (opent in een nieuw tabblad)"));
  }
  return link;
}

function openBubble(whose, speaker) {
  const bubble = make("div", `bubble ${whose}`);
  bubble.append(make("span", "unseen", `${speaker}: `));
  return bubble;
}

function drawWords(pieces) {
  const words = make("div", "words");
  for (const piece of pieces) {
    if (piece.url) words.append(leadTo(piece.url, piece.text));
    else if (piece.strong) words.append(make("strong", "", piece.text));
    else words.append(piece.text);
  }
  return words;
}

function drawButton(button) {
  if (button.url) return leadTo(button.url, button.label, "choice");
  const choice = make("button", "choice", button.label);
  choice.type = "button";
  choice.addEventListener("click", () =>
    ask({ text: button.label, choice: button.choice }, button.label));
  return choice;
}

function drawLocationButton() {
  const button = make("button", "choice", "Deel mijn locatie");
  button.type = "button";
  button.addEventListener("click", shareLocation);
  return button;
}

function drawVenue(venue) {
  const place = make("p", "venue");
  place.append(make("strong", "", venue.title), document.createElement("br"));
  if (venue.address) place.append(venue.address, document.createElement("br"));
  place.append(leadTo(venue.url, "Bekijk op de kaart van OpenStreetMap"));
  return place;
}

// A file travels with the answer, so that nothing is kept anywhere to be fetched later.
function drawDocument(file) {
  const bytes = Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0));
  const link = make("a", "choice", `Bewaar het bestand ${file.name}`);
  link.href = URL.createObjectURL(new Blob([bytes], { type: file.kind }));
  link.download = file.name;
  return link;
}

function drawBubble(content) {
  const bubble = openBubble("theirs", "Handwijzer");
  bubble.append(drawWords(content.pieces));
  if (content.venue) bubble.append(drawVenue(content.venue));
  if (content.document) bubble.append(drawDocument(content.document));
  const buttons = content.buttons.flat().map(drawButton);
  if (content.asksLocation) buttons.unshift(drawLocationButton());
  if (buttons.length) {
    const choices = make("div", "choices");
    choices.setAttribute("role", "group");
    choices.setAttribute("aria-label", "Keuzes");
    choices.append(...buttons);
    bubble.append(choices);
  }
  return bubble;
}

function drawMine(text) {
  const bubble = openBubble("mine", "Jij");
  bubble.append(make("span", "words", text));
  log.append(bubble);
  return bubble;
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

function plain(text) {
  return { pieces: [{ text }], buttons: [], venue: null, asksLocation: false, document: null };
}

function ask(fields, shown) {
  const mine = shown ? drawMine(shown) : null;
  if (mine) showFrom(mine);
  const asked = chat;
  turn = turn.then(async () => {
    const bubbles = await hear(fields);
    if (asked !== chat) return; // erased meanwhile
    const drawn = bubbles.map(drawBubble);
    log.append(...drawn);
    showFrom(mine ?? drawn[0]);
  });
  return turn;
}

function shareLocation() {
  if (!navigator.geolocation) {
    log.append(drawBubble(plain(NO_LOCATION)));
    box.focus();
    return;
  }
  hint.textContent = "Ik vraag je toestel waar je bent…";
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => ask({ lat: coords.latitude, lon: coords.longitude }, "Ik deel mijn locatie"),
    () => {
      hint.textContent = "";
      const bubble = drawBubble(plain(NO_LOCATION));
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
