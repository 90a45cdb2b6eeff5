/** Two estimates with their intervals, one below and one above the line. */
export function Mark() {
  return (
    <svg aria-hidden="true" width="26" height="26" viewBox="0 0 24 24">
      <rect width="24" height="24" rx="5" fill="#1f5c99" />
      <g fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round">
        <path d="M5 8.5h8M9 15.5h10" />
        <circle cx="9" cy="8.5" r="2.6" fill="#1f5c99" />
        <circle cx="14" cy="15.5" r="2.6" fill="#fff" />
      </g>
    </svg>
  )
}
