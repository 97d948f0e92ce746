import type { studio } from '../../../shared/locales/en/studio.ts';

type FaultWord = keyof (typeof studio)['fault'];

const NAMED: ReadonlyArray<FaultWord> = [
  'handle',
  'name',
  'headline',
  'about',
  'skills',
  'languages',
  'region',
  'zone',
  'followers',
  'slug',
  'title',
  'minutes',
  'price',
  'link',
  'publicUrl',
  'address',
  'tiktokHandle',
  'spec',
];
const NUMBERS = /^(bufferBefore|bufferAfter|notice|cutoff|step)Minutes$|^horizonDays$|^capacity$/;

/** Which sentence of the catalogue stands for a fault at this path, such as `proofs.0.url`. */
export function faultWord(path: string): FaultWord {
  const proof = /^proofs\.\d+\.(title|url)$/.exec(path)?.[1];
  if (proof) return proof === 'title' ? 'proofTitle' : 'proofUrl';
  const [first = '', , within = ''] = path.split('.');
  // A text in another language is of the field that it translates.
  const field = first === 'translations' ? within : first;
  if (NUMBERS.test(field)) return 'number';
  return NAMED.find((word) => word === field) ?? 'other';
}
