import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Texts that only this program can read again, each for one purpose and owner. */
export interface Seals {
  /** `context` says whose and what for: a text sealed for another context does not open. */
  seal(text: string, context: string): string
  /** Null when it was sealed by a key we no longer have, for another context, or was changed. */
  open(sealed: string, context: string): string | null
  /** Sealed by an older key than the newest: to be sealed anew at the next writing. */
  isOld(sealed: string): boolean
}

interface Key { id: string; bytes: Buffer }

const version = 'v1'
const cipher = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16
const shape = /^v1\.([0-9a-f]{16})\.([\w-]{16})\.([\w-]{22,})$/

/**
 * AES-256-GCM (NIST SP 800-38D) with a random IV. Each secret gives a key of its own by HKDF (RFC 5869), so that the same secret can serve other purposes too; what names a
 * key says nothing about it. `secrets`: the newest first, as in COUNTERPANE_SECRET; older ones open what they sealed until it was sealed anew.
 */
export function createSeals(secrets: readonly string[]): Seals {
  const [newest, ...older] = secrets.map(keyOf)
  if (!newest) throw new Error('sealing needs a secret')
  const keys = new Map([newest, ...older].map((key) => [key.id, key]))

  return {
    seal(text, context) {
      const iv = randomBytes(ivBytes)
      const work = createCipheriv(cipher, newest.bytes, iv, { authTagLength: tagBytes }).setAAD(saidBeside(newest.id, context))
      const sealed = Buffer.concat([work.update(text, 'utf8'), work.final(), work.getAuthTag()])
      return [version, newest.id, iv.toString('base64url'), sealed.toString('base64url')].join('.')
    },
    open(sealed, context) {
      const [, id, iv, rest] = shape.exec(sealed) ?? []
      const key = keys.get(id ?? '')
      if (!key || !iv || !rest) return null
      const bytes = Buffer.from(rest, 'base64url')
      if (bytes.length < tagBytes) return null
      const work = createDecipheriv(cipher, key.bytes, Buffer.from(iv, 'base64url'), { authTagLength: tagBytes })
        .setAAD(saidBeside(key.id, context)).setAuthTag(bytes.subarray(-tagBytes))
      try {
        return Buffer.concat([work.update(bytes.subarray(0, -tagBytes)), work.final()]).toString('utf8')
      } catch {
        return null
      }
    },
    isOld: (sealed) => shape.exec(sealed)?.[1] !== newest.id,
  }
}

function keyOf(secret: string): Key {
  const derived = (purpose: string, length: number) => Buffer.from(hkdfSync('sha256', secret, '', `counterpane sealed text ${version}: ${purpose}`, length))
  return { id: derived('name of the key', 8).toString('hex'), bytes: derived('key', 32) }
}

const saidBeside = (keyId: string, context: string) => Buffer.from(`${version}.${keyId}\n${context}`, 'utf8')
