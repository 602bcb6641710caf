// A file as a form: fields with their meaning, what is wrong beside them, dates below a schedule.

import { make } from "/bubbles.js";
import { drawProblem } from "./problems.js";

const form = document.getElementById("form");
const TONGUES = new Set(["nl", "en", "de", "pl", "tr", "ar", "uk", "fr", "es"]); // may have paragraphs
const FIRST = ["nl", "en"]; // the others are folded away while nothing stands in them
const HIDDEN = new Set(["id", "eigen-onderwerp"]);
const ONCE = "Alleen invullen als het anders is dan bij de organisatie";

let acts = { change() {}, open() {}, add() {}, remove() {} };
let fields = [];
let whole = [];
let number = 0;

export function onForm(given) {
  acts = given;
}

// Draws the part of a file that lies at a place, or all of it.
export function drawForm(boxes, at) {
  fields = [];
  whole = boxes;
  number = 0;
  const part = partAt(boxes, at);
  form.replaceChildren(...(part ? draw(part, at) : [missing()]));
}

export function clearForm() {
  fields = [];
  form.replaceChildren();
}

// Puts each problem under its field; gives those that have no field here.
export function placeProblems(problems) {
  const placed = new Map(fields.map((field) => [field, []]));
  const rest = [];
  for (const problem of problems) {
    const field = fieldOf(problem.at);
    if (field) placed.get(field).push(problem);
    else rest.push(problem);
  }
  for (const [field, own] of placed) {
    field.problems.replaceChildren(...own.map((one) => drawProblem(inForm(one))));
    const wrong = own.some((one) => one.severity === "error");
    if (wrong) field.input.setAttribute("aria-invalid", "true");
    else field.input.removeAttribute("aria-invalid");
    field.row.classList.toggle("wrong", wrong);
    if (own.length) openAround(field.row);
    if (field.row.contains(document.activeElement)) field.row.scrollIntoView({ block: "nearest" });
  }
  return rest;
}

// What is missing is told in the text by its line; in a form the field itself is there.
function inForm(problem) {
  const missing = ["ontbreekt", "bron-ontbreekt"].includes(problem.rule);
  return missing ? { ...problem, message: "Dit moet nog ingevuld worden.", hint: "" } : problem;
}

export function showComing(coming) {
  for (const field of fields) {
    if (!field.coming) continue;
    const told = coming.find((one) => same(one.at, field.at));
    field.coming.replaceChildren(...(told ? drawComing(told) : []));
  }
}

export function focusField(at) {
  const field = fieldOf(at);
  if (!field) return false;
  openAround(field.row);
  field.input.focus();
  return true;
}

