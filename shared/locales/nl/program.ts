import type { Catalogue } from '../catalogue.ts';
import type { program as en } from '../en/program.ts';

export const program: Catalogue<typeof en> = {
  studio: 'Studio (jouw aanmeldlink, deel hem met niemand)',
  stage: 'Podium (voor een browserbron in OBS; wie het adres heeft, ziet wat er in beeld is)',
  booking: 'Boekingspagina',
  network: 'Voor andere apparaten in je netwerk, in plaats van {{private}}',
  noBio: 'publiceer je profiel in de studio, daarna staat ze op {{url}}/@jouw-naam',
  localOnly: 'Alleen deze computer kan dat adres openen. Kies in de studio een tunnel of vul een eigen adres in.',
  doorClosed: 'De openbare deur is dicht (PUBLIC_PORT=off).',
  demo: 'De voorbeeldshow speelt. Alles erin is verzonnen en verdwijnt zodra je stopt.',
};
