import { callIn, callOut, exhibition, faxIn, letterIn, letterOut, meetingIn, meetingOut, messengerIn, messengerOut, otherOut, type Story, videoOut } from './seed-story'

/** Slots: {p} product, {q} quantity, {s} sum, {d} discount, {n} number, {w} date, {days} days. */
export const storiesEn: readonly Story[] = [
  { type: 'ct-first', weight: 5, steps: [
    letterIn('Enquiry: {p}', [
      ['We found you through a search and are interested in {p}.', 'A colleague recommended you; we are looking for {p}.', 'We are choosing a new supplier for {p}.'],
      ['We would need about {q} a month.', 'A first order would be around {q}, with regular orders after that.'],
      ['Please send your price list and delivery terms.', 'What are your lead time and minimum order?', 'Who is the right person to talk to?']],
    ['Enquiry taken, manager assigned.', 'New client, needs a first call.']),
    callOut('Introduction, {p}', [
      ['First talk: learn what they need and who decides.', 'Find out volume and timing for {p}.'],
      ['They buy elsewhere now and are unhappy with lead times.', 'They tender twice a year.', 'They have two suppliers and want a third as a backup.']],
    ['Interested, want an offer by {w}. About {q}.', 'Purchasing decides, budget about {s}. Agreed to meet.', 'Asked for the catalogue and a call on {w}.']),
    meetingOut('First meeting', [
      ['Introduce ourselves, show the catalogue and options for {p}.', 'Meet purchasing and talk through terms.'],
      ['Bring samples and prices for {q}.', 'Prepare a calculation for {s}.']],
    ['Went well: they expect an offer for {q} by {w}.', 'Two items are of interest. They ask for {days} days credit.']),
  ] },
  { type: 'ct-price', weight: 16, steps: [
    letterIn('Prices for {p}', [
      ['Could you send current prices for {p}, {q}?', 'We are planning purchases and need prices for {p}.', 'A competitor is below your price; can we look at it again?'],
      ['Is a discount possible from {q}?', 'We would expect at least {d}% off.', 'Our budget for this is {s}.'],
      ['We need an answer by {w}.', 'A quick reply would help.', 'We decide next week.']],
    ['Passed on for calculation.', 'A discount of {d}% needs the lead’s approval.']),
    callOut('Price talk: {p}', [
      ['Talk about prices and find out what they compare with.', 'Discuss {d}% discount and payment terms.'],
      ['They compare us with two suppliers.', 'Lead time matters more to them than price.', 'They take {q} if the price holds until the end of the quarter.']],
    ['Agreed: {d}% off from {q}. They wait for our confirmation.', 'Price is fine, they ask for {days} days credit.', 'Too expensive for now. Talk again after {w}.']),
    letterOut('Re: Prices for {p}', [
      ['As discussed, we confirm {d}% off for orders from {q}.', 'Please find our updated prices for {p}, {q}.'],
      ['The order comes to {s}.', 'Prices are valid until {w}.'],
      ['Delivery is included.', 'Lead time is {days} working days.', 'If other terms suit you better, let us know.']],
    [], ['Price list.xlsx']),
    meetingOut('Price negotiation', [
      ['Discuss yearly volume and the discount scale.', 'Close the price question for {p}.'],
      ['Prepare a comparison with last year.', 'Bring a calculation for {s} and a version with credit.']],
    ['{d}% agreed for the year, schedule {n} to be signed.', 'They pause until {w}; the price stands.']),
  ] },
  { type: 'ct-offer', weight: 18, steps: [
    letterOut('Offer {n}', [
      ['Please find our offer for {p}, {q}.', 'As agreed, here is our calculation for {p}.'],
      ['The total is {s} including delivery.', 'The price is {s}, payable in two parts.', 'In total {s}; the offer is valid until {w}.'],
      ['Lead time is {days} working days after payment.', 'The goods are in stock and ship within {days} days.'],
      ['Call any time if you have questions.', 'Happy to go through the details.']],
    [], ['Offer.pdf']),
    callOut('Offer {n}: decision', [
      ['Ask whether they have looked at offer {n}.', 'Remind them of the offer for {s}, valid until {w}.'],
      ['The offer is with the director, no questions about its content.', 'They compare it with the last delivery.', 'They ask to split the delivery in two.']],
    ['The offer suits them, an order is coming.', 'They ask for {d}% off, passed to the lead.', 'Decision postponed to {w}.']),
    letterIn('Re: Offer {n}', [
      ['We looked at the offer and the terms suit us in general.', 'Thank you for the calculation; we have some questions.', 'The offer for {s} is approved on our side.'],
      ['Please change the quantity to {q}.', 'Could delivery move to {w}?', 'Please send the invoice.']],
    ['Invoice sent.', 'Needs a new calculation for {q}.', 'Order confirmed.']),
  ] },
  { type: 'ct-samples', weight: 8, steps: [
    letterIn('Samples: {p}', [
      ['Please send samples of {p}.', 'We need samples of the new line for a trial.'],
      ['Two sets are enough.', 'The trial takes about {days} days.', 'The delivery address is the same as before.']],
    ['Samples ordered from the warehouse.', 'To be sent by {w}.']),
    messengerOut('Samples are on the way', [
      ['The samples left by courier, tracking {n}.', 'The samples will be with you on {w}.'],
      ['Let me know when they arrive.', 'There are two sets and a leaflet in the box.']], []),
    meetingOut('Samples of the new line', [
      ['Show samples of the new line and talk about timing.', 'Go through the results of the trial.'],
      ['Purchasing and engineering take part.', 'Bring the catalogue and prices for {q}.']],
    ['They liked the samples and want a calculation for {q}.', 'One sample failed the trial, replacement needed by {w}.', 'Engineering is happy, purchasing decides.']),
  ] },
  { type: 'ct-contract', weight: 10, steps: [
    letterOut('Draft contract {n}', [
      ['Please find the draft of contract {n} for your approval.', 'Attached are the supply contract and its schedule.'],
      ['The contract is worth {s} and runs to the end of the year.', 'Please check your details and the payment terms.'],
      ['We look forward to your remarks by {w}.', 'Once agreed, the originals go out by courier.']],
    [], ['Contract.docx', 'Schedule.xlsx']),
    letterIn('Re: Draft contract {n}', [
      ['Our lawyers have read the contract; their remarks are attached.', 'We have two remarks on contract {n}.'],
      ['Please extend the payment term to {days} days.', 'We suggest dropping the penalty clause.', 'Everything else is fine.']],
    ['Remarks are with our lawyer, answer by {w}.', 'Agreed to {days} days.'], ['Remarks.docx']),
    callIn('Contract {n}', [
      ['They ask when the signed copies will arrive.', 'A question about the schedule of contract {n}.'],
      ['Their signatory is away until {w}.', 'They ask for a scan by email.']],
    ['Scan sent, originals on the way.', 'Contract signed by both sides.']),
    meetingIn('Signing contract {n}', [
      ['Sign the contract and agree the delivery plan.', 'Meeting with the director: signature and plans for the year.']],
    ['Contract {n} signed, first delivery on {w}.', 'Signed except for the schedule, which follows.']),
  ] },
  { type: 'ct-payment', weight: 12, steps: [
    letterOut('Invoice {n}', [
      ['Please find invoice {n} for {s}.', 'Attached are the invoice and the delivery note.'],
      ['It is due on {w}.', 'Please confirm that it has arrived.', 'The paper copy follows by post.']],
    [], ['Invoice.pdf']),
    callOut('Payment of invoice {n}', [
      ['Remind them of invoice {n}.', 'Ask when {s} will be paid.'],
      ['It is in the next payment run.', 'Accounts wait for the signed delivery note.', 'They ask for {days} more days.']],
    ['They promise to pay by {w}.', 'Paid today, not on our account yet.', 'Send the delivery note again.']),
    letterIn('Re: Invoice {n}', [
      ['Invoice {n} is paid; the remittance advice is attached.', 'We paid {s} today.'],
      ['Please confirm receipt and the shipping date.', 'We look forward to the documents.']],
    ['Payment received.', 'Shipping set for {w}.'], ['Remittance.pdf']),
  ] },
  { type: 'ct-claim', weight: 6, steps: [
    letterIn('Claim on delivery {n}', [
      ['Part of delivery {n} is faulty: {p}.', 'The {p} arrived in damaged packaging, delivery note {n}.', 'Delivery {n} is short.'],
      ['A report and photos are attached.', 'Please replace the goods or refund {s}.'],
      ['Our line is standing still, this is urgent.', 'We expect an answer by {w}.']],
    ['Claim recorded, warehouse asked.', 'Urgent: answer by {w}.'], ['Report.pdf', 'Photo.jpg']),
    callOut('Claim: solution', [
      ['Explain how the replacement works and how long it takes.', 'Agree the replacement for delivery {n}.'],
      ['They are upset, the line stands still.', 'They can wait for the replacement until {w}.']],
    ['Replacement leaves on {w} at our cost.', 'They take {d}% off instead of a replacement.']),
    letterOut('Re: Claim on delivery {n}', [
      ['We apologise; the replacement is on its way.', 'Your claim is accepted: we replace the goods at our cost.'],
      ['It arrives on {w}.', 'The return note is attached.'],
      ['We have tightened checks in the warehouse.', 'Write to us if anything is left open.']],
    []),
  ] },
  { type: 'ct-service', weight: 9, steps: [
    callIn('Question about delivery {n}', [
      ['They ask where the truck with delivery {n} is.', 'They need certificates for {p}.', 'A question about installation and storage.'],
      ['The warehouse has been waiting since morning.', 'They ask for the papers by email.']],
    ['The truck arrives on {w}, the driver knows.', 'Certificates sent.', 'Passed to service, answer within {days} days.']),
    letterOut('Papers for delivery {n}', [
      ['Please find the certificates and data sheets for {p}.', 'Attached are the papers for delivery {n}.'],
      ['The originals come with the goods.', 'Let us know if you need another format.']],
    [], ['Certificates.zip']),
    messengerIn('About the delivery', [
      ['Hello! The truck is here, we are unloading.', 'What time will the driver be here?', 'The gate pass for {w} is ready, we need the number plate.']],
    ['Answered at once.', '']),
    otherOut('Sent a parcel', [['Sent spare parts and a printed catalogue by post.', 'Left the papers at their reception.']], ['Delivered, signature on file.']),
  ] },
  { type: 'ct-congratulation', weight: 3, steps: [
    letterOut('Season’s greetings', [
      ['Warm wishes from our whole team, and thank you for working with us.', 'We wish you and your colleagues a happy holiday.'],
      ['May the coming year bring good orders and steady partners.', 'We look forward to another year together.']], []),
    callOut('Birthday call', [
      ['Congratulate on the birthday.', 'Congratulate on the anniversary of the company.']],
    ['A pleasant talk, the order for {q} came up too.', 'Thankful, sends greetings to the team.']),
  ] },
  { type: 'ct-offer', weight: 6, steps: [
    videoOut('Demo of the catalogue: {p}', [
      ['Online tour of the catalogue and questions.', 'Show options and timing for {p} on screen.'],
      ['Purchasing and production will join.', 'The recording follows after the meeting.']],
    ['Three items are of interest, they need prices for {q}.', 'They ask for samples and prices by {w}.', 'Open questions about the guarantee, answer by letter.']),
    letterOut('After the demo: {p}', [
      ['Thank you for the meeting! As promised, the slides and the calculation.', 'Here are the answers to your questions from the demo.'],
      ['For {q} it comes to {s}.', 'Lead time is {days} working days.']],
    [], ['Slides.pdf']),
    callOut('After the demo: decision', [
      ['Ask what they think after the demo.', 'Talk about the next step and a trial order.']],
    ['Ready for a trial order of {q}.', 'They think it over until {w}.', 'Not now, come back next quarter.']),
  ] },
  { type: 'ct-first', weight: 2, steps: [
    exhibition('Talk at the trade fair', [
      ['They came to our stand, interested in {p}.', 'Met at the stand and exchanged cards.'],
      ['They ask for the catalogue.', 'They buy about {q} a quarter.']],
    ['A warm contact, call by {w}.', 'Send catalogue and prices.']),
    letterOut('Catalogue after the fair', [
      ['It was good to meet you at the fair!', 'Thank you for visiting our stand.'],
      ['Attached are the catalogue and prices for {p}.', 'Here is the catalogue, as agreed.'],
      ['Shall we talk on {w}?', 'We can bring samples to your place.']],
    [], ['Catalogue.pdf']),
  ] },
  { type: 'ct-payment', weight: 1, steps: [
    faxIn('Order {n}', [['Order for {p}, {q}.', 'Letter of guarantee for {s}, order {n}.']], ['Order taken.', 'Passed to the warehouse.']),
  ] },
]