function missing() {
  return make("p", "", "Dit stuk staat niet meer in het bestand.");
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fieldOf(at) {
  for (let length = at.length; length > 0; length -= 1) {
    const part = at.slice(0, length);
    const field = fields.find((one) => same(one.at, part));
    if (field) return field;
  }
  return null;
}

function openAround(element) {
  for (let one = element.closest("details"); one; one = one.parentElement.closest("details")) {
    one.open = true;
  }
}

function partAt(boxes, at) {
  if (!at.length) return boxes;
  const box = boxes.find((one) => one.at[one.at.length - 1] === at[0]);
  if (!box) return null;
  if (at.length === 1) return box.boxes.length ? box.boxes : [box];
  return box.items[at[1]] ?? null;
}

function draw(boxes, at) {
  const drawn = boxes.filter((box) => !HIDDEN.has(lastOf(box.at))).map((box) => drawBox(box, at));
  if (at.length === 2) drawn.push(removal(at, "Haal deze activiteit weg"));
  return drawn;
}

function lastOf(at) {
  return at[at.length - 1];
}

function drawBox(box, at) {
  if (box.shape === "block") return drawBlock(box, at);
  if (box.shape === "blocks") return drawBlocks(box);
  if (box.tri) return drawTri(box);
  if (box.shape === "choices") return drawChoices(box);
  return drawField(box);
}

function drawBlock(box, at) {
  const filled = box.boxes.some((one) => one.texts.length);
  const inActivity = at.length === 2 && lastOf(box.at) !== "toegang";
  const block = make("details", "block");
  block.open = lastOf(box.at) === "toegang" || (!inActivity && (filled || box.needed));
  block.append(make("summary", "", box.label));
  block.append(make("p", "hint", inActivity ? `${box.meaning} ${ONCE}.` : box.meaning));
  const folded = box.boxes.filter((one) => isOther(one));
  const shown = box.boxes.filter((one) => !folded.includes(one));
  block.append(...shown.map((one) => drawBox(one, at)));
  if (folded.length) block.append(drawFolded(folded, at));
  return block;
}

function isOther(box) {
  const tongue = lastOf(box.at);
  return TONGUES.has(tongue) && !FIRST.includes(tongue) && !box.texts.length;
}

function drawFolded(boxes, at) {
  const block = make("details", "block");
  block.append(make("summary", "", `Nog ${boxes.length} talen`));
  block.append(...boxes.map((one) => drawBox(one, at)));
  return block;
}

function drawBlocks(box) {
  const block = make("section", "blocks");
  const heading = make("h3", "", box.label);
  block.append(heading, make("p", "hint", box.meaning));
  if (lastOf(box.at) === "activiteiten") {
    const links = make("ul", "links");
    links.append(...box.items.map((item, place) => link(item, [...box.at, place])));
    block.append(links);
  } else {
    block.append(...box.items.map((item, place) => drawItem(item, [...box.at, place])));
  }
  block.append(adding(box));
  return block;
}

function nameOf(item) {
  return item.find((one) => lastOf(one.at) === "naam")?.texts[0] || "Zonder naam";
}

function link(item, at) {
  const row = make("li");
  const button = make("button", "soft", nameOf(item));
  button.type = "button";
  button.addEventListener("click", () => acts.open(at));
  row.append(button);
  return row;
}

function drawItem(item, at) {
  const block = make("details", "block");
  block.append(make("summary", "", nameOf(item)));
  block.append(...item.filter((one) => !HIDDEN.has(lastOf(one.at))).map((one) => drawBox(one, [])));
  block.append(removal(at, `Haal ‘${nameOf(item)}’ weg`));
  return block;
}

function removal(at, words) {
  const button = make("button", "quiet", words);
  button.type = "button";
  button.addEventListener("click", () => acts.remove(at));
  return button;
}

function adding(box) {
  const words = { plekken: "Voeg een plek toe", activiteiten: "Voeg een activiteit toe" };
  const button = make("button", "soft", words[lastOf(box.at)] ?? "Voeg toe");
  button.type = "button";
  button.addEventListener("click", () => acts.add(box.at, box.label));
  return button;
}

// One field

function openRow(box, input, { labelled = true } = {}) {
  number += 1;
  const row = make("div", "field");
  input.id = `field-${number}`;
  const hint = make("p", "hint", hintOf(box));
  hint.id = `hint-${number}`;
  const problems = make("ul", "problems");
  problems.id = `wrong-${number}`;
  input.setAttribute("aria-describedby", `${hint.id} ${problems.id}`);
  if (labelled) {
    const label = make("label", "", box.label);
    label.htmlFor = input.id;
    row.append(label);
  }
  const field = { at: box.at, row, input, problems, hint };
  fields.push(field);
  return field;
}

function onOneLine(text) {
  return text.replace(/\s*\n\s*/g, " ");
}

function hintOf(box) {
  const example = box.example ? ` Bijvoorbeeld: ${box.example}` : "";
  const several = box.shape === "texts" ? " Zet er één op elke regel." : "";
  return `${box.meaning}${several}${example}`;
}

function drawField(box) {
  const input = inputOf(box);
  const field = openRow(box, input);
  field.row.append(field.hint, input);
  if (lastOf(box.at) === "gelezen") field.row.append(todayButton(box, input));
  field.row.append(field.problems);
  if (lastOf(box.at) === "wanneer") {
    field.coming = make("div", "coming");
    field.coming.setAttribute("aria-live", "polite");
    field.row.append(field.coming);
  }
  return field.row;
}

function inputOf(box) {
  if (box.shape === "choice") return selectOf(box, box.words.map((word) => [word, word]));
  if (lastOf(box.at) === "plek" && box.at.length > 2) return selectOf(box, placesHere(box));
  const several = box.shape === "texts";
  const input = make(box.long || several ? "textarea" : "input");
  input.value = box.texts.join(several ? "\n" : " ");
  if (several) input.rows = Math.min(14, Math.max(2, box.texts.length + 1));
  else if (box.long) input.rows = Math.min(8, Math.max(1, Math.ceil(input.value.length / 60)));
  else input.type = "text";
  input.addEventListener("input", () => {
    if (several) acts.change(box.at, input.value.split("\n"));
    else acts.change(box.at, TONGUES.has(lastOf(box.at)) ? input.value : onOneLine(input.value));
  });
  return input;
}

function placesHere(box) {
  const places = whole.find((one) => lastOf(one.at) === "plekken")?.items ?? [];
  const known = places.map((item) =>
    [item.find((one) => lastOf(one.at) === "id")?.texts[0] ?? "", nameOf(item)]);
  const held = box.texts[0];
  if (held && !known.some(([id]) => id === held)) known.push([held, `${held} (bestaat niet)`]);
  return known;
}

function selectOf(box, choices) {
  const input = make("select");
  input.append(new Option("niet ingevuld", ""));
  input.append(...choices.map(([value, words]) => new Option(words, value)));
  const held = box.texts[0] ?? "";
  const known = choices.find(([value]) => value.toLowerCase() === held.toLowerCase());
  if (held && !known) input.append(new Option(`${held} (kan niet)`, held));
  input.value = known ? known[0] : held;
  input.addEventListener("change", () => acts.change(box.at, input.value));
  return input;
}

function todayButton(box, input) {
  const button = make("button", "soft", "Vandaag gekeken");
  button.type = "button";
  button.addEventListener("click", () => {
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    input.value = parts.map((part) => String(part).padStart(2, "0")).join("-");
    acts.change(box.at, input.value);
    input.focus();
  });
  return button;
}

function drawChoices(box) {
  const group = make("fieldset");
  const field = openRow(box, group, { labelled: false });
  field.row.append(group);
  group.append(make("legend", "", box.label), field.hint);
  const held = new Set(box.texts.map((one) => one.toLowerCase()));
  const choices = make("div", "ticks");
  for (const word of box.words) {
    const label = make("label", "tick");
    const tick = make("input");
    tick.type = "checkbox";
    tick.checked = held.has(word);
    tick.addEventListener("change", () => {
      if (tick.checked) held.add(word);
      else held.delete(word);
      acts.change(box.at, [...held]);
    });
    label.append(tick, word);
    choices.append(label);
  }
  group.append(choices, field.problems);
  return field.row;
}

// Yes, no or unknown, with a few words behind it.
function drawTri(box) {
  const [first, ...rest] = (box.texts[0] ?? "").split(",");
  const select = make("select");
  select.append(...["", "ja", "nee", "onbekend"].map((one) => new Option(one || "niet ingevuld", one)));
  const word = first.trim().toLowerCase();
  if (word && !["ja", "nee", "onbekend"].includes(word)) select.append(new Option(first, word));
  select.value = word;
  const field = openRow(box, select);
  field.row.classList.add("tri");
  const detail = make("input");
  detail.type = "text";
  detail.value = rest.join(",").trim();
  detail.setAttribute("aria-label", `${box.label}: er kort iets bij`);
  detail.placeholder = "er kort iets bij";
  const tell = () => {
    const words = detail.value.trim();
    acts.change(box.at, select.value ? select.value + (words ? `, ${words}` : "") : "");
  };
  select.addEventListener("change", tell);
  detail.addEventListener("input", tell);
  field.row.append(field.hint, select, detail, field.problems);
  return field.row;
}

function drawComing(told) {
  const drawn = [];
  if (told.rule) drawn.push(make("p", "rule", `Zo leest Handwijzer het: ${told.rule}.`));
  if (told.dates.length) {
    drawn.push(make("p", "", "De volgende keren:"));
    const list = make("ol");
    list.append(...told.dates.map((one) => make("li", "", one)));
    drawn.push(list);
  }
  if (told.note) drawn.push(make("p", "", told.note));
  return drawn;
}
