import { LANGUAGES, type Language } from '../../shared/local-text.ts';

/*
 * An evening's queue of the sample show's creator, and what one moderator does with it. Time: days ahead and the time of
 * day in Berlin; without one it is a message. Whoever is found by search or palette is dealt with first; the rest come as
 * the list has them.
 */

const TABLE = `
who                | offer      | time     | reads | found by | what the moderator does                                                  | what they write
Ingrid Eksempel    | cv-check   | +2 09:00 | nb    | list     | accept                                                                   | Hei! Jeg har søkt på tolv stillinger uten svar. Kan du se på CV-en min?
Tobias Muster      | cv-check   | +2 10:00 | de    | list     | accept                                                                   | Ich wechsle aus der Pflege ins Büro. Passt mein Lebenslauf dafür überhaupt?
Sanne de Vries     | interview  | +2 15:00 | nl    | list     | accept                                                                   | Donderdag heb ik een tweede gesprek bij een gemeente, kun je me streng ondervragen?
Priya Sample       | interview  | +2 17:00 | en    | list     | accept                                                                   | Final round next week, panel of four. I freeze when somebody interrupts me.
Emil Prøve         | cv-check   | +3 09:00 | nb    | list     | accept                                                                   | Fagbrev som elektriker, vil over i prosjektledelse. Hva bør stå øverst?
Marek Przykład     | cv-check   | +3 10:30 | en    | list     | accept                                                                   | Eleven jobs in nine years, all contracts. How do I make that look like one career?
Greta Beispiel     | interview  | +3 15:00 | de    | list     | accept                                                                   | Assessment-Center nächsten Freitag. Können wir die Gruppenübung durchspielen?
Bram Voorbeeld     | cv-check   | +3 19:00 | nl    | list     | accept                                                                   | Alleen na zeven uur lukt mij, ik werk in ploegen. Kan dat?
Olena Pryklad      | cv-check   | +4 09:00 | en    | list     | accept                                                                   | My degree is from Kharkiv. Employers here ask what it is worth. Where do I put it?
Jonas Lykke        | interview  | +4 10:30 | nb    | list     | accept                                                                   | Intervju på engelsk for første gang på ti år. Kan vi ta det på engelsk hele veien?
Hanne Lykke        | interview  | +4 10:30 | nb    | list     | offer                                                                    | Passer bare akkurat denne tiden, har barnevakt da.
Svenja Probe       | cv-check   | +4 16:00 | de    | list     | offer                                                                    | Ginge es auch eine Stunde später? Ich komme direkt von der Schicht.
Daan Test          | cv-check   | +5 09:00 | nl    | list     | offer                                                                    | Dit tijdstip of een ander, maakt niet uit, als het maar voor vrijdag is.
Aoife Instance     | interview  | -        | en    | list     | offer                                                                    | Any evening next week works. Which times do you have left?
Lukas Fall         | cv-check   | -        | de    | list     | offer                                                                    | Ich finde keinen freien Termin am Wochenende. Gibt es samstags etwas?
Mette Tilfelle     | interview  | -        | nb    | list     | offer                                                                    | Kan du foreslå noen tider for meg? Jeg jobber turnus.
Chidi Case         | cv-check   | +5 10:30 | en    | list     | reply: The letter too, if it is one page. Send both and we start there.  | Do you also look at a cover letter, or is it the CV alone?
Femke Geval        | cv-check   | +5 15:30 | nl    | list     | reply: Graag van tevoren, dan lezen we hem voor het gesprek.             | Moet ik mijn cv van tevoren sturen of delen we het scherm?
Anton Fallbeispiel | interview  | +5 17:30 | de    | list     | reply: Beides geht. Am Telefon klappt es genauso gut.                    | Ist das über Video oder am Telefon? Meine Leitung ist schlecht.
Ylva Exempel       | cv-check   | -        | en    | list     | reply: Nothing is recorded. The price is in euro, your bank converts it. | I am in Sweden, can I pay in kronor? And is the recording kept?
Rasmus Eks         | interview  | -        | nb    | list     | reply: Inntil to timer før kan du avlyse selv med lenken din.            | Hva skjer hvis jeg må avlyse samme dag?
Nina Muster        | first-talk | -        | de    | list     | prepared: Thanks, back soon                                              | Bist du die aus dem Live eben? Ich habe den Anfang verpasst.
Joost Proef        | first-talk | -        | nl    | list     | prepared: Thanks, back soon                                              | hoi ik keek net, kan ik hier wat vragen
Kari Nordmann      | interview  | +6 09:00 | nb    | list     | prepared: Tell us more                                                   | Trenger hjelp til et intervju.
Zoë Peeters        | cv-check   | +6 11:00 | nl    | list     | prepared: Tell us more                                                   | CV nakijken graag
Sam Nobody         | cv-check   | -        | en    | list     | prepared: Price                                                          | how much
Heike Irgendwer    | interview  | -        | de    | list     | prepared: Price                                                          | Was kostet das denn genau, und gibt es das auch für Studierende?
Tuva Hvemsomhelst  | cv-check   | -        | nb    | list     | prepared: Price                                                          | Koster det noe?
Pieter Iemand      | cv-check   | -        | nl    | list     | prepared: Choose a time                                                  | Wanneer kan ik terecht?
Lena Sommer        | cv-check   | +6 16:00 | de    | list     | prepared: Does the time still fit?                                       | Ich hatte neulich schon gefragt, weiß aber nicht mehr, ob die Zeit noch gilt.
Rosa Exemplar      | interview  | -        | en    | list     | refuse: Not something we do                                              | Can you write my thesis introduction? It is due on Monday.
Uwe Sonderfall     | cv-check   | +7 09:00 | de    | list     | refuse: Not something we do                                              | Kannst du mir ein Arbeitszeugnis ausstellen, in dem steht, dass ich bei dir war?
Ove Unntak         | cv-check   | -        | nb    | list     | refuse: Not something we do                                              | Kan du ringe sjefen min og si at jeg er syk?
Carla Doppelt      | cv-check   | +7 10:00 | de    | search   | decline                                                                  | Hat sich erledigt, ich habe die Stelle! Danke trotzdem.
Gijs Toch-Niet     | interview  | +7 15:00 | nl    | palette  | decline                                                                  | Laat maar, het gesprek is afgezegd.
FREE FOLLOWERS     | cv-check   | -        | en    | list     | spam                                                                     | Get 10k followers tonight, click the address in my profile!!!
crypto_lady_77     | interview  | -        | en    | list     | spam                                                                     | I turned 200 into 9000 in one week, ask me how dear
Bot Bottesen       | cv-check   | -        | nb    | list     | spam                                                                     | Tjen penger hjemmefra, bare skriv JA
Kai Ohnemanieren   | cv-check   | +8 09:00 | de    | palette  | block: insults, twice tonight                                            | Du bist so hässlich, dass keiner bei dir bucht.
Kai Ohnemanieren   | interview  | +8 15:00 | de    | list     | goes with the block                                                      | Antworte gefälligst!
`;

