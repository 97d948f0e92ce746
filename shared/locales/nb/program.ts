import type { Catalogue } from '../catalogue.ts';
import type { program as en } from '../en/program.ts';

export const program: Catalogue<typeof en> = {
  studio: 'Studio (innloggingslenken din, hold den for deg selv)',
  stage: 'Scene (for en nettleserkilde i OBS; alle som har adressen, ser det som er på lufta)',
  booking: 'Bookingside',
  network: 'For andre enheter i nettverket ditt, i stedet for {{private}}',
  noBio: 'publiser profilen din i studioet, så ligger den på {{url}}/@navnet-ditt',
  localOnly: 'Bare denne maskinen kan åpne den adressen. Velg en tunnel i studioet, eller skriv inn din egen adresse.',
  doorClosed: 'Den offentlige døra er stengt (PUBLIC_PORT=off).',
  demo: 'Eksempelsendingen går. Alt i den er oppdiktet og forsvinner når du stopper.',
};
