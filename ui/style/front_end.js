/* The one piece of JavaScript of this product. It does in the browser what Streamlit leaves out:
   focus, the title of the tab, drafts of typed text, a lost connection, copying, accessible names, asking how far
   a session is, the answers of who takes part in it.
   Python sends a "signal" with the facts of the page in every run (see __init__.py). */

const FIELDS = '[data-testid="stTextInput"] input, [data-testid="stTextArea"] textarea';
const DRAFT = "draft|";
const LOST_AFTER = 1500; // ms without a connection before it is worth a message
const UNSETTLED = 5000; // ms after the first answer on a new connection in which a new server may still fill its own text in
const FILL_IN = 100; // ms after a run in which Streamlit fills its texts in
const GIVE_UP = 5000; // ms to wait for something to appear
const ASK_AGAIN = 2000; // ms after which a question to Python counts as lost
const WATCH = 4000; // ms between two questions about what may change elsewhere, a quarter more or less

let words = {};
let page = { run: 0, focus: null, stored: {}, versions: {}, copy: {}, errors: [] };
let tellPython = () => {};
const known = new WeakSet(); // fields whose draft has been looked at
let inUse = null; // the key of the field that has the focus
const sent = new Set(); // names of drafts that went to the server since this page was loaded
const told = new Set(); // names of drafts whose sent texts Python has been told
const REMEMBERED = 5; // texts that a draft remembers as sent; the server may be that far behind
let asked = -ASK_AGAIN; // when Python was last told what drafts were typed over

const find = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const squeeze = (text) => text.replace(/\s+/g, " ").trim();

/* Runs `action` as soon as `condition` gives something, or never. */
function until(condition, action) {
  const started = Date.now();
  const look = () => {
    const found = condition();
    if (found) action(found);
    else if (Date.now() - started < GIVE_UP) setTimeout(look, 40);
  };
  look();
}

const app = () => find('[data-testid="stApp"]');
const idle = () => app()?.dataset.testScriptState === "notRunning";

/* --- Focus and title ---------------------------------------------------------------------------- */

function focusOn(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

function moveFocus(signal) {
  if (signal.errors.length) {
    until(() => find(".st-key-errors"), (summary) => {
      summary.scrollIntoView({ block: "start" });
      focusOn(summary);
    });
    return;
  }
  const fresh = () => all("h1").find((heading) => squeeze(heading.textContent) === squeeze(signal.heading));
  until(fresh, (heading) => {
    find('[data-testid="stMain"]').scrollTop = 0;
    focusOn(heading);
  });
}

/* Where Python wants the focus after a press, because what was pressed is gone: once, and only if a person
   has not moved on since. */
let pressed = null;
let movedIn = 0; // the run of the signal that was followed last

function followFocus(signal) {
  if (!signal.focusOn?.length || signal.run === movedIn) return;
  movedIn = signal.run;
  const whole = () => idle() && !find('[data-testid="stSkeleton"]');
  const place = () => signal.focusOn.map((key) => find(`.st-key-${className(key)}`)).find(Boolean);
  until(() => whole() && place(), (found) => {
    const at = document.activeElement;
    if (at !== document.body && at !== pressed) return;
    const button = found.matches('[data-testid="stElementContainer"]') && find("button", found);
    const target = find("input, textarea", found) ?? button;
    if (target) target.focus();
    else focusOn(found);
  });
}

function keepTitle() {
  if (page.title && document.title !== page.title) document.title = page.title;
}

/* Streamlit reruns at "r" and offers to clear its cache at "c": a person who presses them by accident
   must not notice. In a field, or in a list that is searched by typing, they are letters. */
function swallowHotkey(event) {
  const typing = 'input, textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"]';
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (plain && /^[rc]$/i.test(event.key) && !event.target.closest?.(typing)) event.stopImmediatePropagation();
}

/* --- Drafts: text typed and not yet known to be stored -------------------------------------------- */

const keyOf = (field) =>
  field.closest('[data-testid="stElementContainer"]')?.className.match(/(?:^|\s)st-key-(\S+)/)?.[1];

const fieldOf = (key) => all(FIELDS).find((field) => keyOf(field) === key);

/* As Streamlit makes a class name of a key. */
const className = (key) => key.trim().replace(/[^a-zA-Z0-9_-]/g, "-");

const byClassName = (values) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [className(key), value]));

