/** One letter to one person. `id`: the same letter sent again bears the same, so that mailboxes can tell. */
export interface OutgoingLetter { id?: string; to: { name: string; address: string }; subject: string; html: string; text: string; headers?: Record<string, string> }
/** Rejects with a MailFailure when the mail server does not take it. */
export interface MailSender { send(letter: OutgoingLetter): Promise<void>; close(): void }

/** A sentence for whoever runs the program, without secrets. `isFinal`: the same letter will not be taken later either. */
export class MailFailure extends Error {
  constructor(message: string, readonly isFinal: boolean) {
    super(message)
    this.name = 'MailFailure'
  }
}
