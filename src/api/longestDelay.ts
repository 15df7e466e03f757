/** The most milliseconds that a timer holds: one that is given more does not wait at all. */
export const longestDelay: number = 2 ** 31 - 1
