import { Availability, type Bio, type Service, type ServiceDraft } from '../../shared/booking.ts';
import type { EligibilityPoint } from '../../shared/protocol.ts';
import type { PublicPage, PublicService } from '../../shared/public-page.ts';
import { missingPoints } from '../core/booking/eligibility.ts';
import { openedSpans } from '../core/booking/waitlist.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import {
  addService,
  changeService,
  deleteService,
  ensureCreator,
  isHandleTaken,
  isSlugTaken,
  listServices,
  publishBio,
  readBio,
  writeBioDraft,
} from '../store/offers.ts';
import { raiseCapacity } from '../store/seats.ts';
import { writeSetting } from '../store/settings.ts';
import type { Db, Tx } from '../store/store.ts';
import type { BookingParts, Turns } from './booking-turn.ts';
import { readAvailability } from './calendar.ts';

/** The bio, what is published of it, and what is still missing. */
export interface BioState {
  readonly bio: Bio | null;
  readonly published: boolean;
  readonly missing: EligibilityPoint[];
}

/** What the creator offers: service bio, services, hours. */
export interface Offers {
  /** The draft: what the creator edits. Its handle may be one that nobody can open yet. */
  bio(): Promise<BioState>;
  /** What viewers see, or null before the first publishing. */
  published(): Promise<Bio | null>;
  /** Keeps the draft; viewers go on seeing what was published last. */
  setBio(bio: Bio): Promise<BioState | Refusal>;
  /** Refuses with `not-eligible` and an issue for each missing point, or `handle-taken`. */
  publish(): Promise<BioState | Refusal>;
  services(): Promise<Service[]>;
  /** Refuses with `slug-taken`. */
  addService(draft: ServiceDraft): Promise<Service | Refusal>;
  changeService(id: string, draft: ServiceDraft): Promise<Service | Refusal>;
  /** Its bookings stand; it is not offered any more. */
  deleteService(id: string): Promise<null | Refusal>;
  availability(): Promise<Availability>;
  setAvailability(availability: Availability): Promise<Availability | Refusal>;
  /** What anybody may see; `not-found` for another handle and while nothing is published. */
  publicPage(handle: string): Promise<PublicPage | Refusal>;
}

export function createOffers(parts: BookingParts, turns: Turns): Offers {
  const { store, creatorId } = parts;
  return {
    ...bioPart(parts, turns),
    published: async () => (await readBio(store.db, creatorId))?.published ?? null,
    ...servicePart(parts, turns),
    availability: () => readAvailability(store.db, creatorId),
    setAvailability: (availability) =>
      turns.change(async ({ tx, now, freed }) => {
        const before = await readAvailability(tx, creatorId);
        await ensureCreator(tx, creatorId, now);
        await writeSetting(tx, creatorId, 'availability', availability, now);
        freed.push(...openedSpans(before, availability, now));
        return Availability.parse(availability);
      }),
    publicPage: async (handle) => {
      const bio = (await readBio(store.db, creatorId))?.published;
      if (bio?.handle !== handleOf(handle)) return refuse('not-found');
      const services = (await listServices(store.db, creatorId)).filter(isOnOffer);
      const { zone } = await readAvailability(store.db, creatorId);
      return pageOf(bio, services, zone);
    },
  };
}

/** An offered service by id or short name; `not-found` unless it is published and confirmed to need no licence. */
export async function offeredService(
  db: Db | Tx,
  creatorId: string,
  handle: string,
  idOrSlug: string,
): Promise<Service | Refusal> {
  const bio = (await readBio(db, creatorId))?.published;
  if (bio?.handle !== handleOf(handle)) return refuse('not-found');
  const services = await listServices(db, creatorId);
  const found = services.find((service) => service.id === idOrSlug || service.slug === idOrSlug);
  return found && isOnOffer(found) ? found : refuse('not-found');
}

