/**
 * The source of what the studio sends to try something out, and of what a script marks as a try. Apart from the schema
 * of events, which would bring all of zod to the pages.
 */
export const TEST_SOURCE = 'studio-test';

/** Whether nobody did it: it is kept, shown and fires rules, and counts nowhere where money or people are counted. */
export function isTest({ source }: { readonly source: string }): boolean {
  return source === TEST_SOURCE;
}
