/** What stands on the screen of whoever starts the server, or asks for the code again. It is for people who install programs: in English, like all that is printed. */
export function firstCodeWords({ code, expiresAt, journal }: { code: string; expiresAt: Date; journal: string }): string {
  return [
    'This code makes an administrator of whoever signs in with it:', '', `    ${code}`, '',
    `It is shown this once, works once, and until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC. A code shown before does not work any more.`,
    `What to do: open ${journal}, sign in with the account that will be used every day, and type the code where it is asked for.`,
    'As long as no administrator can sign in, every start shows a new one; "npm run invite -- --administrator" shows one at any time.', '', '',
  ].join('\n')
}
