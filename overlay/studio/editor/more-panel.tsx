import { TextArea } from '../../parts/field.tsx';
import { Notice } from '../../parts/surface.tsx';
import { leftOut } from '../../stage/own-css.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';

const LONGEST_CSS = 20_000;
const MOST_NAMED = 5;

/** What is shown without the server, and the streamer's own CSS. */
export function MorePanel({ editing }: { editing: Editing }) {
  const design = editing.design.value;
  const without = leftOut(design.css);
  return (
    <>
      <fieldset class="choices">
        <legend class="field-label">{tell('server.title')}</legend>
        {(['keep', 'blank'] as const).map((name) => (
          <label class="check" key={name}>
            <input
              type="radio"
              name="without-server"
              checked={design.withoutServer === name}
              onChange={() => editing.edit({ ...editing.design.peek(), withoutServer: name })}
            />
            <span>
              {tell(`server.${name}`)}
              <span class="field-hint">{tell(`server.${name}Text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <hr class="rule" />
      <details class="look-more" open={design.css !== ''}>
        <summary>{tell('css.title')}</summary>
        <div class="look-more-body css-field">
          <TextArea
            label={tell('css.label')}
            hint={`${tell('css.hint')} ${tell('css.long', { count: LONGEST_CSS })}`}
            rows={10}
            spellcheck={false}
            maxLength={LONGEST_CSS}
            value={design.css}
            onInput={(event) => editing.edit({ ...editing.design.peek(), css: event.currentTarget.value }, 'css')}
          />
          {without.length > 0 && (
            <Notice tone="warning" title={tell('css.leftOut', { rules: without.slice(0, MOST_NAMED).join(' · ') })} />
          )}
        </div>
      </details>
    </>
  );
}
