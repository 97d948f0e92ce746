import { MOST_AT_ONCE } from '../../shared/bulk-acts.ts';
import { filledFor } from '../../shared/filled-reply.ts';
import { inLanguage } from '../../shared/local-text.ts';
import { act } from './act.ts';
import { blocksShown } from './blocking.ts';
import { mayReadComments, toggleChat } from './chat-place.ts';
import { write } from './drafts.ts';
import { FILTERS, keyOfFilter } from './filters.ts';
import { keepingView, keptViews } from './kept-views.ts';
import { isMeaningful, performKey } from './keyboard.ts';
import { KEYS, type KeyAct, rightOfKey } from './keys.ts';
import { lookThrough } from './lens.ts';
import { macroKeyName, macroSteps, performMacro, usableMacros } from './macros.ts';
import { markedActs, runMarked } from './marked-acts.ts';
import { markAll, marked } from './marks.ts';
import { aboutRequest, type Command } from './palette.ts';
import { prepared, preparedShown, preparedTab } from './prepared.ts';
import { isOpen } from './queue.ts';
import { sayQueue } from './queue-words.ts';
import { can, canAct, chooseFilter, fresh, listed, open, requests, selected, selectedRow, view } from './state.ts';
import { sayTeam } from './team-words.ts';
import { sayTogether } from './together-words.ts';
import { canUndo, undoLast } from './undo-last.ts';
import { say, tongue } from './words.ts';

/** Moving about is quicker by its keys. */
const NOT_HERE: ReadonlyArray<KeyAct> = ['leave', 'next', 'previous', 'mark-next', 'mark-previous', 'undo', 'palette'];
/** Acts that people call by other words too. */
const ALSO: Readonly<Partial<Record<KeyAct, 'snooze' | 'note'>>> = { snooze: 'snooze', note: 'note' };
/** More than anybody reads to the end of; the search finds the others. */
const MOST_REQUESTS = 5000;

/** Everything that can be done at this desk just now: acts that mean something, panels, requests by name, replies. */
export function commandsNow(): Command[] {
  return [
    ...acts(),
    ...macroCommands(),
    ...markedCommands(),
    ...marking(),
    ...panels(),
    ...lists(),
    ...views(),
    ...requestsByName(),
    ...replies(),
  ];
}

function acts(): Command[] {
  const names = Object.keys(KEYS) as ReadonlyArray<KeyAct>;
  const usable = names.filter((name) => {
    const right = rightOfKey(name);
    return !NOT_HERE.includes(name) && (right === null || can(right)) && isMeaningful(name);
  });
  return [
    ...(canUndo() ? [command('undo', undoLast)] : []),
    ...usable.map((name) => command(name, () => performKey(name))),
    ...spam(),
  ];
}

/** The one act on a request that has no key of its own: it must not be pressed by a slip. */
function spam(): Command[] {
  const request = selectedRow.value;
  if (!request || marked.value.length > 0 || !canAct('spam') || !isOpen(request)) return [];
  const run = () => void act(request.id, { type: 'spam' });
  return [{ id: 'act-spam', kind: 'act', name: say('act.spam'), about: request.name, run }];
}

function command(name: KeyAct, run: () => void): Command {
  const onSelected = isMeaningful(name) === 'selected' ? (selectedRow.value?.name ?? '') : '';
  const also = ALSO[name];
  return {
    ...{ id: `act-${name}`, kind: 'act', name: say(`keys.${name}`), about: onSelected, key: KEYS[name], run },
    ...(also ? { also: sayQueue(`also.${also}`) } : {}),
  };
}

function macroCommands(): Command[] {
  const request = selectedRow.value;
  if (!request || !fresh.value || marked.value.length > 0) return [];
  return usableMacros.value.map((macro) => ({
    id: `macro-${macro.id}`,
    kind: 'act',
    name: macro.name,
    about: macroSteps(macro),
    key: macroKeyName(macro.key),
    also: sayQueue('also.macro'),
    run: () => void performMacro(macro, request),
  }));
}

