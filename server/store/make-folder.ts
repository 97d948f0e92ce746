import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder of this user's alone, and those above it. Piece by piece: in `/proc`, which makes no folders and says that
 * they are not there, a recursive `mkdir` never ends; on a disk that is read-only it blames a missing folder.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
