/**
 * A plate has room for some thirty letters; the rest of a name made to be long would only weigh on every page. It bounds
 * what is kept and sent, no more: how a text may stand on air is the stage's own affair (its on-air.ts), for all its texts.
 */
const LONGEST_ON_AIR = 120;

export function onAir(name: string): string {
  return name.length <= LONGEST_ON_AIR ? name : `${[...name.slice(0, LONGEST_ON_AIR)].slice(0, -1).join('')}…`;
}
