import { Check } from '../../parts/field.tsx';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';

const SWITCHES = ['pictures', 'prices', 'calls'] as const;

/** What TikTok frowns on, off at first, each with the reason beside its switch. */
export function RulesPanel({ editing }: { editing: Editing }) {
  const { giftTalk } = editing.design.value;
  const change = (name: (typeof SWITCHES)[number], on: boolean) => {
    const design = editing.design.peek();
    editing.edit({ ...design, giftTalk: { ...design.giftTalk, [name]: on } });
  };
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
          onChange={(event) => change(name, event.currentTarget.checked)}
        />
      ))}
    </>
  );
}
