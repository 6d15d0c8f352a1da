// The deployment of Google Workspace add-ons' HTTP runtime: what Gmail shows, what it calls for it, and what the add-on asks people to allow.
// https://developers.google.com/workspace/add-ons/reference/rest/v1/projects.deployments
import { type ManifestSettings } from '../manifest-options'
import { productTexts } from '../outlook/outlook-texts'
import { brandColor, endpoints, gmailPages, menuEntries, pictureFolder } from './gmail-facts'
import { logoName } from './gmail-icons'
import { gmailLabels } from './gmail-labels'
import { scopesFor } from './gmail-scopes'

type Settings = Pick<ManifestSettings, 'url' | 'conversations' | 'language'>

function common({ url, language }: Settings) {
  return {
    name: productTexts.name[language],
    logoUrl: `${url}${pictureFolder}/${logoName}`,
    layoutProperties: { primaryColor: brandColor, secondaryColor: brandColor },
    useLocaleFromApp: true,
    homepageTrigger: { runFunction: `${url}${endpoints.homepage}` },
    universalActions: menuEntries.map((entry) => ({ label: gmailLabels[entry][language], runFunction: `${url}${endpoints[entry]}` })),
    openLinkUrlPrefixes: [`${url}/`, gmailPages],
  }
}

function gmail({ url, language }: Settings) {
  return {
    contextualTriggers: [{ unconditional: {}, onTriggerFunction: `${url}${endpoints.message}` }],
    // Without METADATA the event has no recipients, and the card nobody to recognise.
    composeTrigger: { actions: [{ label: gmailLabels.compose[language], runFunction: `${url}${endpoints.compose}` }], draftAccess: 'METADATA' },
  }
}

export function gmailDeployment(settings: Settings) {
  return {
    oauthScopes: scopesFor(settings).map(({ scope }) => scope),
    addOns: {
      common: common(settings),
      gmail: gmail(settings),
      // OPT_IN: people may allow some lines of the consent and not others; the only setting that Google takes since December 2025.
      httpOptions: { authorizationHeader: 'SYSTEM_ID_TOKEN', granularOauthPermissionSupport: 'OPT_IN' },
    },
  }
}

export type GmailDeployment = ReturnType<typeof gmailDeployment>