const place = () => `${DRAFT}${location.pathname}|${new URLSearchParams(location.search).get("dossier") ?? ""}|`;

/* The forms that the server may give a text: line ends, composed letters, outer spaces, replaced controls. */
const plain = (text) =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\ufffd")
    .trim();

/* A draft is what was typed, the version of the field that it was typed over (undefined where fields have
   no versions), and under "own" what was sent of it and not yet seen to be kept: what somebody typed on over
   such a text is no conflict with it. */
const readDraft = (name) => JSON.parse(sessionStorage.getItem(name));
const writeDraft = (name, draft) => sessionStorage.setItem(name, JSON.stringify(draft));

function onInput(event) {
  const key = event.target.matches?.(FIELDS) && keyOf(event.target);
  if (!key) return;
  const name = place() + key;
  const before = readDraft(name);
  if (before?.text === event.target.value) return; // a draft that was shown again
  sent.delete(name);
  writeDraft(name, { version: page.versions[key], ...before, text: event.target.value });
}

/* The draft of a field that may not hold it: the page is new, or its server may still fill in its own text. */
function waitingDraft(field) {
  const draft = readDraft(place() + keyOf(field));
  return (anew || !known.has(field)) && draft;
}

/* What is typed goes on where the draft ends, so the draft is shown before the browser takes the key. */
function beforeTyping(event) {
  const field = event.target.matches?.(FIELDS) && keyOf(event.target) && event.target;
  if (!field) return;
  const draft = waitingDraft(field) || (!settled() && readDraft(place() + keyOf(field)));
  if (draft) show(field, draft.text);
  if (event.key !== "Enter" || !(field.tagName === "INPUT" || event.ctrlKey || event.metaKey)) return;
  if (!holdBack(event)) noteSent(field);
}

/* A draft is not sent before Python knows over which version it was typed: it goes when it is given back. */
function holdBack(event) {
  const hold = waitingDraft(event.target)?.version !== undefined;
  if (hold) event.stopImmediatePropagation();
  return hold;
}

function noteSent(field) {
  const name = place() + keyOf(field);
  const draft = readDraft(name);
  sent.add(name);
  if (!draft || draft.own?.at(-1) === draft.text) return;
  writeDraft(name, { ...draft, own: [...(draft.own ?? []), draft.text].slice(-REMEMBERED) });
}

function onBlur(event) {
  const field = event.target.matches?.(FIELDS) && keyOf(event.target) && event.target;
  if (field && !holdBack(event)) noteSent(field);
  if (!lost) inUse = null;
}

function onFocus(event) {
  inUse = (event.target.matches?.(FIELDS) && keyOf(event.target)) || null;
  if (inUse !== goBackTo) goBackTo = null;
}

/* Streamlit sends a field when the focus leaves it. */
const commit = (field) => field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));

/* Puts a text in a field without sending it. The caret stays where it was, or at the end. */
function show(field, text) {
  if (field.value === text || field.disabled) return;
  const { selectionStart: caret, value } = field;
  const prototype = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, "value").set.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  if (caret < value.length) field.setSelectionRange(caret, caret);
}

function typeInto(field, text) {
  show(field, text);
  setTimeout(() => {
    if (document.activeElement !== field) commit(field);
  }, 100);
}

/* Puts drafts back in their fields. Somebody else may have changed a field since, and then a draft must
   not be saved over that: so it is shown, and sent when Python saves this field as typed over the draft's
   version. */
function restoreDrafts() {
  giveDraftsBack();
  for (const field of all(FIELDS).filter(keyOf)) {
    const draft = waitingDraft(field);
    if (draft) show(field, draft.text);
  }
}

