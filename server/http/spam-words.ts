import { z } from 'zod';
import { SpamWordChange, SpamWords } from '../../shared/spam-words.ts';
import type { SpamWordList } from '../app/spam-words.ts';
import { isRefusal } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

const config = { access: 'desk', right: 'block' } as const;
const List = z.object({ words: SpamWords });

/** The creator's words that are a sign of spam, for whoever may mark as spam. */
export function spamWordRoutes(api: Api, words: SpamWordList): void {
  api.get(
    '/api/v1/spam-words',
    { config, schema: { summary: 'Words that are a sign of spam', response: { 200: List, ...problems } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return { words: await words.list() };
    },
  );
  api.post(
    '/api/v1/spam-words',
    {
      config,
      schema: {
        summary: 'Add some and take some away; nothing is hidden by them',
        body: SpamWordChange,
        response: { 200: List, ...problems },
      },
    },
    async (request, reply) => {
      const kept = await words.change(request.body);
      return isRefusal(kept) ? sendRefusal(reply, kept) : { words: kept };
    },
  );
}
