// The list of everything there is to edit, and the box to find something in it.

import { make } from "/bubbles.js";
import { get } from "./calls.js";
import { begun, unsaved } from "./drafts.js";

const list = document.getElementById("entries");
const search = document.getElementById("search");
const found = document.getElementById("found");

const FRESH = "Nieuw, nog niet bewaard";
const OPEN = [FRESH, "Organisaties"]; // what is not folded where nothing is searched for

let entries = [];
let latest = 0; // the newest reading
let current = "";
let pick = () => {};

export function onPick(act) {
  pick = act;
}

// After something was saved the list waits until that has been read.
// An older answer that comes in late is dropped.
export async function readEntries(saved = false) {
  latest += 1;
  const mine = latest;
  const told = await get(`/api/entries${saved ? "?bewaard=1" : ""}`);
  if (mine !== latest) return;
  entries = told.entries;
  draw();
}

// Draws the list again: a file was begun, or what was begun is gone.
export function redrawEntries() {
  draw();
}

// What is there to edit, and above it the files that were begun here and are not there yet.
function everything() {
  const there = new Set(entries.map((entry) => entry.path));
  const fresh = begun().filter((path) => !there.has(path));
  return [...fresh.map(asEntry), ...entries];
}

function asEntry(path) {
  return { path, at: [], group: FRESH, title: titleOf(path), parent: "", about: "" };
}

// A file of De Brug is called de-brug.yaml.
function titleOf(path) {
  const words = path.replace(/^.*\/|\.yaml$/g, "").replaceAll("-", " ");
  return words[0].toUpperCase() + words.slice(1);
}

export function entryAt(path, at) {
  const wanted = keyOf({ path, at });
  return entries.find((entry) => keyOf(entry) === wanted);
}

export function showCurrent(path, at) {
  current = keyOf({ path, at });
  mark();
}

// Puts a sign behind what is not saved yet, and behind what is open.
export function mark() {
  const waiting = unsaved();
  for (const button of list.querySelectorAll("button")) {
    const here = button.dataset.key === current;
    if (here) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    button.querySelector(".waiting").hidden = !waiting.has(button.dataset.path);
  }
}

function keyOf({ path, at }) {
  return JSON.stringify([path, at]);
}

function plain(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

function matches(entry, words) {
  const text = plain(`${entry.title} ${entry.parent} ${entry.about} ${entry.path}`);
  return words.every((word) => text.includes(word));
}

function draw() {
  const words = plain(search.value).split(/\s+/).filter(Boolean);
  const shown = everything().filter((entry) => matches(entry, words));
  const groups = Map.groupBy ? Map.groupBy(shown, (one) => one.group) : grouped(shown);
  list.replaceChildren(...[...groups].map(([name, members]) =>
    drawGroup(name, members, words.length > 0 || OPEN.includes(name))));
  found.textContent = words.length ? `${shown.length} gevonden` : "";
  mark();
}

function grouped(members) {
  const groups = new Map();
  for (const one of members) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return groups;
}

function drawGroup(name, members, open) {
  const group = make("details");
  group.open = open;
  group.append(make("summary", "", `${name} (${members.length})`));
  const items = make("ul");
  items.append(...members.map(drawEntry));
  group.append(items);
  return group;
}

function drawEntry(entry) {
  const item = make("li", entry.parent ? "inner" : "");
  const button = make("button", "entry");
  button.type = "button";
  button.dataset.key = keyOf(entry);
  button.dataset.path = entry.path;
  button.append(make("span", "entry-title", entry.title));
  if (entry.parent) button.append(make("span", "unseen", ` van ${entry.parent}`));
  if (entry.about) button.append(make("span", "about", entry.about));
  const waiting = make("span", "waiting", "nog niet bewaard");
  waiting.hidden = true;
  button.append(waiting);
  button.addEventListener("click", () => pick(entry));
  item.append(button);
  return item;
}

search.addEventListener("input", draw);
