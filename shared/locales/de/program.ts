import type { Catalogue } from '../catalogue.ts';
import type { program as en } from '../en/program.ts';

export const program: Catalogue<typeof en> = {
  studio: 'Studio (dein Anmeldelink, bitte nicht weitergeben)',
  stage: 'Bühne (für eine Browserquelle in OBS; wer die Adresse hat, sieht, was auf Sendung ist)',
  booking: 'Buchungsseite',
  network: 'Für andere Geräte in deinem Netz, statt {{private}}',
  noBio: 'Veröffentliche im Studio dein Profil, dann steht sie unter {{url}}/@dein-name',
  localOnly:
    'Nur dieser Rechner kann diese Adresse öffnen. Wähle im Studio einen Tunnel oder trage eine eigene Adresse ein.',
  doorClosed: 'Die öffentliche Tür ist geschlossen (PUBLIC_PORT=off).',
  demo: 'Die Beispielsendung läuft. Alles darin ist erfunden und verschwindet beim Beenden.',
};
