import { z } from 'zod';
import type { DeskOnAir } from '../../shared/desk-view.ts';
import { LONGEST_AIR_TEXT } from '../../shared/on-air.ts';
import { Instant } from '../../shared/time.ts';
import type { OnAir } from '../app/on-air.ts';
import { isRefusal, refuse } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const Asked = z.object({
  request: z.string().nullable(),
  comment: z.int().nullable(),
  kind: z.enum(['comment', 'question']),
  name: z.string(),
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  until: Instant,
}) satisfies z.ZodType<DeskOnAir>;
/** False: refused with `on-air-taken` while what another person put there is on the stages. */
export const Replace = z.boolean().default(true).describe('false: refused while something of another’s is there');
/** Whoever asks has read and perhaps shortened it: the stage shows these words and no others. */
const Body = z.object({ text: z.string().trim().min(1).max(LONGEST_AIR_TEXT), replace: Replace });

const config = { access: 'desk', right: 'control-stage' } as const;

/** A request's question on the stages, and off them again. */
export function onAirRoutes(api: Api, onAir: OnAir): void {
  api.post(
    '/api/v1/requests/:id/on-air',
    {
      config,
      schema: {
        summary: 'Ask its question on air, under the first word of the name, if its viewer has agreed to that',
        params: Id,
        body: Body,
        response: { 200: Asked, ...problems },
      },
    },
    async (request, reply) => {
      const { caller, body } = request;
      if (!caller) return sendRefusal(reply, refuse('not-signed-in'));
      const asked = await onAir.ask(request.params.id, body.text, { by: caller, replace: body.replace });
      return isRefusal(asked) ? sendRefusal(reply, asked) : asked;
    },
  );
  api.delete(
    '/api/v1/requests/:id/on-air',
    {
      config,
      schema: { summary: 'Take its question off the stages', params: Id, response: { 200: z.object({}), ...problems } },
    },
    async (request, reply) => {
      const done = await onAir.takeOff(request.params.id);
      return isRefusal(done) ? sendRefusal(reply, done) : {};
    },
  );
}
