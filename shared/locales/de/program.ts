import type { Catalogue } from '../catalogue.ts';
import type { program as en } from '../en/program.ts';

export const program: Catalogue<typeof en> = {
  studio: 'Studio (Ihr Anmeldelink, bitte nicht weitergeben)',
  stage: 'Bühne (für eine Browserquelle in OBS; wer die Adresse hat, sieht, was auf Sendung ist)',
  booking: 'Buchungsseite',
  noBio: 'Veröffentlichen Sie im Studio Ihr Profil, dann steht sie unter {{url}}/@ihr-name',
  localOnly:
    'Nur dieser Rechner kann diese Adresse öffnen. Wählen Sie im Studio einen Tunnel oder tragen Sie eine eigene Adresse ein.',
  doorClosed: 'Die öffentliche Tür ist geschlossen (PUBLIC_PORT=off).',
  demo: 'Die Beispielsendung läuft. Alles darin ist erfunden und verschwindet beim Beenden.',
  stopping: 'Cuedesk wird beendet.',
};
