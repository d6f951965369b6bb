/** Points of decoupling, of a park and of a table of one's own, in the one shape that is drawn. */
import type { FigureValue, Text } from '../api/client'
import type { Decoupling, OwnDecoupling, Point } from './ask'
import { bare } from './shapes'

export interface Spot {
  name: string
  short: string
  output: FigureValue
  co2: FigureValue
  elasticity: FigureValue
  state: Point['state']
  causes: { code: string; label: Text; elasticity: FigureValue }[]
  chances: Point['chances']
}

export interface Field {
  low: number
  high: number
  states: Decoupling['states']
  /** each step, then the whole where there is more than one */
  spots: Spot[]
  whole: Spot
  note: Text
}

const field = (found: Decoupling | OwnDecoupling, points: Spot[], whole: Spot): Field => ({
  low: found.low, high: found.high, states: found.states, note: found.chances_note, whole,
  spots: points.length > 1 ? [...points, whole] : points,
})

export function fieldOfPark(found: Decoupling): Field {
  const spot = (point: Point): Spot => ({
    name: `${String(point.from_year)}–${String(point.to_year)}`, short: String(point.to_year), output: point.output_change, co2: point.emission_change,
    elasticity: point.elasticity, state: point.state, causes: point.causes, chances: point.chances,
  })
  return field(found, found.points.map(spot), spot(found.whole))
}

export function fieldOfOwn(found: OwnDecoupling): Field {
  const spot = (point: OwnDecoupling['whole']): Spot => ({
    name: `${point.from_period}–${point.to_period}`, short: point.to_period, output: bare('', point.output_change), co2: bare('', point.emission_change),
    elasticity: bare('', point.elasticity), state: point.state, chances: point.chances,
    causes: point.causes.map((cause) => ({ ...cause, elasticity: bare('', cause.elasticity) })),
  })
  return field(found, found.points.map(spot), spot(found.whole))
}
