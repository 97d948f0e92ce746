import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PublicPage } from '../../shared/public-page.ts';
import { isRefusal, type Refusal } from '../core/decision.ts';
import { CARD, type CardWords } from '../core/pictures/share-card.ts';
import { type Api, sendRefusal } from './api.ts';

/** Who is shown where the page is shared. */
export interface Sharer {
  page(handle: string): Promise<PublicPage | Refusal>;
  /** The handle of what is published, or null. */
  handle(): Promise<string | null>;
  /** The short name that the offer has now which had this one before, or null. */
  slugNow(before: string): Promise<string | null>;
  /** The address that viewers use, without a slash at its end. */
  publicUrl(): string;
}

/** A picture as those read it who show a link. */
export interface SharedPicture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

const Named = z.object({ name: z.string().regex(/^[a-z0-9_.]{2,24}\.png$/) });

/** What the link to the page shows: the portrait, else a picture that is drawn, under another address for other words. */
export function sharedPicture(page: PublicPage, publicUrl: string): SharedPicture {
  const { portrait, name, headline } = page;
  if (portrait) {
    const { width, height } = portrait;
    return { url: new URL(portrait.url, publicUrl).href, width, height, alt: name };
  }
  const version = createHash('sha256')
    .update(JSON.stringify(cardWords(page, publicUrl)))
    .digest('hex')
    .slice(0, 12);
  return {
    url: `${publicUrl}/share/${page.handle}.png?v=${version}`,
    ...CARD,
    alt: headline ? `${name}: ${headline}` : name,
  };
}

/** `/share/HANDLE.png`, for anybody, on both doors. Of the public page alone, so nothing private can be on it. */
export function sharePictureRoute(api: Api, sharer: Sharer, draw: (words: CardWords) => Promise<Buffer>): void {
  api.get(
    '/share/:name',
    { config: { access: 'anyone' }, schema: { hide: true, params: Named } },
    async (request, reply) => {
      const page = await sharer.page(request.params.name.slice(0, -'.png'.length));
      if (isRefusal(page)) return sendRefusal(reply, page);
      const picture = await draw(cardWords(page, sharer.publicUrl()));
      return reply.type('image/png').header('cache-control', 'public, max-age=86400').send(picture);
    },
  );
}

function cardWords({ name, headline, handle }: PublicPage, publicUrl: string): CardWords {
  return { name, headline, handle, address: `${new URL(publicUrl).host}/@${handle}` };
}
