// What a section may hold: the grammar of the small markup and nothing else.
import { Schema, tableNodes } from "../../vendor/prosemirror/prosemirror.min.js";

const labelled = (dom) => ({ label: dom.dataset.label || "" });
const shown = (node, more = {}) => (node.attrs.label ? { "data-label": node.attrs.label, ...more } : more);

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: {
      group: "block",
      content: "inline*",
      attrs: { label: { default: "" } },
      parseDOM: [{ tag: "p", getAttrs: labelled }],
      toDOM: (node) => ["p", shown(node), 0],
    },
    heading: {
      group: "block",
      content: "inline*",
      defining: true,
      attrs: { level: { default: 2 }, label: { default: "" } },
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
        tag: `h${level}`,
        getAttrs: (dom) => ({ level: level < 3 ? 2 : 3, ...labelled(dom) }),
      })),
      toDOM: (node) => [`h${node.attrs.level}`, shown(node), 0],
    },
    bullets: list("ul"),
    steps: list("ol"),
    item: { content: "paragraph", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
    quotation: {
      group: "block",
      content: "paragraph+",
      defining: true,
      parseDOM: [{ tag: "blockquote" }],
      toDOM: () => ["blockquote", 0],
    },
    figure: {
      group: "block",
      content: "caption? table",
      isolating: true,
      attrs: { label: { default: "" } },
      parseDOM: [{ tag: "div[data-figure]", getAttrs: labelled }],
      toDOM: (node) => ["div", shown(node, { "data-figure": "" }), 0],
    },
    caption: {
      content: "inline*",
      defining: true,
      parseDOM: [{ tag: "p[data-caption]", priority: 60 }, { tag: "caption" }],
      toDOM: () => ["p", { "data-caption": "" }, 0],
    },
    ...tableNodes({ cellContent: "paragraph", cellAttributes: {} }),
    footnote: {
      group: "block",
      content: "inline*",
      defining: true,
      attrs: { key: {} },
      parseDOM: [{ tag: "p[data-note]", priority: 60, getAttrs: (dom) => ({ key: dom.dataset.note }) }],
      toDOM: (node) => ["p", { "data-note": node.attrs.key }, 0],
    },
    call: {
      ...atom("call", "key", "^"),
      attrs: { key: {} },
    },
    reference: {
      ...atom("reference", "label", "@"),
      attrs: { label: {} },
    },
    text: { group: "inline" },
  },
});

function list(tag) {
  return {
    group: "block",
    content: "item+",
    parseDOM: [{ tag }],
    toDOM: () => [tag, 0],
  };
}

function atom(name, attr, sign) {
  return {
    group: "inline",
    inline: true,
    atom: true,
    parseDOM: [{ tag: `span[data-${name}]`, getAttrs: (dom) => ({ [attr]: dom.dataset[name] }) }],
    toDOM: (node) => ["span", { [`data-${name}`]: node.attrs[attr] }, `[${sign}${node.attrs[attr]}]`],
    leafText: (node) => `[${sign}${node.attrs[attr]}]`,
  };
}
