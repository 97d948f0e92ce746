import { Award, ExternalLink, Link, Quote } from 'lucide';
import { proofTitle } from '../../shared/bio-text.ts';
import { hostOf } from '../../shared/product-link.ts';
import type { PublicPage } from '../../shared/public-page.ts';
import { Icon } from '../parts/icon.tsx';
import { OpenedPicture } from './opened-picture.tsx';
import { say, spoken } from './words.ts';

const ICONS = { certificate: Award, link: Link, reference: Quote } as const;

type Shown = PublicPage['proofs'][number];

/** What shows that the creator can do it, each by its kind: a certificate with its picture, a page, somebody's word. */
export function Proofs({ proofs }: { proofs: ReadonlyArray<Shown> }) {
  return (
    <section class="stack gap-3" aria-labelledby="proofs">
      <h3 id="proofs">{say('offers.proofs')}</h3>
      <ul class="proofs">
        {proofs.map((proof) => (
          <Proof key={`${proof.kind} ${proof.title}`} proof={proof} />
        ))}
      </ul>
    </section>
  );
}

function Proof({ proof }: { proof: Shown }) {
  const { kind, url, picture } = proof;
  const title = proofTitle(proof, spoken());
  return (
    <li class={`proof proof-${kind}`}>
      {picture ? (
        <OpenedPicture picture={picture} alt={title} look="proof-picture" />
      ) : (
        <span class="proof-sign">
          <Icon node={ICONS[kind]} size={20} />
        </span>
      )}
      <div class="proof-text">
        <p class="proof-kind">{say(`offers.proofKinds.${kind}`)}</p>
        <p class="proof-title" dir="auto">
          {title}
        </p>
        {url && (
          <a class="proof-address" href={url} target="_blank" rel="noopener noreferrer nofollow">
            {hostOf(url)} <Icon node={ExternalLink} size={14} label={say('offers.newTab')} />
          </a>
        )}
      </div>
    </li>
  );
}
