import { type ManifestSettings } from '../manifest-options'
import { type PackageFiles } from '../outlook/outlook-package'
import { isLoopback } from '../server-address'
import { gmailDeployment } from './gmail-deployment'
import { renderLogos } from './gmail-icons'

export const gmailFiles = { deployment: 'deployment.json', icons: 'icons/' } as const

/** Why there is no deployment for this address; null when there is one. Google calls the server from outside and over https only. */
export function whyNoDeployment({ url }: Pick<ManifestSettings, 'url'>): string | null {
  if (!url.startsWith('https:')) return 'Google calls servers over https only: no Gmail deployment was written.'
  return isLoopback(new URL(url)) ? 'Google can’t reach a server on this machine: no Gmail deployment was written.' : null
}

/** Everything that an administrator needs for Gmail. */
export function gmailPackage(settings: ManifestSettings): PackageFiles {
  const icons = [...renderLogos()].map(([name, picture]) => [`${gmailFiles.icons}${name}`, picture] as const)
  const deployment = whyNoDeployment(settings) ? [] : [[gmailFiles.deployment, Buffer.from(`${JSON.stringify(gmailDeployment(settings), null, 2)}\n`)] as const]
  return new Map([...deployment, ...icons])
}
