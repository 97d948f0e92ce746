// Turns scripts/sample-show.md into server/sources/sample-show.ndjson. The same script always gives the same file.
// With --print the result goes to the screen and no file is written.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Happening, type Person, type Stage, understand, userOf } from './sample-show-sentences.ts';

const root = resolve(import.meta.dirname, '..');
const SCRIPT = resolve(root, 'scripts/sample-show.md');
const RESULT = resolve(root, 'server/sources/sample-show.ndjson');

const MILLIS_BETWEEN_VIEWER_COUNTS = 4000;
const MILLIS_BETWEEN_CROWD_JOINS = 5500;
/** The room likes on its own, far more than the likes that are told one by one: the platform tells a sample only. */
const ROOM_LIKES_A_SECOND = 9;

interface Timed {
  readonly at: number;
  readonly happening: Happening;
}

function main(): void {
  const show = makeSampleShow(readFileSync(SCRIPT, 'utf8'));
  if (process.argv.includes('--print')) process.stdout.write(show);
  else writeFileSync(RESULT, show);
}

/** One line of JSON per happening, in the order of time: `{at: milliseconds, event}` or `{at, feed}`. */
function makeSampleShow(script: string): string {
  const people = peopleOf(section(script, 'People'));
  const timeline = [
    ...sentencesOf(section(script, 'Show'), people),
    ...viewerCounts(section(script, 'Viewers')),
    ...crowd(section(script, 'Crowd')),
  ].sort((a, b) => a.at - b.at);
  const silent = gapOf(timeline);
  return timeline
    .filter(({ at, happening }) => 'feed' in happening || at <= silent.from || at >= silent.to)
    .map(({ at, happening }) => {
      const told = 'feed' in happening ? { feed: happening.feed } : { event: happening.event };
      return `${JSON.stringify({ at, ...told })}\n`;
    })
    .join('');
}

function section(script: string, title: string): string {
  const [, text] = new RegExp(`^## ${title}\\n(.*?)(?=^## |$(?![\\s\\S]))`, 'ms').exec(script) ?? [];
  if (!text) throw new Error(`The sample show has no section "${title}"`);
  return text;
}

function peopleOf(text: string): Map<string, Person> {
  const people = new Map<string, Person>();
  for (const [, nick = '', name = '', handle = '', roles = ''] of text.matchAll(
    /^- (\w+): (.+), @([\w.]+)(?:, (.+))?$/gm,
  )) {
    people.set(nick, { id: `invented-${nick}`, name, handle, roles: roles.split(' ').filter(Boolean) });
  }
  return people;
}

function sentencesOf(text: string, people: ReadonlyMap<string, Person>): Timed[] {
  const last = new Map<string, string>();
  const timeline: Timed[] = [];
  let likes = 1180;
  let started = 0;
  const stage: Stage = {
    person(nick) {
      const person = people.get(nick);
      if (!person) throw new Error(`The sample show names ${nick}, who is not among its people`);
      return person;
    },
    likesAfter(count) {
      likes += count;
      return likes + Math.round((started / 1000) * ROOM_LIKES_A_SECOND);
    },
    lastOf: (nick) => last.get(nick) ?? '',
  };
  for (const [, minutes, seconds, sentence = ''] of text.matchAll(/^- (\d+):(\d\d) (.+)$/gm)) {
    started = (Number(minutes) * 60 + Number(seconds)) * 1000;
    for (const happening of understand(sentence, stage)) {
      if ('feed' in happening) {
        timeline.push({ at: started + happening.after, happening });
        continue;
      }
      const id = `e${timeline.length + 1}`;
      if (happening.by) last.set(happening.by, id);
      timeline.push({ at: started + happening.after, happening: { ...happening, event: { id, ...happening.event } } });
    }
  }
  return timeline;
}

/** A count every few seconds, between the figures of the script, with a small wobble so that it looks alive. */
function viewerCounts(text: string): Timed[] {
  const marks = [...text.matchAll(/^- (\d+):(\d\d) (\d+)$/gm)].map(([, minutes, seconds, viewers]) => ({
    at: (Number(minutes) * 60 + Number(seconds)) * 1000,
    viewers: Number(viewers),
  }));
  const timeline: Timed[] = [];
  let total = 0;
  marks.slice(1).forEach((to, index) => {
    const from = marks[index] ?? to;
    for (let at = from.at; at < to.at; at += MILLIS_BETWEEN_VIEWER_COUNTS) {
      const between = from.viewers + ((to.viewers - from.viewers) * (at - from.at)) / (to.at - from.at);
      const now = Math.round(between) + ((timeline.length * 7) % 5);
      total = Math.max(total, now) + 3;
      const event = { id: `v${timeline.length + 1}`, type: 'viewers', viewers: { now, total } };
      timeline.push({ at: at + 1000, happening: { after: 0, event } });
    }
  });
  return timeline;
}

function crowd(text: string): Timed[] {
  const names = text.split(':')[1]?.match(/\p{L}+/gu) ?? [];
  return Array.from({ length: Math.floor(580_000 / MILLIS_BETWEEN_CROWD_JOINS) }, (_, index) => {
    const name = names[index % names.length] ?? 'Somebody';
    const round = Math.floor(index / names.length) + 1;
    const handle = `${name.toLowerCase()}${round}.invented`;
    const user = userOf({ id: `invented-${handle}`, name, handle, roles: [] });
    const event = { id: `j${index + 1}`, type: 'join', user };
    return { at: 1700 + index * MILLIS_BETWEEN_CROWD_JOINS, happening: { after: 0, event } };
  });
}

/** While the feed is down nothing is heard, whatever happens in the room. */
function gapOf(timeline: ReadonlyArray<Timed>): { from: number; to: number } {
  const change = (word: 'down' | 'up') =>
    timeline.find(({ happening }) => 'feed' in happening && happening.feed === word)?.at ?? Number.POSITIVE_INFINITY;
  return { from: change('down'), to: change('up') };
}

main();
