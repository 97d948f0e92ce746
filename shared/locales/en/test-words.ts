/** Who sends what the studio tries out, and what it is, as the stage shows it. */
export const testWords = {
  name: 'A test',
  gift: 'Test gift',
  /** Somebody of nobody: a number follows. */
  person: 'Sample',
  comment: 'Does this comment look right here?',
  offer: 'Sample offer',
  line: 'What is written here is a sample.',
  code: 'SAMPLE',
} as const;
