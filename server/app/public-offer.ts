import type { Bio, Service } from '../../shared/booking.ts';
import { isProduct } from '../../shared/product-link.ts';
import type { PublicPage, PublicPicture, PublicService } from '../../shared/public-page.ts';
import { bookableFrom } from '../core/booking/licences.ts';
import type { PictureSize } from '../store/pictures.ts';

/** What anybody may see of a creator, field by field: what is added to a bio or an offer later stays inside until it is named here. */
export function pageOf(
  bio: Bio,
  services: ReadonlyArray<Service>,
  zone: string,
  sizes: ReadonlyArray<PictureSize>,
  { keep, mails }: Pick<PublicPage, 'keep' | 'mails'>,
): PublicPage {
  const { handle, name, headline, about, skills, translations, languages, region } = bio;
  const picture = (id: string | null | undefined, alt: string): PublicPicture | null => {
    const size = sizes.find((one) => one.id === id);
    return size ? { url: `/pictures/${size.id}.webp`, width: size.width, height: size.height, alt } : null;
  };
  const proofs = bio.proofs
    .filter((proof) => proof.public)
    .map(({ kind, title, titles, url, picture: id }) => {
      const shown = picture(id, title);
      return {
        kind,
        title,
        ...(titles ? { titles } : {}),
        ...(url ? { url } : {}),
        ...(shown ? { picture: shown } : {}),
      };
    });
  return {
    handle,
    name,
    headline,
    about,
    skills,
    translations,
    languages,
    region,
    zone,
    proofs,
    portrait: picture(bio.portrait, name),
    pictures: bio.pictures.flatMap(({ id, alt }) => picture(id, alt) ?? []),
    services: services.map((service) => publicOf(service, region)),
    keep,
    mails,
  };
}

function publicOf(service: Service, ownRegion: string): PublicService {
  const { summary, description, place } = service;
  return {
    id: service.id,
    slug: service.slug,
    kind: service.kind,
    title: service.title,
    ...(summary ? { summary } : {}),
    ...(description ? { description } : {}),
    minutes: service.minutes,
    price: service.price,
    regions: [...bookableFrom(service, ownRegion)],
    prices: service.prices.map(({ region, price, deposit }) => ({ region, price, ...(deposit ? { deposit } : {}) })),
    noticeMinutes: service.noticeMinutes,
    horizonDays: service.horizonDays,
    capacity: service.capacity,
    instant: service.instant,
    cutoffMinutes: service.cutoffMinutes,
    questions: service.questions,
    deposit: service.deposit && { amount: service.deposit.amount },
    adultsOnly: service.adultsOnly,
    waitlist: service.waitlist,
    link: isProduct(service) ? service.link : null,
    place: place.type === 'on-site' ? { type: place.type, area: place.area } : { type: place.type },
  };
}
