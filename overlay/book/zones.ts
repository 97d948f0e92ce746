import { signal } from '@preact/signals';

/** The viewer's own zone. */
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** The zone that all times of the page are shown in: the viewer's own until another is chosen. */
export const zone = signal(ownZone);
