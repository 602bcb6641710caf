// Asks the server; what it says is wrong comes as an Error with words for the editor.

const NO_CONNECTION =
  "Ik krijg geen verbinding. Je tekst staat hier nog. Draait het programma nog? Probeer het opnieuw.";

export async function get(path) {
  return answerOf(fetch(path));
}

export async function post(name, fields) {
  return answerOf(fetch(`/api/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(fields),
  }));
}

async function answerOf(asking) {
  let response;
  try {
    response = await asking;
  } catch {
    throw new Error(NO_CONNECTION);
  }
  const told = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(told.error ?? NO_CONNECTION);
  return told;
}
