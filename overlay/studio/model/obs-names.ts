import type { ObsNames } from '../../../shared/scenes.ts';
import type { ObsList } from './rule-fields.ts';

type Row = Readonly<Record<string, unknown>>;

/** What OBS has for that field of a row, to choose from. */
export function namesFor(names: ObsNames | null, list: ObsList, row: Row): string[] {
  if (!names) return [];
  if (list === 'sources') return names.sources[String(row['scene'])] ?? [];
  if (list === 'filters') return names.filters[String(row['source'])] ?? [];
  return list === 'filtered' ? Object.keys(names.filters) : names[list];
}

/**
 * Whether OBS is known not to have that name. Nothing is known while it is away, nor of a source before its scene is named.
 * What has no filter cannot be chosen for one, and is there all the same.
 */
export function isNotInObs(names: ObsNames | null, list: ObsList, row: Row, name: string): boolean {
  if (!names || name === '') return false;
  if (list === 'sources' && row['scene'] === '') return false;
  if (list === 'filters' && row['source'] === '') return false;
  if (list === 'filtered' && (names.inputs.includes(name) || name in names.sources)) return false;
  return !namesFor(names, list, row).includes(name);
}
