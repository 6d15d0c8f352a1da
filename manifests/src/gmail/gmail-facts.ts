// What the deployment must agree on with the server that it calls.

/** The server's endpoints by what calls them. Google's token names the whole address as its audience: nothing may follow these paths. */
export const endpoints = {
  homepage: '/gmail/homepage',
  message: '/gmail/on-message',
  compose: '/gmail/on-compose',
  search: '/gmail/search',
  settings: '/gmail/settings',
  help: '/gmail/help',
} as const

/** Entries of the add-on's own menu, in its order. */
export const menuEntries = ['search', 'settings', 'help'] as const

/** Where the server gives the pictures away. */
export const pictureFolder = '/gmail/icons'

/** The toolbar and the filled buttons; equal to the cards' own blue. */
export const brandColor = '#1a57db'

/** What a card may open besides pages of the server: letters and drafts in Gmail itself. */
export const gmailPages = 'https://mail.google.com/'
