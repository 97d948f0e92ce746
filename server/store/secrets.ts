import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { UnusableStore, unwritable } from './store.ts';

/** 256 bits from the system, in letters that may stand in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: enough to know it again, too little to use it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Compares two tokens in a time that does not tell where they differ. */
export function sameToken(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

export interface Secrets {
  /** A token that only this installation can make, the same for the same label; 256 bits. */
  derive(label: string): string;
  /** Encrypts a short text for the store (AES-256-GCM). */
  seal(text: string): string;
  /** Undoes {@link Secrets.seal}; null when it was sealed by another installation or changed since. */
  open(sealed: string): string | null;
}

/**
 * Reads the installation's secret from a file only this user can read; makes it the first time. Throws
 * {@link UnusableStore} when the folder cannot be written, or the file was cut short: tokens of a short secret can be guessed.
 */
export function openSecrets(folder: string): Secrets {
  const path = join(folder, 'secret');
  const root = readOrMake(folder, path);
  if (root.length >= newToken().length) return secretsOf(root);
  throw new UnusableStore(
    `The file ${path} is damaged. Nothing was changed. Put a backup in its place, or delete it: stages then get new addresses.`,
  );
}

function readOrMake(folder: string, path: string): string {
  try {
    if (!existsSync(path)) {
      makeFolder(resolve(folder));
      make(path);
    }
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** On the disk when it returns, or not there: what a full disk or a power cut left of it would be in the way of every start. */
function make(path: string): void {
  try {
    writeFileSync(path, `${newToken()}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    const isAnothers = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (isAnothers) return;
    rmSync(path, { force: true });
    throw error;
  }
}

/** The secrets that follow from one root. For tests, and for {@link openSecrets}. */
export function secretsOf(root: string): Secrets {
  const derive = (label: string) => createHmac('sha256', root).update(label).digest('base64url');
  const key = createHmac('sha256', root).update('seal').digest();
  return {
    derive,
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      try {
        const bytes = Buffer.from(sealed, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        // Another installation's key, or damage: the caller asks for the text anew.
        return null;
      }
    },
  };
}
