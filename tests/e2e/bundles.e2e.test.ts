import fs from 'node:fs'
import path from 'node:path'
import { root } from '../support/repository-files'

/** The schema library's own names survive every minifier: they are texts in its errors. */
const schemaLibrary = /ZodError|"invalid_type"|\$ZodType/
const scriptsOf = (folder: string) => fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.js')).map((name) => fs.readFileSync(path.join(root, folder, name), 'utf8'))

it('knows the schema library when it sees it', () => {
  expect(schemaLibrary.test(fs.readFileSync(path.join(root, 'node_modules/zod/v4/core/errors.cjs'), 'utf8'))).toBe(true)
})

it.each(['addin-outlook/dist', 'backend/journal/dist'])('%s brings no schema library to the browser', (folder) => {
  const scripts = scriptsOf(folder)
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((script) => schemaLibrary.test(script))).toEqual([])
})
