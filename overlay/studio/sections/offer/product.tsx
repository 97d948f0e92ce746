import { TextField } from '../../../parts/field.tsx';
import { word } from '../../model/offer-words.ts';
import { faultOf } from '../../model/refused.tsx';
import type { PartProps } from './part.ts';
import { SlugField } from './slug.tsx';
import { WhereFold } from './where.tsx';

/** What a product has in place of times: where it is bought, for which countries, and its short name. */
export function ProductParts(props: PartProps) {
  const { fields, change, wrong, refused } = props;
  return (
    <>
      <TextField
        label={word('product.link')}
        hint={word('product.hint')}
        type="url"
        placeholder="https://"
        value={fields.link}
        maxLength={2000}
        error={wrong.includes('link') ? word('product.need') : faultOf(refused, 'link')}
        onInput={(event) => change({ link: event.currentTarget.value })}
      />
      <div class="narrow">
        <SlugField {...props} />
      </div>
      <div class="folds">
        <WhereFold {...props} fields={{ ...fields, asksDeposit: false }} />
      </div>
    </>
  );
}
