import type { Catalogue } from '../catalogue.ts';
import type { show as english } from '../en/show.ts';

export const show: Catalogue<typeof english> = {
  label: 'Regie',
  blank: 'Podia leegmaken',
  unblank: 'Podia weer tonen',
  ctrl: 'Ctrl',
  shift: 'Shift',
  isBlank: 'De podia zijn leeg. Kijkers zien niets van Cuedesk.',
  isBlankWord: 'Leeg',
  back: '{{key}} of de knop brengt ze terug.',
  notSent: 'Dat heeft de podia niet bereikt. {{why}}',
  alerts: 'Meldingen',
  pause: 'Meldingen pauzeren',
  resume: 'Meldingen hervatten',
  skip: 'Deze melding overslaan',
  replay: 'De laatste melding nog eens tonen',
  clear: 'Alle meldingen wissen',
  mute: 'Meldingen dempen',
  unmute: 'Geluid van meldingen aanzetten',
  paused: 'Meldingen staan op pauze',
  muted: 'Gedempt',
  /* After the number. */
  waiting_one: 'wacht',
  waiting_other: 'wachten',
  waitingHint: 'Meldingen die nog niet in beeld zijn',
};
