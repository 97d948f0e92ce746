import { BadgeCheck, ExternalLink, MessageCircle } from 'lucide';
import type { PublicPage } from '../../shared/public-page.ts';
import { Icon } from '../parts/icon.tsx';
import { say, spoken } from './words.ts';

/** What stands below the offers: the creator's own words, skills, credentials, languages. Nothing of it is empty. */
export function About({ page }: { page: PublicPage }) {
  const known = page.about || page.skills.length > 0 || page.proofs.length > 0 || page.languages.length > 0;
  if (!known) return null;
  return (
    <section class="about stack">
      <h2>{say('offers.about', { name: page.name })}</h2>
      {page.about && (
        <p class="about-text" dir="auto">
          {page.about}
        </p>
      )}
      {page.skills.length > 0 && (
        <ul class="skills">
          {page.skills.map((skill) => (
            <li key={skill} dir="auto">
              {skill}
            </li>
          ))}
        </ul>
      )}
      {page.proofs.length > 0 && <Proofs proofs={page.proofs} />}
      {page.languages.length > 0 && (
        <p class="fact">
          <Icon node={MessageCircle} size={18} />
          {say('offers.languages', { list: languageNames(page.languages) })}
        </p>
      )}
    </section>
  );
}

function Proofs({ proofs }: { proofs: PublicPage['proofs'] }) {
  return (
    <ul class="stack gap-2" aria-label={say('offers.proofs')}>
      {proofs.map((proof) => (
        <li class="fact" key={proof.title}>
          <Icon node={BadgeCheck} size={18} />
          {proof.url ? (
            <a href={proof.url} target="_blank" rel="noopener noreferrer nofollow" dir="auto">
              {proof.title} <Icon node={ExternalLink} size={14} />
            </a>
          ) : (
            <span dir="auto">{proof.title}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** BCP 47 tags as names in the viewer's language, joined as the language joins them; an unknown tag stays as it is. */
function languageNames(tags: ReadonlyArray<string>): string {
  const names = new Intl.DisplayNames([spoken()], { type: 'language' });
  const list = tags.map((tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  });
  return new Intl.ListFormat(spoken(), { type: 'conjunction' }).format(list);
}
