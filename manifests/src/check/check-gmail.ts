import { gmailFiles } from '../gmail/gmail-package'
import { type PackageFiles } from '../outlook/outlook-package'
import { type CheckResult } from './check-outlook'
import { type DeploymentRule } from './deployment-reading'
import { deploymentShape } from './deployment-schema'
import { type Finding } from './finding'
import { type Json } from './json-reading'
import { appearance, links } from './rules-appearance'
import { addresses, functions, menus, surfaces } from './rules-deployment'
import { calls, scopes } from './rules-scopes'

const rules: DeploymentRule[] = [addresses, functions, surfaces, menus, appearance, links, scopes, calls]

/** Faults of a deployment that Google would refuse, or take and fail over. */
export function lintDeployment(files: PackageFiles): Finding[] {
  const file = gmailFiles.deployment
  const findings: Finding[] = []
  const report = (rule: string, path: string, sentence: string): void => void findings.push({ rule, place: `${file} ${path}`.trim(), sentence })
  try {
    const manifest = JSON.parse(files.get(file)?.toString('utf8') ?? 'null') as Json
    findings.push(...deploymentShape(manifest, file))
    for (const rule of rules) rule(manifest, report, files)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    report('well-formed', '', `this is no JSON: ${error.message}`)
  }
  return findings
}

/** Google publishes no schema for a deployment and no checker: our own rules are all there is. */
export async function checkGmail(files: PackageFiles): Promise<CheckResult> {
  if (!files.has(gmailFiles.deployment)) return { findings: [], notes: [`there is no ${gmailFiles.deployment} for Gmail: none is written for a server that Google can’t call`] }
  return { findings: lintDeployment(files), notes: ['the Gmail deployment is checked by our own rules'] }
}
