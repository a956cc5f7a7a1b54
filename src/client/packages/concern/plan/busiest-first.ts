/** Buildings with open public matters, most first; the others are named by the plan. */
export const busiestFirst = <Building extends { no: number; open: number }>(
  buildings: readonly Building[],
): Building[] =>
  buildings.filter(({ open }) => open > 0).sort((one, other) => other.open - one.open || one.no - other.no)
