import type { Theme } from '../../../shared/stage-design.ts';
import { accentFor } from '../../stage/accent.ts';
import { PLATES } from '../model/colour.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { BrandColour } from './brand-colour.tsx';

const THEMES = Object.keys(PLATES) as Theme[];

/** The five themes as small pictures of themselves, and the brand's colour on the chosen one. */
export function ThemePanel({ editing }: { editing: Editing }) {
  const design = editing.design.value;
  return (
    <>
      <fieldset class="themes">
        <legend class="field-label">{tell('theme.title')}</legend>
        {THEMES.map((theme) => (
          <label key={theme} class="theme-choice">
            <input
              type="radio"
              name="theme"
              class="unseen"
              checked={design.theme === theme}
              onChange={() => editing.edit({ ...editing.design.peek(), theme })}
            />
            <ThemePicture theme={theme} accent={design.accent} />
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

function ThemePicture({ theme, accent }: { theme: Theme; accent: string | null }) {
  const look = PLATES[theme];
  const brand = accent ?? look.accent;
  return (
    <span class="theme-picture" data-theme-look={theme} aria-hidden="true">
      <span class="theme-plate" style={{ background: look.plate, color: look.text, borderColor: brand }}>
        <span class="theme-line" style={{ color: accentFor(theme, brand).text }}>
          Mira Sol
        </span>
        <span class="theme-text">{tell('theme.sample')}</span>
      </span>
    </span>
  );
}