function bioPart(parts: BookingParts, turns: Turns): Pick<Offers, 'bio' | 'setBio' | 'publish'> {
  const { store, creatorId } = parts;
  const read: Offers['bio'] = async () => {
    const kept = await readBio(store.db, creatorId);
    const missing = missingPoints(kept?.draft ?? null, await listServices(store.db, creatorId));
    return { bio: kept?.draft ?? null, published: Boolean(kept?.published), missing };
  };
  return {
    bio: read,
    setBio: (bio) =>
      turns.change(async ({ tx, now }) => {
        await ensureCreator(tx, creatorId, now);
        await writeBioDraft(tx, creatorId, bio, now);
        const published = Boolean((await readBio(tx, creatorId))?.published);
        return { bio, published, missing: missingPoints(bio, await listServices(tx, creatorId)) };
      }),
    publish: () =>
      turns.change(async ({ tx, now }) => {
        const draft = (await readBio(tx, creatorId))?.draft ?? null;
        const missing = missingPoints(draft, await listServices(tx, creatorId));
        if (!draft || missing.length > 0) {
          return refuse('not-eligible', { issues: missing.map(({ path, message }) => ({ path, message })) });
        }
        if (await isHandleTaken(tx, creatorId, draft.handle)) return refuse('handle-taken');
        await publishBio(tx, creatorId, draft, now);
        return { bio: draft, published: true, missing };
      }),
  };
}

function servicePart(
  parts: BookingParts,
  turns: Turns,
): Pick<Offers, 'services' | 'addService' | 'changeService' | 'deleteService'> {
  const { store, creatorId, newId } = parts;
  return {
    services: () => listServices(store.db, creatorId),
    addService: (draft) =>
      turns.change(async ({ tx, now }) => {
        const id = newId();
        if (await isSlugTaken(tx, creatorId, draft.slug, id)) return refuse('slug-taken');
        await ensureCreator(tx, creatorId, now);
        await addService(tx, creatorId, id, draft, now);
        return { ...draft, id };
      }),
    changeService: (id, draft) =>
      turns.change(async ({ tx, freed }) => {
        if (await isSlugTaken(tx, creatorId, draft.slug, id)) return refuse('slug-taken');
        if (!(await changeService(tx, creatorId, id, draft))) return refuse('not-found');
        freed.push(...(await raiseCapacity(tx, creatorId, id, draft.capacity)));
        return { ...draft, id };
      }),
    deleteService: (id) =>
      turns.change(async ({ tx, now }) => ((await deleteService(tx, creatorId, id, now)) ? null : refuse('not-found'))),
  };
}

/** Service+ takes only what needs no licence: an unconfirmed one is the creator's draft. */
export function isOnOffer(service: Service): boolean {
  return service.noLicenceNeeded;
}

function handleOf(text: string): string {
  return text.replace(/^@/, '').toLowerCase();
}

function pageOf(bio: Bio, services: ReadonlyArray<Service>, zone: string): PublicPage {
  const { handle, name, headline, about, skills, languages, region } = bio;
  const proofs = bio.proofs
    .filter((proof) => proof.public)
    .map(({ title, url }) => ({ title, ...(url ? { url } : {}) }));
  return { handle, name, headline, about, skills, languages, region, zone, proofs, services: services.map(publicOf) };
}

/** Field by field: what is added to an offer later stays inside until it is named here. */
function publicOf(service: Service): PublicService {
  const { summary, description, place } = service;
  return {
    id: service.id,
    slug: service.slug,
    kind: service.kind,
    title: service.title,
    ...(summary ? { summary } : {}),
    ...(description ? { description } : {}),
    minutes: service.minutes,
    price: service.price,
    prices: service.prices,
    noticeMinutes: service.noticeMinutes,
    horizonDays: service.horizonDays,
    capacity: service.capacity,
    instant: service.instant,
    cutoffMinutes: service.cutoffMinutes,
    questions: service.questions,
    deposit: service.deposit,
    adultsOnly: service.adultsOnly,
    waitlist: service.waitlist,
    place: place.type === 'on-site' ? { type: place.type, area: place.area } : { type: place.type },
  };
}
