import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../package-folder'
import { settingsFor } from '../test-support/sample-manifests'
import { gmailDeployment } from './gmail-deployment'
import { gmailFiles, gmailPackage, whyNoDeployment } from './gmail-package'
import { alwaysAsked, scopeOf, scopesFor, scopeTable } from './gmail-scopes'

it('everything that Gmail calls is on the server at the given address', () => {
  const { common, gmail } = gmailDeployment(settingsFor()).addOns
  expect([
    common.homepageTrigger.runFunction, ...common.universalActions.map(({ runFunction }) => runFunction), gmail.contextualTriggers[0]?.onTriggerFunction, gmail.composeTrigger.actions[0]?.runFunction,
  ]).toEqual(['homepage', 'search', 'settings', 'help', 'on-message', 'on-compose'].map((name) => `https://crm.example.com/gmail/${name}`))
})

it('asks for six scopes, none of them over a mailbox, each with its reason', () => {
  expect(gmailDeployment(settingsFor()).oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', ''))).toEqual([
    'gmail.addons.execute', 'gmail.addons.current.message.metadata', 'gmail.addons.current.message.action', 'gmail.addons.current.action.compose', 'userinfo.email', 'script.locale',
  ])
  expect(scopesFor({ conversations: true }).filter(({ reason }) => reason.length < 20)).toEqual([])
})

it('the conversation is asked for beside the headers, never instead: whoever refuses it keeps the rest', () => {
  expect(gmailDeployment(settingsFor('--conversations')).oauthScopes).toEqual([...alwaysAsked.map(({ scope }) => scope), scopeOf.conversation])
})

it('the menu speaks the language that was chosen', () => {
  const { common, gmail } = gmailDeployment(settingsFor('--language', 'ru')).addOns
  expect([...common.universalActions, ...gmail.composeTrigger.actions].map(({ label }) => label)).toEqual(['Поиск', 'Настройки', 'Справка', 'Кто получатели'])
})

it.each(['http://localhost:3000', 'https://localhost', 'https://127.0.0.1:8443'])('there is no deployment for %s, and the sentence says why', (url) => {
  const settings = { ...settingsFor(), url }
  expect(whyNoDeployment(settings)).toMatch(/no Gmail deployment was written\.$/)
  expect([...gmailPackage(settings).keys()].filter((name) => !name.startsWith(gmailFiles.icons))).toEqual([])
})

it('the administrator’s guide has the table of scopes with every reason', () => {
  expect(readFileSync(join(packageFolder(), '../docs/gmail-administrator.md'), 'utf8')).toContain(scopeTable())
})
