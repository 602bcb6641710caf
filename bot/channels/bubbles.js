// Draws what is said as bubbles, the same on the residents' page and in the workbench.

export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

export function leadTo(url, text, className) {
  const link = make("a", className, text);
  link.href = url;
  if (/^https?:/.test(url)) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    link.append(make("span", "unseen", " (opent in een nieuw tabblad)"));
  }
  return link;
}

export function plain(text) {
  return { pieces: [{ text }], buttons: [], venue: null, asksLocation: false, document: null };
}

export function drawMine(text) {
  const bubble = openBubble("mine", "Jij");
  bubble.append(make("span", "words", text));
  return bubble;
}

// A pressed button is given to `ask` with its label; without `shareLocation` there is no such button.
export function drawBubble(content, ask, shareLocation) {
  const bubble = openBubble("theirs", "Handwijzer");
  bubble.append(drawWords(content.pieces));
  if (content.venue) bubble.append(drawVenue(content.venue));
  if (content.document) bubble.append(drawDocument(content.document));
  const buttons = content.buttons.flat().map((button) => drawButton(button, ask));
  if (content.asksLocation && shareLocation) buttons.unshift(drawLocationButton(shareLocation));
  if (buttons.length) {
    const choices = make("div", "choices");
    choices.setAttribute("role", "group");
    choices.setAttribute("aria-label", "Keuzes");
    choices.append(...buttons);
    bubble.append(choices);
  }
  return bubble;
}

function openBubble(whose, speaker) {
  const bubble = make("div", `bubble ${whose}`);
  bubble.append(make("span", "unseen", `${speaker}: `));
  return bubble;
}

function drawWords(pieces) {
  const words = make("div", "words");
  for (const piece of pieces) {
    if (piece.url) words.append(leadTo(piece.url, piece.text));
    else if (piece.strong) words.append(make("strong", "", piece.text));
    else words.append(piece.text);
  }
  return words;
}

function drawButton(button, ask) {
  if (button.url) return leadTo(button.url, button.label, "choice");
  const choice = make("button", "choice", button.label);
  choice.type = "button";
  choice.addEventListener("click", () =>
    ask({ text: button.label, choice: button.choice }, button.label));
  return choice;
}

function drawLocationButton(shareLocation) {
  const button = make("button", "choice", "Deel mijn locatie");
  button.type = "button";
  button.addEventListener("click", shareLocation);
  return button;
}

// A file travels with the answer, so that nothing is kept anywhere to be fetched later.
function drawDocument(file) {
  const bytes = Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0));
  const link = make("a", "choice", `Bewaar het bestand ${file.name}`);
  link.href = URL.createObjectURL(new Blob([bytes], { type: file.kind }));
  link.download = file.name;
  return link;
}

function drawVenue(venue) {
  const place = make("p", "venue");
  place.append(make("strong", "", venue.title), document.createElement("br"));
  if (venue.address) place.append(venue.address, document.createElement("br"));
  place.append(leadTo(venue.url, "Bekijk op de kaart van OpenStreetMap"));
  return place;
}
