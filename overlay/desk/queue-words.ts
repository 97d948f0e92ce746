import type { Catalogue } from '../../shared/locales/catalogue.ts';
import type { deskQueue } from '../../shared/locales/en/desk-queue.ts';
import { wordsOf } from '../words.ts';

/** The words of the lists, of what is put aside, of labels and of views that are kept. */
export const queueWords = wordsOf<Catalogue<typeof deskQueue>>({
  en: () => import('../../shared/locales/en/desk-queue.ts').then((file) => file.deskQueue),
  de: () => import('../../shared/locales/de/desk-queue.ts').then((file) => file.deskQueue),
  nl: () => import('../../shared/locales/nl/desk-queue.ts').then((file) => file.deskQueue),
  nb: () => import('../../shared/locales/nb/desk-queue.ts').then((file) => file.deskQueue),
});

export const sayQueue = queueWords.say;
