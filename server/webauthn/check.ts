import { z } from 'zod';
import { ALGORITHMS, type PasskeyCheck, rpIdOf } from '../core/passkeys.ts';

const ClientData = z.object({ challenge: z.string().min(1).max(200) });

const NO_EXTENSIONS = { clientExtensionResults: {} };

/** Loaded with the first passkey: most installations have none, and it is a tenth of an idle program's memory. */
const load = () => import('@simplewebauthn/server');
const loadHelpers = () => import('@simplewebauthn/server/helpers');

/** Passkeys checked by @simplewebauthn/server; its names stop here. */
export const passkeyCheck: PasskeyCheck = {
  challengeOf({ response }) {
    const text = Buffer.from(response.clientDataJSON, 'base64url').toString('utf8');
    return ClientData.nullable().catch(null).parse(parseOrNull(text))?.challenge ?? null;
  },

  async made(answer, { challenge, origin }) {
    const { verifyRegistrationResponse } = await load();
    const helpers = await loadHelpers();
    return orNull(async () => {
      // None is asked for. One with certificates would be followed to whatever address they name.
      const attestation = helpers.decodeAttestationObject(
        helpers.isoBase64URL.toBuffer(answer.response.attestationObject),
      );
      if (attestation.get('attStmt').get('x5c') !== undefined) return null;
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        // Transports are a hint for the browser, and are checked by nobody.
        response: { ...answer, ...NO_EXTENSIONS, response: { ...answer.response, transports: [] } },
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpIdOf(origin),
        requireUserVerification: true,
        supportedAlgorithmIDs: [...ALGORITHMS],
      });
      if (!verified) return null;
      const { id, publicKey, counter } = registrationInfo.credential;
      return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
    });
  },

  async proved(answer, key, { challenge, origin }) {
    const { verifyAuthenticationResponse } = await load();
    const publicKey = new Uint8Array(Buffer.from(key.publicKey, 'base64url'));
    return orNull(async () => {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: { ...answer, ...NO_EXTENSIONS },
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpIdOf(origin),
        requireUserVerification: true,
        credential: { id: key.credentialId, publicKey, counter: key.counter },
      });
      return verified ? { counter: authenticationInfo.newCounter } : null;
    });
  },
};

/** The library throws for whatever is wrong with an answer: that is the answer's fault, and no fault of ours. */
async function orNull<T>(check: () => Promise<T | null>): Promise<T | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
