import { cleanText } from './clean-text.ts'

const LONGEST_SLUG = 100
const FALLBACK = 'ab-test-report'

/** A name of lower-case letters and digits, as the contract makes it, and no longer than a file name may be. */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' ? FALLBACK : slug
}

/** Headers of a file to be kept: an ASCII name for all, and the whole name for those who read RFC 5987. */
export function attachmentHeaders(fileName: string, media: string): Readonly<Record<string, string>> {
  const name = safeFileName(fileName)
  const plain = name.replaceAll(/[^\w. -]/g, '-')
  return {
    'content-type': media,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${percentEncoded(name)}`,
    'cache-control': 'no-cache',
  }
}

/** A project's name as a file name: what a file system gives a meaning becomes a dash. */
export function fileNameOf(name: string): string {
  const plain = cleanText(name).replaceAll(/[<>:"/\\|?*]/g, '-')
  return [...plain].slice(0, LONGEST_SLUG).join('').trim().replace(/^\.+/, '')
}

function safeFileName(name: string): string {
  return cleanText(name).replaceAll(/[<>:"/\\|?*;%']/g, '-')
}

function percentEncoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
