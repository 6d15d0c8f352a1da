import type { AttachmentPolicy } from '@counterpane/shared/contract/attachments'
import type { Visibility } from '@counterpane/shared/domain/codes'

/** What of a contact decides about its files. */
export interface ContactView { masked: boolean; visibility: Visibility; registeredById: string | null; messageId: string | null }

export interface AttachmentsNeeds {
  /** The contact as this manager sees it; null when it is unknown or its registration was undone. */
  viewContact: (contactId: string, callerId: string) => ContactView | null
  policy: () => AttachmentPolicy
  /** Hears of the contact whose files are others now. */
  changed: (contactId: string) => void
}

/** An attachment as the database knows it. `size` is what the mail client said, which is often the encoded size. */
export interface AttachmentRow { id: string; contactId: string; name: string; contentType: string; size: number; contentHash: string | null }
