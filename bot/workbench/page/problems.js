// Problems as people read them: beside the field they are about, or in a list below.

import { make } from "/bubbles.js";

export function drawProblem(problem, { line = false, go = null } = {}) {
  const item = make("li", `problem ${problem.severity}`);
  item.append(make("strong", "", problem.severity === "error" ? "Fout: " : "Let op: "));
  item.append(problem.message);
  if (problem.hint) item.append(make("span", "remedy", problem.hint));
  if (line && problem.shown) {
    const shown = make("pre", "line");
    shown.setAttribute("aria-hidden", "true");
    shown.textContent = `${problem.shown}\n${problem.mark}`;
    item.append(shown);
  }
  if (go) {
    const button = make("button", "soft", `Ga naar regel ${problem.line}`);
    button.type = "button";
    button.addEventListener("click", () => go(problem));
    item.append(button);
  }
  return item;
}

export function counted(problems) {
  const errors = problems.filter((one) => one.severity === "error").length;
  const rest = problems.length - errors;
  const words = [];
  if (errors) words.push(errors === 1 ? "1 fout" : `${errors} fouten`);
  if (rest) words.push(`${rest} keer ‘let op’`);
  return words.join(" en ");
}
