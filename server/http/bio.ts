import { z } from 'zod';
import { Bio } from '../../shared/booking.ts';
import { FollowersKnown } from '../../shared/eligibility.ts';
import type { EligibilityPoint } from '../../shared/studio-view.ts';
import type { Offers } from '../app/offers.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

/** One point of the eligibility check. `why` is a stable word. */
const Point = z.object({
  path: z.string(),
  why: z.enum([
    'handle-missing',
    'not-adult',
    'too-few-followers',
    'no-proof',
    'licence-unconfirmed',
    'licence-activity',
    'licence-never',
    'headline-missing',
  ]),
  message: z.string(),
}) satisfies z.ZodType<EligibilityPoint>;

/** The draft with what stands between it and its publishing. The handle went through its schema on the way in. */
const BioAnswer = Bio.extend({
  handle: z.string(),
  published: z.boolean(),
  /** What a live source told of; null: the number of the bio counts. */
  followersKnown: FollowersKnown,
  missing: z.array(Point),
  /** What keeps some services out of what viewers see; the others are published. */
  leftOut: z.array(Point),
  /** Whether the draft says anything else than what is published. */
  changed: z.boolean(),
});

/** The service bio and its eligibility check. */
export function bioRoutes(api: Api, { offers }: { offers: Offers }): void {
  const config = { access: 'desk', right: 'settings' } as const;
  const response = { 200: BioAnswer, ...problems };
  api.get(
    '/api/v1/bio',
    { config, schema: { summary: 'The draft of the service bio; 404 before there is one', response } },
    async (_request, reply) => {
      const { bio, ...state } = await offers.bio();
      return bio ? { ...bio, ...state } : sendRefusal(reply, { refused: true, why: 'not-found' });
    },
  );
  api.put(
    '/api/v1/bio',
    {
      config,
      schema: { summary: 'Keep the draft; viewers go on seeing what was published last', body: Bio, response },
    },
    async (request, reply) => {
      const state = await offers.setBio(request.body);
      if (isRefusal(state)) return sendRefusal(reply, state);
      const { bio: _, ...rest } = state;
      return { ...request.body, ...rest };
    },
  );
  api.post(
    '/api/v1/bio/publish',
    {
      // What goes out under the creator's name is the creator's to say.
      config: { access: 'owner' },
      schema: {
        summary:
          'Show the draft to viewers without the services that are leftOut; 409 not-eligible names each missing point',
        body: z.object({}).nullish(),
        response,
      },
    },
    async (_request, reply) => {
      const state = await offers.publish();
      if (isRefusal(state)) return sendRefusal(reply, state);
      const { bio, ...rest } = state;
      return bio ? { ...bio, ...rest } : sendRefusal(reply, { refused: true, why: 'not-found' });
    },
  );
  api.delete(
    '/api/v1/bio/publish',
    {
      config: { access: 'owner' },
      schema: { summary: 'Take the page offline; what is booked, and its threads, go on. 404 where none is', response },
    },
    async (_request, reply) => {
      const state = await offers.unpublish();
      if (isRefusal(state)) return sendRefusal(reply, state);
      const { bio, ...rest } = state;
      return bio ? { ...bio, ...rest } : sendRefusal(reply, { refused: true, why: 'not-found' });
    },
  );
}
