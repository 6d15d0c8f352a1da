import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pngSize } from '../check/rules-icons'
import { bannerName, buildIcons, logoSizes, renderLogos } from './gmail-icons'

const pictures = renderLogos()

it.each([...logoSizes.map((size) => [`logo-${size}.png`, size, size] as const), [bannerName, 220, 140] as const])('%s is a PNG of %d × %d pixels', (name, width, height) => {
  expect(pngSize(pictures.get(name) ?? Buffer.alloc(0))).toEqual({ width, height })
})

it('the build writes them all into the folder that the server gives away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'logos-'))
  try {
    expect(buildIcons(join(folder, 'gmail/icons')).sort()).toEqual(readdirSync(join(folder, 'gmail/icons')).sort())
    expect(readdirSync(join(folder, 'gmail/icons'))).toContain('logo-96.png')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
