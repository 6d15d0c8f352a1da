// What the manifests must agree on with the code that they start.

/** The add-in's identity in mailboxes and admin centers: a change is another add-in beside the old one. */
export const outlookAddinId = '5ba2d632-56d3-429f-a8a1-d089d9c301f1'

/** The names that addin-outlook's commands page associates (Office.actions.associate). */
export const commandFunctions = { register: 'registerMessage', send: 'onMessageSendHandler' } as const

/** Requirement set of the oldest clients the pane runs in; also the newest that mobile clients declare. */
export const mailboxFloor = '1.5'

/** Where sign-in dialogs go. */
export const signInOrigin = 'https://login.microsoftonline.com'

/** Russian is written with its region: clients do not all match an override for the bare language. */
export const locales = { en: 'en-US', ru: 'ru-RU' } as const

export const pages = {
  pane: '/outlook/taskpane.html',
  commands: '/outlook/commands.html',
  launchEvent: '/outlook/launchevent.js',
  icons: '/outlook/icons',
} as const
