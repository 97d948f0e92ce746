import { THEME_NAMES } from '../model/colour.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { BrandColour } from './brand-colour.tsx';
import { ThemeCard } from './theme-card.tsx';

/** The five themes as small pictures of themselves, and the brand's colour on the chosen one. */
export function ThemePanel({ editing }: { editing: Editing }) {
  const design = editing.design.value;
  return (
    <>
      <fieldset class="themes">
        <legend class="field-label">{tell('theme.title')}</legend>
        {THEME_NAMES.map((theme) => (
          <label key={theme} class="theme-choice">
            <input
              type="radio"
              name="theme"
              class="unseen"
              checked={design.theme === theme}
              onChange={() => editing.edit({ ...editing.design.peek(), theme })}
            />
            <ThemeCard theme={theme} design={design} />
            <span>
              <b>{tell(`theme.${theme}`)}</b>
              <span class="quiet small">{tell(`theme.${theme}Text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <hr class="rule" />
      <BrandColour editing={editing} />
    </>
  );
}
