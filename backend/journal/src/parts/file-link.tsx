import type { Attachment } from '@counterpane/shared/contract/contact'

/** A file's name; it loads the file down when its bytes are here. */
export function FileLink({ file: { id, name, kept } }: { file: Pick<Attachment, 'id' | 'name' | 'kept'> }) {
  if (!kept) return <span className="jn-breakable">{name}</span>
  return <a className="jn-file jn-breakable" href={`/api/attachments/${encodeURIComponent(id)}/content`} download={name}>{name}</a>
}
