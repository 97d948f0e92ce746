import type { LiveEvent } from '../../../shared/events.ts';

/** Stands where somebody's words were: that something was said stays, and is counted as before. */
export const WORDS_GONE = '…';

/** The event without what a person said in it; null where nobody says anything, or it is gone already. */
export function withoutWords(event: LiveEvent): LiveEvent | null {
  switch (event.type) {
    case 'chat':
      return event.chat.text === WORDS_GONE ? null : { ...event, chat: { ...event.chat, text: WORDS_GONE } };
    case 'question':
      return event.question.text === WORDS_GONE ? null : { ...event, question: { text: WORDS_GONE } };
    case 'message': {
      const { conversationId, text, attachments } = event.message;
      const isGone = text === WORDS_GONE && attachments === undefined;
      return isGone ? null : { ...event, message: { conversationId, text: WORDS_GONE } };
    }
    case 'tip':
      return event.tip.message === undefined ? null : { ...event, tip: { amount: event.tip.amount } };
    default:
      return null;
  }
}
