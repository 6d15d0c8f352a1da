import type { FixedContact } from './fixed-contact'

const john = ['p-john-ross']
export const betaContacts: readonly FixedContact[] = [
  { day: -30, time: '13:15', method: 'letter', direction: 'incoming', status: 'held', state: 3, manager: 'm-olga', persons: john, type: 'ct-price', subject: 'Framework for next year',
    content: 'Dear Olga,\n\nWe would like to put next year’s orders under one framework. Could you suggest prices for three yearly volumes and a delivery rhythm?\nAlice will follow up on quantities.', result: 'Calculation prepared for three volumes.' },
  { day: -27, time: '10:20', method: 'letter', direction: 'outgoing', status: 'held', state: 0, manager: 'm-olga', persons: ['p-john-ross', 'p-alice-ross'], type: 'ct-offer', subject: 'Re: Framework for next year', after: 0, files: ['Framework prices.xlsx'],
    content: 'Dear John, dear Alice,\n\nPlease find prices for three volumes. The middle one fits your current orders best; delivery every four weeks.' },
  { day: -18, time: '14:00', method: 'video-call', direction: 'outgoing', status: 'held', state: 3, manager: 'm-olga', managers: ['m-olga', 'm-nina'], persons: ['p-john-ross', 'p-alice-ross'], minutes: 40, type: 'ct-offer', subject: 'Framework: volumes and rhythm', after: 1,
    content: 'Go through volumes, rhythm and penalties.', result: 'Middle volume it is. They want a revised schedule: six weeks in summer, four otherwise.' },
  { day: -5, time: '16:30', method: 'letter', direction: 'incoming', status: 'held', state: 1, manager: 'm-olga', persons: ['p-alice-ross'], type: 'ct-service', subject: 'Delivery schedule', after: 2,
    content: 'Dear Olga,\n\nCould you send the revised delivery schedule? Our warehouse plans its shifts from it.' },
  { day: 3, time: '15:30', method: 'video-call', direction: 'outgoing', status: 'planned', state: 1, manager: 'm-olga', managers: ['m-olga', 'm-nina'], persons: ['p-john-ross', 'p-alice-ross'], minutes: 45, type: 'ct-contract', subject: 'Framework agreement: draft', after: 3,
    content: 'Walk through the draft before it goes to their lawyers.' },
]

const juergen = ['p-juergen-gross']
export const buecherContacts: readonly FixedContact[] = [
  { day: -20, time: '12:40', method: 'letter', direction: 'incoming', status: 'held', state: 3, manager: 'm-peter', persons: juergen, type: 'ct-samples', subject: 'Shelves for the new shop',
    content: 'Dear Peter,\n\nOur new shop in Berlin opens in March. We need shelves in oak and would like to see samples before Christmas.', result: 'Samples ordered.' },
  { day: -13, time: '11:00', method: 'call', direction: 'outgoing', status: 'held', state: 2, manager: 'm-peter', persons: juergen, minutes: 15, type: 'ct-samples', subject: 'Shelf samples: finish and sizes', after: 0,
    content: 'Agree finish and sizes of the samples.', result: 'Two finishes, 80 and 120 cm. Samples to reach Berlin by the end of the month.' },
  { day: 10, time: '12:00', method: 'call', direction: 'outgoing', status: 'planned', state: 1, manager: 'm-peter', persons: juergen, minutes: 15, type: 'ct-samples', subject: 'Did the samples arrive?', after: 1, content: 'Ask about the samples and the order for the shop.' },
]

export const northwindContacts: readonly FixedContact[] = [
  { day: -23, time: '15:00', method: 'letter', direction: 'incoming', status: 'held', state: 3, manager: 'm-james', persons: ['p-sam-lee'], type: 'ct-service', subject: 'Order from the office mailbox',
    content: 'Hello James,\n\nPlease note that orders now come from office@northwind.example; both Kim and I use it.', result: 'Noted on both cards.' },
  { day: -9, time: '10:10', method: 'call', direction: 'incoming', status: 'held', state: 3, manager: 'm-james', persons: ['p-kim-lee'], minutes: 7, type: 'ct-payment', subject: 'Invoice 2043', content: 'Kim asks for a copy of invoice 2043.', result: 'Copy sent.' },
  { day: 5, time: '11:30', method: 'call', direction: 'outgoing', status: 'planned', state: 1, manager: 'm-james', persons: ['p-kim-lee'], minutes: 15, type: 'ct-offer', subject: 'Winter order', content: 'Ask about the winter order and who signs.', after: 1 },
]
