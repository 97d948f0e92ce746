import type { ListedPasskey } from '../../shared/passkeys.ts';
import { type Answer, ask, type Refused, refusedAs } from './ask.ts';
import { signInByPasskey } from './login.ts';

/** What the browser said in place of a passkey, as one of our own words. */
type Failed = { type: 'refused' } & Refused;

/** Whether this browser makes and uses passkeys, in the form that the server speaks; at an address without https it does not. */
export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** Makes a passkey of this name, with the person's finger, face or PIN, and has the server keep it. */
export async function makePasskey(name: string): Promise<Answer<ListedPasskey>> {
  const asked = await ask<PublicKeyCredentialCreationOptionsJSON>('POST', '/passkeys/challenge');
  if (asked.type === 'refused') return asked;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.value);
  const made = await answerOf(() => navigator.credentials.create({ publicKey }));
  return 'type' in made ? made : ask('POST', '/passkeys', { name, answer: made.answer });
}

/** Signs somebody in by a passkey that they choose. False when they did not, or it was not taken. */
export async function usePasskey(): Promise<boolean> {
  const asked = await ask<PublicKeyCredentialRequestOptionsJSON>('POST', '/login/passkey/challenge');
  if (asked.type === 'refused') return false;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked.value);
  const proved = await answerOf(() => navigator.credentials.get({ publicKey }));
  return 'answer' in proved && signInByPasskey(proved.answer);
}

async function answerOf(use: () => Promise<Credential | null>): Promise<{ answer: object } | Failed> {
  try {
    const credential = await use();
    if (credential instanceof PublicKeyCredential) return { answer: credential.toJSON() };
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'InvalidStateError') return refusedAs('passkey-known');
    if (name === 'SecurityError') return refusedAs('passkey-elsewhere');
  }
  // Browsers do not tell a person who says no from a time that has run out.
  return refusedAs('passkey-cancelled');
}
