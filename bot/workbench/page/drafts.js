// The drafts of this browser, one for each file: kept until they are saved or thrown away.
//
// `root` is the text that the changes of the form are put into; `text` is what came of it.

import { post } from "./calls.js";

const KEPT = "werkbank-kladjes";
const known = new Map();
const opening = new Map(); // drafts under way, so that two presses make one
let roomy = true; // whether the browser has room to keep them
let looked = () => {};

export function onLooked(act) {
  looked = act;
}

export class Draft {
  #stale = false; // whether something was typed that was not looked at
  #form = false; // whether the next look has to give the form
  #rooted = 0; // how often the root became another text
  #looking = null;

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
    return this.#stale || this.text !== this.base || this.mark === "";
  }

  // Whether closing the page now would lose something.
  get fragile() {
    return this.#stale || (this.changed && !roomy);
  }

  // A field of the form has another value.
  change(at, value) {
    this.edits.set(JSON.stringify(at), { at, value });
    this.#stale = true;
  }

  // The text itself is another one; the changes of the form are in it.
  become(text) {
    this.#take(text);
    this.#stale = true;
    keep();
  }

  fields(form) {
    return { path: this.path, text: this.root, edits: [...this.edits.values()], form };
  }

  // Looks until nothing was typed since the last look. One look at a time, so that no older answer
  // can come in after a newer one.
  look(form = false) {
    this.#form ||= form;
    this.#looking ??= this.#catchUp().finally(() => { this.#looking = null; });
    return this.#looking;
  }

  // Takes over the text that came of all changes, so that places in it can move.
  async settle() {
    await this.look(true);
    this.#take(this.text);
  }

  // Takes the text that came of something added to what was settled; what was typed since stays.
  async grow(told) {
    this.root = told.text;
    this.#rooted += 1;
    this.#stale = true;
    await this.settle();
  }

  // Leaves out the changes of the form since it was last settled.
  forgetEdits() {
    this.edits.clear();
    this.#stale = true;
  }

  // What was saved is this text; more may have been typed since.
  saved(mark, text) {
    this.base = text;
    this.mark = mark;
    keep();
  }

  undo() {
    this.become(this.base);
  }

  async #catchUp() {
    do {
      const [form, rooted] = [this.#form, this.#rooted];
      this.#form = false;
      this.#stale = false;
      try {
        const told = await post("draft", this.fields(form));
        if (rooted !== this.#rooted) this.#form ||= form;
        else this.#show(told);
      } catch (error) {
        this.#stale = true;
        throw error;
      }
    } while (this.#stale || this.#form);
  }

  #take(text) {
    this.root = text;
    this.text = text;
    this.edits.clear();
    this.#rooted += 1;
  }

  #show(told) {
    this.text = told.text;
    this.shown = { ...this.shown, ...told };
    keep();
    looked(this);
  }
}

// The draft of a file, begun before or now.
export async function draftOf(path) {
  if (!opening.has(path)) opening.set(path, opened(path).finally(() => opening.delete(path)));
  return opening.get(path);
}

async function opened(path) {
  let draft = known.get(path);
  if (!draft) {
    const fresh = freshOf(path);
    draft = fresh ? begin(path, fresh) : new Draft(path, await post("open", { path }));
    known.set(path, draft);
    resume(draft);
  }
  await draft.settle();
  return draft;
}

// The draft of a file that is not there yet.
export function begin(path, opened) {
  const draft = new Draft(path, opened);
  draft.base = "";
  draft.asked = opened.asked ?? null;
  known.set(path, draft);
  keep();
  return draft;
}

export function drop(path) {
  known.delete(path);
  keep(path);
}

// The files that are not there yet and were begun here, now or before the page was closed.
export function begun() {
  return Object.entries(stored()).filter(([, one]) => !one.mark).map(([path]) => path);
}

function freshOf(path) {
  const left = stored()[path];
  return left && !left.mark ? left : null;
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

function keep(dropped = "") {
  const left = stored();
  delete left[dropped];
  for (const draft of known.values()) {
    const { base, mark, text, asked } = draft;
    if (draft.changed) left[draft.path] = { base, mark, text, asked };
    else delete left[draft.path];
  }
  try {
    localStorage.setItem(KEPT, JSON.stringify(left));
    roomy = true;
  } catch {
    roomy = false; // the draft lives as long as the page
  }
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}