function giveDraftsBack() {
  if (anew || !idle()) return;
  const typedOver = {};
  for (const field of all(FIELDS).filter((each) => keyOf(each) && !known.has(each))) {
    const key = keyOf(field);
    const name = place() + key;
    const draft = readDraft(name);
    if (!draft || isKept(key, draft)) {
      known.add(field);
    } else if (draft.version === undefined || draft.version === page.versions[key]) {
      known.add(field);
      typeInto(field, draft.text);
      if (draft.own && !told.has(name)) typedOver[key] = { own: draft.own };
    } else if (key in page.versions && Date.now() - asked > ASK_AGAIN) {
      typedOver[key] = { own: draft.own ?? [], version: draft.version };
    }
  }
  if (!Object.keys(typedOver).length) return;
  Object.keys(typedOver).forEach((key) => told.add(place() + key));
  asked = Date.now();
  tellPython("typed_over", typedOver);
}

/* What is typed on after a save is typed over what was saved. */
function followVersions() {
  for (const field of all(FIELDS).filter((each) => known.has(each))) {
    const key = keyOf(field);
    const name = place() + key;
    const draft = readDraft(name);
    if (draft && !sent.has(name) && key in page.versions && plain(draft.text) === plain(field.value)) {
      writeDraft(name, { ...draft, version: page.versions[key] });
    }
  }
}

const isKept = (key, draft) => key in page.stored && plain(page.stored[key]) === plain(draft.text);

/* A draft goes when the server has the text, or when the server has put something else in the field
   after it received the text: a cleared form, or the other version that was chosen. */
function dropDrafts() {
  const here = place();
  for (const name of Object.keys(sessionStorage).filter((item) => item.startsWith(here))) {
    const key = name.slice(here.length);
    const draft = readDraft(name);
    const field = fieldOf(key);
    const other = plain(field?.value ?? "") !== plain(draft.text);
    const replaced = settled() && sent.has(name) && field !== document.activeElement && other;
    if (isKept(key, draft) || replaced) sessionStorage.removeItem(name);
  }
}

/* At "pagehide" it would be too late to send anything. */
function leave() {
  if (document.activeElement?.matches(FIELDS)) commit(document.activeElement);
}

/* --- Messages, the connection, copying -------------------------------------------------------------- */

function say(text) {
  let status = find("#front-end-status");
  if (!status) {
    status = Object.assign(document.createElement("div"), { id: "front-end-status" });
    status.setAttribute("role", "status");
    document.body.append(status);
  }
  if (status.textContent !== text) status.textContent = text;
}

let lost = null;
let unsettledUntil = 0;
let anew = false; // the connection is back, and the page not yet: a new server shows its own text for a moment
const settled = () => !anew && Date.now() > unsettledUntil;

/* Without a connection Streamlit closes every field, and the one in use loses the focus. */
function watchConnection() {
  const connected = app()?.dataset.testConnectionState === "CONNECTED";
  if (connected && lost) {
    const { timer, key } = lost;
    clearTimeout(timer);
    lost = null;
    say("");
    sent.clear();
    told.clear();
    anew = true;
    tellPython("resumed", true);
    tellLate();
    goBackTo = key;
    until(() => fieldOf(key)?.disabled === false, focusAgain);
  } else if (!connected && !lost) {
    lost = { timer: setTimeout(() => say(words.offline), LOST_AFTER), key: inUse };
  }
}

/* What a field sent into a broken connection is gone, Streamlit does not send it again by itself, and a
   server that was started anew has put its own text in the field: every draft goes back once more. */
function resume() {
  all(FIELDS)
    .filter((field) => readDraft(place() + keyOf(field)))
    .forEach((field) => known.delete(field));
}

/* The field in use lost the focus with the connection; a new server may draw it anew, and then once more. */
let goBackTo = null;

