/** Two small tables to try the pages with: factors of a park, and observations. */
const FACTORS = `period,category,output,energy_per_output,share,factor
2020,electricity,707,0.04195,0.3655,4.7274
2020,natural_gas,707,0.04195,0.1141,1.6093
2020,refined_oil,707,0.04195,0.5204,2.0846
2021,electricity,954.7,0.03404,0.3672,4.7274
2021,natural_gas,954.7,0.03404,0.1158,1.6093
2021,refined_oil,954.7,0.03404,0.5170,2.0846
2022,electricity,1162,0.02819,0.3947,4.7274
2022,natural_gas,1162,0.02819,0.1197,1.6093
2022,refined_oil,1162,0.02819,0.4856,2.0846
`
const OBSERVED = `x1,x2,x3,x4,y
7,26,6,60,78.5
1,29,15,52,74.3
11,56,8,20,104.3
11,31,8,47,87.6
7,52,6,33,95.9
11,55,9,22,109.2
3,71,17,6,102.7
1,31,22,44,72.5
2,54,18,22,93.1
21,47,4,26,115.9
1,40,23,34,83.8
11,66,9,12,113.3
10,68,8,12,109.4
`

export const EXAMPLES = [
  { name: 'factors.csv', label: 'own.example_factors', text: FACTORS },
  { name: 'hald.csv', label: 'own.example_observed', text: OBSERVED },
] as const
