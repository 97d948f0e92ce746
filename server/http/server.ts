import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyError, LogController } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { Issue } from '../../shared/rejections.ts';
import { isLoopback } from '../core/caller.ts';
import { isDiskFull } from '../core/disk-full.ts';
import type { AllowedHosts } from '../core/hosts.ts';
import { type Api, sendProblem } from './api.ts';
import { guardAccess, guardOrigin, type Keeper } from './guards.ts';
import { RefusedBody, readJsonOnly } from './json-body.ts';
import { refuseAddress, refuseBytes } from './malformed.ts';

/** Most bytes of a request's body, where a route does not say otherwise. */
const BODY_BYTES = 64 * 1024;
const REQUESTS_A_MINUTE = 600;

/** What both doors need. */
export interface DoorOptions {
  readonly hosts: AllowedHosts;
  readonly keeper: Keeper;
  readonly log: FastifyBaseLogger;
  /** Whose forwarding headers are believed: addresses, a test of one, or nobody's. */
  readonly trust: string[] | false | ((address: string) => boolean);
}

/** Makes a door: the security headers, the guards, the one place for errors. The caller hangs its routes on it. */
export async function createDoor(options: DoorOptions): Promise<Api> {
  const api: Api = Fastify({
    loggerInstance: options.log,
    bodyLimit: BODY_BYTES,
    // Request lines would hold thread secrets, and one a socket frame is noise beside a show.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trust,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    forceCloseConnections: true,
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseBytes,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    routerOptions: { maxParamLength: 512, querystringParser: parseQuery },
  }).withTypeProvider<ZodTypeProvider>();
  api.setValidatorCompiler(validatorCompiler);
  api.setSerializerCompiler(serializerCompiler);
  shapeErrors(api);
  readJsonOnly(api);
  guardOrigin(api, options.hosts);
  await secureHeaders(api);
  await api.register(cookie);
  // A tunnel that Cuedesk does not know brings every viewer from loopback: one limit for all of them would be a wall.
  // Built files are read out of a folder and kept by browsers for ever; a dozen a visit would use up the limit of all
  // viewers behind one carrier's address.
  await api.register(rateLimit, {
    max: REQUESTS_A_MINUTE,
    timeWindow: '1 minute',
    allowList: ({ ip, routeOptions }) => isLoopback(ip) || routeOptions.url?.startsWith('/assets/') === true,
    errorResponseBuilder: tooMany,
  });
  guardAccess(api, options.keeper);
  return api;
}

async function secureHeaders(api: Api): Promise<void> {
  await api.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    // The public door may be plain http on this machine; a proxy in front of it adds this where it ends TLS.
    strictTransportSecurity: false,
  });
}

/** A parameter that stands twice becomes a list, which no schema of ours takes; keys of objects' own machinery are just keys. */
function parseQuery(text: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null);
  const params = new URLSearchParams(text);
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key);
    query[key] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return query;
}

/** The one place where an error becomes an answer; a fault of ours is logged whole and told as nothing but a fault. */
function shapeErrors(api: Api): void {
  api.setErrorHandler((error: FastifyError, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      return sendProblem(reply, 400, 'bad-input', {
        issues: issuesOf(error.validation, error.validationContext),
      });
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed');
      if (isDiskFull(error)) return sendProblem(reply, 507, 'disk-full');
      return sendProblem(reply, 500, 'fault', {
        detail: 'Something went wrong in Cuedesk. It is in the log. Try again.',
      });
    }
    const known = CLIENT_FAULTS[error.code ?? ''] ?? CLIENT_FAULTS[String(status)];
    return sendProblem(reply, status, known?.why ?? 'bad-request', {
      detail: known?.detail ?? error.message,
      issues: [{ path: error instanceof RefusedBody ? error.path : '', message: error.message }],
    });
  });
  api.setNotFoundHandler({ preHandler: [] }, (_request, reply) => sendProblem(reply, 404, 'not-found'));
}

const CLIENT_FAULTS: Readonly<Record<string, { why: string; detail: string }>> = {
  '413': {
    why: 'too-large',
    detail: 'The body is larger than this route takes. Nothing was kept. Send less at a time.',
  },
  '415': { why: 'not-json', detail: 'Only JSON is read here: send content-type application/json.' },
  '429': { why: 'too-many', detail: 'Too many requests in a short time. Wait a moment and try again.' },
  '400': { why: 'bad-json', detail: 'The body is not JSON as it has to be. Nothing was kept.' },
  CUEDESK_FORBIDDEN_KEY: {
    why: 'bad-input',
    detail: 'The body has a key that is never taken. Nothing was kept; see the issues.',
  },
  CUEDESK_TOO_DEEP: {
    why: 'too-deep',
    detail: 'The body is nested deeper than anything this route takes. Nothing was kept.',
  },
};

/** A query's field is named as it stands in the address. */
const NOT_NAMED = new Set([undefined, 'body', 'querystring']);

interface Fault {
  readonly keyword?: string | undefined;
  readonly instancePath: string;
  readonly message?: string | undefined;
}

/** Of two faults of one kind in one field, as with a number above what a whole number and the field take, the narrower is said. */
function issuesOf(faults: ReadonlyArray<Fault>, context: string | undefined): Issue[] {
  const named = new Map(faults.map((fault) => [`${fault.instancePath} ${fault.keyword}`, fault]));
  return [...named.values()].map((fault) => issueOf(fault, context));
}

function tooMany() {
  return Object.assign(new Error('Too many requests.'), { statusCode: 429 });
}

function issueOf({ instancePath, message }: Fault, context: string | undefined): Issue {
  const path = instancePath.replace(/^\//, '').replaceAll('/', '.');
  return {
    path: NOT_NAMED.has(context) ? path : `${context}.${path}`,
    message: message ?? 'is not as it has to be',
  };
}
