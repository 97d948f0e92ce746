import { ExternalLink } from 'lucide';
import { inLanguage, type LocalText } from '../../shared/local-text.ts';
import { hostOf, isProduct } from '../../shared/product-link.ts';
import type { PublicPage, PublicService } from '../../shared/public-page.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { namedProduct } from './offers-state.ts';
import { priceHere } from './region.ts';
import { withoutTime } from './request-state.ts';
import { sayPrice } from './times.ts';
import { say, spoken, tongueOf } from './words.ts';

type Product = PublicService & { readonly link: string };

/** What is sold elsewhere: each card leads there, and says where that is, and can be asked about here. The one that the address names stands first. */
export function Products({ page }: { page: PublicPage }) {
  const products = page.services.filter(isProduct);
  if (products.length === 0) return null;
  const named = products.filter(({ slug }) => slug === namedProduct.value);
  return (
    <section class="stack gap-2 products" aria-labelledby="products">
      <h2 id="products">{say('offers.products')}</h2>
      <ul class="services">
        {[...named, ...products.filter((one) => !named.includes(one))].map((product) => (
          <li key={product.id}>
            <ProductCard product={product} />
            <Button look="plain" onClick={() => withoutTime('message', product.slug)}>
              {say('offers.askProduct')}
              <span class="unseen"> {inLanguage(product.title, spoken())}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProductCard({ product }: { product: Product }) {
  const text = product.summary ?? product.description;
  return (
    <a class="service product" href={product.link} target="_blank" rel="noopener noreferrer nofollow">
      <span class="service-text">
        <Written class="service-title" text={product.title} />
        {text && <Written class="service-summary" text={text} />}
        <span class="service-facts figures">
          <b>{sayPrice(priceHere(product))}</b>
          <span class="product-host">
            <bdi>{hostOf(product.link)}</bdi> <Icon node={ExternalLink} size={14} label={say('offers.newTab')} />
          </span>
        </span>
      </span>
    </a>
  );
}

function Written({ class: look, text }: { class: string; text: LocalText }) {
  return (
    <span class={look} dir="auto" lang={tongueOf(text)}>
      {inLanguage(text, spoken())}
    </span>
  );
}
