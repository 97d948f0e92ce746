import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Language } from '../../shared/languages.ts';
import { CalendarFeed, MailChange, MailKind, MailPreview, MailSettings, MailTemplate } from '../../shared/mail.ts';
import type { Mail } from '../app/mail.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const config = { access: 'owner' } as const;
/** Each sends something to somebody. */
const testConfig = { access: 'owner', rateLimit: { max: 10, timeWindow: '1 minute' } } as const;
const Named = z.object({ kind: MailKind, language: Language });
const settingsAnswer = { 200: MailSettings, ...problems };

/** Outgoing mail in the studio: the server, the reminders, the wording, a test, and the creator's calendar feed. */
export function mailRoutes(api: Api, mail: Mail): void {
  const path = '/api/v1/mail';
  // The feed's address is in it, and whoever has that reads the bookings.
  const answer = async (reply: FastifyReply) =>
    reply
      .header('cache-control', 'no-store')
      .code(200)
      .send(await mail.settings());

  api.get(
    path,
    { config, schema: { summary: 'Mail and how it stands', response: settingsAnswer } },
    (_request, reply) => answer(reply),
  );
  api.put(
    path,
    {
      config,
      schema: {
        summary: 'Change the mail settings; what is left out stays',
        body: MailChange,
        response: settingsAnswer,
      },
    },
    async (request, reply) => {
      const refused = await mail.change(request.body);
      return refused ? sendRefusal(reply, refused) : answer(reply);
    },
  );
  api.post(
    `${path}/test`,
    {
      config: testConfig,
      schema: {
        summary: 'Send a test mail at once',
        body: z.object({ to: z.email().max(254), language: Language.default('en') }),
        response: { 200: z.object({}), ...problems },
      },
    },
    async (request, reply) => {
      const refused = await mail.test(request.body.to, request.body.language);
      return refused ? sendRefusal(reply, refused) : reply.code(200).send({});
    },
  );
  templateRoutes(api, mail, answer);
  feedRoutes(api, mail);
}

function templateRoutes(api: Api, mail: Mail, answer: (reply: FastifyReply) => Promise<FastifyReply>): void {
  const path = '/api/v1/mail/templates';
  api.put(
    path,
    { config, schema: { summary: 'Word a mail anew', body: MailTemplate, response: settingsAnswer } },
    async (request, reply) => {
      const refused = await mail.templates.put(request.body);
      return refused ? sendRefusal(reply, refused) : answer(reply);
    },
  );
  api.delete(
    `${path}/:kind/:language`,
    { config, schema: { summary: 'Back to the first wording', params: Named, response: settingsAnswer } },
    async (request, reply) => {
      await mail.templates.reset(request.params.kind, request.params.language);
      return answer(reply);
    },
  );
  api.post(
    `${path}/preview`,
    {
      config,
      schema: {
        summary: 'A wording with sample data; nothing is kept',
        body: MailTemplate,
        response: { 200: MailPreview, ...problems },
      },
    },
    async (request, reply) => {
      const { kind, language, ...template } = request.body;
      const preview = mail.preview(kind, language, template);
      return isRefusal(preview) ? sendRefusal(reply, preview) : reply.code(200).send(preview);
    },
  );
}

function feedRoutes(api: Api, mail: Mail): void {
  const path = '/api/v1/calendar-feed';
  const response = { 200: CalendarFeed, ...problems };
  const answer = (reply: FastifyReply) => reply.header('cache-control', 'no-store').code(200).send(mail.feed.state());
  api.post(
    `${path}/renew`,
    {
      config,
      schema: { summary: 'Turn the feed on, or give it a new address', body: z.object({}).nullish(), response },
    },
    async (_request, reply) => {
      await mail.feed.renew();
      return answer(reply);
    },
  );
  api.delete(path, { config, schema: { summary: 'Turn the feed off', response } }, async (_request, reply) => {
    await mail.feed.turnOff();
    return answer(reply);
  });
  api.put(
    path,
    {
      config,
      schema: {
        summary: 'Whether viewers’ addresses and answers stand in it',
        body: z.object({ contacts: z.boolean() }),
        response,
      },
    },
    async (request, reply) => {
      await mail.feed.showContacts(request.body.contacts);
      return answer(reply);
    },
  );
}
