// One dialogue at a time, with a heading, something to read, and buttons.

import { make } from "/bubbles.js";

const dialog = document.getElementById("dialog");
const heading = document.getElementById("dialog-name");
const body = document.getElementById("dialog-body");
const bar = document.getElementById("dialog-bar");

let shown = 0;

// Shows parts and buttons; a button is [words, act, style]. Gives a number to ask after it with.
export function show(name, parts, buttons) {
  heading.textContent = name;
  body.replaceChildren(...parts);
  body.scrollTop = 0;
  bar.replaceChildren(...buttons.map(drawButton));
  if (!dialog.open) dialog.showModal();
  heading.focus();
  shown += 1;
  return shown;
}

export function close() {
  dialog.close();
}

// Whether this is still what stands there, and not closed or something else.
export function isShown(which) {
  return dialog.open && which === shown;
}

function drawButton([words, act, style]) {
  const button = make("button", style ?? "quiet", words);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

// Asks for a name; gives it, or nothing where the person goes back.
export function askName(name, label, hint) {
  return new Promise((resolve) => {
    const form = make("form");
    const input = make("input");
    input.id = "asked-name";
    input.type = "text";
    input.autocomplete = "off";
    const told = make("label", "", label);
    told.htmlFor = input.id;
    const about = make("p", "hint", hint);
    about.id = "asked-hint";
    input.setAttribute("aria-describedby", about.id);
    form.append(told, about, input);
    const done = (value) => {
      dialog.removeEventListener("close", back);
      close();
      resolve(value);
    };
    const back = () => resolve("");
    const go = () => { if (input.value.trim()) done(input.value.trim()); else input.focus(); };
    form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
    show(name, [form], [["Ga verder", go, "main"], ["Terug", () => done("")]]);
    dialog.addEventListener("close", back, { once: true });
    input.focus();
  });
}
