/**
 * Whether a sentence names a regulated profession only as those whom the offer is for or about: "career coaching for
 * physiotherapists", "a website for your physiotherapy practice". Nothing that needs a licence is done to them.
 */
export function isAudience(tokens: ReadonlyArray<string>, at: number, length: number): boolean {
  const end = at + length - 1;
  return namesPeople(tokens[end] ?? '', tokens[end + 1] ?? '') && isSpokenTo(tokens, at, end);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

const FOR = words('for among about für über voor over til blant om');
/** These leave open who does the work, unless an article or "our" follows: "with a physiotherapist" is an appointment. */
const WITH = words('with of mit met med');
/** After these a profession is who does the work. German, Dutch and Norwegian have one word for "of" and "by". */
const BY = words('by from at durch von vom bei beim zum zur door van bij av fra hos');
const BELONGING = words(`
  a an the one my our your
  ein eine einer einem einen der die das dem den mein meine meinem meiner unser unsere unserem deinem deiner ihrem ihrer
  een de het mijn ons onze je jouw uw
  ei et en den det min mitt mine vår vårt våre din ditt dine
`);
const JOINING = words('and or und oder en of og eller');

/** "For young self-employed physiotherapists", "for nurses, midwives and physiotherapists": so far before the word. */
const REACH = 6;

function isSpokenTo(tokens: ReadonlyArray<string>, at: number, end: number): boolean {
  const nearest = tokens.slice(0, at).findLastIndex((token) => FOR.has(token) || WITH.has(token) || BY.has(token));
  const before = tokens[nearest] ?? '';
  if (nearest < at - REACH || !(FOR.has(before) || WITH.has(before))) return false;
  const between = tokens.slice(nearest + 1, at);
  if (WITH.has(before) && between.some((word) => BELONGING.has(word))) return false;
  // A comma ends what the word before it governs, unless a list goes on: its last two are joined by "and".
  const isListed = JOINING.has(tokens[at - 1] ?? '') || JOINING.has(tokens[end + 1] ?? '');
  return isListed || !between.includes(',');
}

const PEOPLE = new RegExp(
  `(?:${[
    'ist|path|erapeut|coach|trainer|trener|instructor|instructeur|instruktør|driver|broker|adviser|advisor|minder',
    'dresser|breeder|berater|lehrer|züchter|praktiker|ouder|fokker|rådgiver|veileder|lærer|oppdretter|praktor|practor',
  ].join('|')})(?:s|es|e|en|er|ere|ene|in|innen)?$`,
  'u',
);
/** Where such people work and learn, as the end of a compound word or as the word after. */
const PLACES =
  /(?:practices?|clinics?|students?|praxis|praxen|studenten|studentinnen|studierende|praktijk|praktijken|klinikk|klinikken|klinikker|studenter)$/u;

function namesPeople(token: string, next: string): boolean {
  return PEOPLE.test(token) || PLACES.test(token) || PLACES.test(next);
}
