import type { Catalogue } from '../catalogue.ts';
import type { show as english } from '../en/show.ts';

export const show: Catalogue<typeof english> = {
  label: 'Regi',
  blank: 'Tøm scenene',
  unblank: 'Vis scenene igjen',
  ctrl: 'Ctrl',
  shift: 'Shift',
  isBlank: 'Scenene er tomme. Seerne ser ingenting av Cuedesk.',
  isBlankWord: 'Tom',
  back: '{{key}} eller knappen henter dem tilbake.',
  notSent: 'Det nådde ikke fram til scenene. {{why}}',
  alerts: 'Varsler',
  pause: 'Sett varslene på pause',
  resume: 'Fortsett med varslene',
  skip: 'Hopp over dette varselet',
  replay: 'Vis det siste varselet igjen',
  clear: 'Fjern alle varslene',
  mute: 'Demp varslene',
  unmute: 'Slå på lyden til varslene',
  paused: 'Varslene står på pause',
  muted: 'Dempet',
  /* After the number. */
  waiting_one: 'venter',
  waiting_other: 'venter',
  waitingHint: 'Varsler som ikke er på lufta ennå',
};
