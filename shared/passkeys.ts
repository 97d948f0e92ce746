import { z } from 'zod';
import { Instant } from './time.ts';

/*
 * WebAuthn on the wire, in the JSON forms of its level 3: what `PublicKeyCredential.parseCreationOptionsFromJSON` and
 * `parseRequestOptionsFromJSON` take and `toJSON` gives. Of an answer only what is checked is read.
 */

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/);
/** At most 1,023 bytes by WebAuthn. */
const CredentialId = base64url(1364);
const Descriptor = z.object({ type: z.literal('public-key'), id: CredentialId, transports: z.array(z.string()) });

export const PasskeyName = z.string().trim().min(1).max(60);

/** What the browser is asked when a passkey is made. */
export const PasskeyCreation = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
  timeout: z.int(),
  excludeCredentials: z.array(Descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
});
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

/** What the browser is asked when somebody signs in. No credential is named: the browser knows which it has. */
export const PasskeyRequest = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
});
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;

/** What a new passkey answers. */
export const PasskeyMade = z.object({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(24_000),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .default([]),
  }),
});
export type PasskeyMade = z.infer<typeof PasskeyMade>;

/** What a passkey answers at a sign-in. */
export const PasskeyProof = z.object({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(4000),
  }),
});
export type PasskeyProof = z.infer<typeof PasskeyProof>;

/** A passkey as the studio lists it. */
export const ListedPasskey = z.object({
  id: z.string(),
  name: z.string(),
  /** The host name that it works at. */
  host: z.string(),
  createdAt: Instant,
  /** Null: never yet. */
  usedAt: Instant.nullable(),
});
export type ListedPasskey = z.infer<typeof ListedPasskey>;

/** The owner's passkeys, and the addresses of the studio at which one can be made and used. */
export const PasskeyList = z.object({ passkeys: z.array(ListedPasskey), addresses: z.array(z.string()) });
export type PasskeyList = z.infer<typeof PasskeyList>;
