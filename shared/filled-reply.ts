import type { DeskRequest } from './desk-view.ts';
import { inLanguage, type Language, type LocalText } from './local-text.ts';
import { priceText } from './price-text.ts';
import { fillReply, type ReplyValues, replyText } from './reply-template.ts';
import { dayAndClock, zoneText } from './time-words.ts';

/** A prepared reply as it would go to the viewer of a request. */
export interface FilledReply {
  readonly text: string;
  /** Not always the viewer's: a text may be missing. */
  readonly language: Language;
}

/** Fills a prepared reply in, with what whoever sends it may see of the request. `link`: of the viewers' page, or null. */
export function filledFor(
  reply: { readonly texts: LocalText },
  request: DeskRequest,
  about: { readonly creator: string; readonly link: string | null },
): FilledReply {
  const { text, language } = replyText(reply.texts, request.language);
  return { text: fillReply(text, valuesOf(request, about, language)), language };
}

function valuesOf(
  request: DeskRequest,
  { creator, link }: { readonly creator: string; readonly link: string | null },
  language: Language,
): ReplyValues {
  const { start, zone, terms } = request;
  return {
    name: request.name,
    creator,
    offer: inLanguage(request.service.title, language),
    ...(start ? { time: `${dayAndClock(start, zone, language)} (${zoneText(zone, start, language)})` } : {}),
    ...(terms.price ? { price: priceText(terms.price, language) } : {}),
    ...(link ? { link } : {}),
  };
}
