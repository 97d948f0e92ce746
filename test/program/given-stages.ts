import { AS_OWNER, JSON_BODY } from './given-program.ts';

/** A stage as the owner's list has it. */
export interface StageOnWire {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly language: string;
  readonly languageChosen: boolean;
}

export function ask(base: string, method: string, path: string, body?: unknown): Promise<Response> {
  const headers = { ...AS_OWNER, ...(body === undefined ? {} : JSON_BODY) };
  return fetch(`${base}/api/v1${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

export async function stagesOf(base: string): Promise<StageOnWire[]> {
  return (await (await ask(base, 'GET', '/stages')).json()) as StageOnWire[];
}

/** Adds a stage that nobody has a page of yet. */
export async function addedStage(base: string, name: string): Promise<StageOnWire> {
  return (await (await ask(base, 'POST', '/stages', { name })).json()) as StageOnWire;
}
