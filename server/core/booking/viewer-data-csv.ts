import { csvRow } from '../../../shared/csv.ts';
import type { ViewerData } from '../../../shared/viewer-data.ts';

/** The file of a viewer's data as two columns: the name of each field as the JSON has it (`asks.1.person.name`), and what it says. */
export function viewerDataCsv(data: ViewerData): string {
  return [['field', 'value'], ...cells(data, [])].map(csvRow).join('');
}

function cells(value: unknown, path: ReadonlyArray<string>): string[][] {
  if (value === null || typeof value !== 'object') return [[path.join('.'), value === null ? '' : String(value)]];
  // People count from one.
  const inside = Array.isArray(value) ? value.map((one, at) => [String(at + 1), one] as const) : Object.entries(value);
  return inside.flatMap(([name, one]) => cells(one, [...path, name]));
}
