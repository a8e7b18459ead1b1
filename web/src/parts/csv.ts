/** CSV files that spreadsheets open: UTF-8 with its mark, quoted, and no cell that acts as a formula. */

const byteOrderMark = '\uFEFF';
const formulaStart = /^[=+\-@\t\r]/;
const plainNumber = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;

export type Cell = string | number | null | undefined;

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell);
  const safe = formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvText(headings: string[], rows: Cell[][]): string {
  return byteOrderMark + [headings, ...rows].map((row) => row.map(cellText).join(',')).join('\r\n') + '\r\n';
}

/** Hands a file that the page made to the reader. */
export function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
