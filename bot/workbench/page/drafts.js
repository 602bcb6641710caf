// The drafts of this browser, one for each file: kept until they are saved or thrown away.
//
// `root` is the text that the changes of the form are put into; `text` is what came of it.

import { post } from "./calls.js";

const KEPT = "werkbank-kladjes";
const known = new Map();

export class Draft {
  constructor(path, opened) {
    this.path = path;
    this.base = opened.text;
    this.mark = opened.mark;
    this.root = opened.text;
    this.text = opened.text;
    this.edits = new Map();
    this.shown = opened;
  }

  get changed() {
    return this.text !== this.base || this.mark === "";
  }

  // A field of the form has another value.
  change(at, value) {
    this.edits.set(JSON.stringify(at), { at, value });
  }

  // The text itself is another one; the changes of the form are in it.
  become(text) {
    this.root = text;
    this.text = text;
    this.edits.clear();
  }

  // Takes over the text that came of all changes, so that places in it can move.
  settle() {
    this.become(this.text);
  }

  fields(form) {
    return { path: this.path, text: this.root, edits: [...this.edits.values()], form };
  }

  async look(form = false) {
    const told = await post("draft", this.fields(form));
    this.take(told);
    return told;
  }

  take(told) {
    this.text = told.text;
    this.shown = { ...this.shown, ...told };
    keep();
  }

  saved(mark) {
    this.base = this.text;
    this.mark = mark;
    this.settle();
    keep();
  }

  undo() {
    this.become(this.base);
    keep();
  }
}

// The draft of a file, begun before or now.
export async function draftOf(path) {
  let draft = known.get(path);
  if (!draft) {
    draft = new Draft(path, await post("open", { path }));
    known.set(path, draft);
    resume(draft);
  }
  draft.settle();
  await draft.look(true);
  return draft;
}

export function begin(path, opened) {
  const draft = new Draft(path, opened);
  draft.base = "";
  known.set(path, draft);
  return draft;
}

export function drop(path) {
  known.delete(path);
  keep();
}

export function unsaved() {
  const here = [...known.values()].filter((draft) => draft.changed).map((draft) => draft.path);
  return new Set([...here, ...Object.keys(stored())]);
}

function resume(draft) {
  const left = stored()[draft.path];
  if (!left) return;
  draft.base = left.base;
  draft.mark = left.mark;
  draft.become(left.text);
}

function keep() {
  const left = stored();
  for (const draft of known.values()) {
    if (draft.changed && draft.mark) {
      left[draft.path] = { base: draft.base, mark: draft.mark, text: draft.text };
    } else delete left[draft.path];
  }
  try {
    localStorage.setItem(KEPT, JSON.stringify(left));
  } catch {
    // Without room the draft lives as long as the page.
  }
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}
