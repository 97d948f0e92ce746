/** What the program prints for the person who started it. */
export const program = {
  studio: 'Studio (your sign-in link, keep it to yourself)',
  stage: 'Stage (for an OBS browser source; anyone with it sees what is on air)',
  booking: 'Booking page',
  network: 'For other devices in your network, in place of {{private}}',
  noBio: 'publish your service bio in the studio, then it is at {{url}}/@your-handle',
  localOnly:
    'Only this machine can open that address. Open the studio to choose a tunnel or set an address of your own.',
  doorClosed: 'The public door is closed (PUBLIC_PORT=off).',
  demo: 'The sample show is playing. Everything in it is invented, and gone when you stop.',
} as const;
