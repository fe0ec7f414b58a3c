// Medians, and ratios within a round.

export const median = (values) => {
  const sorted = values.filter((value) => value !== undefined).sort((one, other) => one - other)
  if (!sorted.length) return undefined
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

// The median of what each round says: whatever else the machine was doing then, it did to both.
export const ratio = (runs, reference, measure) =>
  median(
    runs.map((run, round) => {
      const [value, other] = [run[measure], reference[round]?.[measure]]
      return other > 0 && value !== undefined ? value / other : undefined
    }),
  )
