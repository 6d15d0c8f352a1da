import { buffer } from 'node:stream/consumers'
import type { Locale } from '@counterpane/shared/domain/codes'
import type { Caller } from '../../platform/http/caller'
import type { FileStore } from '../../ports/file-store'
import type { AttachmentsService } from './attachments.service'
import { downloadName } from './download-name'

export interface KeptBytes { name: string; contentType: string; bytes: Uint8Array }
/** Why the bytes of a kept file are not to be had. */
export interface WithoutBytes { bytes: null; why: 'tooLarge' | 'lost' }

/** A kept file whole, for whoever may see it. How long it is says the store: what a mail client said of it is often something else. */
export const createKeptReading = ({ service, store }: { service: Pick<AttachmentsService, 'getKept'>; store: Pick<FileStore, 'sizeOf' | 'read'> }) =>
  async (caller: Caller, id: string, { maxBytes, locale }: { maxBytes: number; locale: Locale }): Promise<KeptBytes | WithoutBytes> => {
    const { name, contentType, contentHash } = service.getKept(caller, id, locale)
    try {
      const size = await store.sizeOf(contentHash)
      if (size !== null && size > maxBytes) return { bytes: null, why: 'tooLarge' }
      const stream = size === null ? null : await store.read(contentHash)
      return stream ? { name: downloadName(name), contentType, bytes: await buffer(stream) } : { bytes: null, why: 'lost' }
    } catch {
      return { bytes: null, why: 'lost' }
    }
  }
