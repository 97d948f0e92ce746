import type { passkeys } from '../../shared/locales/en/passkeys.ts';
import type { Refused } from './ask.ts';
import { sayPasskey } from './passkey-words.ts';
import { Notice } from './surface.tsx';

type Word = Exclude<keyof (typeof passkeys)['refused'], 'other'>;
const KNOWN: ReadonlyArray<Word> = [
  'passkey-cancelled',
  'passkey-known',
  'passkey-elsewhere',
  'passkey-by-login',
  'too-many-passkeys',
  'wrong-passkey',
  'not-found',
  'offline',
];

/** What became of an act on a passkey that was refused. */
export function PasskeyRefused({ refused }: { refused: Refused | null }) {
  if (!refused) return null;
  const known = KNOWN.find((word) => word === refused.why);
  const text = known ? sayPasskey(`refused.${known}`) : sayPasskey('refused.other', { why: refused.why });
  return <Notice tone={refused.why === 'offline' ? 'warning' : 'danger'} title={text} />;
}
