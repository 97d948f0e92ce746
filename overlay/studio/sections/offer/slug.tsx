import { TextField } from '../../../parts/field.tsx';
import { word } from '../../model/offer-words.ts';
import { faultOf, refusalText } from '../../model/refused.tsx';
import type { PartProps } from './part.ts';

/** What is wrong with the short name as the server sees it; null: nothing. */
export function slugFault(refused: PartProps['refused']): string | null {
  return refused?.why === 'slug-taken' ? refusalText(refused) : faultOf(refused, 'slug');
}

/** The short name in the address; it follows the title until it is typed by hand. */
export function SlugField({ fields, change, refused }: PartProps) {
  return (
    <TextField
      label={word('times.slug')}
      value={fields.slug}
      error={slugFault(refused)}
      spellcheck={false}
      onInput={(event) => change({ slug: event.currentTarget.value, slugTyped: true })}
    />
  );
}
