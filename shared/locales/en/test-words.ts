/** Who sends what the studio tries out, and what it is, as the stage shows it. */
export const testWords = {
  name: 'A test',
  gift: 'Test gift',
} as const;