/** What the moderator does; what stands after it is what is written, the name of a prepared reply, or the reason. */
export const DEEDS = [
  'accept',
  'offer',
  'decline',
  'spam',
  'block',
  'goes with the block',
  'reply',
  'prepared',
  'refuse',
] as const;
export type Deed = (typeof DEEDS)[number];

export interface Asked {
  readonly who: string;
  readonly offer: string;
  readonly when: { readonly days: number; readonly time: string } | null;
  readonly language: Language;
  readonly found: 'list' | 'search' | 'palette';
  readonly deed: Deed;
  readonly words: string;
  readonly writes: string;
}

/** The state of a request after the moderator's deed. */
export const ENDS = {
  accept: 'booked',
  offer: 'offered',
  decline: 'declined',
  refuse: 'declined',
  spam: 'spam',
  block: 'spam',
  'goes with the block': 'spam',
  reply: 'waiting',
  prepared: 'waiting',
} as const satisfies Record<Deed, string>;

export const FORTY: ReadonlyArray<Asked> = TABLE.trim().split('\n').slice(1).map(read);

function read(line: string): Asked {
  const [who = '', offer = '', time = '', language = '', found = '', does = '', writes = ''] = line
    .split(' | ')
    .map((cell) => cell.trim());
  const [, days, clock] = /^\+(\d+) (\S+)$/.exec(time) ?? [];
  const [kind, words = ''] = does.split(': ');
  const deed = DEEDS.find((each) => each === kind);
  const reads = LANGUAGES.find((each) => each === language);
  const place = (['list', 'search', 'palette'] as const).find((each) => each === found);
  if (!deed || !place || !reads) throw new Error(`not a line of the table: ${line}`);
  const when = days && clock ? { days: Number(days), time: clock } : null;
  return { who, offer, when, language: reads, found: place, deed, words, writes };
}
