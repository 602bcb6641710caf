// The file as text, with a wave under what is wrong.

import { make } from "/bubbles.js";

const source = document.getElementById("source");
const marks = document.getElementById("marks");

export function onText(act) {
  source.addEventListener("input", () => {
    drawMarks([]);
    act(source.value);
  });
}

export function showText(text) {
  if (source.value !== text) source.value = text;
  fit();
}

export function drawMarks(problems) {
  const lines = source.value.split("\n");
  const byLine = new Map();
  for (const one of problems) byLine.set(one.line, [...(byLine.get(one.line) ?? []), one]);
  const pieces = lines.flatMap((line, place) => [...pieceOf(line, byLine.get(place + 1) ?? []), "\n"]);
  marks.replaceChildren(...pieces);
  fit();
}

function pieceOf(line, problems) {
  if (!problems.length) return [line];
  const [first] = [...problems].sort((one, other) => one.column - other.column);
  const begin = Math.min(first.column - 1, Math.max(0, line.length - 1));
  const end = Math.min(line.length, begin + Math.max(1, first.width));
  const wave = make("mark", first.severity, line.slice(begin, end) || " ");
  return [line.slice(0, begin), wave, line.slice(end)];
}

export function goTo(problem) {
  const lines = source.value.split("\n");
  const before = lines.slice(0, problem.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const begin = before + problem.column - 1;
  source.focus();
  source.setSelectionRange(begin, begin + problem.width);
  const share = problem.line / lines.length;
  const room = source.closest(".pane");
  room.scrollTop = source.offsetTop + share * source.offsetHeight - room.clientHeight / 2;
}

// Puts the cursor at the line where a place of the file begins.
export function goToWords(words) {
  const place = words ? source.value.indexOf(words) : -1;
  if (place < 0) return;
  goTo({ line: source.value.slice(0, place).split("\n").length, column: 1, width: 0 });
}

function fit() {
  source.style.height = "auto";
  source.style.height = `${source.scrollHeight + 4}px`;
}

window.addEventListener("resize", fit);
