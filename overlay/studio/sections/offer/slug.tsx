import { TextField } from '../../../parts/field.tsx';
import { word } from '../../model/offer-words.ts';
import { faultOf } from '../../model/refused.tsx';
import type { PartProps } from './part.ts';

/** The short name in the address; it follows the title until it is typed by hand. */
export function SlugField({ fields, change, refused }: PartProps) {
  return (
    <TextField
      label={word('times.slug')}
      value={fields.slug}
      error={faultOf(refused, 'slug')}
      spellcheck={false}
      onInput={(event) => change({ slug: event.currentTarget.value, slugTyped: true })}
    />
  );
}
