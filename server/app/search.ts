import { foldedText, searchWords } from '../../shared/folded-text.ts';
import { mergedInto } from '../store/merges.ts';
import { allServices } from '../store/offers.ts';
import { findRequests } from '../store/search.ts';
import type { BookingParts } from './booking-parts.ts';

/** The ids of the requests in which every word stands: in name, thread or the title of what is asked for. No word: none. */
export async function searchRequests({ store, creatorId }: BookingParts, search: string): Promise<string[]> {
  const services = [...(await allServices(store.db, creatorId)).values()].map(({ service }) => ({
    id: service.id,
    title: foldedText(Object.values(service.title).join(' ')),
  }));
  const words = searchWords(search).map((word) => ({
    word,
    services: services.filter(({ title }) => title.includes(word)).map(({ id }) => id),
  }));
  const found = [...(await findRequests(store.db, creatorId, words))];
  // What was said in a merged request is read in the one that it goes on in.
  return [...new Set([...found, ...(await mergedInto(store.db, creatorId, found)).values()])];
}
