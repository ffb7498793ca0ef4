/** A program that does nothing, for the check of Node before it. */
export const main = () => 0
