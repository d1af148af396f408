// The small markup (docs/report-markup.md) as a document of schema.js, and back. Reads as
// reports/readers/markup.py does; a test in a browser holds the two together.

const LINES = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
const MARK = /\[\^([\p{L}\p{N}_-]{1,64})\]|\[@([\p{L}\p{N}_-]{1,64})\]/gu;
const LABEL = /^(.*\S)\s*\{#([\p{L}\p{N}_-]{1,64})\}$/su;
const OF_THE_RECORD = /^(chapter|appendix|recommendation|learning-point)-/;
const ESCAPED = /^\\([-*•·#>|[\\].*|\d{1,3}[.)].*|Table:.*)$/su;
const CAPTION = /^Table:\s*\S/u;
const SIGNS = [
  ["minor", /^#{3,6}\s+(.+)$/u],
  ["heading", /^#{1,2}\s+(.+)$/u],
  ["bullets", /^[-*•·]\s+(.+)$/u],
  ["steps", /^\d{1,3}[.)]\s+(.+)$/u],
  ["quotation", /^>\s+(.+)$/u],
  ["note", /^(\[\^[\p{L}\p{N}_-]{1,30}\]:\s*\S.*)$/u],
  ["table", /^(\|.*)$/u],
];
const NOTE = /^\[\^([^\]]+)\]:\s*(.*)$/su;
const DASHES = /^\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?$/;
const MOST_COLUMNS = 12;

export function parse(text) {
  const content = runs(text).flatMap(blocks);
  return { type: "doc", content: content.length ? content : [paragraph("")] };
}

function runs(text) {
  const found = [];
  const lines = text.split(LINES).map((line) => line.trim());
  let run = null;
  lines.forEach((line, at) => {
    const following = lines.slice(at + 1, at + 3).find(Boolean) || "";
    const [kind, words] = begin(line, following.startsWith("|"));
    if (run && goesOn(run, kind, line)) {
      if (kind) run.lines.push(words);
      else if (run.kind === "quotation" && words === ">") run.lines.push("");
      else run.lines[run.lines.length - 1] = `${run.lines.at(-1)} ${words}`.trim();
    } else if (!run || line || !isCaptionAlone(run)) {
      run = line ? { kind: { "": "paragraph", caption: "table" }[kind] ?? kind, lines: [words] } : null;
      if (run) found.push(run);
    }
  });
  return found;
}

function begin(line, isAboveRows) {
  const escaped = ESCAPED.exec(line);
  if (escaped) return ["", escaped[1]];
  for (const [kind, sign] of SIGNS) {
    const found = sign.exec(line);
    if (found) return [kind, found[1].trim()];
  }
  return [isAboveRows && CAPTION.test(line) ? "caption" : "", line];
}

function goesOn(run, kind, line) {
  if (!line || run.kind === "heading" || run.kind === "minor") return false;
  if (!kind) return run.kind !== "table";
  return kind === run.kind && kind !== "note";
}

const isCaptionAlone = (run) =>
  run.kind === "table" && run.lines.length === 1 && !run.lines[0].startsWith("|");

function blocks({ kind, lines }) {
  switch (kind) {
    case "heading":
      return [named("heading", lines[0], { level: 2 })];
    case "minor":
      return [named("heading", lines[0], { level: 3 })];
    case "bullets":
    case "steps":
      return [{ type: kind, content: lines.map((line) => ({ type: "item", content: [paragraph(line)] })) }];
    case "quotation":
      return [{ type: "quotation", content: quoted(lines).map(paragraph) }];
    case "note": {
      const [, key, words] = NOTE.exec(lines[0]);
      return [{ type: "footnote", attrs: { key }, content: inline(words) }];
    }
    case "table":
      return tableOf(lines);
    default:
      return lines.map((line) => named("paragraph", line));
  }
}

function quoted(lines) {
  const paragraphs = [[]];
  for (const line of lines) line ? paragraphs.at(-1).push(line) : paragraphs.push([]);
  return paragraphs.filter((words) => words.length).map((words) => words.join(" "));
}

function tableOf(lines) {
  const hasCaption = !lines[0].startsWith("|");
  const rows = hasCaption ? lines.slice(1) : lines;
  const isDashed = rows.length > 1 && rows[1].includes("|") && DASHES.test(rows[1]);
  const heads = cells(rows[0]);
  if (!isDashed || heads.length > MOST_COLUMNS) return lines.map((line) => named("paragraph", line));
  const caption = named("caption", hasCaption ? lines[0].slice("Table:".length).trim() : "");
  const { label = "" } = caption.attrs;
  delete caption.attrs;
  const made = [row("table_header", heads)];
  for (const line of rows.slice(2)) made.push(row("table_cell", fitted(cells(line), heads.length)));
  return [{ type: "figure", attrs: { label }, content: [caption, { type: "table", content: made }] }];
}

function cells(line) {
  let inner = line.replace(/^\|/, "");
  if (inner.endsWith("|") && !inner.endsWith("\\|")) inner = inner.slice(0, -1);
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
}

function fitted(given, count) {
  if (given.length > count) return [...given.slice(0, count - 1), given.slice(count - 1).join(" | ")];
  return [...given, ...Array(count - given.length).fill("")];
}

const row = (type, texts) => ({
  type: "table_row",
  content: texts.map((text) => ({ type, content: [paragraph(text)] })),
});

const paragraph = (text) => ({ type: "paragraph", attrs: { label: "" }, content: inline(text) });

function named(type, text, attrs = {}) {
  const found = LABEL.exec(text);
  const isOurs = found && !OF_THE_RECORD.test(found[2]);
  return {
    type,
    attrs: { ...attrs, label: isOurs ? found[2] : "" },
    content: inline(isOurs ? found[1] : text),
  };
}

function inline(text) {
  const found = [];
  let end = 0;
  for (const mark of text.matchAll(MARK)) {
    if (mark.index > end) found.push({ type: "text", text: text.slice(end, mark.index) });
    if (mark[1]) found.push({ type: "call", attrs: { key: mark[1] } });
    else found.push({ type: "reference", attrs: { label: mark[2] } });
    end = mark.index + mark[0].length;
  }
  if (end < text.length) found.push({ type: "text", text: text.slice(end) });
  return found;
}

// And back

export function serialise(doc) {
  return (doc.content || []).map(written).filter(Boolean).join("\n\n");
}

function written(node) {
  const words = () => wordsOf(node);
  switch (node.type) {
    case "heading":
      return words() && `${node.attrs.level === 2 ? "##" : "###"} ${words()}${label(node)}`;
    case "bullets":
      return items(node, () => "-");
    case "steps":
      return items(node, (at) => `${(at % 999) + 1}.`);
    case "quotation":
      return node.content.map(wordsOf).filter(Boolean).map((text) => `> ${text}`).join("\n>\n");
    case "footnote":
      return words() && `[^${node.attrs.key}]: ${words()}`;
    case "figure":
      return figure(node);
    default:
      return words() && escaped(words() + label(node));
  }
}

const wordsOf = (node) =>
  (node.content || [])
    .map((one) => {
      if (one.type === "text") return one.text;
      if (one.type === "call") return `[^${one.attrs.key}]`;
      return one.type === "reference" ? `[@${one.attrs.label}]` : wordsOf(one);
    })
    .join("")
    .replace(/[\n\r]+/gu, " ")
    .trim();

const label = (node) => (node.attrs?.label ? ` {#${node.attrs.label}}` : "");

function items(node, sign) {
  const texts = node.content.map(wordsOf).filter(Boolean);
  return texts.map((text, at) => `${sign(at)} ${text}`).join("\n");
}

function escaped(text) {
  const isSign = SIGNS.some(([, sign]) => sign.test(text)) || CAPTION.test(text) || ESCAPED.test(text);
  return isSign ? `\\${text}` : text;
}

function figure(node) {
  const caption = node.content.find((one) => one.type === "caption");
  const table = node.content.find((one) => one.type === "table");
  const rows = table.content.map((one) => one.content.flatMap(cellTexts));
  const columns = Math.max(...rows.map((texts) => texts.length));
  const [heads, ...others] = rows.map((texts) => `| ${fitted(texts, columns).map(cell).join(" | ")} |`);
  const words = caption ? wordsOf(caption) : "";
  const first = words ? [`Table: ${words}${label(node)}`] : [];
  return [...first, heads, `|${" --- |".repeat(columns)}`, ...others].join("\n");
}

// A pasted cell may reach over several columns.
const cellTexts = (node) => [wordsOf(node), ...Array((node.attrs?.colspan || 1) - 1).fill("")];
const cell = (text) => text.replaceAll("|", "\\|");
