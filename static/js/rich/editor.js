// A rich editor on top of a box of small markup. The box stays what is sent; without this file it is
// what one writes in.
import {
  EditorState,
  EditorView,
  Fragment,
  Slice,
  addColumnAfter,
  addRowAfter,
  baseKeymap,
  chainCommands,
  deleteColumn,
  deleteRow,
  gapCursor,
  goToNextCell,
  history,
  keymap,
  liftListItem,
  redo,
  splitListItem,
  tableEditing,
  undo,
} from "../../vendor/prosemirror/prosemirror.min.js";
import * as commands from "./commands.js";
import { parse, serialise } from "./markup.js";
import { schema } from "./schema.js";

const { nodes } = schema;
const REMEMBERED = "dhr:writing";
const isTable = (state) => Boolean(commands.around(state, nodes.figure));

// words, command, whether it is so now; the last four only inside a table
const BUTTONS = [
  ["Paragraph", commands.become(nodes.paragraph), (state) => Boolean(commands.around(state, nodes.paragraph))],
  ["Heading", commands.become(nodes.heading, { level: 2 }), (state) => commands.isIn(state, nodes.heading, { level: 2 })],
  ["Smaller heading", commands.become(nodes.heading, { level: 3 }), (state) => commands.isIn(state, nodes.heading, { level: 3 })],
  ["Bullets", commands.listed(nodes.bullets), (state) => commands.isIn(state, nodes.bullets)],
  ["Numbers", commands.listed(nodes.steps), (state) => commands.isIn(state, nodes.steps)],
  ["Quotation", commands.quoted, (state) => commands.isIn(state, nodes.quotation)],
  ["Table", commands.addTable],
  ["Footnote", commands.addFootnote],
  ["Undo", undo],
  ["Redo", redo],
];
const IN_TABLE = [
  ["Add a row", addRowAfter],
  ["Remove the row", deleteRow],
  ["Add a column", addColumnAfter],
  ["Remove the column", deleteColumn],
  ["Remove the table", commands.removeTable],
];

export function enrich(box) {
  const made = document.querySelector("[data-rich]").content.cloneNode(true).firstElementChild;
  box.before(made);
  const find = (name) => made.querySelector(`[data-rich-${name}]`);
  const bar = find("bar");
  const places = find("places");
  const ofTheReport = [...places.children];
  const label = box.labels[0];
  if (label) label.id ||= `${box.id}-label`;
  let isOurs = false; // a change of the box that came from here
  const view = new EditorView(find("page"), {
    state: stateOf(box.value),
    attributes: {
      role: "textbox",
      "aria-multiline": "true",
      "aria-labelledby": label?.id || "",
      "aria-describedby": box.getAttribute("aria-describedby") || "",
      class: "app-rich__text",
    },
    transformPastedHTML: plainer,
    clipboardTextParser: (text) =>
      /[\n\r]/.test(text) ? new Slice(Fragment.from(schema.nodeFromJSON(parse(text)).content), 0, 0) : null,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) toBox();
      show();
    },
  });

  const buttons = [...BUTTONS, ...IN_TABLE].map(([words, command, isSo]) => {
    const button = bar.appendChild(document.createElement("button"));
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => {
      command(view.state, view.dispatch, view);
      view.focus();
    });
    return { button, command, isSo, isInTable: IN_TABLE.some(([same]) => same === words) };
  });
  const asks = ["name", "refer"].map((which) => asking(find(which)));

  function asking(row) {
    const which = row.dataset.does;
    const [opener, field] = [row.querySelector("button"), row.querySelector("input")];
    const go = () => {
      const called = field.value.trim().replace(/[^\p{L}\p{N}_-]+/gu, "-");
      if (called || which === "name") commands[which](called)(view.state, view.dispatch);
      if (which === "refer") field.value = "";
      view.focus();
    };
    opener.addEventListener("click", go);
    field.addEventListener("input", (event) => event.stopPropagation());
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      go();
    });
    return { row, which, opener, field };
  }

  function toBox() {
    isOurs = true;
    box.value = serialise(view.state.doc.toJSON());
    box.dispatchEvent(new Event("input", { bubbles: true }));
    isOurs = false;
  }

  function fromBox() {
    view.updateState(stateOf(box.value));
    show();
  }

  function show() {
    for (const { button, command, isSo, isInTable } of buttons) {
      button.hidden = isInTable && !isTable(view.state);
      button.disabled = !command(view.state, undefined, view);
      if (isSo) button.setAttribute("aria-pressed", String(isSo(view.state)));
    }
    const named = commands.place(view.state);
    for (const { which, opener, field } of asks) {
      if (which !== "name") continue;
      opener.disabled = field.disabled = !named;
      if (document.activeElement !== field) field.value = named?.node.attrs.label || "";
    }
    places.replaceChildren(...ofTheReport, ...options(commands.labels(view.state.doc)));
  }

  function turn(mode) {
    const isRich = mode === "rich";
    if (isRich) fromBox();
    find("whole").hidden = !isRich;
    box.hidden = isRich;
    for (const button of made.querySelectorAll("[data-mode]")) {
      button.setAttribute("aria-pressed", String(button.dataset.mode === mode));
    }
    remember(mode);
  }

  for (const button of made.querySelectorAll("[data-mode]")) {
    button.addEventListener("click", () => turn(button.dataset.mode));
  }
  box.addEventListener("change", () => isOurs || fromBox());
  label?.addEventListener("click", () => box.hidden && view.focus());
  for (const link of document.querySelectorAll(`a[href="#${box.id}"]`)) {
    link.addEventListener("click", (event) => {
      if (!box.hidden) return;
      event.preventDefault();
      view.focus();
    });
  }
  turn(remembered());
  return view;
}

// What is pasted, without its styles, which the content security policy would report.
function plainer(html) {
  return html
    .replace(/<style[^]*?<\/style>/gi, "")
    .replace(/<br[^>]*>/gi, " ")
    .replace(/<[^>]*>/g, (tag) => tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""));
}

function stateOf(text) {
  return EditorState.create({
    doc: schema.nodeFromJSON(parse(text)),
    plugins: [
      history(),
      keymap({
        "Mod-z": undo,
        "Mod-y": redo,
        "Shift-Mod-z": redo,
        Tab: goToNextCell(1),
        "Shift-Tab": goToNextCell(-1),
        Escape: commands.backToCall,
        Enter: chainCommands(stay, splitListItem(nodes.item), emptyItemOut),
      }),
      keymap(baseKeymap),
      keymap({ Enter: () => true }),
      tableEditing(),
      gapCursor(),
    ],
  });
}

// A footnote, a caption and a cell are one paragraph each.
function stay(state) {
  return Boolean(commands.around(state, nodes.footnote, nodes.figure));
}

function emptyItemOut(state, dispatch) {
  const found = commands.around(state, nodes.item);
  if (!found || found.node.textContent || found.node.firstChild.childCount) return false;
  return liftListItem(nodes.item)(state, dispatch);
}

const options = (values) =>
  values.map((value) => {
    const option = document.createElement("option");
    option.value = value;
    return option;
  });

function remembered() {
  try {
    return localStorage.getItem(REMEMBERED) === "plain" ? "plain" : "rich";
  } catch {
    return "rich";
  }
}

function remember(mode) {
  try {
    localStorage.setItem(REMEMBERED, mode);
  } catch {
    // then it is rich again next time
  }
}

const box = document.querySelector("textarea[data-markup]");
if (box) enrich(box);
