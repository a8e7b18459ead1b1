import type { ComponentChildren } from 'preact';
import { useSpeech } from '../language';
import { csvText, save, type Cell } from './csv';

/** A column: its heading with the unit, what it shows, and the exact value that the download carries. */
export interface Column<R> {
  heading: string;
  unit?: string;
  show: (row: R) => ComponentChildren;
  /** The value in the CSV; columns without one are left out of it. */
  raw?: (row: R) => Cell;
  /** Unit in the CSV where it differs from the one on the page. */
  rawUnit?: string;
  isNumber?: boolean;
}

interface Props<R> {
  caption: string;
  columns: Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** Name of the CSV file, without its ending; no download without it. */
  file?: string;
  total?: R;
  hideCaption?: boolean;
}

/** A table with a caption, row headings, a total row and its download. */
export function DataTable<R>(props: Props<R>) {
  const words = useSpeech();
  const { caption, columns, rows, rowKey, file, total, hideCaption } = props;
  return (
    <div class="table">
      <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption class={hideCaption ? 'hidden' : undefined}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.heading} scope="col" class={column.isNumber ? 'number' : undefined}>
                  {column.heading}{column.unit && <span class="unit">{column.unit}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows.map((row) => <Row key={rowKey(row)} columns={columns} row={row} />)}</tbody>
          {total && <tfoot><Row columns={columns} row={total} /></tfoot>}
        </table>
      </div>
      {file && rows.length > 0 && (
        <button type="button" class="download" aria-label={`${words.say('download')}: ${caption}`}
          onClick={() => download(file, columns, total ? [...rows, total] : rows)}>
          {words.say('download')}
        </button>
      )}
    </div>
  );
}

function Row<R>({ columns, row }: { columns: Column<R>[]; row: R }) {
  return (
    <tr>
      {columns.map((column, place) => place === 0
        ? <th key={column.heading} scope="row">{column.show(row)}</th>
        : <td key={column.heading} class={column.isNumber ? 'number' : undefined}>{column.show(row)}</td>)}
    </tr>
  );
}

function download<R>(file: string, columns: Column<R>[], rows: readonly R[]): void {
  const kept = columns.filter((column) => column.raw);
  const text = csvText(
    kept.map((column) => {
      const unit = column.rawUnit ?? column.unit;
      return unit ? `${column.heading} [${unit}]` : column.heading;
    }),
    rows.map((row) => kept.map((column) => column.raw!(row))));
  save(`${file}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}