function focusAgain() {
  if (settled()) goBackTo = null;
  const field = goBackTo && fieldOf(goBackTo);
  if (!field || field.disabled || document.activeElement !== document.body) return;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

/* --- What may change elsewhere: how far a session is -------------------------------------------------- */

let watching = null; // the timer of the next question

/* Everybody in a room opens the page at about the same time: each waits a little more or less. */
function watchOn(wait = WATCH * (0.75 + Math.random() / 2)) {
  clearTimeout(watching);
  watching = page.watch && !document.hidden ? setTimeout(look, wait) : null;
}

async function look() {
  const { address } = page.watch;
  try {
    const answer = await fetch(address, { cache: "no-store" });
    const { stand } = await answer.json();
    const news = stand && address === page.watch?.address && stand !== page.watch.stand;
    if (news && !lost) tellPython("stand", stand);
  } catch {
    // No line, or a server that is on its way back: the next question comes.
  }
  watchOn();
}

/* A page that the browser kept may be that of somebody who used this phone before. */
const openAnew = (event) => event.persisted && location.reload();

/* Streamlit's own dialogs are English ("Connection error", "Page not found") and stop a person from
   typing. Ours are the ones with a block of elements in them. Once closed, this one does not come back. */
function closeForeignDialogs() {
  for (const dialog of all('[data-testid="stDialog"]')) {
    const close = find('button[aria-label="Close"]', dialog);
    if (find('[data-testid="stVerticalBlock"]', dialog)) setAttribute(close, "aria-label", words.close);
    else close?.click();
  }
}

async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Without https there is no clipboard but the old one.
  const field = Object.assign(document.createElement("textarea"), { value: text });
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("copy refused");
}

/* Streamlit runs a link to the screen one is on, but leaves the address as it was, and with the next run one
   is back where one came from. What it does for the browser's "back" does both. */
function onLink(event) {
  const link = event.target.closest?.('[data-testid="stPageLink-NavLink"]');
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || link.pathname !== location.pathname || link.search === location.search) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  history.pushState({}, "", link.href);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

function onClick(event) {
  const link = event.target.closest?.('.st-key-errors a[href*="#field-"]');
  if (link) {
    event.preventDefault();
    const key = className(decodeURIComponent(link.hash.slice("#field-".length)));
    find(`.st-key-${key} :is(input, textarea, button)`)?.focus();
  }
  const button = event.target.closest?.("button");
  pressed = button;
  const key = button && Object.keys(page.copy).find((name) => button.closest(`.st-key-${className(name)}`));
  if (key) {
    const text = page.copy[key];
    copyText(text.startsWith("/") ? location.origin + text : text)
      .then(() => words.copied, () => words.copy_failed)
      .then((message) => {
        say(message);
        setTimeout(() => lost || say(""), 6000);
      })
      .finally(() => button.focus());
  }
}

/* --- The answers of who takes part in a session --------------------------------------------------------- */

/* The statements are plain HTML, and a tap is a request of its own: it runs no screen. A tap that is not
   known to be kept stays in the tab, also over a reload, and is sent again until the server says what
   became of it. */
const TAPS = "taps";
const TRY_AGAIN = 1000; // ms
const PATIENCE = 10_000; // ms; by then a line is dead, or a server
let taps = JSON.parse(sessionStorage.getItem(TAPS) ?? "[]"); // in the order in which they go
let sending = false; // the first of the taps is on its way
let again = null; // the timer after which it goes again
let late = false; // Python has not been told yet that a tap came too late
let onward = null; // a button that is pressed as soon as every tap is kept
let read = { name: "", kept: {}, at: 0 }; // what Python read of them last
const keptHere = {}; // what was kept since, and when, by the names of the cards

const keepTaps = () => sessionStorage.setItem(TAPS, JSON.stringify(taps));

/* A newer choice takes the place of one that has not gone yet. What became of one that has gone must be known
   first, or it might still come after the newer one. */
function onTap(event) {
  const { name, value } = event.target;
  const ballot = event.target.closest?.(".ballot");
  if (!ballot) return;
  const { address, proof, round, perspective } = ballot.dataset;
  const question = Number(event.target.closest("fieldset").dataset.question);
  const answer = { proof, round: Number(round), perspective, question, choice: value || null };
  taps = [...taps.filter((tap) => tap.name !== name || tap.tries), { address, name, answer, tries: 0 }];
  onward = null;
  keepTaps();
  showAnswers();
  sendTaps();
}

async function sendTaps() {
  if (sending || !taps.length) return;
  clearTimeout(again);
  sending = true;
  const [tap] = taps;
  tap.tries += 1;
  keepTaps();
  const slow = setTimeout(sayUnsaved, LOST_AFTER);
  const said = await ask(tap);
  clearTimeout(slow);
  sending = false;
  if (said) {
    become(tap, said);
    if (taps.length) sendTaps();
    else allKept();
  } else {
    if (tap.tries > 1) sayUnsaved(); // once is nothing: a server lets go of a line that was quiet for a while
    again = setTimeout(sendTaps, TRY_AGAIN);
  }
}

