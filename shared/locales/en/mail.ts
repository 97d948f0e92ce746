/**
 * The mails to viewers and to the creator as Cuedesk comes with them, and the words around their variables. The creator may write others
 * (shared/mail-template.ts says which variables each kind knows).
 */
export const mail = {
  kinds: {
    received: {
      subject: 'Request received: {{service}}',
      body: `Hello {{name}},

Your request to {{creator}} has arrived. It is not booked yet: you get another e-mail as soon as it is answered.

You will have an answer by {{answerBy}}.

{{service}}
When: {{when}} ({{zone}})
Where: {{place}}
Price: {{price}}
Deposit: {{deposit}}

Your private page:
{{link}}`,
    },
    confirmed: {
      subject: 'Confirmed: {{start}} · {{service}}',
      body: `Hello {{name}},

Your appointment with {{creator}} is confirmed. The calendar file is attached.

{{service}}
When: {{when}} ({{zone}})
Where: {{place}}
Price: {{price}}
Deposit: {{deposit}}

You can cancel or move it on your private page until {{changeUntil}}.

Your private page:
{{link}}`,
    },
    moved: {
      subject: 'Moved: {{start}} · {{service}}',
      body: `Hello {{name}},

Your appointment with {{creator}} has a new time. The attached calendar file replaces the old one.

{{service}}
When: {{when}} ({{zone}})
It was: {{before}}
Where: {{place}}
Price: {{price}}
Deposit: {{deposit}}

You can cancel or move it on your private page until {{changeUntil}}.

Your private page:
{{link}}`,
    },
    declined: {
      subject: 'Declined: {{service}}',
      body: `Hello {{name}},

{{creator}} cannot take on your request.

{{message}}

{{service}}
When: {{when}} ({{zone}})

Your private page:
{{link}}`,
    },
    'slot-taken': {
      subject: 'The time is taken: {{service}}',
      body: `Hello {{name}},

The time you asked {{creator}} for went to someone else.

{{service}}
You asked for: {{when}} ({{zone}})

The nearest times that are still free:
{{times}}

Choose another time, or join the waitlist, on your private page:
{{link}}`,
    },
    'times-offered': {
      subject: 'Times to choose from: {{service}}',
      body: `Hello {{name}},

{{creator}} suggests these times:

{{times}}

{{service}}
All times: {{zone}}
Price: {{price}}
Deposit: {{deposit}}

Choose one on your private page:
{{link}}`,
    },
    cancelled: {
      subject: 'Cancelled: {{start}} · {{service}}',
      body: `Hello {{name}},

You have cancelled your appointment with {{creator}}. Nobody expects you any more. The attached file takes it out of your calendar.

{{service}}
When: {{when}} ({{zone}})

Your private page:
{{link}}`,
    },
    'called-off': {
      subject: 'Cancelled by {{creator}}: {{start}}',
      body: `Hello {{name}},

{{creator}} has to cancel your appointment. The attached file takes it out of your calendar.

{{message}}

{{service}}
When: {{when}} ({{zone}})

Choose another time, or write back, on your private page:
{{link}}`,
    },
    reminder: {
      subject: 'Reminder: {{start}} · {{service}}',
      body: `Hello {{name}},

This is a reminder of your appointment with {{creator}}.

{{service}}
When: {{when}} ({{zone}})
Where: {{place}}
Price: {{price}}
Deposit: {{deposit}}

You can cancel or move it on your private page until {{changeUntil}}.

Your private page:
{{link}}`,
    },
    waitlisted: {
      subject: 'On the waitlist: {{service}}',
      body: `Hello {{name}},

You are on the waitlist of {{creator}}. As soon as a time comes free that suits you, it is kept for you for a while and you get an e-mail.

{{service}}
Where: {{place}}
Price: {{price}}
Deposit: {{deposit}}

See your place in line, or leave it, on your private page:
{{link}}`,
    },
    'waitlist-offer': {
      subject: 'A time has come free: {{service}}',
      body: `Hello {{name}},

You are next on the waitlist of {{creator}}. This time is kept for you:

{{times}}

{{service}}
All times: {{zone}}
Price: {{price}}
Deposit: {{deposit}}

It is kept until {{offerUntil}}; after that others can have it.

Book it on your private page:
{{link}}`,
    },
    'offer-lapsed': {
      subject: 'No longer kept for you: {{service}}',
      body: `Hello {{name}},

You did not book the time that was kept for you, so others can have it now:

{{times}}

{{service}}
All times: {{zone}}

You are still on the waitlist of {{creator}} and hear from us when another time comes free. You can leave the waitlist on your private page:
{{link}}`,
    },
    message: {
      subject: 'New message from {{creator}}',
      body: `Hello {{name}},

{{creator}} has written to you about “{{service}}”:

{{message}}

Read it and answer on your private page:
{{link}}`,
    },
    'creator-request': {
      subject: 'New request: {{service}}',
      body: `A new request is waiting for your answer.

{{service}}
When: {{when}} ({{zone}})
Number: {{number}}
Code: {{code}}

At the desk, on the computer that runs Cuedesk:
{{link}}`,
    },
    'creator-booked': {
      subject: 'Booked: {{start}} · {{service}}',
      body: `A viewer has booked.

{{service}}
When: {{when}} ({{zone}})
Number: {{number}}
Code: {{code}}

At the desk, on the computer that runs Cuedesk:
{{link}}`,
    },
    'creator-moved': {
      subject: 'Moved: {{start}} · {{service}}',
      body: `A viewer has moved a booking.

{{service}}
When: {{when}} ({{zone}})
It was: {{before}}
Number: {{number}}
Code: {{code}}

At the desk, on the computer that runs Cuedesk:
{{link}}`,
    },
    'creator-cancelled': {
      subject: 'Cancelled: {{start}} · {{service}}',
      body: `A viewer has cancelled a booking. The time is free again.

{{service}}
When: {{when}} ({{zone}})
Number: {{number}}
Code: {{code}}

At the desk, on the computer that runs Cuedesk:
{{link}}`,
    },
  },
  words: {
    price: 'Price',
    deposit: 'Deposit',
    depositDue: '{{amount}}, to be paid to {{creator}} before the appointment',
    depositLater: '{{amount}}, to be paid to {{creator}} once the appointment is booked',
    openDesk: 'Open the desk',
    whyCreator: 'You get this e-mail because this address is in the mail settings of Cuedesk.',
    video: 'Video call',
    chat: 'in the chat of your private page',
    onSite: 'On site',
    phone: 'By phone, call',
    phoneCalled: 'By phone, you will be called',
    openPage: 'Open your private page',
    noAnswers: 'Please do not reply to this e-mail, nobody would read it. Write on your private page instead.',
    whyYou: 'This address was given with a request to {{creator}}. If that was not you, you can ignore this e-mail.',
  },
  sample: { name: 'Sam', creator: 'Lena Hart', service: 'CV check', message: 'Please bring the job advert along.' },
  test: {
    subject: 'Test mail from Cuedesk',
    text: 'This is a test mail. If you read it, outgoing mail works: viewers who give an address will hear of their bookings.',
  },
} as const;
