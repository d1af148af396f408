// What the buttons of the editor do. Each command is ProseMirror's: (state, dispatch) => whether it can.
import {
  TextSelection,
  lift,
  liftListItem,
  setBlockType,
  wrapIn,
  wrapInList,
} from "../../vendor/prosemirror/prosemirror.min.js";
import { schema } from "./schema.js";

const { nodes } = schema;

// The node of a type around the cursor, with where it begins.
export function around({ selection: { $from } }, ...types) {
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (types.includes(node.type)) return { node, pos: $from.before(depth), depth };
  }
  return null;
}

export const isIn = (state, type, attrs = {}) => {
  const found = around(state, type)?.node;
  return Boolean(found) && Object.keys(attrs).every((name) => found.attrs[name] === attrs[name]);
};

const isFree = (state) => !around(state, nodes.figure, nodes.footnote);

// Each change of kind first steps out of a list or a quotation.
function outside(view) {
  for (let step = 0; step < 4; step++) {
    if (around(view.state, nodes.item)) liftListItem(nodes.item)(view.state, view.dispatch);
    else if (around(view.state, nodes.quotation)) lift(view.state, view.dispatch);
    else return;
  }
}

const onView = (can, run) => (state, dispatch, view) => {
  if (!can(state)) return false;
  if (dispatch) run(view);
  return true;
};

export const become = (type, attrs) =>
  onView(isFree, (view) => {
    outside(view);
    setBlockType(type, attrs)(view.state, view.dispatch);
  });

export const listed = (type) =>
  onView(isFree, (view) => {
    const was = isIn(view.state, type);
    outside(view);
    if (was) return;
    setBlockType(nodes.paragraph)(view.state, view.dispatch);
    wrapInList(type)(view.state, view.dispatch);
  });

export const quoted = onView(isFree, (view) => {
  const was = isIn(view.state, nodes.quotation);
  outside(view);
  if (was) return;
  setBlockType(nodes.paragraph)(view.state, view.dispatch);
  wrapIn(nodes.quotation)(view.state, view.dispatch);
});

export function addTable(state, dispatch) {
  if (!isFree(state)) return false;
  if (dispatch) {
    const line = (cell) => nodes.table_row.create(null, [cell.createAndFill(), cell.createAndFill()]);
    const rows = [line(nodes.table_header), line(nodes.table_cell), line(nodes.table_cell)];
    const figure = nodes.figure.create(null, [nodes.caption.create(), nodes.table.create(null, rows)]);
    const at = state.selection.$from.after(1);
    const tr = state.tr.insert(at, [figure, nodes.paragraph.create()]);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView());
  }
  return true;
}

export function removeTable(state, dispatch) {
  const found = around(state, nodes.figure);
  if (found && dispatch) dispatch(state.tr.delete(found.pos, found.pos + found.node.nodeSize));
  return Boolean(found);
}

export function addFootnote(state, dispatch) {
  if (around(state, nodes.footnote, nodes.caption)) return false;
  if (dispatch) {
    const key = nextKey(state.doc);
    const tr = state.tr.insert(state.selection.to, nodes.call.create({ key }));
    const at = tr.doc.content.size;
    tr.insert(at, nodes.footnote.create({ key }));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView());
  }
  return true;
}

function nextKey(doc) {
  const taken = new Set();
  doc.descendants(({ type, attrs }) => {
    if (type === nodes.call || type === nodes.footnote) taken.add(attrs.key);
  });
  let number = 1;
  while (taken.has(String(number))) number++;
  return String(number);
}

// From the words of a footnote back to where it is called.
export function backToCall(state, dispatch) {
  const found = around(state, nodes.footnote);
  if (!found) return false;
  let at = null;
  state.doc.descendants((node, pos) => {
    if (at === null && node.type === nodes.call && node.attrs.key === found.node.attrs.key) at = pos + 1;
  });
  if (at !== null && dispatch) {
    dispatch(state.tr.setSelection(TextSelection.create(state.doc, at)).scrollIntoView());
  }
  return at !== null;
}

export const refer = (label) => (state, dispatch) => {
  if (dispatch) dispatch(state.tr.insert(state.selection.to, nodes.reference.create({ label })));
  return true;
};

// The block that a label names: a paragraph, a heading, or a table by its caption.
export const place = (state) => {
  const figure = around(state, nodes.figure);
  if (figure || around(state, nodes.item, nodes.quotation, nodes.footnote)) return figure;
  return around(state, nodes.paragraph, nodes.heading);
};

export const name = (label) => (state, dispatch) => {
  const found = place(state);
  if (found && dispatch) dispatch(state.tr.setNodeAttribute(found.pos, "label", label));
  return Boolean(found);
};

export function labels(doc) {
  const found = [];
  doc.descendants(({ attrs, type }) => {
    if (type !== nodes.reference && attrs.label) found.push(attrs.label);
  });
  return found;
}
