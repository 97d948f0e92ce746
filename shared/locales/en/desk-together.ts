/** What several at one desk read of what the others do at the same time. The other languages have the same keys, by type. */
export const deskTogether = {
  refused: {
    more_one: '{{count}} more did not go through. It has a ! in the list.',
    more_other: '{{count}} more did not go through. They have a ! in the list.',
  },
  taking: {
    /** At the row, where there is little room: the time. */
    shortOther: '{{by}} books it',
    shortYou: 'You book it',
    other: '{{by}} is booking this time for {{name}}',
    you: 'You are booking this time for {{name}}',
    text: 'It is gone in {{seconds}} s, unless that is undone. Wait, or offer other times.',
    details:
      'Until that has left or was undone nobody else is booked then. If it goes through, this viewer is offered the nearest free times.',
  },
  contactHidden: 'Not shown to you',
  chat: {
    new_one: '{{count}} new, to the newest',
    new_other: '{{count}} new, to the newest',
    gone: 'Taken back by the platform.',
    onStage: 'On the stage',
  },
  air: {
    askQuestion: '{{by}} has a question on the stage for another {{seconds}} s. Replace it?',
    askComment: '{{by}} has a comment on the stage for another {{seconds}} s. Replace it?',
    replace: 'Replace it',
    replacedQuestion: '{{by}} put something else on the stage. Your question of {{name}} is off it.',
    replacedComment: '{{by}} put something else on the stage. Your comment of {{name}} is off it.',
    noStage: 'No stage page is open, so nobody sees it. Open the stage in OBS.',
  },
  bulk: {
    single: '“{{act}}” is for one request at a time, so nothing was done. Leave marking with Esc first.',
    noLabel:
      'There is no label yet, so nothing was done. Leave marking with Esc, press L at one request and type a name: that makes the first.',
    marked_one: '{{act}}: the one that is marked',
    marked_other: '{{act}}: all {{count}} that are marked',
    reply_one: 'Answer {{count}} request',
    reply_other: 'Answer {{count}} requests',
    replies: '{{count}} replies leave in {{seconds}} s',
    saidReplies: '{{count}} replies leave in ten seconds. U undoes all of it.',
  },
} as const;
