import type { DoctorTexts } from '@counterpane/shared/text/doctor-pane'
import { type Finding, tellFailure } from './examine'
import type { PaneFacts } from './pane-facts'

/** The whole check as a text for the administrator: each line, what to do, and the failures before the last one. */
export function asText(findings: readonly Finding[], facts: PaneFacts, texts: DoctorTexts): string {
  const lines = findings.map(({ name, level, says, advice }) => `${texts.line[name]}: ${says} [${texts.level[level]}]${advice ? `\n  ${advice}` : ''}`)
  const failures = facts.failures.map((one) => {
    const { what, reference } = tellFailure(one, texts)
    return `  ${new Date(one.at).toISOString()} ${what}${reference ? ` (${reference})` : ''}`
  })
  return [texts.written(new Date(facts.at).toISOString()), `${window.location.origin} · ${navigator.userAgent}`, '', ...lines, ...(failures.length > 1 ? ['', ...failures] : [])].join('\n')
}
