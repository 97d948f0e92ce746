import type { Instant } from '../../../shared/time.ts';

/* What a field of the browser for a day and a clock holds: wall time of this machine, `2026-06-12T20:30`. */

export function localMinute(instant: Instant): string {
  const at = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Null for an empty field and for what is no time. */
export function readLocalMinute(text: string): Instant | null {
  const at = text === '' ? Number.NaN : new Date(text).getTime();
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
