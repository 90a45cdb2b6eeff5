/** An id that stands for a real one in the documentation. */
export function exampleId(count: number): string {
  return `7c0e5a52-1d7e-4f0a-9b54-${String(count).padStart(12, '0')}`
}

/** The same thing has the same id wherever the documentation shows it. */
export const EXAMPLE_IDS = {
  project: exampleId(1),
  otherProject: exampleId(2),
  run: exampleId(3),
  otherRun: exampleId(4),
  revision: exampleId(5),
  template: exampleId(6),
  subscription: exampleId(7),
  apiKey: exampleId(8),
  job: 'u3Yk0vQ1T7eWc2mZ9aBxPg',
} as const
