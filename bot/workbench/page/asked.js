// What people asked and the bot did not know: read it, make an example of it, begin a topic.

import { make } from "/bubbles.js";
import { post } from "./calls.js";
import { close, show } from "./dialog.js";
import { Draft } from "./drafts.js";
import { review } from "./review.js";

const opener = document.getElementById("asked-open");
const note = document.getElementById("asked-note");
const list = document.getElementById("asked-list");
const heading = document.getElementById("asked-heading");

let acts = { choose() {}, begin() {} };
let number = 0;
let latest = 0; // the newest reading

export function onAsked(given) {
  acts = given;
  opener.addEventListener("click", given.open);
}

// Reads the questions and draws them. An older reading that comes in late is dropped: it would wipe
// out what somebody has typed or chosen since.
export async function readAsked() {
  latest += 1;
  const mine = latest;
  list.replaceChildren();
  const told = await post("asked", {});
  if (mine !== latest) return;
  opener.textContent = told.total ? `Wat mensen vroegen (${told.total})` : "Wat mensen vroegen";
  number = 0;
  list.replaceChildren(...told.passed.map((one) => drawAsked(one, told.topics)));
  note.textContent = told.note || summary(told);
}

// What was saved answers a question: it goes from the list.
export async function dealtWith(draft) {
  const ids = draft.asked;
  if (!ids) return;
  draft.asked = null;
  await post("forget", { ids });
  await readAsked();
}

function summary({ total, passed }) {
  if (!total) return "Er zijn geen vragen doorgegeven.";
  const words = total === 1 ? "Eén vraag." : `${total} vragen, de meest gestelde bovenaan.`;
  return passed.length < total ? `${words} Hier staan de eerste ${passed.length}.` : words;
}

function drawAsked(one, topics) {
  number += 1;
  const item = make("li", "asked");
  const title = make("h3", "", one.words);
  title.id = `asked-${number}`;
  item.append(title, make("p", "hint", timesOf(one)));
  if (one.learnt) item.append(make("p", "learnt", one.learnt));
  if (one.others.length) item.append(drawOthers(one.others));
  const words = drawWords(one, item);
  const topic = drawTopics(one, topics, item);
  const wrong = make("p", "problem error");
  wrong.id = `asked-wrong-${number}`;
  wrong.setAttribute("role", "alert");
  const buttons = make("div", "acts");
  buttons.append(
    act("Zet bij de voorbeelden", "main", title, () => teach(one, words, topic, wrong)),
    act("Begin een nieuw onderwerp", "soft", title, () => begin(one, words, wrong)),
    act("Gooi weg", "quiet", title, () => throwAway(one)),
  );
  item.append(wrong, buttons);
  return item;
}

function timesOf({ ids, last }) {
  const times = ids.length === 1 ? "Eén keer gevraagd" : `${ids.length} keer gevraagd, het laatst`;
  return `${times} op ${last}.`;
}

function drawOthers(others) {
  const block = make("details");
  const items = make("ul");
  items.append(...others.map((one) => make("li", "", one)));
  block.append(make("summary", "", `Ook zo gevraagd (${others.length})`), items);
  return block;
}

function drawWords(one, item) {
  const input = make("textarea");
  input.id = `asked-words-${number}`;
  input.rows = 1;
  input.value = one.words;
  const about = one.hole
    ? "Bij … is iets weggehaald. Schrijf daar een gewoon woord, of laat het weg."
    : "Je mag de zin anders schrijven.";
  field(item, input, "Zo komt de zin erbij te staan", about);
  return input;
}

function drawTopics(one, topics, item) {
  const select = make("select");
  select.id = `asked-topic-${number}`;
  select.append(...topics.map(({ path, title }) => new Option(title, path)));
  select.value = one.path;
  field(item, select, "Waar hoort deze vraag bij?", guessOf(one, topics));
  return select;
}

function guessOf(one, topics) {
  const nearest = topics.find(({ path }) => path === one.path);
  if (!nearest) return "";
  const guess = nearest.ours
    ? `Handwijzer dacht nog het meest aan ‘${nearest.title}’.`
    : "Handwijzer dacht dat hij hier niet over gaat.";
  return `${guess} Dat hoeft niet te kloppen.`;
}

function field(item, input, words, about) {
  const row = make("div", "field");
  const label = make("label", "", words);
  label.htmlFor = input.id;
  const hint = make("p", "hint", about);
  hint.id = `${input.id}-hint`;
  input.setAttribute("aria-describedby", hint.id);
  row.append(label, hint, input);
  item.append(row);
}

function act(words, style, title, go) {
  const button = make("button", style, words);
  button.type = "button";
  button.setAttribute("aria-describedby", title.id);
  button.addEventListener("click", go);
  return button;
}

// One press: the example is put in, looked at among all others, and saved after a yes.
async function teach(one, words, topic, wrong) {
  wrong.textContent = "";
  try {
    const told = await post("teach", { path: topic.value, words: words.value });
    const draft = new Draft(told.path, { text: told.base, mark: told.mark });
    draft.become(told.text);
    draft.asked = one.ids;
    await review(draft);
  } catch (error) {
    complain(wrong, words, error);
  }
}

async function begin(one, words, wrong) {
  wrong.textContent = "";
  const mine = acts.choose();
  try {
    const others = [one.words, ...one.others];
    acts.begin(await post("topic", { words: words.value, others }), one.ids, mine);
  } catch (error) {
    complain(wrong, words, error);
  }
}

function complain(wrong, words, error) {
  wrong.textContent = error.message;
  words.setAttribute("aria-invalid", "true");
  words.setAttribute("aria-describedby", wrong.id);
  words.focus();
}

function throwAway(one) {
  const times = one.ids.length === 1 ? "Deze vraag is" : "Deze vragen zijn";
  show("Weggooien?", [make("p", "said", one.words), make("p", "", `${times} dan voorgoed weg.`)], [
    ["Gooi weg", async () => {
      close();
      try {
        await post("forget", { ids: one.ids });
        await readAsked();
        heading.focus();
      } catch (error) {
        note.textContent = error.message;
      }
    }, "main"],
    ["Terug", close],
  ]);
}
