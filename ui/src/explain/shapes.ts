/** Changes of a park and of a table of one's own, in the one shape that charts draw. */
import type { Effect, FigureValue, Step, Text } from '../api/client'
import type { Change, OwnLmdi, OwnStep, Running, Split } from './ask'

const plain = (text: string): Text => ({ en: text, zh: text })

/** A number without a proof: it comes from a table that nobody keeps. */
export const bare = (name: string, value: number | null): FigureValue => ({ key: '', value, unit: '', label: plain(name), lower: null, upper: null })

const bareEffect = (name: string, value: number): Effect => ({ code: name, label: plain(name), co2_t: bare(name, value) })

export interface Move {
  from: string
  to: string
  step: Pick<Step, 'start' | 'end' | 'effects' | 'total'>
}

export const ofPark = (change: Change): Move => ({
  from: String(change.from_year), to: String(change.to_year), step: change,
})

export const ofOwn = (step: OwnStep): Move => ({
  from: step.from_period,
  to: step.to_period,
  step: {
    start: bare(step.from_period, step.start), end: bare(step.to_period, step.end), total: bare('', step.total),
    effects: step.effects.map((effect) => bareEffect(effect.factor, effect.value)),
  },
})

/** One stack: the effects of a step, or of all steps so far. */
export interface Stack {
  name: string
  effects: Effect[]
  total: FigureValue
}

const span = (from: string, to: string): string => `${from}–${to}`

export const stepsOfPark = (split: Split): Stack[] =>
  split.steps.map((step) => ({ name: span(String(step.from_year), String(step.to_year)), effects: step.effects, total: step.total }))

export const sumsOfPark = (split: Split): Stack[] =>
  split.running.map((row: Running) => ({ name: String(row.year), effects: row.effects, total: row.total }))

export const stepsOfOwn = (lmdi: OwnLmdi): Stack[] =>
  lmdi.steps.map((step) => {
    const { effects, total } = ofOwn(step).step
    return { name: span(step.from_period, step.to_period), effects, total }
  })

export const sumsOfOwn = (lmdi: OwnLmdi): Stack[] =>
  lmdi.running.map((row) => ({
    name: row.period, total: bare('', row.total), effects: row.effects.map((effect) => bareEffect(effect.factor, effect.value)),
  }))
