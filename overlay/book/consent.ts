/**
 * Which wording of the agreement and of the age line was agreed to; kept with the request. Its end is made of the words
 * in all four languages: a test tells the new one when they change.
 */
export const CONSENT_VERSION = '3-0684fdb4';
