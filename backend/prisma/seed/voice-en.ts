import type { Voice } from './seed-story'
import { storiesEn } from './stories-en'

const number = new Intl.NumberFormat('en-GB')

export const voiceEn: Voice = {
  stories: storiesEn,
  products: [
    'power cable', 'fasteners', 'sheet steel', 'aluminium profiles', 'LED lighting', 'pumps', 'fine filters', 'gearboxes', 'bearings', 'sealant', 'industrial glue', 'cardboard packaging',
    'warehouse racking', 'measuring instruments', 'insulation', 'protective coating', 'shop fittings', 'conveyor rollers', 'pressure sensors', 'welding rods', 'polythene bags', 'office desks',
    'cleaning agents', 'high-pressure hoses',
  ],
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  plans: ['Prepare questions beforehand.', 'Read the latest letters before the talk.', 'We agreed to talk once more.', 'Bring the catalogue.', 'Their director takes part.', ''],
  cancelReasons: ['The client is ill and will suggest another time.', 'Moved to next month at the client’s wish.', 'Settled by letter.', 'The manager is travelling.', 'The client could not be reached.', 'The project waits for a new budget.'],
  tasks: [
    ['Send the offer', 'Sent, the client has it.'], ['Prepare the draft contract', 'Contract sent for approval.'], ['Send the invoice', 'Invoice sent.'], ['Ask the warehouse about dates', 'The warehouse confirmed the date.'],
    ['Agree the discount with the lead', 'Discount agreed.'], ['Send samples', 'Samples are with the client.'], ['Check the payment', 'Payment received.'], ['Prepare an answer to the claim', 'Answered, replacement agreed.'],
    ['Call and remind them of the offer', 'They ask to call again in a week.'], ['Collect papers for the tender', 'Papers uploaded.'], ['Send the delivery papers', 'Sent by email.'], ['Update the client’s details', 'Details updated.'],
    ['Order a visitor pass', 'Pass ordered.'], ['Prepare a price comparison', 'Comparison attached to the letter.'],
  ],
  notes: ['Prefers calls in the afternoon', 'Accounts take papers until the 25th', 'New director since the start of the quarter', 'Please no calls on Fridays', 'Moving to a new warehouse', 'Waiting for the catalogue before the fair'],
  comments: ['Important client, answer the same day.', 'Registered for a colleague.', 'The original is in the contracts folder.'],
  greeting: (name) => `Dear ${name},`,
  regards: 'Kind regards,',
  money: (amount) => `€${number.format(amount)}`,
  date: (day, month) => `${day} ${month}`,
}
