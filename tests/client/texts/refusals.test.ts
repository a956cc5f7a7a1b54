import { REFUSALS } from '#core/refusals'
import { refusals } from '../../../src/client/texts/refusals'

test.each([...REFUSALS, 'OFFLINE' as const])(
  '%s has a title, a help and a way on, without its code',
  (code) => {
    const { title, help, button } = refusals[code]
    expect(title.length).toBeLessThanOrEqual(12)
    expect(help.length).toBeLessThanOrEqual(20)
    expect(button).not.toBe('')
    expect(title + help + button).not.toMatch(/[A-Z]|！|诉求|失败|有误/)
  },
)
