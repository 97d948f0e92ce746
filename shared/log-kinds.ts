/*
 * The log of acts by what they are about. Without zod, since the studio's page reads it.
 */

/** Each kind with the first words of its acts' names: `requests.accept` is one of `requests`. */
export const LOG_KINDS = {
  requests: ['requests', 'floods', 'blocks', 'chat-holds'],
  tools: ['prepared-replies', 'macros', 'labels', 'spam-words', 'desk-views', 'desk-choice'],
  people: ['people', 'invitations', 'login', 'logout', 'passkeys', 'password', 'audit'],
  show: ['stages', 'alerts', 'live', 'sources', 'test', 'obs', 'scene-rules', 'scene-automation'],
  settings: [
    'services',
    'availability',
    'bio',
    'pictures',
    'codes',
    'calendar-feed',
    'chat-word',
    'mail',
    'tiktok-messages',
    'tunnel',
    'settings',
  ],
} as const satisfies Readonly<Record<string, ReadonlyArray<string>>>;
export type LogKind = keyof typeof LOG_KINDS;
