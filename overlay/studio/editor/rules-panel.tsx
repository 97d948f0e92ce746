import { Check } from '../../parts/field.tsx';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';

const SWITCHES = ['pictures', 'prices', 'calls'] as const;

/** What TikTok frowns on, with the reasons. Locked: the stage can show none of it, and a switch must not do nothing. */
export function RulesPanel({ editing }: { editing: Editing }) {
  const { giftTalk } = editing.design.value;
  return (
    <>
      <div>
        <h2>{tell('rules.title')}</h2>
        <p class="quiet small">{tell('rules.text')}</p>
      </div>
      {SWITCHES.map((name) => (
        <Check
          key={name}
          look="switch"
          label={tell(`rules.${name}`)}
          hint={tell(`rules.${name}Why`)}
          checked={giftTalk[name]}
          disabled
        />
      ))}
    </>
  );
}