function panels(): Command[] {
  const panel = (id: string, name: string, run: () => void): Command => ({ id, kind: 'act', name, about: '', run });
  const tab = (which: typeof preparedTab.value) => () => {
    preparedTab.value = which;
    preparedShown.value = true;
  };
  const all = [
    (can('reply') || can('settings')) &&
      panel('panel-prepared', sayTeam('prepared.title'), () => {
        preparedShown.value = true;
      }),
    can('settings') && {
      ...panel('panel-macros', sayTeam('macros.title'), tab('macros')),
      also: sayQueue('also.macro'),
    },
    mayReadComments() && {
      ...panel('panel-chat', sayTeam('comments.title'), toggleChat),
      also: sayQueue('also.chat'),
    },
    can('settings') && panel('panel-labels', sayQueue('labels.manage'), tab('labels')),
    can('block') &&
      panel('panel-blocks', say('block.title'), () => {
        blocksShown.value = true;
      }),
  ];
  return all.filter((one) => one !== false);
}

function lists(): Command[] {
  return FILTERS.map((filter) => {
    const key = keyOfFilter(filter);
    return {
      id: `list-${filter}`,
      kind: 'act',
      name: sayQueue('filters.show', { list: sayQueue(`filters.${filter}`) }),
      about: '',
      ...(key === null ? {} : { key }),
      run: () => chooseFilter(filter),
    };
  });
}

/** In the place of what would be done with the open one. */
function markedCommands(): Command[] {
  const count = marked.value.length;
  if (count === 0) return [];
  return markedActs().map((act) => ({
    ...{ id: `marked-${act}`, kind: 'act', about: '' },
    name: sayTogether('bulk.marked', { act: sayTeam(`bulk.act.${act}`), count }),
    run: () => runMarked(act),
  }));
}

/** What is shown is what a search or a filter has left: "all that are shown" is how many are chosen by a word. */
function marking(): Command[] {
  const count = Math.min(listed.value.length, MOST_AT_ONCE);
  if (count === 0) return [];
  return [{ id: 'mark-all', kind: 'act', name: sayTeam('bulk.all', { count }), about: '', run: () => markAll() }];
}

function views(): Command[] {
  const kept = keptViews.value.map(
    ({ id, name, lens }): Command => ({
      id: `view-${id}`,
      kind: 'act',
      name: sayQueue('views.show', { name }),
      about: '',
      run: () => lookThrough(lens),
    }),
  );
  const keep = () => {
    keepingView.value = true;
  };
  return [...kept, { id: 'view-keep', kind: 'act', name: sayQueue('views.keep'), about: '', run: keep }];
}

function requestsByName(): Command[] {
  return requests.value.slice(0, MOST_REQUESTS).map((request) => ({
    id: `request-${request.id}`,
    kind: 'request',
    name: request.name,
    about: aboutRequest(
      request,
      say(`state.${request.state}`),
      inLanguage(view.value?.services[request.service] ?? {}, tongue()),
    ),
    run: () => open(request.id),
  }));
}

/** Into the reply to the chosen request, after what stands there. */
function replies(): Command[] {
  const request = selected.value;
  if (!request || !canAct('reply') || !fresh.value) return [];
  const about = { creator: view.value?.creator?.name ?? '', link: prepared.value.link };
  return prepared.value.replies.map((reply) => ({
    id: `reply-${reply.id}`,
    kind: 'reply',
    name: reply.name,
    about: filledFor(reply, request, about).text,
    run: () => {
      const field = document.querySelector<HTMLTextAreaElement>('#desk-reply');
      const before = field?.value.trimEnd() ?? '';
      write(request.id, `${before}${before ? '\n' : ''}${filledFor(reply, request, about).text}`);
      field?.focus();
    },
  }));
}
