import { OWNER_NAME } from '../../shared/rights.ts';
import { say } from './words.ts';

/** Who did something, as it is read here: the owner has no name of their own, and is called what they are. */
export function personName(name: string): string {
  return name === OWNER_NAME ? say('owner') : name;
}
