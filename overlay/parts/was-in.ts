import { askedAs } from './ask.ts';

const KEPT_UNDER = 'cuedesk.was-in';

/** Scene buttons may be somebody else than the other pages of their browser. */
const keyOfPage = () => [KEPT_UNDER, askedAs()].filter((part) => part !== '').join('.');

/** Whether somebody was signed in here when this page, or another that signs in with it, was open last, and has not signed out. */
export function wasIn(): boolean {
  try {
    return localStorage.getItem(keyOfPage()) !== null;
  } catch {
    return false;
  }
}

/** Keeps that somebody is in, or has left of their own accord. */
export function noteIn(isIn: boolean): void {
  try {
    if (isIn) localStorage.setItem(keyOfPage(), '1');
    else localStorage.removeItem(keyOfPage());
  } catch {
    // Storage may be switched off: the page then says nothing of an earlier time.
  }
}
