import { word } from '../../model/offer-words.ts';
import { faultOf } from '../../model/refused.tsx';
import { LinkField } from './link-field.tsx';
import type { PartProps } from './part.ts';
import { SlugField } from './slug.tsx';
import { WhereFold } from './where.tsx';

/** What a product has in place of times: where it is bought, for which countries, and its short name. */
export function ProductParts(props: PartProps) {
  const { fields, change, wrong, refused } = props;
  return (
    <>
      <LinkField
        label={word('product.link')}
        hint={word('product.hint')}
        value={fields.link}
        error={wrong.includes('link') ? word('product.need') : faultOf(refused, 'link')}
        onLink={(link) => change({ link })}
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
