import type { ObsNames } from '../../../shared/scenes.ts';
import type { ObsList } from './rule-fields.ts';

/** What OBS has for that field of a row. */
export function namesFor(names: ObsNames | null, list: ObsList, row: Readonly<Record<string, unknown>>): string[] {
  if (!names) return [];
  if (list === 'sources') return names.sources[String(row['scene'])] ?? [];
  if (list === 'filters') return names.filters[String(row['source'])] ?? [];
  return list === 'filtered' ? Object.keys(names.filters) : names[list];
}
