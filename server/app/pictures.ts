import { createHash } from 'node:crypto';
import type { Bio } from '../../shared/booking.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { type PictureHeader, readHeader } from '../core/pictures/header.ts';
import { ensureCreator, readBio } from '../store/offers.ts';
import { deletePictures, type KeptPicture, listPictures, readPicture, writePicture } from '../store/pictures.ts';
import type { Store, Tx } from '../store/store.ts';

export interface PictureParts {
  readonly store: Store;
  readonly creatorId: string;
  readonly clock: () => EpochMillis;
  /** Decodes and encodes anew; null when the bytes cannot be decoded. */
  readonly encode: (ask: { type: PictureHeader['type']; bytes: Uint8Array }) => Promise<Omit<KeptPicture, 'id'> | null>;
}

/** The pictures of the service bio: portrait, work, certificates. */
export interface Pictures {
  /**
   * Takes a JPEG, PNG or WebP file, keeps what is to be seen of it and nothing else, and answers its id. Refuses with
   * `picture-type`, `picture-moving`, `picture-too-large`, `picture-broken`, or `too-many-pictures`.
   */
  add(bytes: Uint8Array): Promise<Omit<KeptPicture, 'bytes'> | Refusal>;
  /** For the owner: every picture. */
  own(id: string): Promise<KeptPicture | null>;
  /** For anybody: what the published bio shows, and nothing that only the owner may see. */
  published(id: string): Promise<KeptPicture | null>;
}

/** Thirty proofs, six pictures, a portrait, and as many that are published while the draft has others. */
const MOST_PICTURES = 80;
/** A picture that no bio names (any more) is kept so long: the form that it was sent from may not be saved yet. */
const UNUSED_MILLIS = 60 * 60_000;

export function createPictures({ store, creatorId, clock, encode }: PictureParts): Pictures {
  return {
    async add(bytes) {
      const header = readHeader(bytes);
      if (typeof header === 'string') return refuse(header);
      const made = await encode({ type: header.type, bytes });
      if (!made) return refuse('picture-broken');
      const id = createHash('sha256').update(made.bytes).digest('hex').slice(0, 32);
      const now = clock();
      return store.transaction(async (tx) => {
        await ensureCreator(tx, creatorId, now);
        if (!(await hasRoom(tx, creatorId, now))) return refuse('too-many-pictures');
        await writePicture(tx, creatorId, { id, ...made }, now);
        return { id, width: made.width, height: made.height };
      });
    },
    own: (id) => readPicture(store.db, creatorId, id),
    async published(id) {
      const bio = (await readBio(store.db, creatorId))?.published;
      return bio && shownIn(bio).has(id) ? readPicture(store.db, creatorId, id) : null;
    },
  };
}

/** Drops what no bio names any more; false when there is no room even then. */
async function hasRoom(tx: Tx, creatorId: string, now: EpochMillis): Promise<boolean> {
  const kept = await listPictures(tx, creatorId);
  const bios = await readBio(tx, creatorId);
  const named = new Set([bios?.draft, bios?.published].flatMap((bio) => (bio ? [...namedIn(bio)] : [])));
  const unused = kept.filter(({ id, created_at }) => !named.has(id) && created_at < now - UNUSED_MILLIS);
  await deletePictures(
    tx,
    creatorId,
    unused.map(({ id }) => id),
  );
  return kept.length - unused.length < MOST_PICTURES;
}

function namedIn(bio: Bio): ReadonlySet<string> {
  return new Set([...shownIn(bio), ...bio.proofs.flatMap(({ picture }) => picture ?? [])]);
}

/** Those that viewers see: the picture of a private proof is not among them. */
function shownIn(bio: Bio): ReadonlySet<string> {
  return new Set([
    ...(bio.portrait ? [bio.portrait] : []),
    ...bio.pictures.map(({ id }) => id),
    ...bio.proofs.flatMap((proof) => (proof.public && proof.picture ? [proof.picture] : [])),
  ]);
}
