import { z } from 'zod';
import { SpamWords } from '../../shared/spam-words.ts';
import type { SpamWordList } from '../app/spam-words.ts';
import { type Api, problems } from './api.ts';

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
  api.put(
    '/api/v1/spam-words',
    {
      config,
      schema: {
        summary: 'Put others in their place; nothing is hidden by them',
        body: List,
        response: { 200: List, ...problems },
      },
    },
    async (request) => ({ words: await words.put(request.body.words) }),
  );
}
