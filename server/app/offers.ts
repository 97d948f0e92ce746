import { isDeepStrictEqual } from 'node:util';
import { Availability, type Bio, type Service, type ServiceDraft } from '../../shared/booking.ts';
import type { FollowersKnown, LicenceConfirm, ServiceLicences } from '../../shared/eligibility.ts';
import type { LocalText } from '../../shared/languages.ts';
import type { OutsideBooking } from '../../shared/outside-booking.ts';
import type { PublicPage } from '../../shared/public-page.ts';
import type { EligibilityPoint } from '../../shared/studio-view.ts';
import { leftOutPoints, missingPoints } from '../core/booking/eligibility.ts';
import { openedSpans } from '../core/booking/waitlist.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import {
  addService,
  allServices,
  changeService,
  deleteService,
  ensureCreator,
  isHandleTaken,
  isSlugTaken,
  listServices,
  publishBio,
  readBio,
  unpublishBio,
  writeBioDraft,
} from '../store/offers.ts';
import { noteSlug, offerOfOldSlug, readOldSlugs } from '../store/old-slugs.ts';
import { listPictureSizes } from '../store/pictures.ts';
import { raiseCapacity } from '../store/seats.ts';
import { writeSetting } from '../store/settings.ts';
import type { Db, Tx } from '../store/store.ts';
import type { BookingParts } from './booking-parts.ts';
import { readAvailability } from './calendar.ts';
import { readFollowers, writeFollowers } from './followers.ts';
import { confirmLicence, keepResult, onOffer, readChecked, readLicences } from './licences.ts';
import { publishedUnder } from './offered.ts';
import { openedStarts } from './opened.ts';
import { readOutsideHours } from './outside-hours.ts';
import { pageOf } from './public-offer.ts';
import type { Turns } from './turn.ts';

/** The bio, what is published of it, and what is still missing. */
export interface BioState {
  readonly bio: Bio | null;
  readonly published: boolean;
  readonly missing: EligibilityPoint[];
  /** What keeps some services out of what viewers see, while others are in it. */
  readonly leftOut: EligibilityPoint[];
  /** Whether the draft says anything else than what is published; true before the first publishing. */
  readonly changed: boolean;
  /** What a live source told of; null: the number in the bio counts. */
  readonly followersKnown: FollowersKnown;
}

/** What the creator offers: service bio, services, hours. */
export interface Offers {
  /** The draft: what the creator edits. Its handle may be one that nobody can open yet. */
  bio(): Promise<BioState>;
  /** What viewers see, or null before the first publishing. */
  published(): Promise<Bio | null>;
  /** Keeps the draft; viewers go on seeing what was published last. */
  setBio(bio: Bio): Promise<BioState | Refusal>;
  /** Leaves out services with an open point. Refuses with `not-eligible` and an issue for each missing point, or `handle-taken`. */
  publish(): Promise<BioState | Refusal>;
  /** Viewers find nothing any more; what is booked or asked for, and its threads, go on. Refuses with `not-found`. */
  unpublish(): Promise<BioState | Refusal>;
  services(): Promise<Service[]>;
  /** Of all that was ever offered, by id: requests outlive what they ask for. */
  titles(): Promise<Record<string, LocalText>>;
  /** The offers that had another short name before: their ids by that name. */
  oldSlugs(): Promise<Record<string, string>>;
  /** The short name that the offer has now which had this one before; null where none had, or it is deleted. */
  slugNow(before: string): Promise<string | null>;
  /** Refuses with `slug-taken`. */
  addService(draft: ServiceDraft): Promise<Service | Refusal>;
  changeService(id: string, draft: ServiceDraft): Promise<Service | Refusal>;
  /** Its bookings stand; it is not offered any more. */
  deleteService(id: string): Promise<null | Refusal>;
  /** What the list of regulated activities says of each service, for the region of the draft. */
  licences(): Promise<ServiceLicences[]>;
  /** Refuses with `not-found` where there is nothing to confirm, `licence-never` where no confirmation helps. */
  confirmLicence(id: string, given: LicenceConfirm): Promise<ServiceLicences | Refusal>;
  /** A live source says how many followers the handle has. */
  noteFollowers(handle: string, count: number): Promise<void>;
  availability(): Promise<Availability>;
  setAvailability(availability: Availability): Promise<Availability | Refusal>;
  /** Coming bookings that the hours do not offer (a day off came over them); they stay. */
  outsideHours(): Promise<OutsideBooking[]>;
  /** What anybody may see, by its handle or one that it had before; `not-found` for others and while nothing is published. */
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
    outsideHours: () => readOutsideHours(parts),
    publicPage: async (handle) => {
      const bio = await publishedUnder(store.db, creatorId, handle);
      if (!bio) return refuse('not-found');
      const services = await onOffer(store.db, creatorId, await listServices(store.db, creatorId), bio.region);
      const { zone } = await readAvailability(store.db, creatorId);
      return pageOf(bio, services, zone, await listPictureSizes(store.db, creatorId), {
        keep: parts.keep?.() ?? null,
        mails: parts.mail?.isOn() ?? false,
      });
    },
  };
}