/* What the server says of a tap; null when that is something else than our server says. */
async function ask({ address, answer }) {
  try {
    const body = JSON.stringify(answer);
    const signal = AbortSignal.timeout?.(PATIENCE); // not in an older browser: there the line itself gives up
    const said = await (await fetch(address, { method: "POST", body, keepalive: true, signal })).json();
    return said.kept || said.refused ? said : null;
  } catch {
    return null;
  }
}

/* The first tap is what the server says that it became. */
function become(tap, { kept, refused }) {
  const { proof, choice } = tap.answer;
  const shown = find(".ballot")?.dataset.proof === proof;
  if (kept) keptHere[tap.name] = { choice, at: kept };
  else onward = null; // it was pressed for another answer than the one that counts
  if (refused === "late") late = true;
  const gone = refused && refused !== "late"; // somebody else has this phone now, or the answers are gone
  taps = taps.slice(1).filter((other) => !gone || other.answer.proof !== proof);
  keepTaps();
  if (gone && shown) location.reload();
  tellLate();
  showAnswers();
}

function sayUnsaved() {
  if (!lost) say(words.not_saved);
}

function allKept() {
  if (!lost) say("");
  goOnward();
}

function tellLate() {
  if (!late || lost) return;
  late = false;
  tellPython("late", true);
}

