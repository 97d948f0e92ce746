import type { Language } from '../../../shared/languages.ts';
import type { Catalogue } from '../../../shared/locales/catalogue.ts';
import { mail as german } from '../../../shared/locales/de/mail.ts';
import { mail as english } from '../../../shared/locales/en/mail.ts';
import { mail as norwegian } from '../../../shared/locales/nb/mail.ts';
import { mail as dutch } from '../../../shared/locales/nl/mail.ts';

export type MailWords = Catalogue<typeof english>;

/** The words of mails, by language. */
export const MAIL_WORDS: Readonly<Record<Language, MailWords>> = {
  en: english,
  de: german,
  nl: dutch,
  nb: norwegian,
};