function bioPart(
  parts: BookingParts,
  turns: Turns,
): Pick<Offers, 'bio' | 'setBio' | 'publish' | 'unpublish' | 'noteFollowers'> {
  const { store, creatorId } = parts;
  const stateOf = async (db: Db | Tx): Promise<BioState> => {
    const { draft: bio = null, published = null } = (await readBio(db, creatorId)) ?? {};
    const checked = await readChecked(db, creatorId, bio);
    const missing = missingPoints(bio, checked);
    const changed = !isDeepStrictEqual(bio, published);
    const leftOut = leftOutPoints(bio, checked);
    return { bio, published: published !== null, missing, leftOut, changed, followersKnown: checked.followers };
  };
  return {
    bio: () => stateOf(store.db),
    setBio: (bio) =>
      turns.change(async ({ tx, now }) => {
        await ensureCreator(tx, creatorId, now);
        await writeBioDraft(tx, creatorId, bio, now);
        return stateOf(tx);
      }),
    publish: () =>
      turns.change(async (turn) => {
        const { tx, now } = turn;
        const draft = (await readBio(tx, creatorId))?.draft ?? null;
        const checked = await readChecked(tx, creatorId, draft);
        const missing = missingPoints(draft, checked);
        if (!draft || missing.length > 0) {
          return refuse('not-eligible', { issues: missing.map(({ path, message }) => ({ path, message })) });
        }
        if (await isHandleTaken(tx, creatorId, draft.handle)) return refuse('handle-taken');
        await publishBio(tx, creatorId, draft, now);
        await keepResult(turn, creatorId, draft, checked);
        return stateOf(tx);
      }),
    unpublish: () =>
      turns.change(async ({ tx, now }) =>
        (await unpublishBio(tx, creatorId, now)) ? stateOf(tx) : refuse('not-found'),
      ),
    noteFollowers: async (handle, count) => {
      const before = await readFollowers(store.db, creatorId, handle.toLowerCase());
      if (before?.count === count) return;
      await turns.change(async ({ tx, now }) => {
        await ensureCreator(tx, creatorId, now);
        await writeFollowers(tx, creatorId, handle, count, now);
        return null;
      });
    },
  };
}

function servicePart(
  parts: BookingParts,
  turns: Turns,
): Pick<
  Offers,
  | 'services'
  | 'titles'
  | 'oldSlugs'
  | 'slugNow'
  | 'addService'
  | 'changeService'
  | 'deleteService'
  | 'licences'
  | 'confirmLicence'
> {
  const { store, creatorId, newId } = parts;
  return {
    services: () => listServices(store.db, creatorId),
    titles: async () => {
      const all = await allServices(store.db, creatorId);
      return Object.fromEntries([...all].map(([id, { service }]) => [id, service.title]));
    },
    oldSlugs: async () => Object.fromEntries(await readOldSlugs(store.db, creatorId)),
    slugNow: async (before) => {
      const renamed = await offerOfOldSlug(store.db, creatorId, before);
      if (renamed === null) return null;
      return (await listServices(store.db, creatorId)).find(({ id }) => id === renamed)?.slug ?? null;
    },
    licences: async () => {
      const region = (await readBio(store.db, creatorId))?.draft.region ?? '';
      return readLicences(store.db, creatorId, await listServices(store.db, creatorId), region);
    },
    confirmLicence: (id, given) => turns.change((turn) => confirmLicence(turn, creatorId, id, given)),
    addService: (draft) =>
      turns.change(async ({ tx, now }) => {
        const id = newId();
        if (await isSlugTaken(tx, creatorId, draft.slug, id)) return refuse('slug-taken');
        await ensureCreator(tx, creatorId, now);
        await addService(tx, creatorId, id, draft, now);
        await noteSlug(tx, creatorId, { id, before: null, slug: draft.slug }, now);
        return { ...draft, id };
      }),
    changeService: (id, draft) =>
      turns.change(async ({ tx, now, freed, opened }) => {
        if (await isSlugTaken(tx, creatorId, draft.slug, id)) return refuse('slug-taken');
        const before = (await allServices(tx, creatorId)).get(id)?.service;
        if (!before || !(await changeService(tx, creatorId, id, draft))) return refuse('not-found');
        await noteSlug(tx, creatorId, { id, before: before.slug, slug: draft.slug }, now);
        freed.push(...(await raiseCapacity(tx, creatorId, id, draft.capacity)));
        const after = { ...draft, id };
        opened.push({ service: id, starts: await openedStarts(tx, creatorId, before, after, now) });
        return after;
      }),
    deleteService: (id) =>
      turns.change(async ({ tx, now }) => ((await deleteService(tx, creatorId, id, now)) ? null : refuse('not-found'))),
  };
}
