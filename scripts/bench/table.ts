/** One row of the benchmark. `target` null: told for comparison, without a promise. */
export interface Row {
  readonly row: string;
  readonly value: number;
  readonly unit: string;
  readonly target: { readonly most: number } | { readonly least: number } | null;
  /** What the value was made of. */
  readonly detail: string;
}

export function passes({ value, target }: Row): boolean | null {
  if (target === null) return null;
  return 'most' in target ? value <= target.most : value >= target.least;
}

function rounded(value: number): string {
  return value >= 1000 ? value.toFixed(0) : value >= 100 ? value.toFixed(1) : value.toFixed(2);
}

/** The rows as a table for a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.row,
    `${rounded(row.value)} ${row.unit}`.trim(),
    row.target === null ? '' : 'most' in row.target ? `at most ${row.target.most}` : `at least ${row.target.least}`,
    { true: 'pass', false: 'FAIL', null: '' }[String(passes(row)) as 'true' | 'false' | 'null'],
    row.detail,
  ]);
  const lines = [['what', 'measured', 'target', '', 'detail'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => String(line[column]).length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
