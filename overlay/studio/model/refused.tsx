import type { studio } from '../../../shared/locales/en/studio.ts';
import type { Refused } from '../../parts/ask.ts';
import { Notice } from '../../parts/surface.tsx';
import { faultWord } from './fault-word.ts';
import { say } from './words.ts';

type Word = Exclude<keyof (typeof studio)['refused'], 'other'>;
const KNOWN: ReadonlyArray<Word> = [
  'offline',
  'unavailable',
  'disk-full',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'too-many',
  'bad-input',
  'not-eligible',
  'obs-not-connected',
  'no-browser-source',
  'name-taken',
  'obs-failed',
  'handle-taken',
  'slug-taken',
  'too-many-stages',
  'last-stage',
  'too-many-calendars',
];

/** A refusal in the page's words; a word that has none by the server's own sentence. */
export function refusalText(refused: Refused): string {
  const known = KNOWN.find((word) => word === refused.why);
  return known ? say(`refused.${known}`) : refused.detail || say('refused.other', { why: refused.why });
}

/** What to do about the field, in the page's words, for the line under it. A fault inside it (`proofs.0.url`) counts. */
export function faultOf(refused: Refused | null, path: string): string | null {
  if (refused?.why !== 'bad-input') return null;
  const issue = refused.issues.find((each) => each.path === path || each.path.startsWith(`${path}.`));
  return issue ? say(`fault.${faultWord(issue.path)}`) : null;
}

export function RefusedNote({ refused }: { refused: Refused | null }) {
  if (!refused) return null;
  // The server's own sentences are English and made by its schema: the words of the catalogue stand in for them.
  const issues = refused.why === 'bad-input' ? refused.issues : [];
  const faults = [...new Set(issues.map((issue) => say(`fault.${faultWord(issue.path)}`)))];
  return (
    <Notice tone={refused.why === 'offline' ? 'warning' : 'danger'} title={refusalText(refused)}>
      {faults.length > 0 && (
        <ul class="small">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
