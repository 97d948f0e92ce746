import type { Catalogue } from '../catalogue.ts';
import type { show as english } from '../en/show.ts';

export const show: Catalogue<typeof english> = {
  label: 'Regie',
  blank: 'Bühnen leeren',
  unblank: 'Bühnen wieder zeigen',
  ctrl: 'Strg',
  shift: 'Umschalt',
  isBlank: 'Die Bühnen sind leer. Das Publikum sieht nichts von Cuedesk.',
  isBlankWord: 'Leer',
  back: '{{key}} oder der Knopf bringt sie zurück.',
  notSent: 'Das hat die Bühnen nicht erreicht. {{why}}',
  alerts: 'Einblendungen',
  pause: 'Einblendungen anhalten',
  resume: 'Einblendungen fortsetzen',
  skip: 'Diese Einblendung überspringen',
  replay: 'Die letzte noch einmal zeigen',
  clear: 'Alle Einblendungen löschen',
  mute: 'Einblendungen stumm schalten',
  unmute: 'Ton der Einblendungen einschalten',
  paused: 'Einblendungen sind angehalten',
  muted: 'Stumm',
  /* After the number. */
  waiting_one: 'wartet',
  waiting_other: 'warten',
  waitingHint: 'Einblendungen, die noch nicht auf Sendung sind',
};
