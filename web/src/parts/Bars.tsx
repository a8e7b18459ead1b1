/** Horizontal bars drawn as SVG, one group a row, one bar a year; the table beside them has the numbers. */
export interface BarRow { key: string; label: string; values: (number | null)[] }

const barHeight = 10, gap = 2, rowGap = 9, labelWidth = 142, width = 510, figureWidth = 58;

export function Bars(
  { rows, series, unit, title, format }: {
    rows: BarRow[]; series: string[]; unit: string; title: string; format: (value: number | null) => string;
  },
) {
  const most = Math.max(...rows.flatMap((row) => row.values.map((value) => Math.abs(value ?? 0))), 0) || 1;
  const rowHeight = series.length * (barHeight + gap) + rowGap;
  return (
    <figure class="bars">
      <figcaption>
        {title}<span class="unit">{unit}</span>
        {series.map((name, place) => <span key={name} class={`key series${place}`}>{name}</span>)}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${rows.length * rowHeight}`} role="img" aria-label={title}>
        {rows.map((row, index) => (
          <g key={row.key} transform={`translate(0 ${index * rowHeight})`}>
            <text x={labelWidth - 8} y={(rowHeight - rowGap) / 2 + 4} class="name">{row.label}</text>
            {row.values.map((value, place) => {
              const length = Math.abs(value ?? 0) / most * (width - labelWidth - figureWidth);
              const y = place * (barHeight + gap);
              return (
                <g key={place}>
                  <rect x={labelWidth} y={y} width={length} height={barHeight} class={`series${place}`} />
                  <text x={labelWidth + length + 5} y={y + barHeight - 1} class="amount">{format(value)}</text>
                </g>
              );
            })}
          </g>
        ))}
      </svg>
    </figure>
  );
}
