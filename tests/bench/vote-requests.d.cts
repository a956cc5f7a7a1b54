/** The choice of house `n`, from nought, that counts at the end. */
export function lastChoice(n: number): string
