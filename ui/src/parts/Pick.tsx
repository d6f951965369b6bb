/** A native choice with its name above: small, and right on a phone. */
export interface Option {
  value: string
  label: string
}

export function Pick({ label, value, options, onPick }: {
  label: string
  value: string
  options: Option[]
  onPick: (value: string) => void
}) {
  // an address may ask for what is not on offer: show it, the page says what is wrong
  const isKnown = options.some((option) => option.value === value)
  return (
    <label className="pick">
      <span>{label}</span>
      <select value={value} onChange={(event) => { onPick(event.target.value) }}>
        {!isKnown && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>{option.label}</option>
        ))}
      </select>
    </label>
  )
}

/** Two to five choices side by side. */
export function Switch({ label, value, options, onPick }: {
  label: string
  value: string
  options: Option[]
  onPick: (value: string) => void
}) {
  return (
    <div className="switch" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => { onPick(option.value) }}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
