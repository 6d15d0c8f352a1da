import { deflateRawSync } from 'node:zlib'

/** A zip of one file, whose directory may say of its size what it likes. */
export function zipOf(name: string, data: Buffer, { declared = data.length, count = 1 } = {}): Buffer {
  const [packed, title] = [deflateRawSync(data), Buffer.from(name)]
  const facts = (size: number) => { const part = Buffer.alloc(22); part.writeUInt16LE(20, 0); part.writeUInt16LE(8, 4); part.writeUInt32LE(packed.length, 14); part.writeUInt32LE(size, 18); return part }
  const tail = (extra: number) => { const part = Buffer.alloc(4 + extra); part.writeUInt16LE(title.length, 0); return part }
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts(declared), tail(0), title, packed])
  const entry = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), facts(declared), tail(16), title])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(entry.length * count, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, ...Array.from({ length: count }, () => entry), end])
}
