declare module 'tr46' {
  interface Options { checkBidi?: boolean; checkJoiners?: boolean; transitionalProcessing?: boolean }
  export function toASCII(domain: string, options?: Options): string | null
  export function toUnicode(domain: string, options?: Options): { domain: string; error: boolean }
}
