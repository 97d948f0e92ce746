import type { StageDesign } from '../../../shared/stage-design.ts';
import { Check } from '../../parts/field.tsx';
import { Notice } from '../../parts/surface.tsx';
import { accentFor, contrast, TEXT_LEAST, themeGround } from '../../stage/accent.ts';
import { OWN_ACCENTS, readColour } from '../model/colour.ts';
import type { Editing } from '../model/editing.ts';
import { tell } from '../model/editor-words.ts';
import { tongue } from '../model/words.ts';
import { ReadField } from './read-field.tsx';

/** The brand's colour, and in words whether text in it can be read on the theme's plate. */
export function BrandColour({ editing }: { editing: Editing }) {
  const { accent, theme } = editing.design.value;
  const put = (next: string | null) => editing.edit({ ...editing.design.peek(), accent: next }, 'accent');
  return (
    <section class="stack gap-3" aria-label={tell('brand.title')}>
      <h2>{tell('brand.title')}</h2>
      <Check
        look="switch"
        label={tell('brand.own')}
        checked={accent !== null}
        onChange={(event) => put(event.currentTarget.checked ? OWN_ACCENTS[theme] : null)}
      />
      {accent === null ? (
        <p class="quiet small">{tell('brand.theme')}</p>
      ) : (
        <>
          <div class="brand-fields">
            <label class="field">
              <span class="field-label">{tell('brand.pick')}</span>
              <input
                type="color"
                class="control brand-pick"
                value={accent}
                onInput={(event) => put(event.currentTarget.value)}
              />
            </label>
            <ReadField
              label={tell('brand.code')}
              wrong={tell('brand.wrong')}
              maxLength={7}
              value={accent}
              read={(text) => {
                const colour = readColour(text);
                return colour === null ? null : { is: colour };
              }}
              write={(colour) => colour}
              onValue={put}
            />
          </div>
          <Reading accent={accent} theme={theme} />
        </>
      )}
    </section>
  );
}

/** The worst that the colour meets: a see-through plate lies over white video as well as over black. */
function Reading({ accent, theme }: { accent: string; theme: StageDesign['theme'] }) {
  const { text, changed } = accentFor(theme, accent);
  const grounds = themeGround(theme);
  const is = Math.min(...grounds.map((ground) => contrast(accent, ground)));
  const [plate = ''] = grounds;
  // Rounded down: 4.49 must not read as enough.
  const shown = (value: number) =>
    new Intl.NumberFormat(tongue(), { maximumFractionDigits: 1 }).format(Math.floor(value * 10) / 10);
  const values = { ratio: shown(is), least: shown(TEXT_LEAST[theme]) };
  return (
    <Notice tone={changed ? 'accent' : 'positive'} title={tell(changed ? 'brand.weak' : 'brand.reads', values)}>
      <div class="swatches" aria-hidden="true">
        <Swatch name={tell('brand.asked')} colour={accent} plate={plate} />
        {changed && <Swatch name={tell('brand.used')} colour={text} plate={plate} />}
      </div>
    </Notice>
  );
}

function Swatch({ name, colour, plate }: { name: string; colour: string; plate: string }) {
  return (
    <span class="swatch small">
      <span class="swatch-plate" style={{ background: plate, color: colour }}>
        Aa
      </span>
      {name}
    </span>
  );
}
