import { z } from 'zod';
import { testWords as de } from '../../shared/locales/de/test-words.ts';
import { testWords as en } from '../../shared/locales/en/test-words.ts';
import { testWords as nb } from '../../shared/locales/nb/test-words.ts';
import { testWords as nl } from '../../shared/locales/nl/test-words.ts';
import { StudioChange, StudioSettings } from '../../shared/settings.ts';
import { TEST_SOURCE } from '../../shared/test-source.ts';
import type { Address } from '../app/address.ts';
import type { Live } from '../app/live.ts';
import type { Settings } from '../app/settings.ts';
import { refuse } from '../core/decision.ts';
import { type Api, problems, sendRefusal } from './api.ts';

/** Sources as the studio starts and stops them. */
export interface SourcesByHand {
  /** Opens a source by its SPEC and runs it; answers its id, or the sentence that says why it cannot be used. */
  start(spec: string): Promise<{ id: string } | { unusable: string }>;
  /** False when there is none of that id. */
  stop(id: string): Promise<boolean>;
}

const Tunnel = z.object({ program: z.enum(['cloudflared', 'tailscale', 'ngrok']) });
const TestGift = z.object({
  diamonds: z.int().min(1).max(1_000_000).default(1),
  count: z.int().min(1).max(10_000).default(1),
});

const TEST_WORDS = { en, de, nl, nb } as const;

/** What only the studio asks for: its settings, sources by hand, the tunnel, a gift to try the stage with. */
export function studioRoutes(
  api: Api,
  app: {
    settings: Settings;
    address: Address;
    live: Live;
    byHand: SourcesByHand;
    clock: () => number;
    newId: () => string;
  },
): void {
  api.route({
    method: 'PUT',
    url: '/api/v1/settings',
    config: { access: 'owner' },
    schema: {
      summary: 'Change the studio’s settings; what is left out stays',
      body: StudioChange,
      response: { 200: StudioSettings, ...problems },
    },
    handler: async (request) => app.settings.change(withoutGaps(request.body)),
  });

  api.route({
    method: 'POST',
    url: '/api/v1/sources',
    config: { access: 'owner' },
    schema: {
      summary: 'Start a source by its SPEC',
      body: z.object({ spec: z.string().min(1).max(1000) }),
      response: { 201: z.object({ id: z.string() }), ...problems },
    },
    handler: async (request, reply) => {
      const started = await app.byHand.start(request.body.spec);
      if ('unusable' in started) {
        return sendRefusal(reply, refuse('bad-input', { issues: [{ path: 'spec', message: started.unusable }] }));
      }
      return reply.code(201).send(started);
    },
  });

  api.route({
    method: 'DELETE',
    url: '/api/v1/sources/:id',
    config: { access: 'owner' },
    schema: {
      summary: 'Stop a source',
      params: z.object({ id: z.string().min(1).max(400) }),
      response: { 200: z.object({}), ...problems },
    },
    handler: async (request, reply) => {
      if (!(await app.byHand.stop(request.params.id))) return sendRefusal(reply, refuse('not-found'));
      return {};
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/tunnel',
    config: { access: 'owner' },
    schema: {
      summary: 'Start an installed tunnel program on the public door',
      body: Tunnel,
      response: { 202: z.object({}), ...problems },
    },
    handler: async (request, reply) => {
      app.address.startTunnel(request.body.program);
      return reply.code(202).send({});
    },
  });

  api.route({
    method: 'DELETE',
    url: '/api/v1/tunnel',
    config: { access: 'owner' },
    schema: { summary: 'Stop the tunnel', response: { 200: z.object({}), ...problems } },
    handler: async () => {
      app.address.stopTunnel();
      return {};
    },
  });

  api.route({
    method: 'POST',
    url: '/api/v1/test/gift',
    config: { access: 'owner' },
    schema: {
      summary:
        'A gift from nobody, to see the stage and the scene rules at work; it is in the journal and counts nowhere',
      body: TestGift,
      response: { 202: z.object({ accepted: z.int(), duplicates: z.int() }), ...problems },
    },
    handler: async (request, reply) => {
      const { diamonds, count } = request.body;
      const words = TEST_WORDS[app.settings.current().language];
      const gift = { id: 'test', name: words.gift, diamonds, count };
      const user = { id: 'test', handle: 'test', name: words.name };
      const event = {
        id: app.newId(),
        source: TEST_SOURCE,
        type: 'gift' as const,
        at: new Date(app.clock()).toISOString(),
        user,
        gift,
      };
      return reply.code(202).send(await app.live.accept([event], 'api'));
    },
  });
}

/** The fields that were sent: `undefined` must not wipe what is kept. */
function withoutGaps<T extends object>(part: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
