const parts = ['noreply', 'donotreply', 'dontreply', 'notreply', 'noresponse', 'noanswer', 'neotvech', 'neotvet', 'mailerdaemon', 'autoreply', 'autoresponder']
const wholes = new Set(['robot', 'bot', 'mailer', 'mailbot', 'daemon', 'notification', 'notifications', 'notify', 'wordpress', 'www-data', 'bounce', 'bounces', 'postmaster'])

/** An address that nobody reads: the other side, if any, stands in Reply-To. */
export function isNoReply(addressKey: string): boolean {
  const [local = ''] = addressKey.slice(0, addressKey.lastIndexOf('@')).split('+')
  const letters = local.replace(/[^\p{L}\p{N}]/gu, '')
  return wholes.has(local) || parts.some((part) => letters.includes(part))
}
