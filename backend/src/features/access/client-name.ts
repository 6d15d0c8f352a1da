const browsers: readonly (readonly [name: string, version: RegExp])[] = [
  ['Edge', /\bEdg(?:A|iOS)?\/(\d+)/], ['Yandex Browser', /\bYaBrowser\/(\d+)/], ['Opera', /\bOPR\/(\d+)/], ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/], ['Chrome', /\b(?:(?:Headless)?Chrome|CriOS)\/(\d+)/], ['Safari', /\bVersion\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari\//],
]
const systems: readonly (readonly [name: string, mark: RegExp])[] = [
  ['iPhone', /\biPhone\b/], ['iPad', /\biPad\b/], ['Android', /\bAndroid\b/], ['Windows', /\bWindows\b/], ['macOS', /\bMac OS X\b/], ['ChromeOS', /\bCrOS\b/], ['Linux', /\bLinux\b/],
]
const longest = 60

/** What a person would call the browser that a `User-Agent` names: of everything in it this alone is kept. Others are kept as they begin. */
export function clientName(userAgent: string | undefined): string {
  const said = (userAgent ?? '').slice(0, 1_000)
  const browser = browsers.map(([name, version]) => ({ name, version: version.exec(said)?.[1] })).find(({ version }) => version !== undefined)
  const system = systems.find(([, mark]) => mark.test(said))?.[0]
  if (browser) return [`${browser.name} ${browser.version}`, system].filter(Boolean).join(', ')
  return said.replace(/[^\x20-\x7e]/g, '').trim().slice(0, longest)
}
