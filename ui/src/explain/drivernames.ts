/** The drivers of the regression, in words. */
import { useText } from '../shell/lang'

export function useDriverNames(): (code: string) => string {
  const { t } = useText()
  const names: Record<string, string> = {
    output_value: t('driver.output'),
    energy_total: t('driver.energy'),
    electricity_share: t('driver.mix'),
    lead_industry_share: t('driver.structure'),
  }
  return (code) => names[code] ?? code
}
