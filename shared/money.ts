import { z } from 'zod';

/** An amount in the currency's smallest unit (4500 EUR = 45.00 euros; 4500 JPY = 4500 yen) with its ISO 4217 code. */
export const Money = z.object({
  minor: z.int().min(0).max(1_000_000_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/, 'is not a currency code, such as EUR'),
});
export type Money = z.infer<typeof Money>;

/** Adds an amount to a list that holds at most one sum per currency. Returns a new list, in order of first appearance. */
export function addMoney(sums: ReadonlyArray<Money>, amount: Money): Money[] {
  const known = sums.some((sum) => sum.currency === amount.currency);
  if (!known) return [...sums, amount];
  return sums.map((sum) => (sum.currency === amount.currency ? { ...sum, minor: sum.minor + amount.minor } : sum));
}
