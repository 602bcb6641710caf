// What a draft changes, keeping it, and what to do where somebody else was quicker.

import { make } from "/bubbles.js";
import { post } from "./calls.js";
import { close, isShown, show } from "./dialog.js";
import { counted, drawProblem } from "./problems.js";

const SAFE =
  "De vorige versie blijft bewaard. Via ‘Eerdere versies’ kun je die altijd terugzetten.";
const SAFE_NEW = "Dit is iets nieuws. Wat er al was, blijft zoals het is.";
const KEPT = "Bewaard. Binnen een paar seconden antwoordt de bot hiermee.";

let acts = { saved() {}, changed() {} };

export function onReview(given) {
  acts = given;
}

export async function review(draft) {
  if (!draft.changed) {
    show("Er is niets veranderd", [make("p", "", "Je hebt nog niets anders gemaakt.")], [back()]);
    return;
  }
  const waiting = make("p", "", "Ik kijk alles na en stel alle vragen opnieuw. Dat duurt een paar tellen.");
  waiting.setAttribute("role", "status");
  const mine = show("Even nakijken …", [waiting], [back("Toch terug")]);
  const text = draft.text;
  const slow = setTimeout(() => {
    waiting.textContent =
      "Nog even. Zijn er nieuwe voorbeelden? Dan leert de bot daar nu van. Dat kan een minuut duren.";
  }, 8000);
  try {
    const told = await post("review", { path: draft.path, text, mark: draft.mark });
    if (isShown(mine)) showReview(draft, text, told);
  } catch (error) {
    if (isShown(mine)) show("Dat lukte niet", [make("p", "", error.message)], [back()]);
  } finally {
    clearTimeout(slow);
  }
}

// `text` is what was looked at, and is what will be saved.
function showReview(draft, text, told) {
  const parts = [];
  if (!told.allowed) parts.push(blocked(told));
  parts.push(section("Jouw wijziging", ...drawChanges(told)));
  if (told.allowed) parts.push(answers(told));
  const warnings = [...told.own.filter((one) => one.severity === "warning"), ...(told.noted ?? [])];
  if (warnings.length) parts.push(section("Kijk hier nog even naar", listOf(warnings)));
  if (told.allowed && told.left.length) parts.push(left(told));
  if (told.allowed) parts.push(make("p", "safe", draft.mark ? SAFE : SAFE_NEW));
  const buttons = told.allowed ? [["Bewaar", () => save(draft, text), "main"], back()] : [back("Terug naar bewerken")];
  show(told.allowed ? "Dit verandert er" : "Dit kan nog niet bewaard worden", parts, buttons);
}

function blocked(told) {
  const why =
    `Er ${told.blocking.length === 1 ? "is" : "zijn"} ${counted(told.blocking)}. Met een fout zou de bot niets nieuws ` +
    "meer overnemen, van niemand. Daarom moet dit eerst goed. Je werk blijft staan.";
  return section("Wat eerst goed moet", make("p", "", why), listOf(told.blocking));
}

function left(told) {
  const words =
    "Er staan nog fouten in andere bestanden. Die waren er al. De bot houdt de oude versie tot ook die goed zijn.";
  return section("Let op", make("p", "", words), listOf(told.left));
}

function answers(told) {
  if (!told.asked) return section("Wat de bot antwoordt", make("p", "", "Dat kon ik nu niet vergelijken."));
  const count = told.answers.length;
  const asked = `Ik stelde ${told.asked} vragen, met en zonder jouw wijziging.`;
  const words = count === 0
    ? `${asked} Alle antwoorden blijven gelijk.`
    : `${asked} ${count === 1 ? "Eén vraag krijgt" : `${count} vragen krijgen`} een ander antwoord:`;
  return section("Wat de bot dan anders zegt", make("p", "", words), ...told.answers.map(drawAnswer));
}

function drawAnswer(one) {
  const block = make("details", "answer");
  block.append(make("summary", "", one.question));
  block.append(make("h4", "", "Nu"), make("p", "said", one.before));
  block.append(make("h4", "", "Straks"), make("p", "said", one.after));
  return block;
}

function listOf(problems) {
  const list = make("ul", "problems");
  list.append(...problems.map((one) => {
    const item = drawProblem(one, { line: true });
    item.prepend(make("span", "place", `${one.path}, regel ${one.line}`));
    return item;
  }));
  return list;
}

function section(name, ...parts) {
  const block = make("section");
  block.append(make("h3", "", name), ...parts);
  return block;
}

// Field by field in the words of the form, and below it the lines of the file.
function drawChanges({ changes, difference }) {
  const list = make("ul", "changes");
  list.append(...changes.map(drawChange));
  const lines = make("details", "answer");
  lines.open = !changes.length;
  lines.append(make("summary", "", "Bekijk de regels van het bestand"), drawDifference(difference));
  return changes.length ? [list, lines] : [lines];
}

