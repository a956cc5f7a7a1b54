import { childIn, houseIn } from '../../../src/client/pages/report/begin'

test('the child and the house one comes from are called by name, however the address was written', () => {
  for (const childName of ['小豆', encodeURIComponent('小豆')])
    expect(childIn({ child: 'c1', childName })).toEqual({ id: 'c1', name: '小豆' })
  const at = { latE6: '23170000', lngE6: '114420000' }
  for (const label of ['23栋', encodeURIComponent('23栋')])
    expect(houseIn({ house: 'JX-023', label, ...at })?.building?.label).toBe('23栋')
})
