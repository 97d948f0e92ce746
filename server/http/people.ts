import { z } from 'zod';
import { InvitationDraft, InvitationLink, ListedPerson, PersonChange } from '../../shared/people.ts';
import type { Invited, People } from '../app/people.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const Id = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
const Nothing = z.object({}).nullish();
const config = { access: 'owner' } as const;

/** Who is let in beside the owner: invited, changed, revoked. `deskUrl` makes a key's link. */
export function peopleRoutes(api: Api, app: { people: People; deskUrl: (key: string) => string }): void {
  const { people } = app;
  const linkOf = ({ id, key, expiresAt }: Invited) => ({ id, expiresAt, url: app.deskUrl(key) });
  const NO_STORE = ['cache-control', 'no-store'] as const;

  api.post(
    '/api/v1/invitations',
    {
      config,
      schema: {
        summary: 'Let a moderator in by a link; it opens for three days at most and no longer than the person may stay',
        body: InvitationDraft,
        response: { 201: InvitationLink, ...problems },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .header(...NO_STORE)
        .send(linkOf(await people.add(request.body))),
  );
  api.get(
    '/api/v1/people',
    {
      config,
      schema: { summary: 'Everybody who is or was let in', response: { 200: z.array(ListedPerson), ...problems } },
    },
    async (_request, reply) => {
      reply.header(...NO_STORE);
      return people.list();
    },
  );
  api.put(
    '/api/v1/people/:id',
    {
      config,
      schema: {
        summary: 'Change a moderator’s name, rights or end; what is left out stays, and open pages follow at once',
        params: Id,
        body: PersonChange,
        response: { 200: z.object({}), ...problems },
      },
    },
    async (request, reply) => {
      const refused = await people.change(request.params.id, request.body);
      return refused ? sendRefusal(reply, refused) : {};
    },
  );
  const actSchema = (summary: string) => ({ summary, params: Id, body: Nothing });
  api.post(
    '/api/v1/people/:id/link',
    {
      config,
      schema: {
        ...actSchema('Another link for a moderator; the one before is worthless then'),
        response: { 201: InvitationLink, ...problems },
      },
    },
    async (request, reply) => {
      const made = await people.newLink(request.params.id);
      if (isRefusal(made)) return sendRefusal(reply, made);
      return reply
        .code(201)
        .header(...NO_STORE)
        .send(linkOf(made));
    },
  );
  api.post(
    '/api/v1/people/:id/revoke',
    {
      config,
      schema: {
        ...actSchema('End a moderator’s logins, links and open pages, for good'),
        response: { 200: z.object({}), ...problems },
      },
    },
    async (request, reply) => {
      const refused = await people.revoke(request.params.id);
      return refused ? sendRefusal(reply, refused) : {};
    },
  );
}
