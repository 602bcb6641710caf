// Puts the parts together: pick, edit, see what is wrong, try, review.

import { make } from "/bubbles.js";
import { dealtWith, onAsked, readAsked } from "./asked.js";
import { post } from "./calls.js";
import { onChat } from "./chat.js";
import { askName, close, show } from "./dialog.js";
import { begin, draftOf, drop, onLooked } from "./drafts.js";
import { clearForm, drawForm, focusField, onForm, placeProblems, showComing } from "./form.js";
import { entryAt, mark, onPick, readEntries, redrawEntries, showCurrent } from "./picking.js";
import { counted, drawProblem } from "./problems.js";
import { onReview, review, showEarlier } from "./review.js";
import { drawMarks, goTo, goToWords, onText, showText } from "./text.js";

const PAUSE = 25; // milliseconds without a keystroke before the draft is looked at
const desk = document.getElementById("desk");
const askedPart = document.getElementById("asked");
const state = document.getElementById("state");
const notes = document.getElementById("notes");
const list = document.getElementById("problems");
const formPart = document.getElementById("form");
const textPart = document.getElementById("text");
const name = document.getElementById("name");

let draft = null;
let at = [];
let asText = false;
let timer = 0;
let latest = 0; // the newest choice of what to see

function showPane(pane) {
  document.body.dataset.pane = pane;
  for (const button of document.querySelectorAll("#panes button")) {
    if (button.dataset.pane === pane) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

function say(words) {
  notes.replaceChildren(...(words ? [make("p", "note", words)] : []));
}

async function open(path, place) {
  const mine = choose();
  let found;
  try {
    found = await draftOf(path);
  } catch (error) {
    if (mine === latest) complain(error);
    return;
  }
  if (mine !== latest) return;
  draft = found;
  at = place;
  asText = draft.shown.form === null;
  drawAll();
  showPane("edit");
  document.getElementById("edit").scrollTop = 0;
  name.focus({ preventScroll: true });
}

// Something else is chosen: what was chosen before and is still being read is not shown any more.
function choose() {
  latest += 1;
  return latest;
}

function complain(error) {
  show("Dat lukte niet", [make("p", "", error.message)], [["Terug", close]]);
}

function showOnly(part) {
  for (const one of [document.getElementById("welcome"), askedPart, desk]) one.hidden = one !== part;
}

function drawAll() {
  showOnly(desk);
  const entry = entryAt(draft.path, at);
  const parent = at.length && entryAt(draft.path, []);
  name.textContent = titleOf(entry);
  const place = document.getElementById("where");
  place.replaceChildren();
  if (parent) {
    const up = make("button", "soft", `Alles van ${parent.title}`);
    up.type = "button";
    up.addEventListener("click", () => open(draft.path, []));
    place.append(up);
  }
  place.append(make("span", "path", draft.path));
  say("");
  showMode();
  showCurrent(draft.path, at);
}

function titleOf(entry) {
  const item = draft.shown.form?.find((one) => one.at[0] === at[0])?.items[at[1]];
  const own = item?.find((one) => one.at[one.at.length - 1] === "naam")?.texts[0];
  const whole = draft.shown.form?.find((one) => one.at[0] === "naam")?.texts[0];
  const fresh = draft.path.startsWith("onderwerpen/") ? "Nieuw onderwerp" : draft.path;
  return own ?? entry?.title ?? whole ?? fresh;
}

function showMode() {
  document.getElementById("as-form").setAttribute("aria-pressed", String(!asText));
  document.getElementById("as-text").setAttribute("aria-pressed", String(asText));
  formPart.hidden = asText;
  textPart.hidden = !asText;
  if (asText) {
    clearForm();
    showText(draft.text);
  } else drawForm(draft.shown.form, at);
  showLook();
}

function showLook() {
  const { problems, coming } = draft.shown;
  const rest = asText ? problems : placeProblems(problems);
  if (asText) drawMarks(problems);
  else showComing(coming);
  const heading = make("h3", "", asText ? "Wat opvalt in de tekst" : "Wat opvalt elders in dit bestand");
  const items = make("ul", "problems");
  items.append(...rest.map((one) => drawProblem(one, { line: true, go: goToProblem })));
  list.replaceChildren(...(rest.length ? [heading, items] : []));
  const found = problems.length ? counted(problems) : "Alles klopt";
  const saved = draft.changed ? "Nog niet bewaard." : "Er is niets veranderd.";
  const words = `${found}. ${saved}`;
  if (state.textContent !== words) state.textContent = words;
  state.classList.toggle("wrong", problems.some((one) => one.severity === "error"));
  mark();
}

async function goToProblem(problem) {
  if (!asText && focusField(problem.at)) return;
  if (!asText) await toText();
  if (asText) goTo(problem);
}

// A keystroke

function changed() {
  clearTimeout(timer);
  const own = draft;
  timer = setTimeout(() => look(own), PAUSE);
}

async function look(own) {
  try {
    await own.look();
    if (own === draft) say("");
  } catch (error) {
    if (own === draft) say(error.message);
  }
}

onLooked((own) => {
  if (own === draft) showLook();
});

// Has all that was typed put into the text; whether that went well and the same file is still open.
function settled() {
  return tried((own) => own.settle());
}

async function tried(act) {
  const own = draft;
  clearTimeout(timer);
  try {
    await act(own);
  } catch (error) {
    if (own === draft) say(error.message);
    return false;
  }
  return own === draft;
}

async function toText() {
  if (!(await settled())) return;
  asText = true;
  showMode();
  goToWords(wordsAt());
}

function wordsAt() {
  const item = draft.shown.form?.find((one) => one.at[0] === at[0])?.items[at[1]];
  const own = item?.find((one) => one.at[one.at.length - 1] === "id")?.texts[0];
  return own ? `id: ${own}` : at.length === 1 ? `\n${at[0]}:` : "";
}

async function toForm() {
  if (!(await settled())) return;
  if (draft.shown.form === null) {
    say("Er staat een fout in de tekst, daarom kan het formulier nog niet. Verbeter die eerst.");
    return;
  }
  asText = false;
  showMode();
}

async function redraw() {
  if (!(await settled())) return;
  if (draft.shown.form === null) asText = true;
  drawAll();
}

onPick((entry) => open(entry.path, entry.at));

onForm({
  change(place, value) {
    draft.change(place, value);
    changed();
  },
  open(place) {
    open(draft.path, place);
  },
  async add(place, label) {
    const named = await askName(`${label}: nieuw`, "Hoe heet het?", "Bijvoorbeeld: Inloop");
    if (!named || !(await settled())) return;
    const own = draft;
    try {
      const told = await post("add", { ...own.fields(true), at: place, name: named });
      await own.grow(told);
      if (own !== draft) return;
      if (place[0] === "activiteiten") at = told.at;
      drawAll();
      if (!focusField([...told.at, "wanneer"])) focusField([...told.at, "plaats"]);
    } catch (error) {
      say(error.message);
    }
  },
  remove(place) {
    const words = "Het staat dan niet meer in je kladje. Bewaard is het pas als je op ‘Bewaar’ drukt.";
    show("Weghalen?", [make("p", "", words)], [
      ["Haal weg", async () => {
        close();
        if (!(await settled())) return;
        const own = draft;
        own.change(place, null);
        if (!(await settled())) {
          own.forgetEdits();
          return;
        }
        if (at.length === 2) at = [];
        drawAll();
      }, "main"],
      ["Terug", close],
    ]);
  },
});

onText((text) => {
  draft.become(text);
  changed();
});

onChat(() => draft);

onAsked({
  async open() {
    choose();
    showOnly(askedPart);
    showPane("edit");
    showCurrent("", []);
    document.getElementById("edit").scrollTop = 0;
    document.getElementById("asked-heading").focus({ preventScroll: true });
    try {
      await readAsked();
    } catch (error) {
      document.getElementById("asked-note").textContent = error.message;
    }
  },
  choose,
  begin(told, ids, mine) {
    if (mine !== latest) return;
    startWith({ ...told, asked: ids });
  },
});

onReview({
  async saved(own) {
    redrawEntries();
    if (own === draft) showLook();
    await dealtWith(own).catch((error) => say(error.message));
    await readEntries(true);
    if (own === draft) showCurrent(own.path, at);
  },
  changed(own) {
    if (own === draft) redraw();
  },
});

async function startNew(kind, title, label, hint) {
  const named = await askName(title, label, hint);
  if (!named) return;
  const mine = choose();
  try {
    const told = await post("new", { kind, name: named });
    if (mine === latest) startWith(told);
  } catch (error) {
    complain(error);
  }
}

// A draft of a file that is not there yet.
function startWith(told) {
  choose();
  draft = begin(told.path, told);
  at = [];
  asText = false;
  redrawEntries();
  drawAll();
  showPane("edit");
  name.focus();
}

document.getElementById("as-form").addEventListener("click", toForm);
document.getElementById("as-text").addEventListener("click", toText);
document.getElementById("review").addEventListener("click", reviewIt);
async function reviewIt() {
  if (await tried((own) => own.look(true))) review(draft);
}
// The keys that save in any other program.
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  if (!desk.hidden && !document.getElementById("dialog").open) reviewIt();
});
document.getElementById("versions").addEventListener("click", () => showEarlier(draft).catch(complain));
document.getElementById("undo").addEventListener("click", () => {
  if (!draft.changed) {
    show("Er is niets veranderd", [make("p", "", "Je hebt nog niets anders gemaakt.")], [["Terug", close]]);
    return;
  }
  const words = draft.mark
    ? "Wat je in dit bestand typte en nog niet bewaarde, is dan weg. Wat al bewaard was, blijft."
    : "Wat je hier typte, is dan weg. Het was nog niet bewaard.";
  show("Alles ongedaan maken?", [make("p", "", words)], [["Maak ongedaan", undo, "main"], ["Terug", close]]);
});
async function undo() {
  close();
  if (draft.mark) {
    draft.undo();
    await redraw();
    return;
  }
  drop(draft.path);
  draft = null; // nothing to ask about
  location.reload();
}
document.getElementById("new-organisation").addEventListener("click", () =>
  startNew("organisatie", "Nieuwe organisatie", "Hoe heet de organisatie?", "De naam zoals op de deur staat."));
document.getElementById("new-word").addEventListener("click", () =>
  startNew("uitleg", "Nieuw woord", "Welk woord leg je uit?", "Bijvoorbeeld: herstelgroep"));
document.getElementById("invite").addEventListener("click", () => invite().catch(complain));
async function invite() {
  const { path } = await post("link", {});
  const link = make("p", "code", new URL(path, location.href).href);
  show("Nodig iemand uit", [
    make("p", "", "Deze link werkt één keer, acht uur lang. Geef hem alleen aan wie hier mag werken."),
    link,
  ], [["Klaar", close]]);
}
for (const button of document.querySelectorAll("#panes button")) {
  button.addEventListener("click", () => showPane(button.dataset.pane));
}
window.addEventListener("beforeunload", (event) => {
  if (draft?.fragile) event.preventDefault();
});

showPane("pick");
readEntries().then(() => readAsked().catch(() => {})).catch(complain);
