import type { WidgetOf } from '../../../shared/stage-design.ts';
import type { OfferCard } from '../../../shared/stage-view.ts';
import type { WidgetProps } from './air.ts';
import { priceOf } from './amounts.ts';
import { spokenGroups } from './spoken-groups.ts';

/** The offer of that short name, or the one that had it before: a card outlives a new name. */
export function pinnedOffer(offers: ReadonlyArray<OfferCard>, slug: string | undefined): OfferCard | undefined {
  if (!slug) return undefined;
  return offers.find((one) => one.slug === slug) ?? offers.find(({ oldSlugs }) => oldSlugs.includes(slug));
}

/** An offer or a product that the streamer points at, and where to find it. */
export function Pinned({ widget, air }: WidgetProps<WidgetOf<'pinned'>>) {
  const { title, text, price } = widget;
  const offer = pinnedOffer(air.view.bio?.offers ?? [], widget.offer);
  const address = offer?.code?.address ?? widget.address;
  return (
    <section class="plate pinned">
      <p class="pinned-head">
        <bdi class="line pinned-title">{air.text(title, 80)}</bdi>
        {price && air.certain && <span class="pinned-price">{priceOf(price, air)}</span>}
      </p>
      {text && (
        <p class="pinned-text" dir="auto">
          {air.text(text, 160)}
        </p>
      )}
      {address && (
        <p class="pinned-address" dir="ltr">
          {air.text(spokenGroups(address).join(''), 80)}
        </p>
      )}
    </section>
  );
}
