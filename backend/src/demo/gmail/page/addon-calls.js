/** Gmail's call of an endpoint of the add-on. Gives { status, answer, findings, ms }; `answer` is null when nothing came back. */
export async function callAddon(settings, body, signal) {
  const response = await fetch('/demo/gmail/press', { method: 'POST', signal, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...settings.world(), message: null, ...body }) })
  if (!response.ok) return { status: response.status, answer: null, findings: [], ms: 0 }
  return response.json()
}

export const parametersOf = (action) => Object.fromEntries((action.parameters ?? []).map(({ key, value }) => [key, value]))
