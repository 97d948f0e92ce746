/*
 * CSV as RFC 4180 has it, for spreadsheets that take a cell's first sign for a formula (security.md D4).
 */

/** What a spreadsheet reads as the start of a formula, or skips before it looks for one. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** One row with its line end. A cell that would be a formula begins with an apostrophe and is text. */
export function csvRow(cells: ReadonlyArray<string>): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
