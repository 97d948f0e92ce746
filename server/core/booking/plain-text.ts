/**
 * Text of a stranger without control characters, which no person types and PostgreSQL does not take (NUL). Line ends and
 * tabs stay.
 */
export function plainText(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '');
}
