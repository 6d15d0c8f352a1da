/** The longest name that Outlook and file systems take. */
const longest = 255
/** Control characters, halves of letters, and what turns the direction of the text after it ("photo\u202Egpj.exe" reads as a picture). */
const unseen = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\p{Cs}]/gu

/** The sender's name for a file as it may be offered for saving: no folders, nothing unseen, not too long, never empty. */
export function downloadName(name: string): string {
  const whole = name.replace(unseen, '').split(/[/\\]/).at(-1)?.trim() ?? ''
  if (whole === '' || /^\.+$/.test(whole)) return 'file'
  if (whole.length <= longest) return whole
  const ending = /\.[^.\s]{1,20}$/.exec(whole)?.[0] ?? ''
  return whole.slice(0, longest - ending.length).replace(/[\ud800-\udbff]$/, '').trimEnd() + ending
}
