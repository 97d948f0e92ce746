import { onTestFinished, vi } from 'vitest';

export interface Asked {
  /** `GET /api/v1/login` */
  readonly what: string;
  answer(value: unknown, status?: number): void;
}

/** A network that answers when a test says so, in whatever order; what was asked, in its own. */
export function heldFetch(): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', (path: string, { method = 'GET' }: RequestInit = {}) => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    asked.push({
      what: `${method} ${path}`,
      answer: (value, status = 200) => resolve(Response.json(value, { status })),
    });
    return promise;
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return asked;
}
