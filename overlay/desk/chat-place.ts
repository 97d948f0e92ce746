import { commentsShown } from './comments.ts';
import { room } from './room.ts';
import { asked, can, details, open, selectedId } from './state.ts';

/** Where there is room for one of them, what is opened comes before the chat. */
export function followAddress(): void {
  asked.subscribe(() => {
    if (room.peek() === 'phone') commentsShown.value = false;
  });
}

/** Whether this person can do something with a comment: whoever cannot is sent none. */
export function mayReadComments(): boolean {
  return can('reply') || can('block') || can('control-stage');
}

/** Whether the chat has room just now: where one pane stands in its place, the details that were asked for last. */
export function isChatSeen(): boolean {
  if (!commentsShown.value || !mayReadComments()) return false;
  return room.value === 'wide' || selectedId.value === null || !details.value;
}

/** Whether the chat stands before everything else, so that neither the open request nor the list is in sight. */
export function isQueueCovered(): boolean {
  return room.value === 'phone' && isChatSeen();
}

/** Shows the chat or puts it away. Details that stand in its place make room for it. */
export function toggleChat(): void {
  if (isChatSeen()) {
    commentsShown.value = false;
    return;
  }
  // First, since on a phone what is opened comes before the chat.
  if (details.value && room.value !== 'wide') open(selectedId.value);
  commentsShown.value = true;
}

/** Brings the conversation of the open request into sight, from behind the chat or in the place of its details. */
export function showConversation(): void {
  if (isQueueCovered()) commentsShown.value = false;
  if (details.value && room.value !== 'wide') open(selectedId.value);
}

/** Brings the list into sight. */
export function showList(): void {
  if (isQueueCovered()) commentsShown.value = false;
  if (room.value === 'phone' && selectedId.value !== null) open(null);
}
