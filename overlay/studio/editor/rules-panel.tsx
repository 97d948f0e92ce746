import { Check } from '../../parts/field.tsx';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';

const SWITCHES = ['pictures', 'prices', 'calls'] as const;

/** What TikTok frowns on, each off until it is wanted, with the reason beside its switch. */
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
          onChange={(event) => {
            const design = editing.design.peek();
            editing.edit({ ...design, giftTalk: { ...design.giftTalk, [name]: event.currentTarget.checked } });
          }}
        />
      ))}
    </>
  );
}
