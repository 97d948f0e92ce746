/** What a link to the viewers' page says where it is shared, and what stands there without scripts. Read by the server alone. */
export const pageHead = {
  title: 'Book with {{name}}',
  description: 'Choose a time with {{name}} and book it in under a minute: {{offers}}.',
  nobody: 'There is nothing here',
  nobodyText: 'The address may be mistyped, or the page is no longer open. Check the letters and try again.',
  noScript: 'To book here, switch on JavaScript in your browser.',
} as const;
