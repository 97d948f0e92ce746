import { z } from 'zod';

/** A row's list of words: which words there are may be another version's to say. */
export const Words = z.array(z.string());

/** JSON of a row, which this program wrote. Throws where it is not what the schema says: the row is damaged then, and a guess would be shown as true. */
export function ownJson<Kept>(schema: z.ZodType<Kept>, text: string): Kept {
  return schema.parse(JSON.parse(text));
}

/** The same where the row may be of another version and can be done without: null then. */
export function ownJsonOrNull<Kept>(schema: z.ZodType<Kept>, text: string): Kept | null {
  try {
    return ownJson(schema, text);
  } catch {
    return null;
  }
}
