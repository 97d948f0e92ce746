import { signal } from '@preact/signals';

/** The zone that all times of the page are shown in: the viewer's own until another is chosen. */
export const zone = signal(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');

/** All zones to choose from, those given first. A browser without the list offers those and UTC. */
export function zonesToChoose(first: ReadonlyArray<string>): string[] {
  const all = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : ['UTC'];
  return [...new Set([...first, ...all])];
}
