import { z } from 'zod';

/** One fault of a request's body, query or path, named by its path (`events.3.gift.count`). */
export const Issue = z.object({ path: z.string(), message: z.string() });
export type Issue = z.infer<typeof Issue>;

/**
 * An error on the wire, RFC 9457 problem+json. `why` is a stable kebab-case word that scripts and catalogues go by;
 * `title` and `detail` are English sentences: what happened, and what to do.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  why: z.string(),
  issues: z.array(Issue).optional(),
  /** Bookable starts near the asked one, with `slot-taken`. */
  nearest: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;
