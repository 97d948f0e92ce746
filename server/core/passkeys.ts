import type { PasskeyCreation, PasskeyMade, PasskeyProof, PasskeyRequest } from '../../shared/passkeys.ts';

/** How long a challenge may be answered, and how long a browser asks the person. */
export const CHALLENGE_MS = 5 * 60_000;
/** What is asked for and taken: Ed25519, ECDSA P-256 and RSA, of which every authenticator has one (COSE's numbers). */
export const ALGORITHMS: ReadonlyArray<number> = [-8, -7, -257];

/** A key as it is kept: base64url, and how often it was used by its authenticator's own count. */
export interface PasskeyKey {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
}

/** What an answer has to be made for. */
export interface Expected {
  readonly challenge: string;
  readonly origin: string;
}

/** Checks what authenticators answer. An answer that is not as it has to be is null, whatever is wrong with it. */
export interface PasskeyCheck {
  /** The challenge that an answer says it is for, not checked yet. */
  challengeOf(answer: PasskeyMade | PasskeyProof): string | null;
  made(answer: PasskeyMade, expected: Expected): Promise<PasskeyKey | null>;
  /** Null also when the counter has not moved: there may be two of that authenticator. */
  proved(answer: PasskeyProof, key: PasskeyKey, expected: Expected): Promise<{ readonly counter: number } | null>;
}

/**
 * The addresses at which a passkey can be made and used: WebAuthn takes `http` at `localhost` alone, elsewhere `https`
 * with a name. Exact, with the port: another program on this machine is `localhost` too, and may ask for the same key.
 */
export function passkeyAddresses(port: string, others: ReadonlyArray<string>): string[] {
  const own = new URL(`http://localhost:${port}`).origin;
  const secure = others
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address))
    .filter(({ protocol, hostname }) => protocol === 'https:' && !/^\[|^[\d.]+$|^localhost$/.test(hostname))
    .map(({ origin }) => origin);
  return [...new Set([...secure, own])];
}

/** The name that WebAuthn knows us by at an address. */
export function rpIdOf(origin: string): string {
  return new URL(origin).hostname;
}

/**
 * What is asked of a browser that makes a passkey. The person is verified (fingerprint, face, PIN), since nothing else is
 * asked of them later; the key is kept on the authenticator with its address, so that no name has to be typed.
 */
export function creationOptions(given: {
  challenge: string;
  rpId: string;
  user: { readonly id: string; readonly name: string };
  known: ReadonlyArray<{ readonly credentialId: string; readonly transports: ReadonlyArray<string> }>;
}): PasskeyCreation {
  const { challenge, rpId, user, known } = given;
  return {
    challenge,
    rp: { id: rpId, name: 'Cuedesk' },
    user: { ...user, displayName: user.name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: CHALLENGE_MS,
    // One authenticator is registered once.
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      type: 'public-key',
      id: credentialId,
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
  };
}

/** What is asked of a browser that signs in. */
export function requestOptions(challenge: string, rpId: string): PasskeyRequest {
  return { challenge, rpId, timeout: CHALLENGE_MS, userVerification: 'required' };
}
