import { createInstance } from 'i18next';
import { chooseLanguage } from '../shared/local-text.ts';
import { program as de } from '../shared/locales/de/program.ts';
import { program as en } from '../shared/locales/en/program.ts';
import { program as nb } from '../shared/locales/nb/program.ts';
import { program as nl } from '../shared/locales/nl/program.ts';
import type { BookingAddress } from '../shared/studio-view.ts';

/** What the ready block tells. `handle` is the published one, or null. */
export interface ReadyFacts {
  readonly language: string;
  readonly private: string;
  readonly studio: string;
  readonly stage: string;
  /** The same door's addresses in the networks that this machine is in; empty where it answers to itself alone. */
  readonly network: ReadonlyArray<string>;
  readonly booking: BookingAddress;
  readonly handle: string | null;
  readonly publicDoorOpen: boolean;
  readonly demo: boolean;
}

/** The lines that are printed once the program serves: for people first, then the one line that scripts wait for. */
export function readyBlock(facts: ReadyFacts): string {
  const say = wordsIn(facts.language);
  const booking = facts.handle ? `${facts.booking.url}/@${facts.handle}` : say('noBio', { url: facts.booking.url });
  const lines = [
    '',
    `  ${say('studio')}:\n    ${facts.studio}`,
    `  ${say('stage')}:\n    ${facts.stage}`,
    `  ${say('booking')}:\n    ${booking}`,
    ...(facts.publicDoorOpen ? [] : [`    ${say('doorClosed')}`]),
    ...(facts.booking.localOnly ? [`    ! ${say('localOnly')}`] : []),
    ...(facts.network.length > 0
      ? [`  ${say('network', { private: facts.private })}:`, ...facts.network.map((url) => `    ${url}`)]
      : []),
    ...(facts.demo ? [`  ${say('demo')}`] : []),
    '',
    `cuedesk ready ${facts.private}`,
  ];
  return lines.join('\n');
}

/** The program's words in the language of the machine (`de_DE.UTF-8`). */
export function wordsIn(machine: string): (key: keyof typeof en, values?: Record<string, string>) => string {
  const instance = createInstance();
  void instance.init({
    lng: chooseLanguage([machine]),
    initAsync: false,
    resources: { en: { translation: en }, de: { translation: de }, nl: { translation: nl }, nb: { translation: nb } },
    interpolation: { escapeValue: false },
  });
  return (key, values = {}) => instance.t(key, values);
}
