import { alwaysAsked, conversationScope, scopeOf } from '../gmail/gmail-scopes'
import { type DeploymentRule } from './deployment-reading'
import { at, list, text } from './json-reading'

const restricted = /\/auth\/gmail\.(readonly|modify|compose|insert|metadata|settings\.\w+)$|^https:\/\/mail\.google\.com\/?$/
const place = 'oauthScopes'

/** What is asked for is what the server uses: less and a card stays empty, more and people are asked for what nobody needs. */
export const scopes: DeploymentRule = (manifest, report) => {
  if (!Array.isArray(at(manifest, 'oauthScopes'))) return // the shape's fault
  const asked = list(at(manifest, 'oauthScopes')).map(text)
  const known: string[] = [...alwaysAsked, conversationScope].map(({ scope }) => scope)
  for (const [index, scope] of asked.entries()) {
    const path = `${place}[${index}]`
    if (asked.indexOf(scope) !== index) report('scopes', path, `${scope} stands here twice`)
    else if (restricted.test(scope)) report('restricted-scopes', path, `${scope} is a restricted scope, which Google lets nobody publish without a yearly paid assessment; nothing here needs it`)
    else if (!known.includes(scope)) report('scopes', path, known.includes(`https://www.googleapis.com/auth/${scope}`) ? `write the whole address: https://www.googleapis.com/auth/${scope}` : `nothing of the add-on needs ${scope}`)
  }
  for (const { scope, reason } of alwaysAsked) if (!asked.includes(scope)) report(...missing(scope, reason))
}

/** Some are missing under the name of what does not work without them. */
function missing(scope: string, reason: string): [rule: string, path: string, sentence: string] {
  const forWhat: Record<string, [rule: string, sentence: string]> = {
    [scopeOf.locale]: ['locale', 'useLocaleFromApp gives nothing without it'],
    [scopeOf.compose]: ['compose', 'composeTrigger needs it'],
    [scopeOf.metadata]: ['compose', 'draftAccess METADATA needs it by this name (current.message.readonly is no substitute), and the server asks for it when an email is opened'],
  }
  const [rule, sentence] = forWhat[scope] ?? ['scopes', reason]
  return [rule, place, `${scope} is missing: ${sentence}`]
}

/** How Google is to call: what the server relies on. */
export const calls: DeploymentRule = (manifest, report) => {
  const options = 'addOns.httpOptions'
  const value = (name: string): unknown => at(manifest, 'addOns', 'httpOptions', name)
  const authorization = value('authorizationHeader')
  if (authorization === 'USER_ID_TOKEN' || authorization === 'NONE') report('calls', `${options}.authorizationHeader`, 'this must be SYSTEM_ID_TOKEN: by that token the server knows that Google calls')
  if (value('granularOauthPermissionSupport') === 'OPT_OUT') report('consent', `${options}.granularOauthPermissionSupport`, 'this must be OPT_IN: Google takes no other since December 2025')
  const locale = at(manifest, 'addOns', 'common', 'useLocaleFromApp')
  if (locale === undefined || locale === false) report('locale', 'addOns.common.useLocaleFromApp', 'this must be true: otherwise Gmail says neither language nor time zone')
  if (at(manifest, 'addOns', 'gmail', 'composeTrigger', 'draftAccess') === 'NONE') report('compose', 'addOns.gmail.composeTrigger.draftAccess', 'this must be METADATA: otherwise the card beside a letter has nobody to recognise')
}
