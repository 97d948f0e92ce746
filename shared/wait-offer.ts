/** How long a time that came free is kept for one of those who wait: long enough to read a mail, and the next still gets something of it. */
export const OFFER_MINUTES = 30;
