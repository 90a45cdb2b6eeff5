/** Below this p-value the counts do not fit the split: so small, because the test is read again and again. */
export const SRM_ALPHA = 0.001
