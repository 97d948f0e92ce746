/** `Omit` that keeps a union a union: Preact's attributes tie `role` to `href` and `type`, which plain `Omit` tears apart. */
export type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
