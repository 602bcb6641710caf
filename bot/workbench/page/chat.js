// The conversation beside the form: the bot as it would be with the draft.

import { drawBubble, drawMine, make, plain } from "/bubbles.js";
import { post } from "./calls.js";

const log = document.getElementById("log");
const form = document.getElementById("ask");
const box = document.getElementById("question");

const NOT_SOUND = "Er staat nog een fout in je tekst. Daarom is dit het antwoord zonder jouw wijziging.";
const NOT_LEARNT =
  "Van je nieuwe voorbeelden heeft de bot nog niet geleerd. Druk op ‘Kijk na en bewaar’: dan leert hij ervan.";

let chat = newKey();
let turn = Promise.resolve();
let draft = () => null;

export function onChat(giveDraft) {
  draft = giveDraft;
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function hear(fields) {
  const own = draft();
  const changed = own?.changed ? { path: own.path, draft: own.text } : {};
  try {
    const told = await post("chat", { chat, ...fields, ...changed });
    const notes = [];
    if (own?.changed && !told.withDraft) notes.push(NOT_SOUND);
    if (!told.learnt) notes.push(NOT_LEARNT);
    const bubbles = told.bubbles.map((one) => drawBubble(one, ask));
    return [...notes.map((note) => make("p", "note", note)), ...bubbles];
  } catch (error) {
    return [drawBubble(plain(error.message), ask)];
  }
}

function ask(fields, shown) {
  const mine = log.appendChild(drawMine(shown));
  const asked = chat;
  turn = turn.then(async () => {
    const drawn = await hear(fields);
    if (asked !== chat) return;
    log.append(...drawn);
    log.scrollTop = mine.offsetTop - log.offsetTop - 8;
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = box.value.trim();
  box.focus();
  if (!text) return;
  box.value = "";
  ask({ text }, text);
});

document.getElementById("again").addEventListener("click", () => {
  chat = newKey();
  log.replaceChildren();
  box.focus();
});
