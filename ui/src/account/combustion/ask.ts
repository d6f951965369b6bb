/** What the page of measured fuels asks. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Cut } from '../../api/ask'
import { api, take } from '../../api/client'
import type { components } from '../../api/schema'

type Schemas = components['schemas']
export type Measured = Schemas['Measured']
export type Mean = Schemas['FuelMeanView']
export type Stock = Schemas['FuelStockView']
export type Part = Schemas['FuelPartView']
export type Balance = Schemas['CarbonBalanceView']
export type Stack = Schemas['StackView']

export const useMeasured = ({ park, member, version }: Cut, year: number) =>
  useQuery({
    queryKey: ['park', park, 'measured', member, version, year],
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/v1/parks/{park_id}/measured', {
          params: { path: { park_id: park }, query: { year, member, version } },
        }),
      ),
  })
