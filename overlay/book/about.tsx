import { MapPin, MessageCircle } from 'lucide';
import { bioIn } from '../../shared/bio-text.ts';
import type { PublicPage } from '../../shared/public-page.ts';
import { Icon } from '../parts/icon.tsx';
import { OpenedPicture } from './opened-picture.tsx';
import { Proofs } from './proofs.tsx';
import { sayRegion } from './region.ts';
import { say, spoken } from './words.ts';

/** What stands below the offers: the creator's own words, skills, pictures, credentials, languages. Nothing of it is empty. */
export function About({ page }: { page: PublicPage }) {
  const { about, skills } = bioIn(page, spoken());
  const lists = [skills, page.pictures, page.proofs, page.languages];
  const known = about || lists.some((list) => list.length > 0);
  if (!known) return null;
  return (
    <section class="about stack">
      <h2>{say('offers.about', { name: page.name })}</h2>
      {about && (
        <p class="about-text" dir="auto">
          {about}
        </p>
      )}
      {skills.length > 0 && (
        <ul class="skills">
          {skills.map((skill) => (
            <li key={skill} dir="auto">
              {skill}
            </li>
          ))}
        </ul>
      )}
      {page.pictures.length > 0 && <Pictures page={page} />}
      {page.proofs.length > 0 && <Proofs proofs={page.proofs} />}
      {page.languages.length > 0 && (
        <p class="fact">
          <Icon node={MessageCircle} size={18} />
          {say('offers.languages', { list: languageNames(page.languages) })}
        </p>
      )}
      <p class="fact">
        <Icon node={MapPin} size={18} />
        {say('offers.country', { country: sayRegion(page.region) })}
      </p>
    </section>
  );
}

/** Up to six pictures of the work, two beside each other on a phone. */
function Pictures({ page }: { page: PublicPage }) {
  const count = page.pictures.length;
  return (
    <ul class="pictures" aria-label={say('offers.pictures')}>
      {page.pictures.map((picture, index) => (
        <li key={picture.url}>
          <OpenedPicture
            picture={picture}
            alt={picture.alt || say('offers.picture', { number: index + 1, count })}
            look="tile"
          />
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
