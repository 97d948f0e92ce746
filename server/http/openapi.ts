import swagger from '@fastify/swagger';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { Api } from './api.ts';

/**
 * Describes every route under /api/v1, from the very schemas that check its requests. Must be registered before the
 * routes. Routes open to anyone carry `security: []`.
 */
export async function describeApi(api: Api, version: string): Promise<void> {
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Cuedesk', version, license: { name: 'MIT' } },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'cuedesk' },
        },
      },
    },
    transform: (given) => {
      const { schema, url } = jsonSchemaTransform(given);
      const open = given.route.config?.access === 'anyone';
      return {
        url,
        schema: {
          ...schema,
          hide: schema.hide ?? !url.startsWith('/api/v1/'),
          security: open ? [] : [{ bearer: [] }, { cookie: [] }],
        },
      };
    },
  });
}

/** The document itself; made when it is first asked for, since making it costs more than the start may. */
export function openApiRoute(api: Api): void {
  api.route({
    method: 'GET',
    url: '/api/v1/openapi.json',
    config: { access: 'anyone' },
    schema: { summary: 'This document' },
    handler: async (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(JSON.stringify(api.swagger())),
  });
}