/* Who presses "klaar" right after a tap means with that tap. */
function holdOnward(event) {
  const button = event.target.closest?.(".st-key-onward button");
  if (!button || !taps.length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  onward = button;
}

/* Without a connection Streamlit closes its buttons: then it is pressed when they are open again. */
function goOnward() {
  if (!onward || taps.length || (onward.isConnected && (onward.disabled || lost))) return;
  const button = onward;
  onward = null;
  button.click();
}

/* What is kept of a statement as far as is known here; undefined when nothing is. */
function keptOf(name, question) {
  const here = keptHere[name];
  return here?.at > read.at ? here.choice : read.kept[question];
}

function showAnswers() {
  const ballot = find(".ballot");
  if (ballot?.dataset.name !== read.name) return;
  let done = 0;
  for (const group of all("fieldset", ballot)) {
    const cards = all("input", group);
    const [{ name }] = cards;
    const waiting = taps.filter((tap) => tap.name === name).at(-1);
    const kept = keptOf(name, group.dataset.question);
    const choice = waiting ? waiting.answer.choice : kept;
    for (const card of cards) card.checked = choice !== undefined && card.value === (choice ?? "");
    const line = find("p", group);
    const said = kept && !waiting ? ballot.dataset.saved : "";
    if (line.textContent !== said) line.textContent = said;
    if (kept) done += 1;
  }
  countAnswers(done);
}

function countAnswers(done) {
  const tally = find(".tally");
  if (!tally) return;
  const said = tally.dataset.words.replace("#", done);
  const line = find("span", tally);
  if (line.textContent === said) return;
  line.textContent = said;
  find("i", tally).style.setProperty("--share", done / tally.dataset.total);
}

/* --- Names and roles that Streamlit does not give ------------------------------------------------ */

function setAttribute(element, name, value) {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function nameThings() {
  // Streamlit reads the label's Markdown source out loud; people should hear what they see.
  for (const named of all('input[aria-label], textarea[aria-label], [role="radiogroup"][aria-label]')) {
    const widget = named.closest('[data-testid="stElementContainer"]');
    const label = widget && find('[data-testid="stWidgetLabel"]', widget);
    if (label?.textContent.trim()) setAttribute(named, "aria-label", squeeze(label.textContent));
  }
  for (const bar of all('[data-testid="stProgress"]')) {
    const text = squeeze(find("p", bar)?.textContent ?? "") || words.progress;
    setAttribute(find('[role="progressbar"]', bar), "aria-label", text);
  }
  const masthead = find(".st-key-masthead");
  if (masthead) {
    setAttribute(masthead, "role", "navigation");
    setAttribute(masthead, "aria-label", words.nav);
    for (const link of all("a", masthead)) {
      if (find("strong", link)) setAttribute(link, "aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }
  const skip = find('[data-testid="stSkipToContent"]')?.firstChild;
  if (skip && skip.nodeValue !== words.skip) skip.nodeValue = words.skip;
}

function markErrors() {
  for (const key of page.errors.map(className)) {
    const message = find(`.st-key-error-${key}`);
    const field = find(`.st-key-${key} :is(input, textarea)`);
    if (!message || !field) continue;
    message.id = `error-${key}`;
    setAttribute(field, "aria-invalid", "true");
    setAttribute(field, "aria-describedby", message.id);
  }
  for (const field of all('[aria-describedby^="error-"]')) {
    if (document.getElementById(field.getAttribute("aria-describedby"))) continue;
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
}

/* --- Signals from Python --------------------------------------------------------------------------- */

function receive(signal) {
  const before = page;
  // What is stored comes at the end of a run, with its versions; the beginning of the run may arrive after it.
  const { run, stored, versions } = signal.run > page.run ? { versions: {}, ...signal } : page;
  page = { ...page, ...signal, run, stored: byClassName(stored), versions };
  keepTitle();
  if (signal.answers) read = signal.answers;
  showAnswers();
  if (signal.watch !== undefined && signal.watch?.address !== before.watch?.address) watchOn();
  if (signal.go && signal.go !== before.go && /^\/(?!\/)/.test(signal.go)) location.assign(signal.go);
  const place = JSON.stringify([signal.focus, signal.errors]);
  // A page that opens with an error comes from a plain form: its summary gets the focus too.
  if (signal.focus && (before.place || signal.errors.length) && before.place !== place) moveFocus(signal);
  if (signal.focus) page.place = place;
  followFocus(signal);
  const answers = anew; // else the signal is from before the connection broke
  until(idle, () => setTimeout(() => lookAtDrafts(answers), FILL_IN));
}

function lookAtDrafts(answers) {
  if (answers && anew) {
    anew = false;
    unsettledUntil = Date.now() + UNSETTLED;
  }
  if (settled()) followVersions();
  else resume();
  restoreDrafts();
  dropDrafts();
}

function receiveAll() {
  window.frontEndSignals?.splice(0).forEach(receive);
}

/* What is too wide for the screen is scrolled by keyboard too. */
function reachWideTables() {
  for (const part of all("table, .house-style")) {
    if (part.scrollWidth > part.clientWidth) setAttribute(part, "tabindex", "0");
    else part.removeAttribute("tabindex");
  }
}

let waiting = null;

function tidySoon() {
  waiting ??= setTimeout(tidy, 60);
}

function tidy() {
  waiting = null;
  restoreDrafts();
  focusAgain();
  nameThings();
  reachWideTables();
  markErrors();
  showAnswers();
  goOnward();
  keepTitle();
}

function start() {
  window.addEventListener("keydown", swallowHotkey, true);
  window.addEventListener("front-end-signal", receiveAll);
  window.addEventListener("beforeunload", leave);
  window.addEventListener("resize", tidySoon);
  window.addEventListener("pageshow", openAnew);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) leave();
    watchOn(0);
  });
  for (const typing of ["keydown", "beforeinput"]) document.addEventListener(typing, beforeTyping, true);
  document.addEventListener("input", onInput, true);
  document.addEventListener("focusin", onFocus, true);
  document.addEventListener("focusout", onBlur, true);
  document.addEventListener("click", onLink, true);
  document.addEventListener("click", holdOnward, true);
  document.addEventListener("change", onTap);
  document.addEventListener("click", onClick);
  new MutationObserver(() => {
    watchConnection();
    closeForeignDialogs();
    tidySoon();
  }).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ["data-test-connection-state", "data-test-script-state"],
  });
  tidy();
  receiveAll();
  sendTaps();
}

export default function ({ data, setTriggerValue }) {
  words = data;
  tellPython = setTriggerValue;
  if (window.frontEndStarted) return;
  window.frontEndStarted = true;
  start();
}
