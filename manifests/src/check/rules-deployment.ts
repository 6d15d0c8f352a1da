// What a deployment's shape does not say: whom it calls, and that all of it is there.
import { endpoints, menuEntries } from '../gmail/gmail-facts'
import { isLoopback } from '../server-address'
import { addressesIn, type DeploymentRule, functionsIn, ownOrigin, placeholder, readable } from './deployment-reading'
import { at, list, text } from './json-reading'

export const addresses: DeploymentRule = (manifest, report) => {
  for (const [path, value] of addressesIn(manifest)) {
    if (placeholder.test(value)) report('placeholders', path, `"${value}" is a placeholder that nobody filled in`)
    else if (!/^https:\/\//i.test(value) && !(path.endsWith('.openLink') && /^(mailto|tel):/i.test(value))) report('addresses', path, `"${value}" is not an https address`)
    else if (URL.canParse(value) && isLoopback(new URL(value))) report('addresses', path, `Google can’t reach "${value}"`)
  }
}

const menuPaths: string[] = menuEntries.map((entry) => endpoints[entry])

/** The endpoint that the server has for what stands at this path of the manifest. */
function wantedAt(path: string): string[] {
  if (path.endsWith('.onTriggerFunction')) return [endpoints.message]
  if (path.includes('.composeTrigger.')) return [endpoints.compose]
  return path.includes('.universalActions[') ? menuPaths : [endpoints.homepage]
}

export const functions: DeploymentRule = (manifest, report) => {
  const own = ownOrigin(manifest)
  for (const [path, value] of functionsIn(manifest).filter(([, value]) => readable(value))) {
    const { origin } = new URL(value)
    const wanted = wantedAt(path)
    if (origin !== own) report('endpoints', path, `this is at ${origin}, the first function at ${own}`)
    else if (!wanted.includes(value.slice(own.length))) report('endpoints', path, `the server answers here at ${wanted.join(', ')} and nowhere else: Google’s token names the whole address`)
  }
}

export const surfaces: DeploymentRule = (manifest, report) => {
  if (at(manifest, 'addOns', 'common', 'homepageTrigger') === undefined) report('surfaces', 'addOns.common.homepageTrigger', 'there is no home: Gmail would show a card of its own')
  if (list(at(manifest, 'addOns', 'gmail', 'contextualTriggers')).length !== 1) report('surfaces', 'addOns.gmail.contextualTriggers', 'there must be exactly one trigger for opened emails')
  const compose = list(at(manifest, 'addOns', 'gmail', 'composeTrigger', 'actions')).length
  if (compose !== 1) report('surfaces', 'addOns.gmail.composeTrigger', `there must be exactly one action beside a letter being written (Gmail takes no more), not ${compose}`)
  const menu = list(at(manifest, 'addOns', 'common', 'universalActions')).map((entry) => menuPaths.find((path) => text(at(entry, 'runFunction')).endsWith(path)))
  const missing = menuPaths.filter((path) => !menu.includes(path))
  // An entry that leads elsewhere is another rule's fault.
  for (const path of missing.slice(menu.filter((path) => path === undefined).length)) report('surfaces', 'addOns.common.universalActions', `the menu has no entry for ${path}`)
}

export const menus: DeploymentRule = (manifest, report) => {
  for (const place of ['common', 'gmail']) {
    for (const [index, entry] of list(at(manifest, 'addOns', place, 'universalActions')).entries()) {
      const path = `addOns.${place}.universalActions[${index}]`
      const given = ['openLink', 'runFunction'].filter((name) => at(entry, name) !== undefined)
      if (given.length !== 1) report('menu', path, `exactly one of openLink and runFunction is wanted, not ${given.length === 0 ? 'none' : 'both'}`)
      if (at(entry, 'label') === '' || at(entry, 'text') === '') report('menu', path, 'the entry has no words')
    }
  }
}