function drawChange(one) {
  const item = make("li");
  item.append(make("strong", "", one.of ? `${one.label} (${one.of})` : one.label));
  const [old, fresh] = [one.before.split("\n"), one.after.split("\n")];
  if (old.length + fresh.length < 6) {
    item.append(make("p", "was", `Eerst: ${one.before || "niets"}`));
    item.append(make("p", "now", `Nu: ${one.after || "niets"}`));
    return item;
  }
  const gone = old.filter((line) => !fresh.includes(line)).join("\n");
  const come = fresh.filter((line) => !old.includes(line)).join("\n");
  if (gone) item.append(make("p", "was", `Weg: ${gone}`));
  if (come) item.append(make("p", "now", `Erbij: ${come}`));
  if (!gone && !come) item.append(make("p", "now", "Alleen de volgorde is anders."));
  return item;
}

function drawDifference(lines) {
  const block = make("div", "difference");
  const names = { "-": ["weg", "Eerst: "], "+": ["erbij", "Nu: "], " ": ["gelijk", ""], "": ["rest", ""] };
  for (const line of lines) {
    const [style, spoken] = names[line.sign];
    const row = make("p", style);
    if (spoken) row.append(make("span", "sign-word", spoken));
    row.append(make("span", "code", line.sign === "" ? "…" : line.text || " "));
    block.append(row);
  }
  if (!lines.length) block.append(make("p", "", "Geen regel verandert."));
  return block;
}

async function save(draft, text) {
  show("Even bewaren …", [make("p", "", "Dit duurt een paar tellen.")], []);
  try {
    const told = await post("save", {
      path: draft.path, text, mark: draft.mark, base: draft.base,
    });
    if (told.saved) {
      draft.saved(told.mark, text);
      show("Bewaard", [make("p", "", KEPT), make("p", "", SAFE)], [back("Klaar")]);
      acts.saved(draft);
    } else if (told.moved) showBoth(draft, told);
    else showReview(draft, text, { changes: [], difference: [], ...told });
  } catch (error) {
    show("Bewaren lukte niet", [make("p", "", error.message)], [back()]);
  }
}

// Somebody else saved the same file: nothing is lost, whatever is chosen.
function showBoth(draft, told) {
  const parts = [
    make("p", "", "Iemand anders heeft dit bestand net ook bewaard. Er is niets kwijt. Kijk wat er anders is en kies."),
    section("De ander veranderde", ...drawChanges({ changes: told.theirChanges, difference: told.theirChange })),
    section("Jij veranderde", ...drawChanges({ changes: told.myChanges, difference: told.myChange })),
  ];
  const take = (text) => {
    draft.base = told.theirs;
    draft.mark = told.mark;
    draft.become(text);
    acts.changed(draft);
  };
  const buttons = [];
  if (told.merged !== null) {
    parts.push(make("p", "", "Jullie veranderden verschillende regels. Ik kan ze allebei laten meedoen."));
    buttons.push(["Voeg samen en kijk na", () => { take(told.merged); review(draft); }, "main"]);
  } else {
    parts.push(make("p", "", "Jullie veranderden dezelfde regel. Kies er een; de andere blijft bij ‘Eerdere versies’ of hieronder staan."));
    buttons.push(["Ga verder met mijn tekst", () => { take(draft.text); review(draft); }, "main"]);
  }
  buttons.push(["Neem die van de ander", () => {
    const mine = draft.text;
    take(told.theirs);
    show("Dit is nu de tekst van de ander", [
      section("Jij veranderde", ...drawChanges({ changes: told.myChanges, difference: told.myChange })),
      section("Jouw hele tekst, om uit te kopiëren", copyOf(mine)),
    ], [back("Sluit")]);
  }]);
  buttons.push(back());
  show("Iemand was je voor", parts, buttons);
}

function copyOf(text) {
  const area = make("textarea", "copy");
  area.readOnly = true;
  area.rows = 12;
  area.value = text;
  area.setAttribute("aria-label", "Jouw tekst");
  return area;
}

export async function showEarlier(draft) {
  const { versions } = await post("earlier", { path: draft.path });
  if (!versions.length) {
    show("Eerdere versies", [make("p", "", "Er zijn nog geen eerdere versies van dit bestand.")], [back()]);
    return;
  }
  const list = make("ul", "links");
  list.append(...versions.map((one) => {
    const item = make("li");
    const button = make("button", "soft", `Tot ${one.until}`);
    button.type = "button";
    button.addEventListener("click", () => showVersion(draft, one).catch(complain));
    item.append(button);
    return item;
  }));
  show("Eerdere versies", [make("p", "", "Kies een versie om te zien wat er toen anders was."), list], [back()]);
}

async function showVersion(draft, version) {
  const { text } = await post("earlier", { path: draft.path, name: version.name });
  const told = await post("difference", { path: draft.path, old: draft.text, new: text });
  const again = () => {
    draft.become(text);
    acts.changed(draft);
    close();
  };
  show(`Versie tot ${version.until}`, [
    make("p", "", "Dit verandert er als je deze versie terugzet. Daarna kijk je na en bewaar je."),
    ...drawChanges(told),
  ], [["Zet terug", again, "main"], ["Terug", () => showEarlier(draft).catch(complain)]]);
}

function complain(error) {
  show("Dat lukte niet", [make("p", "", error.message)], [back()]);
}

function back(words = "Terug") {
  return [words, close];
}
