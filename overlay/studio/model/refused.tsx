import type { studio } from '../../../shared/locales/en/studio.ts';
import type { Refused } from '../../parts/ask.ts';
import { Notice } from '../../parts/surface.tsx';
import { say } from './words.ts';

type Word = Exclude<keyof (typeof studio)['refused'], 'other'>;
const KNOWN: ReadonlyArray<Word> = [
  'offline',
  'unavailable',
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
];

/** A refusal in the page's words; a word that has none by the server's own sentence. */
export function refusalText(refused: Refused): string {
  const known = KNOWN.find((word) => word === refused.why);
  return known ? say(`refused.${known}`) : refused.detail || say('refused.other', { why: refused.why });
}

/** The first fault named for a field, for the line under it. A fault inside the field (`proofs.0.url`) counts. */
export function faultOf(refused: Refused | null, path: string): string | null {
  const issue = refused?.issues.find((each) => each.path === path || each.path.startsWith(`${path}.`));
  return issue ? issue.message : null;
}

export function RefusedNote({ refused }: { refused: Refused | null }) {
  if (!refused) return null;
  return (
    <Notice tone={refused.why === 'offline' ? 'warning' : 'danger'} title={refusalText(refused)}>
      {refused.issues.length > 0 && (
        <ul class="small">
          {refused.issues.map((issue) => (
            <li key={issue.path + issue.message}>
              <code>{issue.path}</code> {issue.message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
