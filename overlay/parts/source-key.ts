const NAMED = ['demo', 'tiktok', 'tikfinity', 'indofinity', 'replay', 'api'] as const;

/** The text of the catalogues that names a kind of source; null for a kind that they do not know. */
export function sourceKey(kind: string): `source-${(typeof NAMED)[number]}` | null {
  const named = NAMED.find((each) => each === kind);
  return named ? `source-${named}` : null;
}
