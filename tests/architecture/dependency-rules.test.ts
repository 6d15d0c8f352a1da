import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../support/repository-files'
import { ruleNames, violationsIn } from './cruise'

/** A house in which every rule is broken once: file → the modules it imports. */
const brokenHouse: Record<string, string[]> = {
  'shared/src/domain/ring-a.ts': ['./ring-b'],
  'shared/src/domain/ring-b.ts': ['./ring-a'],
  'shared/src/domain/lost.ts': ['./nowhere'],
  'shared/src/domain/upstairs.ts': ['../../../backend/src/ports/clock'],
  'shared/src/domain/screen.ts': ['react'],
  'shared/src/domain/disk.ts': ['node:fs'],
  'shared/src/contract/contact.ts': [],
  'shared/ui/piece.tsx': ['../../addin-outlook/src/app/pane'],
  'addin-gmail/src/card.ts': ['../../backend/src/ports/clock', 'node:net'],
  'addin-outlook/src/app/pane.tsx': ['../../../backend/src/ports/clock', 'zod', '../../../shared/src/contract/contact'],
  'backend/journal/src/page.tsx': ['../../src/ports/clock'],
  'backend/src/ports/clock.ts': ['../platform/log'],
  'backend/src/platform/log.ts': ['../features/tasks/tasks.service'],
  'backend/src/features/tasks/tasks.service.ts': ['../contacts/contacts.service', '../../adapters/graph/graph-calendar', '../../demo/team', '@prisma/client'],
  'backend/src/features/contacts/contacts.service.ts': ['@googleapis/gmail', '../../../../tests/support/builders'],
  'backend/src/adapters/graph/graph-calendar.ts': ['../../composition'],
  'backend/src/composition.ts': ['jest', 'ms'],
  'backend/src/demo/team.ts': [],
  'tests/support/builders.ts': [],
}

/** The same walks as the architecture draws them. */
const soundHouse: Record<string, string[]> = {
  'shared/src/domain/contact.ts': [],
  'shared/src/contract/routes.ts': ['zod', '../domain/contact'],
  'shared/ui/piece.tsx': ['react', '../src/contract/routes'],
  'addin-outlook/src/app/pane.tsx': ['../../../shared/ui/piece', '../../../shared/src/contract/routes'],
  'backend/src/ports/clock.ts': ['../../../shared/src/domain/contact'],
  'backend/src/platform/db/database.ts': ['@prisma/client'],
  'backend/src/features/tasks/tasks.repository.ts': ['@prisma/client', '../../platform/db/database'],
  'backend/src/features/tasks/tasks.service.ts': ['./tasks.repository', '../../ports/clock'],
  'backend/src/adapters/google/gmail-source.ts': ['@googleapis/gmail', '../../ports/clock'],
  'backend/src/composition.ts': ['./features/tasks/tasks.service', './adapters/google/gmail-source'],
}

function buildHouse(house: Record<string, string[]>) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpane-house-'))
  for (const [name, imports] of Object.entries(house)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), [...imports.map((from, index) => `import * as part${index} from '${from}'\nexport const used${index} = part${index}`), 'export const here = 1'].join('\n'))
  }
  for (const name of ['package.json', 'shared/package.json', 'backend/package.json']) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.copyFileSync(path.join(root, name), path.join(folder, name))
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  return folder
}

const folders: string[] = []
const violationsOf = (house: Record<string, string[]>) => {
  const folder = buildHouse(house)
  folders.push(folder)
  return violationsIn(folder)
}
afterAll(() => { for (const folder of folders) fs.rmSync(folder, { recursive: true }) })

it('every rule sees its violation', () => {
  const broken = new Set(violationsOf(brokenHouse).map(({ rule }) => rule))
  expect(ruleNames().filter((name) => !broken.has(name))).toEqual([])
})

it('a sound house breaks no rule', () => {
  expect(violationsOf(soundHouse)).toEqual([])
})

it('the repository keeps every rule', () => {
  expect(violationsIn(root).map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([])
})
