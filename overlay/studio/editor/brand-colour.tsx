import type { StageDesign } from '../../../shared/stage-design.ts';
import { Check } from '../../parts/field.tsx';
import { Notice } from '../../parts/surface.tsx';
import { contrast, ENOUGH, PLATES, readable, readColour } from '../model/colour.ts';
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
      <h3>{tell('brand.title')}</h3>
      <Check
        look="switch"
        label={tell('brand.own')}
        checked={accent !== null}
        onChange={(event) => put(event.currentTarget.checked ? PLATES[theme].accent : null)}
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

function Reading({ accent, theme }: { accent: string; theme: StageDesign['theme'] }) {
  const { plate } = PLATES[theme];
  const is = contrast(accent, plate);
  // Rounded down: 4.49 must not read as enough.
  const shown = (value: number) =>
    new Intl.NumberFormat(tongue(), { maximumFractionDigits: 1 }).format(Math.floor(value * 10) / 10);
  const values = { ratio: shown(is), least: shown(ENOUGH) };
  const reads = is >= ENOUGH;
  return (
    <Notice tone={reads ? 'positive' : 'accent'} title={tell(reads ? 'brand.reads' : 'brand.weak', values)}>
      <div class="swatches" aria-hidden="true">
        <Swatch name={tell('brand.asked')} colour={accent} plate={plate} />
        {!reads && <Swatch name={tell('brand.used')} colour={readable(accent, plate)} plate={plate} />}
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
