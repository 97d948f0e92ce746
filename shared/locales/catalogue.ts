/** The shape of a page's English catalogue, with any text in place of the English one: what the other languages are checked by. */
export type Catalogue<C> = { readonly [K in keyof C]: C[K] extends string ? string : Catalogue<C[K]> };

type Singular<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/** Every key of a catalogue, dotted for nested ones; `slots_one` and `slots_other` are asked for as `slots`. */
export type KeyIn<C> = {
  [K in keyof C & string]: C[K] extends string ? Singular<K> : `${K}.${KeyIn<C[K]>}`;
}[keyof C & string];
