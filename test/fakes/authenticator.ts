import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type { PasskeyCreation, PasskeyMade, PasskeyProof, PasskeyRequest } from '../../shared/passkeys.ts';

/*
 * An authenticator in software, with the page before it: answers what a browser would, or, changed, what none should.
 * ECDSA P-256, attestation `none`. WebAuthn level 3, sections 5.8.1, 6.1 and 6.5.
 */

/** What is wrong about an answer. */
export interface Changed {
  readonly challenge?: string;
  readonly origin?: string;
  readonly rpId?: string;
  /** The count that it tells, in place of one more than before. */
  readonly counter?: number;
  readonly verified?: boolean;
  readonly type?: string;
  /** Speaks for itself by its own key, or names a certificate too. */
  readonly attested?: 'self' | 'certified';
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

export interface Authenticator {
  make(asked: PasskeyCreation, changed?: Changed): PasskeyMade;
  prove(asked: PasskeyRequest, changed?: Changed): PasskeyProof;
}

/** `counts`: false for one that always tells 0, as those do that keep keys in a cloud. */
export function authenticator(origin: string, counts = true): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;
  const next = (changed: Changed) => {
    counter = changed.counter ?? (counts ? counter + 1 : 0);
    return counter;
  };
  const named = { id: text(id), rawId: text(id), type: 'public-key' } as const;
  return {
    make(asked, changed = {}) {
      const flags = PRESENT | HAS_KEY | (changed.verified === false ? 0 : VERIFIED);
      const key = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseOf(publicKey)]);
      const authData = dataOf(changed.rpId ?? asked.rp.id, flags, next(changed), key);
      const clientDataJSON = clientData('webauthn.create', asked.challenge, origin, changed);
      const own = { alg: -7, sig: Buffer.from(signed(privateKey, authData, clientDataJSON), 'base64url') };
      const { attested } = changed;
      const attStmt = attested === undefined ? {} : attested === 'self' ? own : { ...own, x5c: 0 };
      const attestationObject = cbor({ fmt: attested === undefined ? 'none' : 'packed', attStmt, authData });
      const response = { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject) };
      return { ...named, response: { ...response, transports: ['internal'] } };
    },
    prove(asked, changed = {}) {
      const flags = PRESENT | (changed.verified === false ? 0 : VERIFIED);
      const authData = dataOf(changed.rpId ?? asked.rpId, flags, next(changed));
      const clientDataJSON = clientData('webauthn.get', asked.challenge, origin, changed);
      const signature = signed(privateKey, authData, clientDataJSON);
      const response = { clientDataJSON: text(clientDataJSON), authenticatorData: text(authData), signature };
      return { ...named, response };
    },
  };
}

function clientData(type: string, challenge: string, origin: string, changed: Changed): Buffer {
  const said = { type: changed.type ?? type, challenge: changed.challenge ?? challenge };
  return Buffer.from(JSON.stringify({ ...said, origin: changed.origin ?? origin, crossOrigin: false }));
}

function dataOf(rpId: string, flags: number, counter: number, key: Buffer = Buffer.alloc(0)): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count, key]);
}

function signed(key: KeyObject, authData: Buffer, clientDataJSON: Buffer): string {
  const hash = createHash('sha256').update(clientDataJSON).digest();
  return text(sign('sha256', Buffer.concat([authData, hash]), key));
}

/** The key as COSE has it (RFC 9053): kty EC2, alg ES256, crv P-256, x, y. */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const numbers = new Map<number, number | Buffer>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]);
  return cborMap([...numbers]);
}

type Cbor = number | string | Buffer | { readonly [name: string]: Cbor };

/** RFC 8949, of which an answer needs these kinds. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return cborMap(Object.entries(value));
}

function cborMap(entries: ReadonlyArray<readonly [number | string, Cbor]>): Buffer {
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, value]) => [cbor(key), cbor(value)])]);
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size]);
  if (size < 256) return Buffer.from([(major << 5) | 24, size]);
  return Buffer.from([(major << 5) | 25, size >> 8, size & 0xff]);
}

function text(bytes: Buffer): string {
  return bytes.toString('base64url');
}
