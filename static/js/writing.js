// Keeps what is typed into a section of the report. Without this file the box works all the same.
//
// Words go to the system a moment after they are typed. Until they are there, they are kept in this
// browser under the name of whoever is signed in, so that a lost connection loses nothing.

const PREFIX = "dhr:kept:";
const PAUSE = 1500;
const AGAIN = 15000;

const form = document.querySelector("form[data-keep-at]");
if (form) keepWriting(form);

function keepWriting(form) {
  const text = form.elements.text;
  const because = form.elements.empty_because;
  const said = document.querySelector("[data-kept-said]");
  const name = `${PREFIX}${form.dataset.writer}:${form.dataset.place}`;
  const typed = () => JSON.stringify([text.value, because.value]);
  let there = typed(); // what the system has, or had when the page was opened
  let timer;
  let isSent = false;

  forgetOthers(form.dataset.writer);
  offer(name, text, because);

  form.addEventListener("input", () => {
    if (typed() === there) return;
    store(name, { text: text.value, because: because.value });
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  form.addEventListener("submit", async (event) => {
    if (event.submitter?.name === "let-go") {
      forget(name);
      there = typed();
      return;
    }
    if (isSent || typed() === there) {
      isSent = true;
      return;
    }
    event.preventDefault();
    if (await keep()) {
      isSent = true;
      form.requestSubmit(event.submitter);
    }
  });
  addEventListener("online", keep);
  addEventListener("pageshow", () => (isSent = false));
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  addEventListener("beforeunload", (event) => {
    if (!isSent && typed() !== there) event.preventDefault();
  });

  // Returns whether the form may go: the words are in the system, or it will say what is wrong.
  async function keep() {
    clearTimeout(timer);
    const sent = typed();
    if (sent === there) return true;
    let answer;
    try {
      const body = new URLSearchParams(new FormData(form));
      answer = await fetch(form.dataset.keepAt, { method: "POST", body, redirect: "manual" });
    } catch {
      say("There is no connection. Your words are kept on this computer, and go as soon as there is one.");
      timer = setTimeout(keep, AGAIN);
      return false;
    }
    if (answer.type === "opaqueredirect" || answer.status === 403) {
      say("You are signed out. Your words are kept on this computer: sign in again in another tab, then go on here.");
      timer = setTimeout(keep, AGAIN);
      return false;
    }
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      say(told.refused || "The system cannot keep this. Your words are kept on this computer.");
      return Boolean(told.refused);
    }
    there = sent;
    if (typed() === sent) forget(name);
    say(`Kept on ${told.kept}, for you alone. Not recorded yet.`, told.overtaken);
    return true;
  }

  function say(words, more = "") {
    said.textContent = more ? `${words} ${more}` : words;
  }
}

// Words that never reached the system are offered to whoever typed them.
function offer(name, text, because) {
  const found = read(name);
  const offered = document.querySelector("[data-kept-here]");
  if (!found || !offered) return;
  if (found.text === text.value && found.because === because.value) return forget(name);
  offered.hidden = false;
  offered.querySelector("[data-kept-words]").textContent = found.text || found.because;
  offered.querySelector("[data-put-back]").addEventListener("click", () => {
    text.value = found.text;
    because.value = found.because;
    offered.hidden = true;
    text.dispatchEvent(new Event("change", { bubbles: true }));
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  });
  offered.querySelector("[data-forget]").addEventListener("click", () => {
    forget(name);
    offered.hidden = true;
    text.focus();
  });
}

function forgetOthers(writer) {
  for (const key of Object.keys(storage())) {
    if (key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${writer}:`)) forget(key);
  }
}

function storage() {
  try {
    return window.localStorage;
  } catch {
    return {};
  }
}

function store(name, words) {
  try {
    storage().setItem(name, JSON.stringify(words));
  } catch {
    // a full or forbidden store: the words are in the box, and on their way
  }
}

function read(name) {
  try {
    return JSON.parse(storage().getItem(name));
  } catch {
    return null;
  }
}

function forget(name) {
  try {
    storage().removeItem(name);
  } catch {
    // nothing was stored
  }
}
