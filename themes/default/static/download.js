// Saves rows of a table as a file, CSV or a workbook (.xlsx). It is made here, so nothing leaves the browser; and it is
// fetched when it is first asked for. A cell is a text, a number, or a day: a Date at midnight in UTC.

// What a spreadsheet may run as a formula gets an apostrophe, as in the CSV files of the data (OWASP, CSV injection).
const SIGN = "[=+\\-@＝＋－＠]";
const PASSED = '(?:[\\s\u200b\ufeff"])';
const END = "[;,|\t\r\n]";
const HARMLESS = "(?:[+-][0-9]{1,7}|[+-][0-9()]+ [0-9 ().+-]*)";
const FIRST = new RegExp(`^(?!${PASSED}*${HARMLESS}$)(?=(?:${PASSED}|')*${SIGN}|'*[\t\r\n])`);
const LATER = new RegExp(
  `((?<end>${END})(?:(?!${END})${PASSED})*)(?!${HARMLESS}(?:$|(?=\\k<end>)(?=[;,|\t])))(?='*${SIGN})`,
  "g",
);

const guarded = (text) => (FIRST.test(text) ? "'" : "") + text.replace(LATER, "$1'");
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const told = (cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell));

// The mark at the beginning tells Excel that the file is UTF-8.
const csv = (rows) => `\ufeff${rows.map((row) => `${row.map((cell) => quoted(guarded(told(cell)))).join(",")}\r\n`).join("")}`;

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) =>
  text
    .slice(0, 32767)
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)|[\0-\x08\x0b-\x1f]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

const letters = (column) => (column > 25 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
const FIRST_DAY = Date.UTC(1900, 2, 1); // Programs disagree about earlier ones.

// Styles: 0 is a number, 1 a text, 2 a day, 3 a head.
const xlsxCell = (cell, place, style) => {
  if (cell === "") return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (cell instanceof Date && cell >= FIRST_DAY) {
    return `<c r="${place}" s="2"><v>${(cell - Date.UTC(1899, 11, 30)) / 864e5}</v></c>`;
  }
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(told(cell))}</t></is></c>`;
};
const xlsxRow = (row, index) =>
  `<row r="${index + 1}">${row.map((cell, column) => xlsxCell(cell, letters(column) + (index + 1), index ? 1 : 3)).join("")}</row>`;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const relations = (...all) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([kind, path], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${path}"/>`)
    .join("")}</Relationships>`;

const parts = (rows, name) => {
  const last = letters(rows[0].length - 1);
  const widths = rows[0].map((head, column) => Math.min(60, Math.max(...rows.slice(0, 200).map((row) => told(row[column]).length)) + 2));
  return {
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sheet.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/_rels/workbook.xml.rels": relations(["worksheet", "sheet.xml"], ["styles", "styles.xml"]),
    "xl/workbook.xml": `${XML}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/styles.xml": `${XML}<styleSheet xmlns="${SHEETS}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">${[
      [0, 0],
      [49, 0],
      [164, 0],
      [49, 1],
    ]
      .map(([format, font]) => `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`)
      .join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    "xl/sheet.xml": `${XML}<worksheet xmlns="${SHEETS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths
      .map((width, column) => `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`)
      .join("")}</cols><sheetData>${rows.map(xlsxRow).join("")}</sheetData><autoFilter ref="A1:${last}${rows.length}"/></worksheet>`,
  };
};

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
const crc = (bytes) => {
  let value = ~0;
  for (const byte of bytes) value = CRC[(value ^ byte) & 255] ^ (value >>> 8);
  return ~value >>> 0;
};

// Numbers of two and four bytes, the lowest byte first.
const packed = (...fields) => {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
};

// A ZIP file whose entries are not compressed, all of 1 January 1980 (APPNOTE 4.3).
const zip = (files) => {
  const encoder = new TextEncoder();
  const locals = [];
  const central = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = encoder.encode(path);
    const data = encoder.encode(text);
    const about = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, 0x21], [4, crc(data)], [4, data.length], [4, data.length], [2, name.length], [2, 0]];
    locals.push(packed([4, 0x04034b50], ...about), name, data);
    central.push(packed([4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
    at += 30 + name.length + data.length;
  }
  const size = central.reduce((sum, piece) => sum + piece.length, 0);
  const count = central.length / 2;
  return [...locals, ...central, packed([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, at], [2, 0])];
};

// Saves `rows`, the first of which is the head, as the file `name` in a format: "csv" or "xlsx".
export const save = (rows, name, format, sheet) => {
  const made =
    format === "csv"
      ? new Blob([csv(rows)], { type: "text/csv;charset=utf-8" })
      : new Blob(zip(parts(rows, escaped(sheet))), { type: `${TYPE}.sheet` });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(made);
  link.download = `${name}.${format}`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
