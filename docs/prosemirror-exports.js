// What static/js/rich/ uses of ProseMirror; docs/vendored.md says how prosemirror.min.js is built from it.
export { Fragment, Schema, Slice } from "prosemirror-model";
export { EditorState, Plugin, TextSelection } from "prosemirror-state";
export { EditorView } from "prosemirror-view";
export { keymap } from "prosemirror-keymap";
export { history, redo, undo } from "prosemirror-history";
export { baseKeymap, chainCommands, lift, setBlockType, wrapIn } from "prosemirror-commands";
export { liftListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
export {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  goToNextCell,
  tableEditing,
  tableNodes,
} from "prosemirror-tables";
export { gapCursor } from "prosemirror-gapcursor";
